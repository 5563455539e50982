using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vaka.Kernel.Chain;
using Vaka.Kernel.Data;
using Vaka.Kernel.Permissions;
using Vaka.Law.Amendments;

namespace Vaka.Law.Validations;

/// <summary>What the form of a decision posts.</summary>
public sealed class ValidationForm : ChainForm
{
    /// <summary>The amendment decided on.</summary>
    public Guid? Amendment { get; set; }
    /// <summary>The body, per language.</summary>
    public Dictionary<string, string?> Body { get; set; } = [];
    /// <summary>Name of a decision.</summary>
    public string? Decision { get; set; }
    /// <summary>Day, <c>yyyy-MM-dd</c>.</summary>
    public string? On { get; set; }
}

/// <summary>Records the decision of a named body on the words that an amendment has now. Once those words have changed the record stands as it is.</summary>
[Permit(LawPermissions.AmendmentValidate)]
internal sealed class ValidationEditModel(VakaDb db, IChain chain, IThemes themes, TimeProvider clock) : LawEditPage<Validation, ValidationForm>(db, chain, themes)
{
    /// <summary>The amendment that a new decision is on.</summary>
    [BindProperty(SupportsGet = true, Name = "amendment")]
    public Guid? About { get; set; }

    /// <summary>Released amendments of the owner that the form is for; the one decided on when the decision is edited.</summary>
    public IReadOnlyList<Amendment> Amendments { get; private set; } = [];

    protected override string WritePermission => LawPermissions.AmendmentValidate;

    protected override string Kind => Kinds.Validation;

    // The edge from the amendment is made from the field.
    protected override IEnumerable<string> OfferedKinds => [];

    protected override Validation Create(string owner, string key) => new() { Owner = owner, Key = key };

    protected override void Fill(ValidationForm form, Validation row) =>
        (form.Amendment, form.Body, form.Decision, form.On) = (row.AmendmentId, Texts(row.Body), row.Decision.ToString(), PartialDate.Of(row.On).ToString());

    protected override async Task Apply(ValidationForm form, Validation row, CancellationToken ct)
    {
        var isNew = row.AmendmentId == Guid.Empty;
        var about = isNew ? form.Amendment : row.AmendmentId;
        var amendment = await Db.Set<Amendment>().FirstOrDefaultAsync(a => a.Id == about && a.Owner == row.Owner && a.Released, ct);
        if (amendment is null || form.Amendment != about || (isNew && row.DecideOn(amendment) is not null)) ModelState.AddModelError("Form.Amendment", "form.required");
        row.Body = Needed("Form.Body", row.Body, form.Body);
        row.Decision = Choice<ValidationDecision>("Form.Decision", form.Decision);
        row.On = Day("Form.On", form.On, clock);
        if (!isNew && amendment is not null && row.TextHash != amendment.TextHash) ModelState.AddModelError("Form.Amendment", "validation.words-changed");
        Follows(form, Kinds.Amendment, amendment);
    }

    protected override async Task Load(CancellationToken ct)
    {
        Form.Amendment ??= About;
        var owners = Owners.ToList();
        Amendments = await Db.Set<Amendment>().AsNoTracking()
            .Where(a => a.Released && owners.Contains(a.Owner) && (Form.Owner == null || a.Owner == Form.Owner) && (Form.Revision == 0 || a.Id == Form.Amendment)).OrderBy(a => a.Owner).ThenBy(a => a.Key).ToListAsync(ct);
    }
}
