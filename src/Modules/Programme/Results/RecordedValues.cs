using Vaka.Disclosure;
using Vaka.Kernel.Data;
using Vaka.Kernel.Ownership;

namespace Vaka.Programme.Results;

/// <summary>A recorded value as one reader may see it.</summary>
/// <param name="Numerator">Null when it is withheld.</param>
/// <param name="Denominator">Null for a count, and when it is withheld.</param>
internal sealed record ShownActual(PartialDate Period, string Country, string Sex, string Age, long? Numerator, long? Denominator, string Source, bool IsWithheld, Audience Audience, bool Fictional);

/// <summary>The value of one area (a country, or a region as a whole) in its latest period.</summary>
/// <param name="Amount">Null when it is withheld.</param>
internal sealed record AreaValue(string Area, PartialDate Period, Breakdown Breakdown, Amount? Amount);

/// <summary>Recorded values as one reader may see them: the rows, the latest of each area, and their sum.</summary>
/// <param name="Rows">The latest first.</param>
/// <param name="Latest">By area.</param>
/// <param name="Sum">Null when there is none, or when a part of it is withheld: the difference would tell it.</param>
internal sealed record RecordedValues(IReadOnlyList<ShownActual> Rows, IReadOnlyList<AreaValue> Latest, Amount? Sum)
{
    /// <summary>There is a value, and it is withheld.</summary>
    public bool IsWithheld => Latest.Any(a => a.Amount is null);

    /// <summary>Periods of the areas, when they differ; empty otherwise.</summary>
    public bool Differ => Latest.Select(a => a.Period).Distinct().Count() > 1;

    /// <summary>Withholds what is small unless <paramref name="exact"/>; counts of things are never withheld.</summary>
    /// <param name="people">They count people.</param>
    /// <param name="exact">The reader may see the rows themselves.</param>
    public static RecordedValues Of(IReadOnlyCollection<Actual> actuals, bool people, bool exact)
    {
        var hidden = new HashSet<Guid>();
        var gone = new HashSet<(string, PartialDate)>();
        if (!exact && (people || actuals.Any(a => a.Breakdown != Breakdown.Total)))
            foreach (var group in actuals.GroupBy(a => (a.Country, a.Period)))
                if (Withhold([.. group], hidden)) gone.Add(group.Key);
        var latest = Periods.LatestByArea(actuals, a => a.Country, a => a.Period).Select(g =>
        {
            var (breakdown, amount) = Amount.Of(g)!.Value;
            var period = g.First().Period;
            return new AreaValue(g.Key, period, breakdown, gone.Contains((g.Key, period)) ? null : amount);
        }).ToList();
        return new(
            [.. actuals.OrderByDescending(a => a.Period.Last).ThenBy(a => a.Period.First).ThenBy(a => a.Country, StringComparer.Ordinal).ThenBy(a => a.Breakdown)
                .ThenBy(a => a.Sex, StringComparer.Ordinal).ThenBy(a => a.Age, StringComparer.Ordinal).Select(a => Shown(a, hidden.Contains(a.Id)))],
            latest, latest.Exists(a => a.Amount is null) ? null : Amount.Sum(latest.Select(a => a.Amount!.Value)));
    }

    private static ShownActual Shown(Actual a, bool hide) =>
        new(a.Period, a.Country, a.Sex, a.Age, hide ? null : a.Numerator, hide ? null : a.Denominator, a.Source, hide, a.Audience, a.Fictional);

    /// <summary>
    /// Finds what to withhold of one area and period. Each breakdown is a one-way table with the same total (<see cref="SmallCells"/>), what no
    /// group accounts for being a cell of its own; of a share those inside and those outside are two such tables. Where the sexes by age stand
    /// beside either alone, they go as a whole once anything is withheld, since their margins would give them away.
    /// </summary>
    /// <returns>True when the total itself is withheld; then nothing but zeros is left.</returns>
    private static bool Withhold(IReadOnlyList<Actual> rows, HashSet<Guid> hidden)
    {
        var totals = rows.Where(r => r.Breakdown == Breakdown.Total).ToList();
        var total = Amount.Sum(totals.Select(r => r.Amount));
        var tables = rows.Where(r => r.Breakdown != Breakdown.Total).GroupBy(r => r.Breakdown).ToDictionary(g => g.Key, g => g.ToList());
        var isGone = total is { } t && Parts([t]).Any(part => SmallCells.Withhold(part, BoundCounts.Threshold).Total.IsWithheld);
        var small = new HashSet<Guid>();
        foreach (var table in tables.Values)
        {
            List<Amount> cells = [.. table.Select(r => r.Amount)];
            if (total is { } whole && Rest(whole, cells) is { } rest) cells.Add(rest);
            foreach (var part in Parts(cells))
            {
                var published = SmallCells.Withhold(part, BoundCounts.Threshold);
                isGone |= published.Total.IsWithheld;
                for (var i = 0; i < table.Count; i++)
                    if (published.Cells[i].IsWithheld) small.Add(table[i].Id);
            }
        }
        if (isGone) small.UnionWith(rows.Where(r => r.Numerator > 0 || r.Denominator > 0).Select(r => r.Id));
        else if (small.Count > 0 && tables.Count > 1 && tables.TryGetValue(Breakdown.BySexAndAge, out var crossed)) small.UnionWith(crossed.Select(r => r.Id));
        hidden.UnionWith(small);
        return isGone;
    }

    // Those inside and, where all know out of how many, those outside.
    private static IEnumerable<long[]> Parts(IReadOnlyCollection<Amount> cells)
    {
        yield return [.. cells.Select(c => c.Numerator)];
        if (cells.All(c => c.Denominator >= c.Numerator)) yield return [.. cells.Select(c => c.Denominator!.Value - c.Numerator)];
    }

    // What the groups leave of the total; null when they leave nothing, or do not add up.
    private static Amount? Rest(Amount whole, IReadOnlyCollection<Amount> cells)
    {
        var sum = Amount.Sum(cells)!.Value;
        long? outOf = whole.Denominator is { } d && sum.Denominator is { } s ? d - s : null;
        var rest = new Amount(whole.Numerator - sum.Numerator, outOf);
        return rest.Numerator < 0 || rest.Denominator < rest.Numerator || rest is { Numerator: 0, Denominator: null or 0 } ? null : rest;
    }
}
