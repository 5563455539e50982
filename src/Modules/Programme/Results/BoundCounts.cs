using Microsoft.EntityFrameworkCore;
using Vaka.Contracts.Capacity;
using Vaka.Contracts.Law;
using Vaka.Contracts.Programme;
using Vaka.Disclosure;
using Vaka.Kernel.Data;
using Vaka.Kernel.Outbox;
using Vaka.Kernel.Ownership;

namespace Vaka.Programme.Results;

/// <summary>A bound indicator's count as one viewer may see it.</summary>
/// <param name="Total">Withheld when it counts people and is small.</param>
/// <param name="BySex">Counts of women, men and others; empty when it does not count people.</param>
/// <param name="Rows">The rows themselves; empty for those who may not see them.</param>
internal sealed record BoundCount(PublishedCount Total, IReadOnlyList<(string Sex, PublishedCount Count)> BySex, IReadOnlyList<MeasuredRow> Rows);

/// <summary>Counts the system's own rows for indicators that are bound to them. One way for page, JSON and CSV.</summary>
internal sealed class BoundCounts(IEnumerable<IMeasure> measures, VakaDb db)
{
    /// <summary>Counts of people below this are withheld from those who may not see the rows.</summary>
    public const long Threshold = 5;

    /// <summary>Names that an indicator can be bound to.</summary>
    public IEnumerable<string> Names => measures.Select(m => m.Name);

    /// <summary>Whoever has a grant for the owner sees exact numbers; rows of people stay with the module that keeps them.</summary>
    public bool IsOwn(Indicator indicator) => db.Viewer.IsSystem || db.Viewer.Owners.Contains(indicator.Owner);

    /// <summary>The count for the current viewer; null when the indicator is not bound.</summary>
    public Task<BoundCount?> Of(Indicator indicator, CancellationToken ct) => Of(indicator, IsOwn(indicator), _ => true, ct);

    /// <summary>The count as anybody may know it, of the rows that count from a day between two; null when the indicator is not bound.</summary>
    public Task<BoundCount?> Published(Indicator indicator, DateOnly from, DateOnly to, CancellationToken ct) => Of(indicator, false, r => r.On >= from && r.On <= to, ct);

    /// <summary>People that the measures of people count from a day between two, by measure and owner, as anybody may know it; owners of whom there are none are left out.</summary>
    public async Task<IReadOnlyList<(string Measure, string Owner, PublishedCount Total)>> PeopleBetween(IEnumerable<string> owners, DateOnly from, DateOnly to, CancellationToken ct)
    {
        var found = new List<(string, string, PublishedCount)>();
        foreach (var owner in owners)
            foreach (var measure in measures.Where(m => m.CountsPeople))
                if ((await measure.Rows(owner, ct)).Count(r => r.On >= from && r.On <= to) is > 0 and var number) found.Add((measure.Name, owner, SmallCells.Withhold([number], Threshold).Total));
        return found;
    }

    private async Task<BoundCount?> Of(Indicator indicator, bool exact, Func<MeasuredRow, bool> counts, CancellationToken ct)
    {
        if (measures.FirstOrDefault(m => m.Name == indicator.Bound) is not { } measure) return null;
        var rows = (await measure.Rows(indicator.Owner, ct)).Where(counts).ToList();
        if (!measure.CountsPeople) return new(new(rows.Count), [], exact ? rows : []);
        var sexes = rows.GroupBy(r => r.Sex ?? "x").OrderBy(g => g.Key, StringComparer.Ordinal).ToList();
        if (exact) return new(new(rows.Count), [.. sexes.Select(g => (g.Key, new PublishedCount(g.Count())))], []);
        var published = SmallCells.Withhold([.. sexes.Select(g => (long)g.Count())], Threshold);
        return new(published.Total, [.. sexes.Select((g, i) => (g.Key, published.Cells[i]))], []);
    }

    /// <summary>Recomputes all indicators of an owner that are bound to a measure.</summary>
    public async Task Recompute(string measure, string owner, DateTime now, CancellationToken ct)
    {
        if (measures.FirstOrDefault(m => m.Name == measure) is not { } source) return;
        foreach (var indicator in await db.Set<Indicator>().Where(i => i.Bound == measure && i.Owner == owner).ToListAsync(ct))
        {
            var count = (await source.Rows(owner, ct)).Count;
            if (indicator.Computed == count) continue;
            (indicator.Computed, indicator.ComputedAt) = (count, now);
        }
        await db.SaveChangesAsync(ct);
    }
}

/// <summary>An amendment commenced: indicators that count amendments recompute.</summary>
internal sealed class CommencementCounted(BoundCounts counts, TimeProvider clock) : IHandle<AmendmentCommenced>
{
    public Task Handle(AmendmentCommenced happened, CancellationToken ct) => counts.Recompute("law.amendments-commenced", happened.Owner, clock.GetUtcNow().UtcDateTime, ct);
}

/// <summary>A competence was observed: indicators that count officers recompute.</summary>
internal sealed class CompetenceCounted(BoundCounts counts, TimeProvider clock) : IHandle<CompetenceObserved>
{
    public Task Handle(CompetenceObserved happened, CancellationToken ct) => counts.Recompute("capacity.officers-competent", happened.Owner, clock.GetUtcNow().UtcDateTime, ct);
}
