using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vaka.Kernel.Chain;
using Vaka.Kernel.Data;
using Vaka.Kernel.Ui;
using Vaka.Kernel.Words;

namespace Vaka.Programme.Editing;

/// <summary>What every form of a row outside the chain posts.</summary>
public class RowForm
{
    /// <summary>Revision the form was made from.</summary>
    public int Revision { get; set; }
}

/// <summary>What the head of such a form shows (<c>/Editing/_Head.cshtml</c>).</summary>
internal interface IRowEdit
{
    /// <summary>Fields on which the form and the database differ, after a lost race.</summary>
    IReadOnlyList<Difference> Conflict { get; }
}

/// <summary>A page that edits one row that is not in the chain. A form made from an older revision is not saved: both versions are shown, and the form's text stays in its fields.</summary>
internal abstract class RowEditPage<T, TForm>(VakaDb db) : PageModel, IRowEdit where T : Row where TForm : RowForm, new()
{
    protected VakaDb Db => db;

    [BindProperty]
    public TForm Form { get; set; } = new();

    public T Row { get; private set; } = null!;

    public IReadOnlyList<Difference> Conflict { get; private set; } = [];

    /// <summary>Permission with which the row is written.</summary>
    protected abstract string WritePermission { get; }

    /// <summary>Words prefix of the names of the fields.</summary>
    protected abstract string FieldPrefix { get; }

    /// <summary>Where the reader goes afterwards, without a language.</summary>
    public abstract string Back { get; }

    /// <summary>The row that the address means, tracked; null when there is none for this viewer.</summary>
    protected abstract Task<T?> Find(CancellationToken ct);

    /// <summary>Puts the row into the form.</summary>
    protected abstract void Fill(TForm form, T row);

    /// <summary>Puts the form into the row; adds model errors for what makes no sense.</summary>
    protected abstract void Apply(TForm form, T row);

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await Load(ct) is { } refused) return refused;
        Fill(Form, Row);
        Form.Revision = Row.Revision;
        return Page();
    }

    /// <summary>Saves.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await Load(ct) is { } refused) return refused;
        Apply(Form, Row);
        if (!ModelState.IsValid) return Again(422);
        db.Entry(Row).Property(nameof(IEditable.Revision)).OriginalValue = Form.Revision;
        try
        {
            if (Form.Revision != Row.Revision) throw new DbUpdateConcurrencyException();
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return await Clash(ct);
        }
        return LocalRedirect(Links.Local(Back));
    }

    /// <summary>Reads the row and checks that the viewer may write it; null when so.</summary>
    protected async Task<IActionResult?> Load(CancellationToken ct)
    {
        if (await Find(ct) is not { } row) return NotFound();
        if (!db.Viewer.May(WritePermission, row.Owner)) return Forbid();
        Row = row;
        return null;
    }

    /// <summary>The form again, nothing saved.</summary>
    protected IActionResult Again(int status)
    {
        db.ChangeTracker.Clear();
        Response.StatusCode = status;
        return Page();
    }

    /// <summary>A text with the form's languages put in; the others stay.</summary>
    protected static LocalText Merge(LocalText old, Dictionary<string, string?> form) =>
        form.Where(f => Languages.Is(f.Key)).Aggregate(old, (text, f) => old[f.Key] == f.Value?.Trim().ReplaceLineEndings("\n") ? text : text.With(f.Key, f.Value));

    /// <summary>A text as a form shows it.</summary>
    protected static Dictionary<string, string?> All(LocalText text) => text.Languages.ToDictionary(t => t.Key, t => (string?)t.Value.Text);

    private async Task<IActionResult> Clash(CancellationToken ct)
    {
        if (await Difference.Of(db, Row, HttpContext.RequestServices.GetRequiredService<Words>(), p => $"{FieldPrefix}.{Words.KeyOf(p.Name)}", ct) is not { } clash) return NotFound();
        (Conflict, Form.Revision) = clash;
        ModelState.Remove("Form.Revision");
        return Again(409);
    }
}
