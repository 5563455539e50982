using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vaka.Kernel.Data;
using Vaka.Kernel.Ownership;
using Vaka.Kernel.Words;

namespace Vaka.Kernel.Chain;

/// <summary>A page that lists the rows of one kind that the viewer may see, narrowed by owner, theme and words.</summary>
public abstract class ChainIndexPage<T>(VakaDb db) : PageModel, IChainIndex where T : ChainRow
{
    /// <summary>Most rows on one page.</summary>
    public const int PageSize = 50;

    /// <summary>Owner code; blank for all.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Owner { get; set; }

    /// <summary>Theme id; blank for all.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Theme { get; set; }

    /// <summary>Words that title or key must hold, accents and case aside.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    /// <summary>Page from 1.</summary>
    [BindProperty(SupportsGet = true, Name = "page")]
    public int PageNumber { get; set; } = 1;

    /// <summary>The rows of this page.</summary>
    public IReadOnlyList<T> Rows { get; private set; } = [];

    IReadOnlyList<ChainRow> IChainIndex.Items => Rows;

    /// <inheritdoc/>
    public virtual IReadOnlyList<ChainFacet> Facets => [];

    /// <summary>Rows in all.</summary>
    public int Total { get; private set; }

    /// <summary>Number of pages, at least 1.</summary>
    public int Pages => Math.Max(1, (Total + PageSize - 1) / PageSize);

    /// <inheritdoc/>
    public IReadOnlyList<ThemeItem> AllThemes { get; private set; } = [];

    /// <inheritdoc/>
    public IReadOnlyList<State> AllOwners { get; private set; } = [];

    /// <summary>Narrows or includes further; the kind's own facets go here.</summary>
    protected virtual IQueryable<T> Narrow(IQueryable<T> rows) => rows;

    /// <summary>Lists.</summary>
    public virtual async Task OnGetAsync(CancellationToken ct)
    {
        var rows = Narrow(db.Set<T>().AsNoTracking());
        if (!string.IsNullOrEmpty(Owner)) rows = rows.Where(r => r.Owner == Owner);
        if (!string.IsNullOrEmpty(Theme)) rows = rows.Where(r => r.Themes.Contains("|" + Theme + "|"));
        var all = await rows.OrderBy(r => r.Owner).ThenBy(r => r.Key).ToListAsync(ct);
        if (!string.IsNullOrWhiteSpace(Q))
        {
            var words = Folding.Fold(Q).Split(' ');
            all = all.FindAll(r => Folding.Fold($"{r.Key} {string.Join(' ', r.Title.Languages.Values.Select(t => t.Text))}") is var text && Array.TrueForAll(words, w => text.Contains(w, StringComparison.Ordinal)));
        }
        AllThemes = await HttpContext.RequestServices.GetRequiredService<IThemes>().All(ct);
        var owners = await db.Set<T>().Select(r => r.Owner).Distinct().ToListAsync(ct);
        var states = await HttpContext.RequestServices.GetRequiredService<States>().All(ct);
        AllOwners = [.. owners.Where(states.ContainsKey).Select(o => states[o])];
        Total = all.Count;
        PageNumber = Math.Clamp(PageNumber, 1, Pages);
        Rows = [.. all.Skip((PageNumber - 1) * PageSize).Take(PageSize)];
    }
}
