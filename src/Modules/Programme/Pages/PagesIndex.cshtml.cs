using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vaka.Kernel.Data;
using Vaka.Kernel.Permissions;

namespace Vaka.Programme.Pages;

/// <summary>All pages by section.</summary>
[Public]
internal sealed class PagesIndexModel(VakaDb db) : PageModel
{
    public IReadOnlyList<(string Section, IReadOnlyList<ContentPage> Pages)> Sections { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Sections = await By(db, ct);

    /// <summary>Sections that have a page, in their order.</summary>
    public static async Task<IReadOnlyList<(string Section, IReadOnlyList<ContentPage> Pages)>> By(VakaDb db, CancellationToken ct)
    {
        var pages = (await db.Set<ContentPage>().AsNoTracking().OrderBy(p => p.Order).ThenBy(p => p.Slug).ToListAsync(ct)).ToLookup(p => p.Section, StringComparer.Ordinal);
        return [.. ContentPage.Sections.Where(pages.Contains).Select(s => (s, (IReadOnlyList<ContentPage>)[.. pages[s]]))];
    }
}
