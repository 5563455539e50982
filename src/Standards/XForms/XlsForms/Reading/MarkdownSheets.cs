namespace Vaka.XForms.XlsForms;

/// <summary>
/// A workbook as tables of Markdown: <c>| survey |</c> begins a sheet, further rows leave the first cell empty. Lines that begin with
/// <c>#</c> are remarks, <c>\|</c> is a bar inside a cell.
/// </summary>
internal static class MarkdownSheets
{
    public static Workbook Read(string text)
    {
        var sheets = new List<(string Name, List<IReadOnlyList<string?>> Rows)>();
        foreach (var line in text.Split('\n').Select(l => l.Trim()).Where(l => l.StartsWith('|')))
        {
            if (line.All(c => c is '|' or '-' or ':' or ' ') && line.Contains('-')) continue;
            var cells = Cells(line);
            if (cells[0].Length > 0) sheets.Add((cells[0], []));
            if (sheets.Count > 0 && cells.Skip(1).Any(c => c.Length > 0)) sheets[^1].Rows.Add([.. cells.Skip(1)]);
        }
        return new([.. sheets.Select(s => (s.Name, (IEnumerable<IReadOnlyList<string?>>)s.Rows))]);
    }

    private static List<string> Cells(string line)
    {
        var (cells, from) = (new List<string>(), 1);
        for (var i = 1; i < line.Length; i++)
        {
            if (line[i] != '|' || line[i - 1] == '\\') continue;
            cells.Add(line[from..i].Trim().Replace("\\|", "|", StringComparison.Ordinal));
            from = i + 1;
        }
        if (from == 1) cells.Add(line[1..].Trim());
        return cells;
    }
}
