using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Vaka.Kernel.Data;
using Vaka.Kernel.Ownership;
using Vaka.Kernel.Ui;
using Vaka.Kernel.Words;
using Vaka.Programme.Money;
using Vaka.Programme.Projects;

namespace Vaka.Programme.Reports;

/// <summary>Puts the draft of a period report together, for the page and the file alike.</summary>
internal sealed class ReportComposer(VakaDb db, Words words, ReportResults results, ReportChain chain, TimeProvider clock)
{
    private static readonly string[] Labels = ["report.title", "report.draft", "field.fictional", "field.synthetic"];

    /// <summary>The report of a project.</summary>
    /// <returns>Status 200 with the report; 404, 403, or 422 with the words of what is wrong with the period.</returns>
    public async Task<(int Status, Project? Project, Report? Report, string? Problem)> Of(string code, string? from, string? to, CancellationToken ct)
    {
        if (await db.Set<Project>().AsNoTracking().FirstOrDefaultAsync(p => p.Key == code, ct) is not { } project) return (StatusCodes.Status404NotFound, null, null, null);
        if (!db.Viewer.May(ReportsFeature.ReportDraft, project.Owner)) return (StatusCodes.Status403Forbidden, null, null, null);
        var now = clock.GetUtcNow().UtcDateTime;
        var (period, problem) = ReportPeriod.Read(from, to, project, DateOnly.FromDateTime(now));
        if (period is null) return (StatusCodes.Status422UnprocessableEntity, project, null, words[problem!]);
        var pen = new ReportPen(words, period) { Fictional = project.Fictional, Synthetic = project.Synthetic, Kept = project.Audience != Audience.Public };
        Record(pen, project);
        await results.Write(pen, project, ct);
        await chain.Write(pen, project, ct);
        Money(pen, await ProjectBudget.Of(db, code, ct));
        var title = pen.Content(project.Title);
        Missing(pen);
        return (StatusCodes.Status200OK, project, new(code, title, period, [.. Marks(pen, now), .. pen.Blocks], pen.Fictional, pen.Synthetic, Words.Language, Labels.ToDictionary(k => k, k => words[k]), now), null);
    }

    // What the reader must know first; written last, when all is known.
    private static IEnumerable<ReportBlock> Marks(ReportPen pen, DateTime now)
    {
        yield return new TextBlock([pen.W["report.draft-what", Formats.Moment(now)]], true);
        if (pen.Fictional) yield return new TextBlock([pen.W["report.fictional"]], true);
        if (pen.Synthetic) yield return new TextBlock([pen.W["report.synthetic"]], true);
        if (pen.Kept) yield return new TextBlock([pen.W["report.kept"]], true);
        yield return new TextBlock([pen.W["mark.not-iom"]]);
    }

    private static void Record(ReportPen pen, Project project)
    {
        var rows = new List<IReadOnlyList<Said>>();
        void Add(string field, Said? value)
        {
            var source = project.SourceOf(field);
            rows.Add([pen.W["project." + field], value ?? pen.W["not-stated"], value is null || source is null ? "" : ReportPen.Name(string.Join(", ", new[] { source.From, source.Retrieved }.Where(s => s.Length > 0)))]);
        }
        pen.Heading(1, pen.W["project.record"]);
        Add("start", project.Start is null ? null : Formats.Date(project.Start));
        Add("end", project.End is null ? null : Formats.Date(project.End));
        Add("status", project.Status.IsEmpty ? null : pen.Content(project.Status));
        Add("budget", project.Budget is null ? null : Formats.Money(project.Budget));
        Add("states", project.States.Length == 0 ? null : ReportPen.Name(string.Join(", ", Codes.Split(project.States))));
        Add("partners", project.Partners.IsEmpty ? null : pen.Content(project.Partners));
        pen.Table("project.record", "not-stated", ["edit.field", "report.value", "fact.source"], rows);
    }

    private static void Money(ReportPen pen, ProjectBudget money)
    {
        pen.Heading(1, pen.W["money.title"]);
        var lines = money.Lines.Where(l => pen.Period.Touches(new PartialDate(l.Year))).ToList();
        pen.Kept |= lines.Exists(l => l.Audience != Audience.Public);
        if (lines.Exists(l => !pen.Period.Contains(new PartialDate(l.Year)))) pen.Text(pen.W["report.whole-years"]);
        Said Shown(Sum sum) => sum.Cents is null ? pen.W["money.not-published"] : Formats.Money(sum.Cents) + (sum.IsPartial ? " " + pen.W["money.partial"] : "");
        static (Sum Budget, Sum Spent) Sums(IReadOnlyCollection<BudgetLine> some) => (Sum.Of(some.Select(l => l.BudgetCents)), Sum.Of(some.Select(l => l.SpentCents)));
        var years = lines.GroupBy(l => l.Year).OrderBy(y => y.Key).Select(y => (y.Key, Sums: Sums([.. y])))
            .Select(IReadOnlyList<Said> (y) => [y.Key.ToString("0000", System.Globalization.CultureInfo.InvariantCulture), Shown(y.Sums.Budget), Shown(y.Sums.Spent)]).ToList();
        if (years.Count > 1) years.Add([pen.W["money.total"], Shown(Sums(lines).Budget), Shown(Sums(lines).Spent)]);
        pen.Table("money.by-year", "report.no-money", ["money.year", "money.budget", "money.spent"], years);
        if (lines.Count > 0)
            pen.Table("money.by-line", "report.no-money", ["money.line", "money.year", "money.budget", "money.spent"],
                [.. lines.Select(IReadOnlyList<Said> (l) => [pen.Content(l.Name), l.Year.ToString("0000", System.Globalization.CultureInfo.InvariantCulture), Shown(new(l.BudgetCents, false)), Shown(new(l.SpentCents, false))])]);
        if (lines.Count == 0) pen.Missing.Add([pen.W["report.no-money"]]);
        foreach (var line in lines.Where(l => l.SpentCents is null)) pen.Missing.Add([pen.W["report.no-spending", line.Year.ToString("0000", System.Globalization.CultureInfo.InvariantCulture)] + " ", pen.Content(line.Name)]);
    }

    private static void Missing(ReportPen pen)
    {
        if (pen.Untranslated.Count > 0) pen.Missing.Add([pen.W.Count("report.untranslated", pen.Untranslated.Count)]);
        pen.Heading(1, pen.W["report.missing"]);
        if (pen.Missing.Count == 0) pen.Text(pen.W["report.nothing-missing"]);
        else pen.Blocks.Add(new ListBlock(pen.Missing));
    }
}
