using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Vaka.Contracts.Evidence;
using Vaka.Kernel.Chain;
using Vaka.Kernel.Data;
using Vaka.Kernel.Importing;
using Vaka.Kernel.Ownership;
using Vaka.Kernel.Words;
using Vaka.Law.Norms;

namespace Vaka.Law.Instruments;

/// <summary>A section of an instrument, as it reads now. Each published version keeps how it read before.</summary>
internal sealed class Provision : ChainRow
{
    /// <summary>The instrument, of the same owner.</summary>
    public Guid InstrumentId { get; set; }

    /// <summary>Number in the instrument: <c>24</c>, <c>101B</c>.</summary>
    [MaxLength(40)]
    public required string Number { get; set; }

    /// <summary>The words of the law, or, when <see cref="IsSummary"/>, what it provides in words of our own.</summary>
    public LocalText Text { get; set; } = LocalText.Empty;

    /// <summary>The law's own words are not at hand: the text only says what it provides.</summary>
    public bool IsSummary { get; set; }

    /// <summary>When it read so.</summary>
    public PartialDate? AsAt { get; set; }

    /// <summary>Where the text was read; empty when the instrument's source says it.</summary>
    public string Source { get; set; } = "";

    public Verification Checked { get; set; }

    /// <summary>Keys of provisions of the same owner that punish the same conduct otherwise, bar-separated.</summary>
    [MaxLength(400)]
    public string Related { get; set; } = "";

    /// <summary>The amendment that gave it its present text; null while it reads as first recorded.</summary>
    public Guid? AmendedBy { get; set; }

    public override string Kind => Kinds.Provision;

    public override string Path => $"/provisions/{Id}";

    public override IEnumerable<(string Field, LocalText Value)> Facts() =>
    [
        ("provision.number", LocalText.Same(Number)),
        ("provision.text", Text),
        ("provision.as-at", Dated(AsAt)),
    ];

    /// <summary>
    /// The provision as an amendment in force leaves it. The text is replaced in all languages: a translation of the repealed words must
    /// not pass for the law.
    /// </summary>
    public void Amend(Guid amendment, LocalText after, DateOnly on) => (AmendedBy, Text, AsAt) = (amendment, after, PartialDate.Of(on));

    /// <summary>
    /// Records how it read on a day. The field and words key of why not: words are given with their day, and what an amendment in force made
    /// of it only amendments change.
    /// </summary>
    public (string Field, string Key)? Reword(LocalText text, PartialDate? asAt)
    {
        if (AmendedBy is not null) return Text.Equals(text) && AsAt == asAt ? null : ("Text", "provision.words-by-amendment");
        if (!text.IsEmpty && asAt is null) return ("AsAt", "provision.as-at-needed");
        (Text, AsAt) = (text, asAt);
        return null;
    }

    public static void Map(ModelBuilder model) => model.Entity<Provision>(p =>
    {
        p.ToTable("provisions");
        p.HasIndex(x => x.InstrumentId);
        p.HasOne<Instrument>().WithMany().HasForeignKey(x => x.InstrumentId).OnDelete(DeleteBehavior.Restrict);
    });
}

/// <summary><c>provisions.csv</c> of a pack.</summary>
internal sealed class ProvisionFile : IPackFile
{
    public string File => "provisions.csv";

    public int Order => 210;

    public IReadOnlyList<string> Columns { get; } = ["instrument*", "number*", "text_en", "text_fr", "as_at", "summary_only", "source", "checked", "related"];

    public async Task Read(Sheet sheet, IPack pack, CancellationToken ct)
    {
        foreach (var row in sheet.Rows)
        {
            var (owner, key) = (await pack.OwnerOf(row), row.Required("instrument"));
            if (owner.Length == 0 || key.Length == 0 || await pack.Find<Instrument>(row, "instrument", owner, key, ct) is not { } instrument) continue;
            await pack.Upsert(row, (o, k) => new Provision { Owner = o, Key = k, Number = "" }, provision =>
            {
                provision.InstrumentId = instrument.Id;
                provision.Number = row.Required("number");
                // What an amendment has changed is the law now; the file says how it read before.
                if (provision.AmendedBy is not null) row.Warn("text_en", "provision.amended-since", provision.Key);
                else (provision.Text, provision.AsAt) = (row.Text("text"), row.Date("as_at"));
                provision.IsSummary = row.YesNo("summary_only");
                provision.Source = row["source"];
                provision.Checked = row.Choice<Verification>("checked", false);
                provision.Related = Codes.Join(row.List("related"));
            }, [("instrument", $"{Kinds.Instrument}:{key}")], ct: ct);
        }
    }
}
