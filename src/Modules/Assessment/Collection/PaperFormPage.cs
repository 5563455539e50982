using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vaka.Kernel.Data;
using Vaka.Kernel.Ownership;
using Vaka.Kernel.Permissions;
using Vaka.Kernel.Words;
using Vaka.XForms;
using Vaka.XForms.Forms;

namespace Vaka.Assessment.Collection;

/// <summary>
/// A form to print and fill with a pen, for places without power and for whoever would rather not be typed into a telephone. Public by
/// declaration: who may see the form, by its owner and audience, may print it.
/// </summary>
[Public]
internal sealed class PaperFormModel(VakaDb db, States states, Words words) : PageModel
{
    /// <summary>Repetitions that there is room for, at most.</summary>
    public const int MostCopies = 20;

    /// <summary>Room for this many repetitions of each repeat.</summary>
    public int Copies { get; private set; }

    /// <summary>The questions.</summary>
    public PaperForm Paper { get; private set; } = null!;

    /// <summary>The form.</summary>
    public SurveyForm Form { get; private set; } = null!;

    /// <summary>The version that is printed.</summary>
    public FormVersion Version { get; private set; } = null!;

    /// <summary>Whether the form is of an invented state; paper says so too.</summary>
    public bool Fictional { get; private set; }

    /// <summary>Shows the current version, or that of the address.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, string? version, int copies = 3, CancellationToken ct = default)
    {
        if (await db.Set<SurveyForm>().AsNoTracking().FirstOrDefaultAsync(f => f.Id == id, ct) is not { } form) return NotFound();
        var versions = db.Set<FormVersion>().AsNoTracking().Where(v => v.FormId == id);
        var found = version is null ? await versions.FirstOrDefaultAsync(v => v.Id == form.CurrentVersionId, ct) : await versions.FirstOrDefaultAsync(v => v.Version == version, ct);
        if (found is null) return NotFound();
        try
        {
            (Form, Version, Copies) = (form, found, Math.Clamp(copies, 1, MostCopies));
            Fictional = (await states.All(ct)).GetValueOrDefault(form.Owner)?.Fictional == true;
            Paper = new(XForm.Read(found.Xml), words);
            return Page();
        }
        catch (XmlRefusedException)
        {
            return NotFound();
        }
    }
}
