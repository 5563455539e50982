using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Vaka.Kernel.Data;
using Vaka.Kernel.Permissions;

namespace Vaka.Programme.Countries;

/// <summary>Where a statement comes from, for the partial that shows it under every fact, treaty and service.</summary>
internal sealed record SaidBy(string Source, PartialDate? AsAt, bool IsVerified);

/// <summary>One country.</summary>
[Public]
internal sealed class CountryShowModel(CountryRecords records) : PageModel
{
    public CountryRecord Country { get; private set; } = null!;

    public IReadOnlyList<(FactTopic Topic, IReadOnlyList<IReadOnlyList<CountryFact>> Groups)> Topics { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken ct)
    {
        if (await records.Of(code, ct) is not { } country) return NotFound();
        (Country, Topics) = (country, CountryFact.ByTopic(country.Facts));
        return Page();
    }
}
