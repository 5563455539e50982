using Microsoft.EntityFrameworkCore;
using Vaka.Kernel.Data;

namespace Vaka.Programme.Results;

/// <summary>An indicator with what is known of it, as one viewer may see it.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Recorded">Values recorded by hand.</param>
/// <param name="Bound">Its count when it is bound.</param>
internal sealed record IndicatorView(Indicator Indicator, RecordedValues Recorded, BoundCount? Bound)
{
    /// <summary>Sum of each area's latest value, or the bound count; null when there is none or it is withheld.</summary>
    public long? Value => Bound is not null ? Bound.Total.Value : Recorded.Sum?.Value(Indicator.Measure);

    /// <summary>The count is of people, and too small to be shown.</summary>
    public bool IsWithheld => Bound?.Total.IsWithheld ?? Recorded.IsWithheld;

    /// <summary>How much of the way from baseline to target is done, 0 to 100; null when one of the three is missing.</summary>
    public int? Progress => Indicator.Target is { } target && Value is { } value && target != (Indicator.Baseline ?? 0)
        ? (int)Math.Clamp((value - (Indicator.Baseline ?? 0)) * 100 / (target - (Indicator.Baseline ?? 0)), 0, 100) : null;
}

/// <summary>Loads indicators with their values.</summary>
internal sealed class IndicatorViews(VakaDb db, BoundCounts counts)
{
    public async Task<IReadOnlyList<IndicatorView>> Of(IReadOnlyCollection<Indicator> indicators, CancellationToken ct)
    {
        var actuals = await Actuals(indicators, ct);
        var views = new List<IndicatorView>();
        foreach (var indicator in InOrder(indicators))
            views.Add(new(indicator, RecordedValues.Of([.. actuals[indicator.Id]], indicator.People, counts.IsOwn(indicator)), await counts.Of(indicator, ct)));
        return views;
    }

    /// <summary>The recorded values of indicators, by indicator.</summary>
    public async Task<ILookup<Guid, Actual>> Actuals(IReadOnlyCollection<Indicator> indicators, CancellationToken ct)
    {
        var ids = indicators.Select(i => i.Id).ToList();
        return (await db.Set<Actual>().AsNoTracking().Where(a => ids.Contains(a.IndicatorId)).ToListAsync(ct)).ToLookup(a => a.IndicatorId);
    }

    /// <summary>As they stand below their result.</summary>
    public static IEnumerable<Indicator> InOrder(IEnumerable<Indicator> indicators) => indicators.OrderBy(i => i.Order).ThenBy(i => i.Key, StringComparer.Ordinal);
}
