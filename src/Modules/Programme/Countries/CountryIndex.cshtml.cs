using Microsoft.AspNetCore.Mvc.RazorPages;
using Vaka.Kernel.Ownership;
using Vaka.Kernel.Permissions;

namespace Vaka.Programme.Countries;

/// <summary>The countries.</summary>
[Public]
internal sealed class CountryIndexModel(CountryRecords records) : PageModel
{
    public IReadOnlyList<State> Countries { get; private set; } = [];

    public IReadOnlyDictionary<string, int> Counts { get; private set; } = new Dictionary<string, int>();

    public async Task OnGetAsync(CancellationToken ct) => (Countries, Counts) = (await records.Listed(ct), await records.Counts(ct));
}
