using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vaka.Kernel.Chain;
using Vaka.Kernel.Data;
using Vaka.Kernel.Permissions;
using Vaka.Law.Instruments;
using Vaka.Law.Norms;

namespace Vaka.Law.Matrix;

/// <summary>What the form of a rating posts.</summary>
public sealed class RatingForm : ChainForm
{
    /// <summary>The norm.</summary>
    public Guid? Norm { get; set; }
    /// <summary>The provision; none when nothing in the law answers the norm.</summary>
    public Guid? Provision { get; set; }
    /// <summary>Name of a rating.</summary>
    public string? Fulfilment { get; set; }
    /// <summary>Why, per language.</summary>
    public Dictionary<string, string?> Reason { get; set; } = [];
    /// <summary>Post or office that judged.</summary>
    public string? Reviewer { get; set; }
}

/// <summary>Makes or edits a rating. It follows from its norm and its provision.</summary>
[Permit(LawPermissions.RatingWrite)]
internal sealed class RatingEditModel(VakaDb db, IChain chain, IThemes themes) : LawEditPage<Rating, RatingForm>(db, chain, themes)
{
    /// <summary>The norm that a new rating is about.</summary>
    [BindProperty(SupportsGet = true, Name = "norm")]
    public Guid? About { get; set; }

    public IReadOnlyList<Norm> Norms { get; private set; } = [];

    /// <summary>Provisions of the owner that the form is for.</summary>
    public IReadOnlyList<Provision> Provisions { get; private set; } = [];

    protected override string WritePermission => LawPermissions.RatingWrite;

    protected override string Kind => Kinds.Rating;

    protected override string FieldPrefix => "matrix";

    // The edges from norm and provision are made from the fields.
    protected override IEnumerable<string> OfferedKinds => base.OfferedKinds.Where(k => k is not (Kinds.Norm or Kinds.Provision));

    protected override Rating Create(string owner, string key) => new() { Owner = owner, Key = key };

    protected override void Fill(RatingForm form, Rating row) =>
        (form.Norm, form.Provision, form.Fulfilment, form.Reason, form.Reviewer) = (row.NormId, row.ProvisionId, row.Fulfilment.ToString(), Texts(row.Reason), row.Reviewer);

    protected override async Task Apply(RatingForm form, Rating row, CancellationToken ct)
    {
        var norm = await Db.Set<Norm>().FirstOrDefaultAsync(n => n.Id == form.Norm, ct);
        var provision = form.Provision is { } id ? await Db.Set<Provision>().FirstOrDefaultAsync(p => p.Id == id && p.Owner == row.Owner, ct) : null;
        if (norm is null) ModelState.AddModelError("Form.Norm", "form.required");
        if (form.Provision is not null && provision is null) ModelState.AddModelError("Form.Provision", "form.required");
        (row.NormId, row.ProvisionId) = (norm?.Id ?? Guid.Empty, provision?.Id);
        row.Fulfilment = Choice<Fulfilment>("Form.Fulfilment", form.Fulfilment);
        row.Reason = Merge(row.Reason, form.Reason);
        row.Reviewer = Line("Form.Reviewer", form.Reviewer, 200);
        foreach (var (field, key) in row.Problems()) ModelState.AddModelError($"Form.{field}", key);
        Follows(form, Kinds.Norm, norm);
        Follows(form, Kinds.Provision, provision);
    }

    protected override async Task Load(CancellationToken ct)
    {
        Form.Norm ??= About;
        var owners = Owners.ToList();
        Norms = await Db.Set<Norm>().AsNoTracking().OrderBy(n => n.Instrument).ThenBy(n => n.Key).ToListAsync(ct);
        Provisions = await Db.Set<Provision>().AsNoTracking().Where(p => owners.Contains(p.Owner) && (Form.Owner == null || p.Owner == Form.Owner)).OrderBy(p => p.Owner).ThenBy(p => p.Key).ToListAsync(ct);
    }
}
