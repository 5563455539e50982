using Microsoft.EntityFrameworkCore;
using Vaka.Contracts.Law;
using Vaka.Kernel.Data;
using Vaka.Kernel.Ownership;
using Vaka.Kernel.Words;

namespace Vaka.Programme.Countries;

/// <summary>All that is said of one country.</summary>
/// <param name="Treaties">By treaty; more than one claim of a treaty when sources differ.</param>
internal sealed record CountryRecord(State State, FundEligibility? Fund, IReadOnlyList<CountryFact> Facts, IReadOnlyList<IGrouping<string, TreatyFact>> Treaties);

/// <summary>Reads what is said of countries. Treaties come from the module that keeps them, when there is one.</summary>
internal sealed class CountryRecords(VakaDb db, States states, IEnumerable<ITreaties> treaties)
{
    /// <summary>Countries that the regional project serves, shown first.</summary>
    private static readonly string[] First = ["FJ", "TO", "VU"];

    /// <summary>The countries of a region here: the project's own, then invented ones, then the others by name.</summary>
    public async Task<IReadOnlyList<State>> Listed(CancellationToken ct) =>
        [.. (await states.All(ct)).Values.Where(s => !s.IsRegion && s.Region is not null && !s.Name.IsEmpty)
            .OrderBy(s => Array.IndexOf(First, s.Code) is var i and >= 0 ? i : First.Length).ThenByDescending(s => s.Fictional)
            .ThenBy(s => s.Name.For(Words.Language).Text, StringComparer.CurrentCulture)];

    /// <summary>Number of public facts by country.</summary>
    public async Task<IReadOnlyDictionary<string, int>> Counts(CancellationToken ct) =>
        await db.Set<CountryFact>().GroupBy(f => f.Owner).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, StringComparer.Ordinal, ct);

    /// <summary>One country; null for a region or an unknown code.</summary>
    public async Task<CountryRecord?> Of(string code, CancellationToken ct)
    {
        if (!(await states.All(ct)).TryGetValue(code, out var state) || state.IsRegion) return null;
        var fund = await db.Set<FundEligibility>().AsNoTracking().FirstOrDefaultAsync(f => f.State == code, ct);
        var facts = await db.Set<CountryFact>().AsNoTracking().Where(f => f.Owner == code).OrderBy(f => f.Topic).ThenBy(f => f.Key).ToListAsync(ct);
        var claims = new List<TreatyFact>();
        foreach (var source in treaties) claims.AddRange(await source.Of(code, ct));
        return new(state, fund, facts, [.. claims.GroupBy(t => t.Instrument, StringComparer.Ordinal)]);
    }
}
