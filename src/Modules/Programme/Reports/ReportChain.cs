using Microsoft.EntityFrameworkCore;
using Vaka.Contracts.Evidence;
using Vaka.Kernel.Data;
using Vaka.Kernel.Ownership;
using Vaka.Kernel.Ui;
using Vaka.Programme.Groups;
using Vaka.Programme.Projects;
using Vaka.Programme.Results;

namespace Vaka.Programme.Reports;

/// <summary>What moved in the chain of the project's owner and of the states it serves: a report says what happened, not that the project made it happen.</summary>
internal sealed class ReportChain(VakaDb db, IEnumerable<IChronicle> chronicles, BoundCounts counts)
{
    public async Task Write(ReportPen pen, Project project, CancellationToken ct)
    {
        string[] owners = [.. Codes.Split(project.States).Prepend(project.Owner).Distinct(StringComparer.Ordinal)];
        pen.Heading(1, pen.W["report.chain"]);
        pen.Text(pen.W["report.chain-how"] + " ", ReportPen.Name(string.Join(", ", owners)));
        var entries = new List<ChronicleEntry>();
        foreach (var chronicle in chronicles) entries.AddRange(await chronicle.Between(owners, pen.Period.First, pen.Period.Last, ct));
        foreach (var act in entries.OrderByDescending(e => e.Act).ThenBy(e => e.On).ThenBy(e => e.Path, StringComparer.Ordinal).GroupBy(e => e.Act))
        {
            var rows = act.Select(IReadOnlyList<Said> (e) => [pen.Content(e.Title, e.Path), pen.W["kind." + e.Kind], ReportPen.Name(e.Owner), Formats.Day(e.On), e.Note.IsEmpty ? "" : pen.Content(e.Note)]).ToList();
            pen.Heading(2, pen.W.Of("chronicle", act.Key));
            pen.Table($"chronicle.{Vaka.Kernel.Words.Words.KeyOf(act.Key)}", "report.nothing-happened", ["list.title", "report.kind", "list.owner", "report.on", "report.by"], rows);
            pen.Fictional |= act.Any(e => e.Fictional);
            pen.Synthetic |= act.Any(e => e.Synthetic);
            pen.Kept |= act.Any(e => e.Audience != Audience.Public);
        }
        if (entries.Count == 0) pen.Text(pen.W["report.nothing-happened"]);
        await People(pen, owners, ct);
        await Decisions(pen, owners, ct);
    }

    private async Task People(ReportPen pen, string[] owners, CancellationToken ct)
    {
        var rows = new List<IReadOnlyList<Said>>();
        foreach (var (measure, owner, total) in await counts.PeopleBetween(owners, pen.Period.First, pen.Period.Last, ct))
            rows.Add([pen.W["measure." + measure], ReportPen.Name(owner), total.Value is { } n ? Formats.Number(n) : pen.W["result.withheld"]]);
        pen.Heading(2, pen.W["report.observed"]);
        pen.Table("report.observed", "report.nobody-observed", ["report.counted", "list.owner", "indicator.people"], rows);
    }

    private async Task Decisions(ReportPen pen, string[] owners, CancellationToken ct)
    {
        var meetings = (await db.Set<Meeting>().AsNoTracking().Where(m => owners.Contains(m.Owner)).ToListAsync(ct)).ToDictionary(m => m.Id);
        var groups = await db.Set<WorkingGroup>().AsNoTracking().ToDictionaryAsync(g => g.Id, ct);
        var decisions = (await db.Set<Decision>().AsNoTracking().Where(d => owners.Contains(d.Owner)).ToListAsync(ct)).Where(d => pen.Period.Touches(d.Date)).OrderBy(d => d.Date).ThenBy(d => d.Key, StringComparer.Ordinal).ToList();
        pen.Heading(2, pen.W["meeting.decisions"]);
        pen.Table("meeting.decisions", "report.no-decisions", ["kind.decision", "kind.group", "decision.date", "field.summary"],
            [.. decisions.Select(IReadOnlyList<Said> (d) =>
            [
                pen.Content(d.Title, d.Path), meetings.GetValueOrDefault(d.MeetingId) is { } m && groups.GetValueOrDefault(m.GroupId) is { } g ? pen.Content(g.Title, g.Path) : pen.W["not-stated"],
                Formats.Date(d.Date), d.Summary.IsEmpty ? "" : pen.Content(d.Summary),
            ])]);
        if (decisions.Count == 0) pen.Missing.Add([pen.W["report.no-decisions"]]);
        pen.Kept |= decisions.Exists(d => d.Audience != Audience.Public);
        pen.Fictional |= decisions.Exists(d => d.Fictional);
        pen.Synthetic |= decisions.Exists(d => d.Synthetic);
    }
}
