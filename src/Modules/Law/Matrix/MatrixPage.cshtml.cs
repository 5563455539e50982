using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vaka.Kernel.Chain;
using Vaka.Kernel.Data;
using Vaka.Kernel.Ownership;
using Vaka.Kernel.Permissions;
using Vaka.Law.Norms;

namespace Vaka.Law.Matrix;

/// <summary>A theme of the matrix with its rows; without a theme: norms that have none.</summary>
internal sealed record MatrixTheme(ThemeItem? Theme, IReadOnlyList<MatrixRow> Rows);

/// <summary>Norms against the provisions of one state, a table per theme.</summary>
[Public]
internal sealed class MatrixPageModel(VakaDb db, NormMatrix matrix, IThemes themes, States states) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Owner { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Theme { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Instrument { get; set; }

    /// <summary>Norms that nobody has rated for the state too.</summary>
    [BindProperty(SupportsGet = true)]
    public bool All { get; set; }

    /// <summary>The state; null while there is none to choose from.</summary>
    public State? State { get; private set; }

    /// <summary>States with ratings that the viewer may see, and those the viewer may rate for.</summary>
    public IReadOnlyList<State> Choices { get; private set; } = [];

    public IReadOnlyList<ThemeItem> AllThemes { get; private set; } = [];

    /// <summary>Treaties and texts that norms come from.</summary>
    public IReadOnlyList<string> Instruments { get; private set; } = [];

    public IReadOnlyList<MatrixTheme> Themes { get; private set; } = [];

    /// <summary>How often each rating was given, each rating counted once.</summary>
    public IReadOnlyDictionary<Fulfilment, int> Counts { get; private set; } = new Dictionary<Fulfilment, int>();

    public bool MayRate => State is { } state && db.Viewer.May(LawPermissions.RatingWrite, state.Code);

    /// <summary>Query of the same matrix as data.</summary>
    public string Query => QueryString.Create(new Dictionary<string, string?> { ["owner"] = Owner, ["theme"] = Theme, ["instrument"] = Instrument, ["all"] = All ? "true" : null }.Where(q => !string.IsNullOrEmpty(q.Value))).ToString();

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var all = await states.All(ct);
        var rated = await db.Set<Rating>().Select(r => r.Owner).Distinct().ToListAsync(ct);
        Choices = [.. rated.Concat(db.Viewer.OwnersFor(LawPermissions.RatingWrite)).Distinct().Where(all.ContainsKey).Select(c => all[c]).OrderBy(s => s.Fictional).ThenBy(s => s.Code, StringComparer.Ordinal)];
        AllThemes = await themes.All(ct);
        Instruments = await db.Set<Norm>().Select(n => n.Instrument).Distinct().OrderBy(i => i).ToListAsync(ct);
        if (string.IsNullOrEmpty(Owner)) Owner = Choices.OrderBy(c => db.Viewer.Owners.Contains(c.Code) ? 0 : 1).Select(c => c.Code).FirstOrDefault();
        if (Owner is null) return Page();
        if (!all.TryGetValue(Owner, out var state)) return NotFound();
        State = state;
        var rows = await matrix.Read(Owner, Theme, Instrument, All, ct);
        Counts = rows.SelectMany(r => r.Cells).GroupBy(c => c.Rating.Fulfilment).ToDictionary(g => g.Key, g => g.Count());
        Themes = [.. AllThemes.Where(t => string.IsNullOrEmpty(Theme) || t.Id == Theme).Select(t => new MatrixTheme(t, [.. rows.Where(r => Codes.Split(r.Norm.Themes).Contains(t.Id))])).Where(t => t.Rows.Count > 0)];
        var rest = rows.Where(r => r.Norm.Themes.Length == 0).ToList();
        if (rest.Count > 0) Themes = [.. Themes, new(null, rest)];
        return Page();
    }
}
