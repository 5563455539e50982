using Microsoft.EntityFrameworkCore;
using Vaka.Capacity.Institutions;
using Vaka.Kernel.Chain;
using Vaka.Kernel.Data;
using Vaka.Kernel.Permissions;

namespace Vaka.Capacity.Ratings;

/// <summary>What the form of a capacity rating posts.</summary>
public sealed class CapacityRatingForm : ChainForm
{
    /// <summary>Id of the institution.</summary>
    public Guid? Institution { get; set; }
    /// <summary>1 to 5.</summary>
    public int? Level { get; set; }
    /// <summary>What it rests on, per language.</summary>
    public Dictionary<string, string?> Reason { get; set; } = [];
    /// <summary>Date, month or year.</summary>
    public string? Date { get; set; }
}

/// <summary>Makes or edits a capacity rating.</summary>
[Permit(CapacityPermissions.RatingWrite)]
internal sealed class CapacityRatingEditModel(VakaDb db, IChain chain, IThemes themes) : ChainEditPage<CapacityRating, CapacityRatingForm>(db, chain, themes)
{
    protected override string WritePermission => CapacityPermissions.RatingWrite;

    protected override string Kind => Kinds.CapacityRating;

    protected override CapacityRating Create(string owner, string key) => new() { Owner = owner, Key = key };

    public IReadOnlyList<Institution> Institutions { get; private set; } = [];

    protected override async Task Load(CancellationToken ct) =>
        Institutions = await Db.Set<Institution>().AsNoTracking().Where(i => Owners.Contains(i.Owner)).OrderBy(i => i.Owner).ThenBy(i => i.Key).ToListAsync(ct);

    protected override void Fill(CapacityRatingForm form, CapacityRating row)
    {
        (form.Institution, form.Level, form.Date) = (row.InstitutionId, row.Level, row.Date.ToString());
        form.Reason = row.Reason.Languages.ToDictionary(t => t.Key, t => (string?)t.Value.Text);
    }

    protected override async Task Apply(CapacityRatingForm form, CapacityRating row, CancellationToken ct)
    {
        var institution = await Db.Set<Institution>().AsNoTracking().FirstOrDefaultAsync(i => i.Id == form.Institution && i.Owner == row.Owner, ct);
        if (institution is null) ModelState.AddModelError("Form.Institution", "form.required");
        else
        {
            row.InstitutionId = institution.Id;
            // The institution chosen is the one the rating follows from, whatever was ticked.
            form.Because.RemoveAll(b => b.StartsWith(Kinds.Institution + "/", StringComparison.Ordinal));
            if (institution.PublishedVersion > 0) form.Because.Add(institution.Published().ToString());
        }
        if (CapacityRating.IsLevel(form.Level)) row.Level = form.Level!.Value;
        else ModelState.AddModelError("Form.Level", "form.required");
        row.Reason = Merge(row.Reason, form.Reason);
        if (row.Reason.IsEmpty) ModelState.AddModelError("Form.Reason", "form.required");
        if (PartialDate.TryParse(form.Date, null, out var date)) row.Date = date;
        else ModelState.AddModelError("Form.Date", "form.date");
    }
}
