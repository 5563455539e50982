using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vaka.Kernel.Chain;
using Vaka.Kernel.Data;
using Vaka.Kernel.Ownership;
using Vaka.Kernel.Permissions;

namespace Vaka.Assessment.KnowledgeGaps;

/// <summary>Knowledge by theme and country: where an answer is known, where research is called for, and where nobody has recorded the question.</summary>
[Public]
internal sealed class KnowledgeMapModel(VakaDb db, IThemes themes, States states) : PageModel
{
    private ILookup<(string Theme, string Owner), KnowledgeGap> _cells = Array.Empty<KnowledgeGap>().ToLookup(g => ("", g.Owner));

    /// <summary>Rows: all themes, also those of which no gap is recorded.</summary>
    public IReadOnlyList<ThemeItem> Themes { get; private set; } = [];

    /// <summary>Columns: countries and regions with at least one gap that the viewer sees.</summary>
    public IReadOnlyList<State> Owners { get; private set; } = [];

    /// <summary>Whether anything shown is invented.</summary>
    public bool Fictional { get; private set; }

    /// <summary>Themes of which no country shown has recorded anything.</summary>
    public int Unrecorded => Themes.Count(t => !Owners.Any(o => this[t, o].Any()));

    /// <summary>The gaps of a theme in a country; one that names two themes stands in both.</summary>
    public IEnumerable<KnowledgeGap> this[ThemeItem theme, State owner] => _cells[(theme.Id, owner.Code)];

    /// <summary>Shows the map.</summary>
    public async Task OnGetAsync(CancellationToken ct)
    {
        var gaps = await db.Set<KnowledgeGap>().AsNoTracking().OrderBy(g => g.Key).ToListAsync(ct);
        var all = await states.All(ct);
        Themes = await themes.All(ct);
        Owners = [.. gaps.Select(g => g.Owner).Distinct().Where(all.ContainsKey).Order(StringComparer.Ordinal).Select(o => all[o])];
        Fictional = gaps.Exists(g => g.Fictional);
        _cells = gaps.SelectMany(g => Codes.Split(g.Themes).Select(t => (Cell: (Theme: t, g.Owner), Gap: g))).ToLookup(x => x.Cell, x => x.Gap);
    }
}
