using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vaka.Kernel.Chain;
using Vaka.Kernel.Data;
using Vaka.Kernel.Permissions;
using Vaka.Law.Amendments;

namespace Vaka.Law.Consultation;

/// <summary>What the form of a comment posts.</summary>
public sealed class CommentForm : ChainForm
{
    /// <summary>The amendment commented on.</summary>
    public Guid? Amendment { get; set; }
    /// <summary>The institution, per language.</summary>
    public Dictionary<string, string?> From { get; set; } = [];
    /// <summary>What it said, per language.</summary>
    public Dictionary<string, string?> Text { get; set; } = [];
    /// <summary>What it was answered, per language.</summary>
    public Dictionary<string, string?> Answer { get; set; } = [];
    /// <summary>Day, <c>yyyy-MM-dd</c>.</summary>
    public string? On { get; set; }
}

/// <summary>Records what an institution said about a released amendment, and its answer.</summary>
[Permit(LawPermissions.CommentWrite)]
internal sealed class CommentEditModel(VakaDb db, IChain chain, IThemes themes, TimeProvider clock) : LawEditPage<Comment, CommentForm>(db, chain, themes)
{
    /// <summary>The amendment that a new comment is on.</summary>
    [BindProperty(SupportsGet = true, Name = "amendment")]
    public Guid? About { get; set; }

    /// <summary>Released amendments of the owner that the form is for.</summary>
    public IReadOnlyList<Amendment> Amendments { get; private set; } = [];

    protected override string WritePermission => LawPermissions.CommentWrite;

    protected override string Kind => Kinds.Comment;

    // The edge from the amendment is made from the field.
    protected override IEnumerable<string> OfferedKinds => [];

    protected override Comment Create(string owner, string key) => new() { Owner = owner, Key = key };

    protected override void Fill(CommentForm form, Comment row) =>
        (form.Amendment, form.From, form.Text, form.Answer, form.On) = (row.AmendmentId, Texts(row.From), Texts(row.Text), Texts(row.Answer), PartialDate.Of(row.On).ToString());

    protected override async Task Apply(CommentForm form, Comment row, CancellationToken ct)
    {
        var amendment = await Db.Set<Amendment>().FirstOrDefaultAsync(a => a.Id == form.Amendment && a.Owner == row.Owner && a.Released, ct);
        if (amendment is null) ModelState.AddModelError("Form.Amendment", "form.required");
        else row.AmendmentId = amendment.Id;
        row.From = Needed("Form.From", row.From, form.From);
        row.Text = Needed("Form.Text", row.Text, form.Text);
        row.Answer = Merge(row.Answer, form.Answer);
        row.On = Day("Form.On", form.On, clock);
        Follows(form, Kinds.Amendment, amendment);
    }

    protected override async Task Load(CancellationToken ct)
    {
        Form.Amendment ??= About;
        var owners = Owners.ToList();
        Amendments = await Db.Set<Amendment>().AsNoTracking().Where(a => a.Released && owners.Contains(a.Owner) && (Form.Owner == null || a.Owner == Form.Owner)).OrderBy(a => a.Owner).ThenBy(a => a.Key).ToListAsync(ct);
    }
}
