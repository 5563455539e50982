using Vaka.Kernel.Importing;

namespace Vaka.Assessment.Answers;

/// <summary>A file of respondents, one a row: columns <c>respondent</c> (a code), <c>sex</c> (<c>f</c>, <c>m</c>, <c>x</c> or blank), and one per question.</summary>
internal sealed record Dataset(string File, IReadOnlyList<string> Columns, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Respondents)
{
    private static readonly string[] Sexes = ["f", "m", "x", ""];

    /// <summary>Columns that are questions or traits; the respondent's code is neither.</summary>
    public bool Has(string column) => column != "respondent" && Columns.Contains(column);

    /// <summary>Sex and answer of every respondent; none when there is no such column.</summary>
    public IEnumerable<(string Sex, string Answer)> Answers(string column) =>
        Has(column) ? Respondents.Values.Select(r => (r["sex"], r[column])) : [];

    /// <summary>Reads a dataset of the pack's folder; null, with errors against the file or the cell that names it, when it cannot be read.</summary>
    public static async Task<Dataset?> Read(string folder, string name, SheetRow namedBy, ImportReport report, CancellationToken ct)
    {
        if (name.Length == 0) return null;
        if (Path.GetFileName(name) != name || !name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) || name.Length > 120)
        {
            namedBy.Error("dataset", "answers.not-a-file-name", name);
            return null;
        }
        var path = Path.Combine(folder, name);
        if (!System.IO.File.Exists(path))
        {
            namedBy.Error("dataset", "answers.no-such-file", name);
            return null;
        }
        if (await Sheet.Read(path, report, ct) is not { } sheet || !sheet.Expect(report, ["respondent*", "sex*", .. sheet.Columns.Except(["respondent", "sex"])])) return null;
        return Parse(sheet);
    }

    private static Dataset Parse(Sheet sheet)
    {
        var columns = sheet.Columns.Where(c => c.Length > 0).ToList();
        var respondents = new Dictionary<string, IReadOnlyDictionary<string, string>>(StringComparer.Ordinal);
        foreach (var row in sheet.Rows)
        {
            // A problem names the line, never the respondent: reports are printed and logged.
            var (code, sex) = (row.Required("respondent"), row["sex"].ToLowerInvariant());
            if (code.Length > 80) row.Error("respondent", "answers.code-too-long", 80);
            if (!Sexes.Contains(sex)) row.Error("sex", "import.not-in-list", row["sex"], "f, m, x");
            var answers = columns.Where(c => c != "respondent").ToDictionary(c => c, c => c == "sex" ? sex : row[c], StringComparer.Ordinal);
            if (code.Length > 0 && !respondents.TryAdd(code, answers)) row.Error("respondent", "answers.respondent-twice");
        }
        return new(sheet.File, columns, respondents);
    }
}
