using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vaka.Kernel.Data;
using Vaka.Kernel.Ownership;
using Vaka.Kernel.Permissions;
using Vaka.Programme.Countries;

namespace Vaka.Programme.Help;

/// <summary>Choose the country in which help is needed: those of which a service is known.</summary>
[Public]
internal sealed class HelpIndexModel(VakaDb db, CountryRecords records) : PageModel
{
    public IReadOnlyList<State> Countries { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var with = await db.Set<HelpService>().Select(s => s.Owner).Distinct().ToListAsync(ct);
        Countries = [.. (await records.Listed(ct)).Where(c => with.Contains(c.Code)).OrderBy(c => c.Fictional)];
    }
}
