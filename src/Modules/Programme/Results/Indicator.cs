using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Vaka.Kernel.Chain;
using Vaka.Kernel.Data;
using Vaka.Kernel.Words;

namespace Vaka.Programme.Results;

/// <summary>What an indicator measures.</summary>
internal enum Measure
{
    /// <summary>A number of things or people.</summary>
    Count,
    /// <summary>A share: numerator over denominator, both kept.</summary>
    Share,
}

/// <summary>
/// An indicator of a result. Baseline and target are in its unit, a share's in hundredths of a percent (18.3 % is 1830); null where none was
/// published. A bound indicator counts rows of the system itself.
/// </summary>
internal sealed class Indicator : ChainRow
{
    public Guid ResultId { get; set; }

    public Measure Measure { get; set; }

    public LocalText Unit { get; set; } = LocalText.Empty;

    public long? Baseline { get; set; }

    public int? BaselineYear { get; set; }

    public long? Target { get; set; }

    public int? TargetYear { get; set; }

    /// <summary>Name of the measure it counts (<see cref="Contracts.Programme.IMeasure.Name"/>); null when actuals are recorded by hand.</summary>
    [MaxLength(60)]
    public string? Bound { get; set; }

    public int Order { get; set; }

    /// <summary>Last computed count of a bound indicator; null before the first.</summary>
    public long? Computed { get; set; }

    public DateTime? ComputedAt { get; set; }

    public override string Kind => Kinds.Indicator;

    public override string Path => $"/indicators/{Id}";

    public override IEnumerable<(string Field, LocalText Value)> Facts() => [("indicator.unit", Unit), ("indicator.bound", Bound is null ? LocalText.Empty : LocalText.Same(Bound))];

    /// <summary>A baseline or target as a reader sees it.</summary>
    public string Shown(long? value) => value is not { } v ? "" : Measure == Measure.Share ? (v / 10_000m).ToString("P1", System.Globalization.CultureInfo.CurrentCulture) : Vaka.Kernel.Ui.Formats.Number(v);

    public static void Map(ModelBuilder model)
    {
        model.Entity<Indicator>(i =>
        {
            i.ToTable("indicators");
            i.HasIndex(x => x.ResultId);
        });
        model.Entity<Actual>(a =>
        {
            a.ToTable("actuals");
            a.HasIndex(x => x.IndicatorId);
        });
    }
}

/// <summary>An actual value of an indicator for one period and one cell of its disaggregation.</summary>
internal sealed class Actual : Row
{
    public Guid IndicatorId { get; set; }

    public PartialDate Period { get; set; }

    [MaxLength(16)]
    public string Country { get; set; } = "";

    /// <summary><c>f</c>, <c>m</c>, <c>x</c>, or blank for all.</summary>
    [MaxLength(1)]
    public string Sex { get; set; } = "";

    [MaxLength(10)]
    public string Age { get; set; } = "";

    public long Numerator { get; set; }

    /// <summary>Null for a count.</summary>
    public long? Denominator { get; set; }

    [MaxLength(400)]
    public string Source { get; set; } = "";
}

/// <summary>A numerator and a denominator, added but never averaged: a share of several groups is the sum over the sum.</summary>
/// <param name="Numerator">People or things counted.</param>
/// <param name="Denominator">Out of how many; null for a count.</param>
internal readonly record struct Amount(long Numerator, long? Denominator)
{
    /// <summary>In hundredths of a percent for a share, else the count; null when there is nothing to divide by.</summary>
    public long? Value(Measure measure) =>
        measure == Measure.Count ? Numerator : Denominator is > 0 and var d ? (long)decimal.Round(Numerator * 10_000m / d, MidpointRounding.AwayFromZero) : null;

    /// <summary>The sum of rows of one period. Where a total row (no sex, no age) stands beside disaggregated ones, the total alone counts, per country.</summary>
    public static Amount? Of(IEnumerable<Actual> rows)
    {
        Amount? sum = null;
        foreach (var country in rows.GroupBy(r => r.Country))
        {
            var totals = country.Where(r => r is { Sex: "", Age: "" }).ToList();
            foreach (var row in totals.Count > 0 ? totals : [.. country])
                sum = new((sum?.Numerator ?? 0) + row.Numerator, sum is null ? row.Denominator : sum.Value.Denominator is { } a && row.Denominator is { } b ? a + b : null);
        }
        return sum;
    }

    /// <summary>The value of the latest period: actuals of different periods are never added, since many count what stands at the period's end.</summary>
    public static (PartialDate Period, Amount Sum)? Latest(IReadOnlyCollection<Actual> rows) =>
        rows.Count == 0 ? null : rows.GroupBy(r => r.Period).OrderByDescending(g => g.Key).Select(g => ((PartialDate, Amount)?)(g.Key, Of(g)!.Value)).First();
}
