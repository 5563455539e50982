using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Vaka.Kernel.Data;
using Vaka.Kernel.Ownership;
using Vaka.Kernel.Ui;
using Vaka.Kernel.Words;

namespace Vaka.Kernel.Chain;

/// <summary>The fields that every row of the chain has, as a form posts them. A kind's own form derives from it.</summary>
public class ChainForm
{
    /// <summary>Owner, chosen when the row is made.</summary>
    public string? Owner { get; set; }
    /// <summary>The row's key.</summary>
    [Required(ErrorMessage = "form.required"), RegularExpression("[A-Za-z0-9][A-Za-z0-9.-]{0,78}", ErrorMessage = "form.key")]
    public string? Key { get; set; }
    /// <summary>Title per language.</summary>
    public Dictionary<string, string?> Title { get; set; } = [];
    /// <summary>Summary per language.</summary>
    public Dictionary<string, string?> Summary { get; set; } = [];
    /// <summary>Theme ids.</summary>
    public List<string> Themes { get; set; } = [];
    /// <summary>References of what the row follows from, as <see cref="Ref"/> writes them.</summary>
    public List<string> Because { get; set; } = [];
    /// <summary>Revision the form was made from; 0 for a new row.</summary>
    public int Revision { get; set; }
}

/// <summary>
/// A page that makes or edits one row of the chain. A form made from an older revision is not saved: both versions are shown, and the
/// form's text stays in its fields. The page's class declares <c>[Permit("…")]</c>.
/// </summary>
public abstract class ChainEditPage<T, TForm>(VakaDb db, IChain chain, IThemes themes) : PageModel, IChainEdit
    where T : ChainRow where TForm : ChainForm, new()
{
    /// <summary>The database.</summary>
    protected VakaDb Db => db;

    /// <summary>What was posted, or what the row says.</summary>
    [BindProperty]
    public TForm Form { get; set; } = new();

    ChainForm IChainEdit.CommonForm => Form;

    /// <summary>The row; null while it is new.</summary>
    public T? Row { get; private set; }

    /// <summary>Set when somebody else has saved since the form was made.</summary>
    public IReadOnlyList<Difference> Conflict { get; private set; } = [];

    /// <summary>Themes to choose from.</summary>
    public IReadOnlyList<ThemeItem> AllThemes { get; private set; } = [];

    /// <summary>What the row may follow from.</summary>
    public IReadOnlyList<ChainItem> Offered { get; private set; } = [];

    /// <summary>Owners for whom the viewer may make one.</summary>
    public IReadOnlyList<string> Owners { get; private set; } = [];

    /// <summary>Permission with which the row is written.</summary>
    protected abstract string WritePermission { get; }

    /// <summary>Kind of the row.</summary>
    protected abstract string Kind { get; }

    /// <summary>Words prefix of the names of the kind's own fields: <c>finding.strength</c>. Names of common fields begin with <c>field.</c>.</summary>
    protected virtual string FieldPrefix => Kind;

    /// <summary>A new row of an owner.</summary>
    protected abstract T Create(string owner, string key);

    /// <summary>Puts the row's own fields into the form.</summary>
    protected abstract void Fill(TForm form, T row);

    /// <summary>Puts the form's own fields into the row; adds model errors for what makes no sense.</summary>
    protected abstract Task Apply(TForm form, T row, CancellationToken ct);

    /// <summary>Kinds that the form offers to tick as what the row follows from; a kind that has fields of its own for some leaves them out.</summary>
    protected virtual IEnumerable<string> OfferedKinds => EdgeTypes.Before(Kind);

    /// <summary>Loads what the form offers besides.</summary>
    protected virtual Task Load(CancellationToken ct) => Task.CompletedTask;

    /// <summary>The row that an address without an id means (a code); null for a new row, <see cref="Guid.Empty"/> for one that does not exist.</summary>
    protected virtual Task<Guid?> Locate(CancellationToken ct) => Task.FromResult<Guid?>(null);

    /// <summary>Shows the form; without an id for a new row.</summary>
    public async Task<IActionResult> OnGetAsync(Guid? id, string? owner, CancellationToken ct)
    {
        id ??= await Locate(ct);
        if (id is null) Form.Owner = owner;
        else
        {
            if (await Find(id.Value, ct) is not { } row) return NotFound();
            if (!db.Viewer.May(WritePermission, row.Owner)) return Forbid();
            Row = row;
            (Form.Owner, Form.Key, Form.Revision) = (row.Owner, row.Key, row.Revision);
            Form.Title = row.Title.Languages.ToDictionary(t => t.Key, t => (string?)t.Value.Text);
            Form.Summary = row.Summary.Languages.ToDictionary(t => t.Key, t => (string?)t.Value.Text);
            Form.Themes = [.. Codes.Split(row.Themes)];
            Form.Because = [.. (await chain.Before(row.Kind, row.Id, ct)).Select(b => b.Ref.ToString())];
            Fill(Form, row);
        }
        return await Again(ct);
    }

    /// <summary>Saves a draft.</summary>
    public Task<IActionResult> OnPostAsync(Guid? id, CancellationToken ct) => Save(id, false, ct);

    /// <summary>Saves and publishes a version.</summary>
    public Task<IActionResult> OnPostPublishAsync(Guid? id, CancellationToken ct) => Save(id, true, ct);

    private async Task<IActionResult> Save(Guid? id, bool publish, CancellationToken ct)
    {
        T row;
        id ??= await Locate(ct);
        if (id is null)
        {
            if (string.IsNullOrEmpty(Form.Owner) || !db.Viewer.May(WritePermission, Form.Owner)) ModelState.AddModelError("Form.Owner", "form.owner");
            // Without owner and key there is no row to try the other fields on.
            if (IsInvalid("Form.Owner") || IsInvalid("Form.Key")) return await Again(ct);
            row = Create(Form.Owner!, Form.Key!);
            // What an invented state says is part of the invention.
            row.Fictional = (await HttpContext.RequestServices.GetRequiredService<States>().All(ct)).GetValueOrDefault(row.Owner)?.Fictional ?? false;
            if (await db.Set<T>().IgnoreQueryFilters().AnyAsync(r => r.Owner == row.Owner && r.Key == row.Key, ct)) ModelState.AddModelError("Form.Key", "form.key-taken");
            db.Add(row);
        }
        else
        {
            if (await Find(id.Value, ct) is not { } found) return NotFound();
            if (!db.Viewer.May(WritePermission, found.Owner)) return Forbid();
            Row = row = found;
            row.Key = Form.Key ?? row.Key;
        }
        row.Title = Merge(row.Title, Form.Title);
        row.Summary = Merge(row.Summary, Form.Summary);
        if (row.Title.IsEmpty) ModelState.AddModelError("Form.Title", "form.required");
        var known = (await themes.All(ct)).Select(t => t.Id).ToHashSet(StringComparer.Ordinal);
        row.Themes = Codes.Join(Form.Themes.Where(known.Contains));
        await Apply(Form, row, ct);
        if (!ModelState.IsValid)
        {
            db.ChangeTracker.Clear();
            return await Again(ct);
        }
        if (id is not null) db.Entry(row).Property(nameof(IEditable.Revision)).OriginalValue = Form.Revision;
        try
        {
            if (Form.Revision != row.Revision && id is not null) throw new DbUpdateConcurrencyException();
            if (publish) await chain.Publish(row, await Posted(row, ct), ct);
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return await Clash(row, ct);
        }
        return LocalRedirect(Links.Local(row.Path));
    }

    // Only what the form could have offered: a version that is there for this viewer, of a kind that this one may follow from.
    private async Task<List<Ref>> Posted(T row, CancellationToken ct)
    {
        var because = new List<Ref>();
        foreach (var text in Form.Because)
            if (Ref.TryParse(text, null, out var r) && r.Version > 0 && r.Id != row.Id && EdgeTypes.Between(r.Kind, Kind) is not null
                && await chain.Latest(r.Kind, r.Id, ct) is { } latest && r.Version <= latest.Ref.Version) because.Add(r);
        return because;
    }

    private async Task<IActionResult> Clash(T mine, CancellationToken ct)
    {
        if (await Difference.Of(db, mine, HttpContext.RequestServices.GetRequiredService<Words.Words>(), Name, ct) is not { } clash) return NotFound();
        (Conflict, Form.Revision) = clash;
        ModelState.Remove("Form.Revision");
        db.ChangeTracker.Clear();
        Response.StatusCode = 409;
        return await Again(ct);
    }

    private string Name(IReadOnlyProperty property) => $"{(property.PropertyInfo?.DeclaringType == typeof(T) ? FieldPrefix : "field")}.{Words.Words.KeyOf(property.Name)}";

    private async Task<IActionResult> Again(CancellationToken ct)
    {
        AllThemes = await themes.All(ct);
        Owners = [.. db.Viewer.OwnersFor(WritePermission).Order(StringComparer.Ordinal)];
        if (Form.Owner is null && Owners.Count == 1) Form.Owner = Owners[0];
        Offered = await chain.Offer([.. OfferedKinds], Form.Owner ?? "", ct);
        // A form of the worked example says so, as its page does.
        ViewData["Fictional"] = Row?.Fictional;
        await Load(ct);
        if (!ModelState.IsValid && Response.StatusCode == 200) Response.StatusCode = 422;
        return Page();
    }

    private bool IsInvalid(string field) => ModelState.GetFieldValidationState(field) == Microsoft.AspNetCore.Mvc.ModelBinding.ModelValidationState.Invalid;

    private Task<T?> Find(Guid id, CancellationToken ct) => db.Set<T>().FirstOrDefaultAsync(r => r.Id == id, ct);

    /// <summary>A text with the form's languages put in; the others stay. A changed text is a draft again.</summary>
    protected static LocalText Merge(LocalText old, Dictionary<string, string?> form) =>
        form.Where(f => Languages.Is(f.Key)).Aggregate(old, (text, f) => old[f.Key] == f.Value?.Trim() ? text : text.With(f.Key, f.Value));
}
