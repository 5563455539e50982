using System.Text;

namespace Vaka.XForms.XlsForms;

/// <summary>A workbook in one CSV file: a line whose first cell is filled begins a sheet of that name, the next line holds its headings.</summary>
internal static class CsvSheets
{
    public static Workbook Read(string text)
    {
        var sheets = new List<(string Name, List<IReadOnlyList<string?>> Rows)>();
        foreach (var cells in Lines(text))
        {
            if (!string.IsNullOrWhiteSpace(cells[0])) sheets.Add((cells[0].Trim(), []));
            if (sheets.Count > 0 && cells.Skip(1).Any(c => !string.IsNullOrWhiteSpace(c))) sheets[^1].Rows.Add([.. cells.Skip(1)]);
        }
        return new([.. sheets.Select(s => (s.Name, (IEnumerable<IReadOnlyList<string?>>)s.Rows))]);
    }

    /// <summary>The cells of each line (RFC 4180).</summary>
    internal static IEnumerable<List<string>> Lines(string text)
    {
        var (cells, cell, quoted) = (new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted && c == '"' && i + 1 < text.Length && text[i + 1] == '"') cell.Append(text[i++]);
            else if (c == '"') quoted = !quoted;
            else if (quoted || c is not (',' or '\r' or '\n')) cell.Append(c);
            else
            {
                if (c == '\r') continue;
                cells.Add(cell.ToString());
                cell.Clear();
                if (c == ',') continue;
                yield return cells;
                cells = [];
            }
        }
        if (cell.Length == 0 && cells.Count == 0) yield break;
        cells.Add(cell.ToString());
        yield return cells;
    }
}
