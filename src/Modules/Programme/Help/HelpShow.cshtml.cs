using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vaka.Kernel.Data;
using Vaka.Kernel.Ownership;
using Vaka.Kernel.Permissions;

namespace Vaka.Programme.Help;

/// <summary>The services of one country, the most urgent kinds first.</summary>
[Public]
internal sealed class HelpShowModel(VakaDb db, States states) : PageModel
{
    public State Country { get; private set; } = null!;

    public IReadOnlyList<IGrouping<ServiceKind, HelpService>> Kinds { get; private set; } = [];

    /// <summary>Some number is known and not shown.</summary>
    public bool AnyWithheld { get; private set; }

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken ct)
    {
        if (!(await states.All(ct)).TryGetValue(code, out var country) || country.IsRegion) return NotFound();
        Country = country;
        var services = await db.Set<HelpService>().AsNoTracking().Where(s => s.Owner == code).ToListAsync(ct);
        AnyWithheld = services.Exists(s => s.IsPhoneWithheld);
        // Within a kind, a service that can be called comes before one that cannot.
        Kinds = [.. services.OrderBy(s => s.ShownPhone is null).ThenBy(s => s.Key, StringComparer.Ordinal).GroupBy(s => s.Kind).OrderBy(g => g.Key)];
        return Page();
    }
}
