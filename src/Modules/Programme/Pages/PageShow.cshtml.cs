using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vaka.Kernel.Data;
using Vaka.Kernel.Permissions;

namespace Vaka.Programme.Pages;

/// <summary>One page, with the others of its section.</summary>
[Public]
internal sealed class PageShowModel(VakaDb db) : PageModel
{
    public ContentPage Row { get; private set; } = null!;

    public IReadOnlyList<ContentPage> Beside { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (await db.Set<ContentPage>().AsNoTracking().FirstOrDefaultAsync(p => p.Slug == slug, ct) is not { } row) return NotFound();
        Row = row;
        Beside = await db.Set<ContentPage>().AsNoTracking().Where(p => p.Section == row.Section && p.Id != row.Id).OrderBy(p => p.Order).ThenBy(p => p.Slug).ToListAsync(ct);
        return Page();
    }
}
