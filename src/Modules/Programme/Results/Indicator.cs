using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Vaka.Kernel.Chain;
using Vaka.Kernel.Data;
using Vaka.Kernel.Words;

namespace Vaka.Programme.Results;

/// <summary>What an indicator measures.</summary>
[WordsPrefix("indicator.measure")]
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

    /// <summary>It counts people, so that small numbers are withheld from those who may not see the rows. A value by sex or age always does.</summary>
    public bool People { get; set; }

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

    /// <summary>How the value was broken down.</summary>
    public Breakdown Breakdown => (Sex.Length > 0, Age.Length > 0) switch
    {
        (false, false) => Breakdown.Total,
        (true, false) => Breakdown.BySex,
        (false, true) => Breakdown.ByAge,
        _ => Breakdown.BySexAndAge,
    };

    public Amount Amount => new(Numerator, Denominator);
}
