using Microsoft.EntityFrameworkCore;
using Vaka.Contracts.Evidence;
using Vaka.Kernel.Chain;
using Vaka.Kernel.Data;
using Vaka.Kernel.Importing;

namespace Vaka.Assessment.Answers;

/// <summary>
/// <c>answers.csv</c> of a pack, and the datasets that it names. A dataset becomes what its file says: respondents come, change and go with
/// it, and every table of it is counted anew.
/// </summary>
internal sealed class AnswerFile(VakaDb db, IChain chain) : IPackFile
{
    public string File => "answers.csv";

    public int Order => 110;

    public IReadOnlyList<string> Columns { get; } = ["dataset*", "column*", "question_en*", "question_fr*", "answer*", "date", "method_en", "method_fr"];

    public async Task Read(Sheet sheet, IPack pack, CancellationToken ct)
    {
        var files = new Dictionary<string, Dataset?>(StringComparer.Ordinal);
        var rows = new List<(SheetRow Row, string Owner, Dataset? Data)>();
        foreach (var row in sheet.Rows)
        {
            var name = row.Required("dataset");
            if (!files.TryGetValue(name, out var data)) files[name] = data = await Dataset.Read(pack.Folder, name, row, pack.Report, ct);
            var owner = await pack.OwnerOf(row);
            if (owner.Length == 0) continue;
            Check(row, data);
            rows.Add((row, owner, data));
        }
        if (pack.Report.Errors == 0)
            foreach (var group in rows.GroupBy(r => (r.Owner, r.Data!.File)))
            {
                var data = group.First().Data!;
                await Keep(data, group.Key.Owner, group.First().Row.YesNo("fictional"), pack.Report, ct);
                await Recount(data, group.Key.Owner, [.. group.Select(r => r.Row["key"])], pack.Report, ct);
            }
        foreach (var (row, _, data) in rows)
            await pack.Upsert(row, (o, key) => new AnswerTable { Owner = o, Key = key }, table =>
            {
                (table.Dataset, table.Column, table.Answer) = (row["dataset"], Column(row), row["answer"]);
                (table.Question, table.Date, table.Method) = (row.Text("question", true), row.Date("date"), row.Text("method"));
                table.Count(data?.Answers(table.Column) ?? []);
            }, ct: ct);
    }

    private static string Column(SheetRow row) => row["column"].ToLowerInvariant();

    private static void Check(SheetRow row, Dataset? data)
    {
        // Answers of real people are person-level records: they are collected and kept elsewhere, under consent and erasable keys.
        if (!row.YesNo("synthetic")) row.Error("synthetic", "answers.only-synthetic");
        row.Required("column");
        var answer = row.Required("answer");
        if (data is null || Column(row).Length == 0) return;
        if (!data.Has(Column(row))) row.Error("column", "answers.no-such-column", row["column"], data.File, string.Join(", ", data.Columns.Where(data.Has)));
        else if (answer.Length > 0 && !data.Answers(Column(row)).Any(a => a.Answer.Equals(answer, StringComparison.OrdinalIgnoreCase)))
            row.Warn("answer", "answers.nobody", answer, row["column"]);
    }

    // Not through the memory of imports: that would keep respondents' codes, and hashes of their answers that can be guessed back.
    private async Task Keep(Dataset data, string owner, bool fictional, ImportReport report, CancellationToken ct)
    {
        var known = await db.Set<Respondent>().Where(r => r.Owner == owner && r.Dataset == data.File).ToDictionaryAsync(r => r.Code, StringComparer.Ordinal, ct);
        foreach (var (code, answers) in data.Respondents)
        {
            var values = Respondent.ToJson(answers);
            if (!known.Remove(code, out var respondent))
            {
                db.Add(new Respondent { Owner = owner, Dataset = data.File, Code = code, Values = values, Synthetic = true, Fictional = fictional });
                report.Created++;
            }
            else if (respondent.Values == values) report.Unchanged++;
            else
            {
                respondent.Values = values;
                report.Updated++;
            }
        }
        db.RemoveRange(known.Values);
        report.Updated += known.Count;
    }

    private async Task Recount(Dataset data, string owner, HashSet<string> redefined, ImportReport report, CancellationToken ct)
    {
        foreach (var table in await db.Set<AnswerTable>().Where(t => t.Owner == owner && t.Dataset == data.File).OrderBy(t => t.Key).ToListAsync(ct))
        {
            if (data.Has(table.Column))
            {
                if (table.Count(data.Answers(table.Column)) && table.PublishedVersion > 0) await chain.Publish(table, null, ct);
            }
            else if (!redefined.Contains(table.Key)) report.Add(new(true, data.File, 1, table.Column, "answers.column-used", table.Key));
        }
    }
}
