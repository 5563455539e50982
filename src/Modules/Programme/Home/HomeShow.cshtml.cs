using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vaka.Kernel.Data;
using Vaka.Kernel.Permissions;
using Vaka.Programme.Projects;

namespace Vaka.Programme.Home;

/// <summary>The first page: what Vaka is for, and the ways in. A record that is not in this copy is not offered.</summary>
[Public]
internal sealed class HomeShowModel(VakaDb db) : PageModel
{
    /// <summary>The real project that Vaka was made around.</summary>
    public Project? Real { get; private set; }

    /// <summary>The worked example in an invented state.</summary>
    public Project? Worked { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        string[] keys = ["PX.0220", "MOTU-01"];
        var found = await db.Set<Project>().AsNoTracking().Where(p => keys.Contains(p.Key)).ToListAsync(ct);
        (Real, Worked) = (found.Find(p => p.Key == keys[0]), found.Find(p => p.Key == keys[1]));
    }
}
