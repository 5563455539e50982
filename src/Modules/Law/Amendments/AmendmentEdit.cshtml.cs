using Microsoft.EntityFrameworkCore;
using Vaka.Kernel.Chain;
using Vaka.Kernel.Data;
using Vaka.Kernel.Ownership;
using Vaka.Kernel.Permissions;
using Vaka.Kernel.Words;
using Vaka.Law.Instruments;
using Vaka.Law.LegalGaps;

namespace Vaka.Law.Amendments;

/// <summary>What the form of an amendment posts.</summary>
public sealed class AmendmentForm : ChainForm
{
    /// <summary>The provision to change.</summary>
    public Guid? Provision { get; set; }
    /// <summary>Words now, per language.</summary>
    public Dictionary<string, string?> Before { get; set; } = [];
    /// <summary>Words proposed, per language.</summary>
    public Dictionary<string, string?> After { get; set; } = [];
    /// <summary>Why, per language.</summary>
    public Dictionary<string, string?> Reason { get; set; } = [];
    /// <summary>Name of a priority.</summary>
    public string? Priority { get; set; }
}

/// <summary>Makes or edits an amendment. Who makes one is its first drafter.</summary>
[Permit(LawPermissions.AmendmentDraft)]
internal sealed class AmendmentEditModel(VakaDb db, IChain chain, IThemes themes) : ChainEditPage<Amendment, AmendmentForm>(db, chain, themes)
{
    protected override string WritePermission => LawPermissions.AmendmentDraft;

    protected override string Kind => Kinds.Amendment;

    /// <summary>Provisions of the owner that the form is for.</summary>
    public IReadOnlyList<Provision> Provisions { get; private set; } = [];

    // The edge from the provision is made from the field below.
    protected override IEnumerable<string> OfferedKinds => base.OfferedKinds.Where(k => k != Kinds.Provision);

    protected override Amendment Create(string owner, string key) =>
        new() { Owner = owner, Key = key, Team = Db.Viewer.UserId is { } user ? Codes.Join([user.ToString()]) : "" };

    protected override void Fill(AmendmentForm form, Amendment row)
    {
        (form.Provision, form.Priority) = (row.ProvisionId, row.Priority.ToString());
        form.Before = row.Before.Languages.ToDictionary(t => t.Key, t => (string?)t.Value.Text);
        form.After = row.After.Languages.ToDictionary(t => t.Key, t => (string?)t.Value.Text);
        form.Reason = row.Reason.Languages.ToDictionary(t => t.Key, t => (string?)t.Value.Text);
    }

    protected override async Task Apply(AmendmentForm form, Amendment row, CancellationToken ct)
    {
        var provision = await Db.Set<Provision>().FirstOrDefaultAsync(p => p.Id == form.Provision && p.Owner == row.Owner, ct);
        if (provision is null) ModelState.AddModelError("Form.Provision", "form.required");
        if (Enum.TryParse<LegalPriority>(form.Priority, out var priority) && Enum.IsDefined(priority)) row.Priority = priority;
        else ModelState.AddModelError("Form.Priority", "form.required");
        row.Reason = Merge(row.Reason, form.Reason);
        if (row.CommencedOn is not null || provision is null) return;
        row.ProvisionId = provision.Id;
        row.Before = Merge(row.Before, form.Before);
        if (row.Before.IsEmpty) row.Before = provision.Text;
        row.After = Merge(row.After, form.After);
        if (row.After.IsEmpty) ModelState.AddModelError("Form.After", "form.required");
        // Published or not, it follows from the provision it would change.
        form.Because.RemoveAll(b => Ref.TryParse(b, null, out var r) && r.Kind == Kinds.Provision);
        if (provision.PublishedVersion > 0) form.Because.Add(provision.Published().ToString());
    }

    protected override async Task Load(CancellationToken ct)
    {
        var owners = Owners.ToList();
        Provisions = await Db.Set<Provision>().AsNoTracking().Where(p => owners.Contains(p.Owner) && (Form.Owner == null || p.Owner == Form.Owner)).OrderBy(p => p.Owner).ThenBy(p => p.Key).ToListAsync(ct);
    }
}
