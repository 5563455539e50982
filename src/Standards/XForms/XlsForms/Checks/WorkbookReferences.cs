namespace Vaka.XForms.XlsForms;

/// <summary>Every reference in every sheet names something that is there, and once.</summary>
internal static class WorkbookReferences
{
    public static void Check(Sheet sheet, IReadOnlyDictionary<string, int> names, Func<string, bool> columns, Problems problems)
    {
        foreach (var row in sheet.Rows)
        {
            foreach (var (heading, text) in row.Cells.Where(c => c.Value.Contains("${", StringComparison.Ordinal) && columns(c.Key)))
            {
                if (References.Malformed(text) is { } bad)
                {
                    problems.Error($"'{bad}' is no reference. Write ${{name}}, with the name of a question and without blanks.", sheet.Name, row.Number, heading);
                    continue;
                }
                foreach (var name in References.Find(text).Select(r => r.Name).Distinct(StringComparer.Ordinal))
                {
                    var count = names.GetValueOrDefault(name);
                    if (count == 0) problems.Error($"There is no question named '{name}'. Correct the reference, or add the question.", sheet.Name, row.Number, heading);
                    if (count > 1) problems.Error($"More than one question or group is named '{name}', so the reference can mean any of them. Rename all but one.", sheet.Name, row.Number, heading);
                }
            }
        }
    }
}
