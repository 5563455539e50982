using Vaka.Kernel.Data;

namespace Vaka.Programme.Results;

/// <summary>How a value is broken down. Rows of different breakdowns count the same people again, so they are never added. The first in this order that a country reports is the one its sum is made of.</summary>
internal enum Breakdown
{
    Total,
    BySex,
    ByAge,
    BySexAndAge,
}

/// <summary>A numerator and a denominator, added but never averaged: a share of several groups is the sum over the sum.</summary>
/// <param name="Numerator">People or things counted.</param>
/// <param name="Denominator">Out of how many; null for a count.</param>
internal readonly record struct Amount(long Numerator, long? Denominator)
{
    /// <summary>In hundredths of a percent for a share, else the count; null when there is nothing to divide by.</summary>
    public long? Value(Measure measure) =>
        measure == Measure.Count ? Numerator : Denominator is > 0 and var d ? (long)decimal.Round(Numerator * 10_000m / d, MidpointRounding.AwayFromZero) : null;

    /// <summary>The sum; null of nothing. One missing denominator leaves the sum without one.</summary>
    public static Amount? Sum(IEnumerable<Amount> amounts)
    {
        Amount? sum = null;
        foreach (var amount in amounts)
            sum = sum is not { } s ? amount : new(s.Numerator + amount.Numerator, s.Denominator is { } a && amount.Denominator is { } b ? a + b : null);
        return sum;
    }

    /// <summary>The value of one area in one period: the rows of its first <see cref="Breakdown"/>, added.</summary>
    public static (Breakdown Breakdown, Amount Amount)? Of(IEnumerable<Actual> rows) =>
        rows.GroupBy(r => r.Breakdown).OrderBy(g => g.Key).Select(g => ((Breakdown, Amount)?)(g.Key, Sum(g.Select(r => r.Amount))!.Value)).FirstOrDefault();
}

/// <summary>Which of the periods that actuals were recorded for is the latest (see docs/decisions/0011-values-of-an-indicator.md).</summary>
internal static class Periods
{
    /// <summary>The period that ends last; of two that end on one day the longer, which contains the other: <c>2025</c> is later than <c>2025-06</c> and than <c>2025-12</c>.</summary>
    public static PartialDate Latest(IEnumerable<PartialDate> periods) => periods.OrderByDescending(p => p.Last).ThenBy(p => p.First).First();

    /// <summary>A code longer than a country's is a region's.</summary>
    public static bool IsRegion(string area) => area.Length > 2;

    /// <summary>
    /// The rows of each area's latest period. Areas need not report for the same one. What is said of a region is a total of its countries and
    /// never added to them: whichever was said for the later period stands, the region's when both are equally late.
    /// </summary>
    public static IReadOnlyList<IGrouping<string, T>> LatestByArea<T>(IEnumerable<T> rows, Func<T, string> area, Func<T, PartialDate> period)
    {
        var latest = rows.GroupBy(area, StringComparer.Ordinal).Select(g => (Area: g.Key, Period: Latest(g.Select(period)), Rows: g)).ToList();
        var (regions, countries) = (latest.FindAll(a => IsRegion(a.Area)), latest.FindAll(a => !IsRegion(a.Area)));
        var chosen = regions.Count == 0 ? countries : countries.Count == 0 || regions.Max(r => r.Period.Last) >= countries.Max(c => c.Period.Last) ? regions : countries;
        return [.. chosen.OrderBy(a => a.Area, StringComparer.Ordinal).SelectMany(a => a.Rows.Where(r => period(r) == a.Period).GroupBy(area, StringComparer.Ordinal))];
    }
}
