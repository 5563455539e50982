using System.Text;
using Microsoft.EntityFrameworkCore;
using Vaka.Kernel.Chain;
using Vaka.Kernel.Ownership;
using Vaka.Kernel.Words;
using Vaka.Law.Instruments;
using Vaka.Law.LegalGaps;

namespace Vaka.Law.Amendments;

/// <summary>How far an amendment has come.</summary>
internal enum AmendmentState
{
    /// <summary>Seen by its drafting team only.</summary>
    Draft,
    /// <summary>Released to all whom its audience names.</summary>
    Released,
    /// <summary>In force: its text is the provision's.</summary>
    InForce,
}

/// <summary>
/// A proposed change of one provision. A draft is privileged: seen by its drafting team alone until it is released. Once in force its words
/// are fixed.
/// </summary>
internal sealed class Amendment : ChainRow, IPrivileged
{
    /// <summary>The provision, of the same owner.</summary>
    public Guid ProvisionId { get; set; }

    /// <summary>The provision's text that the drafters worked from.</summary>
    public LocalText Before { get; set; } = LocalText.Empty;

    /// <summary>The text it would have.</summary>
    public LocalText After { get; set; } = LocalText.Empty;

    public LocalText Reason { get; set; } = LocalText.Empty;

    public LegalPriority Priority { get; set; }

    public bool Released { get; set; }

    public string Team { get; set; } = "";

    /// <summary>Day it came into force; null until then.</summary>
    public DateOnly? CommencedOn { get; set; }

    public override string Kind => Kinds.Amendment;

    public override string Path => $"/amendments/{Id}";

    public override IEnumerable<(string Field, LocalText Value)> Facts() =>
    [
        ("amendment.before", Before),
        ("amendment.after", After),
        ("amendment.reason", Reason),
        ("amendment.priority", Coded("legal-priority", Priority)),
    ];

    /// <summary>How far it has come.</summary>
    public AmendmentState State => CommencedOn is not null ? AmendmentState.InForce : Released ? AmendmentState.Released : AmendmentState.Draft;

    /// <summary>Hash of the words it would make law: a validation holds for these words and no others.</summary>
    public string TextHash => LocalText.HashOf(After.Languages.Aggregate(new StringBuilder(), (all, t) => all.Append(t.Key).Append('\u001F').Append(t.Value.Text).Append('\u001E')).ToString());

    /// <summary>
    /// The text the drafters worked from is not what the provision says now, in a language that both have: somebody else has changed the
    /// law in the meantime. Never once in force, when the provision says what the amendment made of it.
    /// </summary>
    public bool IsOverrun(Provision provision) =>
        CommencedOn is null && Before.Languages.Any(b => provision.Text[b.Key] is { } now && Plain(now) != Plain(b.Value.Text));

    private static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public static void Map(ModelBuilder model) => model.Entity<Amendment>(a =>
    {
        a.ToTable("amendments");
        a.Ignore(x => x.State).Ignore(x => x.TextHash);
        a.HasIndex(x => x.ProvisionId);
        a.HasOne<Provision>().WithMany().HasForeignKey(x => x.ProvisionId).OnDelete(DeleteBehavior.Restrict);
    });
}
