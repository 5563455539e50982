namespace Vaka.XForms.XlsForms;

/// <summary>A row of a sheet: its number as a spreadsheet counts, and the cells that hold something, by heading.</summary>
public sealed record SheetRow(int Number, IReadOnlyList<KeyValuePair<string, string>> Cells);

/// <summary>A sheet: its name as written, its headings in order, its rows.</summary>
public sealed record Sheet(string Name, IReadOnlyList<string> Headings, IReadOnlyList<SheetRow> Rows)
{
    /// <summary>A sheet from rows of cells, the first of them the headings.</summary>
    /// <param name="name">Name of the sheet.</param>
    /// <param name="rows">Rows of cells; empty cells are null or blank. Read only as far as something is written.</param>
    /// <exception cref="FormRefusedException">Two columns have the same heading.</exception>
    public static Sheet Of(string name, IEnumerable<IReadOnlyList<string?>> rows)
    {
        using var each = rows.GetEnumerator();
        if (!each.MoveNext()) return new(name, [], []);
        var headings = HeadingsOf(name, each.Current);
        var read = new List<SheetRow>();
        for (int number = 2, empty = 0; empty <= EmptyRowsAtEnd && each.MoveNext(); number++)
        {
            var cells = new List<KeyValuePair<string, string>>();
            for (var i = 0; i < headings.Count && i < each.Current.Count; i++)
                if (headings[i] is { } heading && !string.IsNullOrWhiteSpace(each.Current[i])) cells.Add(new(heading, CellText.Clean(each.Current[i]!)));
            empty = cells.Count == 0 ? empty + 1 : 0;
            // Empty rows between others stay out; numbers are kept by the rows themselves.
            if (cells.Count > 0) read.Add(new(number, cells));
        }
        return new(name, [.. headings.OfType<string>()], read);
    }

    private const int EmptyRowsAtEnd = 60, EmptyColumnsAtEnd = 20;

    private static List<string?> HeadingsOf(string sheet, IReadOnlyList<string?> cells)
    {
        var headings = new List<string?>();
        for (int i = 0, empty = 0; i < cells.Count && empty <= EmptyColumnsAtEnd; i++)
        {
            var heading = CellText.OneSpace(CellText.Legal(cells[i] ?? "").Trim()) is { Length: > 0 } written ? written : null;
            empty = heading is null ? empty + 1 : 0;
            if (heading is not null && headings.Contains(heading))
                throw new FormRefusedException($"Two columns have the heading '{heading}'. Rename or remove one of them.", sheet, 1, heading);
            headings.Add(heading);
        }
        return headings;
    }
}

/// <summary>A workbook that holds a form: the sheets that XLSForm knows, by lower-case name, and the names of all sheets.</summary>
public sealed class Workbook
{
    private readonly Dictionary<string, Sheet> sheets = new(StringComparer.Ordinal);

    /// <summary>Names of sheets that mean something in XLSForm.</summary>
    public static IReadOnlyCollection<string> Known { get; } = ["survey", "choices", "settings", "external_choices", "osm", "entities"];

    /// <summary>Names of all sheets, as written.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Takes sheets as they come; rows of a sheet that means nothing are not read.</summary>
    public Workbook(IReadOnlyList<(string Name, IEnumerable<IReadOnlyList<string?>> Rows)> all)
    {
        Names = [.. all.Select(s => s.Name)];
        foreach (var (name, rows) in all)
        {
            var key = name.ToLowerInvariant();
            // A workbook with one sheet needs no name for it.
            if (!Known.Contains(key) && all.Count == 1) key = "survey";
            if (Known.Contains(key)) sheets[key] = Sheet.Of(key, rows);
        }
    }

    /// <summary>The sheet, or an empty one.</summary>
    public Sheet this[string name] => sheets.TryGetValue(name, out var sheet) ? sheet : new(name, [], []);
}
