using Vaka.Kernel.Ownership;
using Vaka.Kernel.Ui;
using Vaka.Programme.Projects;
using Vaka.Programme.Results;

namespace Vaka.Programme.Reports;

/// <summary>The results of a report: each indicator with baseline, target and the values of the period. A report leaves the house, so small numbers of people are withheld from it whoever draws it up.</summary>
internal sealed class ReportResults(ResultTrees trees, IndicatorViews views, BoundCounts counts)
{
    public async Task Write(ReportPen pen, Project project, CancellationToken ct)
    {
        pen.Heading(1, pen.W["result.framework"]);
        var nodes = (await trees.Of(project.Key, ct)).SelectMany(t => t.All).ToList();
        if (nodes.Count == 0)
        {
            pen.Text(pen.W["result.none"]);
            pen.Missing.Add([pen.W["result.none"]]);
            return;
        }
        pen.Text(pen.W["report.results-how", BoundCounts.Threshold]);
        var actuals = await views.Actuals([.. nodes.SelectMany(n => n.Indicators).Select(v => v.Indicator)], ct);
        foreach (var node in nodes)
        {
            var row = node.Result;
            Mark(pen, row.Audience, row.Fictional, row.Synthetic);
            pen.Heading(2, pen.W["report.level", pen.W.Of("result.level", row.Level)] + " ", pen.Content(row.Title, row.Path));
            if (!row.Summary.IsEmpty) pen.Text(pen.Content(row.Summary));
            if (node.Indicators.Count == 0 && row.Level is (ResultLevel.Outcome or ResultLevel.Output)) pen.Missing.Add([pen.W["report.no-indicator"] + " ", pen.Content(row.Title, row.Path)]);
            foreach (var view in node.Indicators) await Write(pen, view.Indicator, [.. actuals[view.Indicator.Id]], ct);
        }
    }

    private async Task Write(ReportPen pen, Indicator indicator, IReadOnlyList<Actual> actuals, CancellationToken ct)
    {
        Mark(pen, indicator.Audience, indicator.Fictional, indicator.Synthetic);
        var title = pen.Content(indicator.Title, indicator.Path);
        pen.Heading(3, title);
        string Year(long? value, int? year) => value is null ? pen.W["result.not-published"] : indicator.Shown(value) + (year is { } y ? $" ({y})" : "");
        if (indicator.Target is null) pen.Missing.Add([pen.W["report.no-target"] + " ", title]);
        if (indicator.Baseline is null) pen.Missing.Add([pen.W["report.no-baseline"] + " ", title]);
        var within = actuals.Where(a => pen.Period.Contains(a.Period)).ToList();
        var values = RecordedValues.Of(within, indicator.People, false);
        var bound = await counts.Published(indicator, pen.Period.First, pen.Period.Last, ct);
        var now = bound is null ? Recorded(pen, indicator, values) : Count(pen, bound.Total);
        if (bound is null && within.Count == 0) pen.Missing.Add([pen.W["report.no-actual"] + " ", title]);
        pen.Blocks.Add(new TableBlock(pen.W["report.indicator"], [pen.W["indicator.unit"], pen.W["indicator.baseline"], pen.W["indicator.target"], pen.W["report.in-period"]],
            [[pen.Content(indicator.Unit), Year(indicator.Baseline, indicator.BaselineYear), Year(indicator.Target, indicator.TargetYear), now]]));
        if (bound is not null) await Bound(pen, indicator, bound, ct);
        else if (within.Count > 0) Rows(pen, indicator, values);
        var beyond = actuals.Where(a => pen.Period.Touches(a.Period) && !pen.Period.Contains(a.Period)).Select(a => a.Period).Distinct().OrderBy(p => p).Select(p => Formats.Date(p)).ToList();
        if (beyond.Count > 0) pen.Text(pen.W["report.beyond", string.Join(", ", beyond)]);
    }

    private static string Recorded(ReportPen pen, Indicator indicator, RecordedValues values)
    {
        if (values.Rows.Count == 0) return pen.W["report.no-actual-short"];
        if (values.IsWithheld) return pen.W["result.withheld"];
        var shown = indicator.Shown(values.Sum?.Value(indicator.Measure));
        // A sum of several areas or periods says what it is the sum of.
        return values.Latest.Count > 1 || values.Differ ? $"{shown} ({string.Join("; ", values.Latest.Select(a => $"{a.Area} {Formats.Date(a.Period)}"))})" : $"{shown} ({Formats.Date(values.Latest[0].Period)})";
    }

    private static void Rows(ReportPen pen, Indicator indicator, RecordedValues values)
    {
        Said Number(long? value, bool withheld) => value is { } n ? Formats.Number(n) : withheld ? pen.W["result.withheld"] : "";
        pen.Kept |= values.Rows.Any(r => r.Audience != Audience.Public);
        pen.Fictional |= values.Rows.Any(r => r.Fictional);
        pen.Table("indicator.actuals-caption", "report.no-actual-short", ["indicator.period", "indicator.area", "indicator.sex", "indicator.age", "indicator.numerator", "indicator.denominator", "fact.source"],
            [.. values.Rows.Select(IReadOnlyList<Said> (r) => [Formats.Date(r.Period), ReportPen.Name(r.Country), r.Sex.Length > 0 ? pen.W["sex." + r.Sex] : pen.W["list.all"], r.Age.Length > 0 ? ReportPen.Name(r.Age) : pen.W["list.all"],
                Number(r.Numerator, r.IsWithheld), indicator.Measure == Measure.Share ? Number(r.Denominator, r.IsWithheld) : "", r.Source.Length > 0 ? ReportPen.Name(r.Source) : pen.W["not-stated"]])]);
    }

    private async Task Bound(ReportPen pen, Indicator indicator, BoundCount bound, CancellationToken ct)
    {
        var all = await counts.Published(indicator, DateOnly.MinValue, pen.Period.Last, ct);
        pen.Text(pen.W["report.bound", Count(pen, all!.Total)] + " ", ReportPen.Name(indicator.Bound!));
        if (bound.BySex.Count > 0)
            pen.Table("indicator.by-sex", "report.no-actual-short", ["indicator.sex", "report.in-period"], [.. bound.BySex.Select(IReadOnlyList<Said> (s) => [pen.W["sex." + s.Sex], Count(pen, s.Count)])]);
    }

    private static string Count(ReportPen pen, Vaka.Disclosure.PublishedCount count) => count.Value is { } n ? Formats.Number(n) : pen.W["result.withheld"];

    private static void Mark(ReportPen pen, Audience audience, bool fictional, bool synthetic)
    {
        pen.Kept |= audience != Audience.Public;
        pen.Fictional |= fictional;
        pen.Synthetic |= synthetic;
    }
}
