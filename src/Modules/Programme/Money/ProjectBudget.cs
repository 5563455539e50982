using Microsoft.EntityFrameworkCore;
using Vaka.Kernel.Data;

namespace Vaka.Programme.Money;

/// <summary>A sum of amounts of which some may not be published.</summary>
/// <param name="Cents">US cents; null when not one amount is published.</param>
/// <param name="IsPartial">Some amounts are in it and others are missing, so that it is less than the whole.</param>
internal sealed record Sum(long? Cents, bool IsPartial)
{
    /// <summary>Adds what is published; a missing amount is never taken for zero.</summary>
    public static Sum Of(IEnumerable<long?> amounts)
    {
        var (all, known) = (0, new List<long>());
        foreach (var amount in amounts)
        {
            all++;
            if (amount is { } cents) known.Add(cents);
        }
        return known.Count == 0 ? new(null, false) : new(known.Sum(), known.Count < all);
    }
}

/// <summary>The sums of one year.</summary>
internal sealed record YearSums(int Year, Sum Budget, Sum Spent);

/// <summary>The budget lines of a project, by heading and year, with their sums.</summary>
internal sealed record ProjectBudget(IReadOnlyList<BudgetLine> Lines)
{
    public Sum Budget { get; } = Sum.Of(Lines.Select(l => l.BudgetCents));

    public Sum Spent { get; } = Sum.Of(Lines.Select(l => l.SpentCents));

    /// <summary>Earliest first.</summary>
    public IReadOnlyList<YearSums> Years { get; } =
        [.. Lines.GroupBy(l => l.Year).OrderBy(y => y.Key).Select(y => new YearSums(y.Key, Sum.Of(y.Select(l => l.BudgetCents)), Sum.Of(y.Select(l => l.SpentCents))))];

    /// <summary>Length of a year's bar when the largest is as long as <paramref name="full"/>; an amount above zero is never without a bar.</summary>
    public int Bar(long? cents, int full)
    {
        var most = Years.Max(y => Math.Max(y.Budget.Cents ?? 0, y.Spent.Cents ?? 0));
        return cents is not > 0 ? 0 : Math.Max(1, (int)(cents.Value * (decimal)full / most));
    }

    /// <summary>What the viewer may see of a project's money.</summary>
    public static async Task<ProjectBudget> Of(VakaDb db, string code, CancellationToken ct) =>
        new([.. (await db.Set<BudgetLine>().AsNoTracking().Where(b => b.Project == code).ToListAsync(ct)).OrderBy(b => b.Line, StringComparer.Ordinal).ThenBy(b => b.Year)]);
}
