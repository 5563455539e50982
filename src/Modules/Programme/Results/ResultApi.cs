using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Vaka.Contracts.Programme;
using Vaka.Kernel.Data;
using Vaka.Kernel.Permissions;
using Vaka.Kernel.Web;

namespace Vaka.Programme.Results;

/// <summary>Results, indicators and their values as data; small numbers of people are withheld here as on the page.</summary>
internal static class ResultApi
{
    private static readonly string[] Columns =
    [
        "project", "level", "result", "result_title_en", "result_title_fr", "indicator", "indicator_title_en", "indicator_title_fr", "unit_en", "unit_fr", "measure", "people", "bound",
        "baseline", "baseline_year", "target", "target_year", "numerator", "denominator", "value", "periods", "withheld", "fictional", "synthetic", "path",
    ];

    private static readonly string[] ActualColumns = ["indicator", "period", "country", "sex", "age", "numerator", "denominator", "withheld", "source", "fictional"];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapData("/projects/{code}/results", async (string code, IProjects projects, ResultTrees trees, CancellationToken ct) =>
        {
            if (await projects.Find(code, ct) is not { } project) return null;
            var tree = await trees.Of(code, ct);
            return new DataSheet(new { project = project.Code, fictional = project.Fictional, results = tree.Select(Node) }, Columns, tree.SelectMany(t => t.All).SelectMany(Rows));
        }).Public().WithTags("projects").WithSummary("A project's results and indicators; a share's baseline, target and value are in percent.");
        routes.MapData("/indicators/{id:guid}", async (Guid id, VakaDb db, IndicatorViews views, CancellationToken ct) =>
            await db.Set<Indicator>().AsNoTracking().FirstOrDefaultAsync(i => i.Id == id, ct) is { } indicator
                ? Sheet((await views.Of([indicator], ct))[0]) : null).Public().WithTags("projects").WithSummary("One indicator with its recorded values by period, country, sex and age.");
    }

    private static DataSheet Sheet(IndicatorView view) =>
        new(Item(view), ActualColumns, view.Recorded.Rows.Select(IReadOnlyList<object?> (a) => [view.Indicator.Key, a.Period, a.Country, a.Sex, a.Age, a.Numerator, a.Denominator, a.IsWithheld, a.Source, a.Fictional]));

    private static object Node(TreeNode node) => new
    {
        node.Result.Key, node.Result.Level, node.Result.Title, node.Result.Summary, version = node.Result.PublishedVersion, fictional = node.Result.Fictional, synthetic = node.Result.Synthetic, node.Result.Path,
        indicators = node.Indicators.Select(Item), below = node.Below.Select(Node),
    };

    private static object Item(IndicatorView view)
    {
        var i = view.Indicator;
        return new
        {
            i.Key, i.Title, i.Summary, i.Unit, i.Measure, people = i.People, i.Bound, baseline = Value(i, i.Baseline), i.BaselineYear, target = Value(i, i.Target), i.TargetYear,
            value = Value(i, view.Value), numerator = Numerator(view), denominator = view.Recorded.Sum?.Denominator, withheld = view.IsWithheld,
            latest = view.Recorded.Latest.Select(a => new { country = a.Area, a.Period, a.Breakdown, numerator = a.Amount?.Numerator, denominator = a.Amount?.Denominator, withheld = a.Amount is null }),
            actuals = view.Recorded.Rows.Select(a => new { a.Period, a.Country, sex = Blank(a.Sex), age = Blank(a.Age), a.Numerator, a.Denominator, withheld = a.IsWithheld, source = Blank(a.Source) }),
            bySex = view.Bound?.BySex.Select(s => new { s.Sex, people = s.Count.Value, withheld = s.Count.IsWithheld }),
            version = i.PublishedVersion, fictional = i.Fictional, synthetic = i.Synthetic, i.Path,
        };
    }

    private static IEnumerable<IReadOnlyList<object?>> Rows(TreeNode node)
    {
        var r = node.Result;
        object?[] head = [r.Project, Vaka.Kernel.Words.Words.KeyOf(r.Level), r.Key, r.Title["en"], r.Title["fr"]];
        if (node.Indicators.Count == 0) yield return [.. head, .. new object?[17], r.Fictional, r.Synthetic, r.Path];
        foreach (var view in node.Indicators)
        {
            var i = view.Indicator;
            yield return
            [
                .. head, i.Key, i.Title["en"], i.Title["fr"], i.Unit["en"], i.Unit["fr"], Vaka.Kernel.Words.Words.KeyOf(i.Measure), i.People, i.Bound, Value(i, i.Baseline), i.BaselineYear, Value(i, i.Target), i.TargetYear,
                Numerator(view), view.Recorded.Sum?.Denominator, Value(i, view.Value), string.Join(';', view.Recorded.Latest.Select(a => $"{a.Area} {a.Period}")), view.IsWithheld, i.Fictional, i.Synthetic, i.Path,
            ];
        }
    }

    private static long? Numerator(IndicatorView view) => view.Bound is { } bound ? bound.Total.Value : view.Recorded.Sum?.Numerator;

    // A share is kept in hundredths of a percent.
    private static decimal? Value(Indicator indicator, long? value) => indicator.Measure == Measure.Share ? value / 100m : value;

    private static string? Blank(string text) => text.Length == 0 ? null : text;
}
