using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Vaka.Contracts.Evidence;
using Vaka.Contracts.Programme;
using Vaka.Kernel.Chain;
using Vaka.Kernel.Data;
using Vaka.Kernel.Importing;
using Vaka.Kernel.Ownership;

namespace Vaka.Programme.Results;

/// <summary><c>results.csv</c> of a pack. Edges come with the indicators, which the results follow from.</summary>
internal sealed class ResultFile(IProjects projects) : IPackFile
{
    public string File => "results.csv";

    public int Order => 400;

    public IReadOnlyList<string> Columns { get; } = ["project*", "parent", "level*", "order"];

    public async Task Read(Sheet sheet, IPack pack, CancellationToken ct)
    {
        var read = new Dictionary<string, ResultNode>(StringComparer.Ordinal);
        foreach (var row in sheet.Rows)
        {
            if (row.Required("project") is { Length: > 0 } code && await projects.Find(code, ct) is null) row.Error("project", "import.unknown-reference", code);
            var owner = await pack.OwnerOf(row);
            var parent = row.Optional("parent") is not { } p ? null : read.GetValueOrDefault(p) ?? await pack.Find<ResultNode>(row, "parent", owner, p, ct);
            var node = await pack.Upsert(row, (o, key) => new ResultNode { Owner = o, Key = key }, r =>
            {
                (r.Project, r.Level, r.Order) = (row["project"], row.Choice<ResultLevel>("level"), (int)(row.Number("order", most: int.MaxValue) ?? row.Line));
                r.ParentId = parent?.Id;
                if (parent is not null && !ResultNode.MayContain(parent.Level, r.Level)) row.Error("level", "result.bad-level", row["level"], row["parent"]);
            }, ct: ct);
            if (node is not null) read[node.Key] = node;
        }
    }
}

/// <summary><c>indicators.csv</c> of a pack. Afterwards each result follows from its indicators and the results below it, and the project from its outermost results.</summary>
internal sealed class IndicatorFile(VakaDb db, IProjects projects, BoundCounts counts) : IPackFile
{
    public string File => "indicators.csv";

    public int Order => 410;

    public IReadOnlyList<string> Columns { get; } = ["result*", "unit_en*", "unit_fr", "baseline", "baseline_year", "target", "target_year", "measure*", "bound", "order", "people"];

    public async Task Read(Sheet sheet, IPack pack, CancellationToken ct)
    {
        var touched = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in sheet.Rows)
        {
            var owner = await pack.OwnerOf(row);
            if (await pack.Find<ResultNode>(row, "result", owner, row.Required("result"), ct) is not { } result) continue;
            touched.Add(result.Project);
            await pack.Upsert(row, (o, key) => new Indicator { Owner = o, Key = key }, i =>
            {
                (i.ResultId, i.Measure, i.Unit, i.Order) = (result.Id, row.Choice<Measure>("measure"), row.Text("unit", true), (int)(row.Number("order", most: int.MaxValue) ?? row.Line));
                (i.Baseline, i.Target) = (Value(row, "baseline", i.Measure), Value(row, "target", i.Measure));
                (i.BaselineYear, i.TargetYear) = ((int?)row.Number("baseline_year", false, 1951, 2200), (int?)row.Number("target_year", false, 1951, 2200));
                (i.Bound, i.People) = (row.Optional("bound"), row.YesNo("people"));
                if (i.Bound is not null && !counts.Names.Contains(i.Bound)) row.Error("bound", "import.not-in-list", i.Bound, string.Join(", ", counts.Names));
            }, ct: ct);
        }
        if (pack.Report.Errors > 0) return;
        await db.SaveChangesAsync(ct);
        foreach (var code in touched) await Join(code, pack, ct);
    }

    private async Task Join(string code, IPack pack, CancellationToken ct)
    {
        var nodes = await db.Set<ResultNode>().Where(r => r.Project == code).ToListAsync(ct);
        var ids = nodes.ConvertAll(n => n.Id);
        var indicators = (await db.Set<Indicator>().Where(i => ids.Contains(i.ResultId)).ToListAsync(ct)).ToLookup(i => i.ResultId);
        // From the leaves up, since a node's version names the versions below it.
        foreach (var node in nodes.OrderByDescending(n => n.Level))
            await pack.Follow(node, [.. indicators[node.Id].Where(i => i.PublishedVersion > 0).Select(i => i.Published()), .. nodes.Where(n => n.ParentId == node.Id).Select(n => n.Published())], ct);
        await projects.Follow(code, [.. nodes.Where(n => n.ParentId is null).Select(n => n.Published())], ct);
        await db.SaveChangesAsync(ct);
    }

    // A share's baseline is written in percent (18.3), a count's as a whole number.
    private static long? Value(SheetRow row, string column, Measure measure)
    {
        if (row[column].Length == 0) return null;
        if (measure == Measure.Count) return row.Number(column);
        if (decimal.TryParse(row[column], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) && percent is >= 0 and <= 100) return (long)(percent * 100);
        row.Error(column, "result.not-a-percentage", row[column]);
        return null;
    }
}

/// <summary><c>actuals.csv</c> of a pack.</summary>
internal sealed class ActualFile(VakaDb db) : IPackFile
{
    public string File => "actuals.csv";

    public int Order => 420;

    public bool IsChain => false;

    public IReadOnlyList<string> Columns { get; } = ["indicator*", "period*", "country*", "sex", "age", "numerator*", "denominator", "source", "owner"];

    public async Task Read(Sheet sheet, IPack pack, CancellationToken ct)
    {
        foreach (var row in sheet.Rows)
        {
            var owner = await pack.OwnerOf(row);
            if (await pack.Find<Indicator>(row, "indicator", owner, row.Required("indicator"), ct) is not { } indicator) continue;
            var (period, country, sex, age) = (row.Date("period", true), row.Required("country"), row["sex"], row["age"]);
            if (sex is not ("" or "f" or "m" or "x")) row.Error("sex", "import.not-in-list", sex, "f, m, x");
            if (period is not { } when) continue;
            var existing = await db.Set<Actual>().FirstOrDefaultAsync(a => a.IndicatorId == indicator.Id && a.Period == when && a.Country == country && a.Sex == sex && a.Age == age, ct);
            await pack.UpsertPlain(row, "actual", owner, $"{indicator.Key}/{when}/{country}/{sex}/{age}", existing, () => new Actual { Owner = owner, IndicatorId = indicator.Id, Audience = indicator.Audience, SharedWith = indicator.SharedWith }, a =>
            {
                (a.Period, a.Country, a.Sex, a.Age, a.Source) = (when, country, sex, age, row["source"]);
                a.Fictional = indicator.Fictional;
                (a.Numerator, a.Denominator) = (row.Number("numerator", true) ?? 0, row.Number("denominator"));
                if (indicator.Measure == Measure.Share && a.Denominator is null) row.Error("denominator", "import.blank");
                if (a.Denominator is { } d && a.Numerator > d) row.Error("numerator", "result.numerator-too-large", a.Numerator, d);
            }, ct);
        }
    }
}
