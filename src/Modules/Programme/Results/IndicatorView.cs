using Microsoft.EntityFrameworkCore;
using Vaka.Disclosure;
using Vaka.Kernel.Data;

namespace Vaka.Programme.Results;

/// <summary>An indicator with what is known of it, as one viewer may see it.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Actuals">Recorded values, the latest first.</param>
/// <param name="Bound">Its count when it is bound.</param>
internal sealed record IndicatorView(Indicator Indicator, IReadOnlyList<Actual> Actuals, BoundCount? Bound)
{
    /// <summary>Value of the latest period, or the bound count; null when there is none or it is withheld.</summary>
    public long? Value => Bound is not null ? Bound.Total.Value : Amount.Latest(Actuals)?.Sum.Value(Indicator.Measure);

    /// <summary>The count is of people, and too small to be shown.</summary>
    public bool IsWithheld => Bound is { Total.IsWithheld: true };

    /// <summary>How much of the way from baseline to target is done, 0 to 100; null when one of the three is missing.</summary>
    public int? Progress => Indicator.Target is { } target && Value is { } value && target != (Indicator.Baseline ?? 0)
        ? (int)Math.Clamp((value - (Indicator.Baseline ?? 0)) * 100 / (target - (Indicator.Baseline ?? 0)), 0, 100) : null;
}

/// <summary>Loads indicators with their values.</summary>
internal sealed class IndicatorViews(VakaDb db, BoundCounts counts)
{
    public async Task<IReadOnlyList<IndicatorView>> Of(IReadOnlyCollection<Indicator> indicators, CancellationToken ct)
    {
        var ids = indicators.Select(i => i.Id).ToList();
        var actuals = (await db.Set<Actual>().AsNoTracking().Where(a => ids.Contains(a.IndicatorId)).ToListAsync(ct)).ToLookup(a => a.IndicatorId);
        var views = new List<IndicatorView>();
        foreach (var indicator in indicators.OrderBy(i => i.Order).ThenBy(i => i.Key, StringComparer.Ordinal))
            views.Add(new(indicator, [.. actuals[indicator.Id].OrderByDescending(a => a.Period).ThenBy(a => a.Country, StringComparer.Ordinal).ThenBy(a => a.Sex, StringComparer.Ordinal)], await counts.Of(indicator, ct)));
        return views;
    }
}
