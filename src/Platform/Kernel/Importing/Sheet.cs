using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Vaka.Kernel.Importing;

/// <summary>A CSV file read whole: header and rows with their line numbers. Problems go to the report; what can be read is.</summary>
public sealed class Sheet
{
    // A row of a million commas, or a file of nothing but commas, would take a hundred times its size in memory.
    private const int MostColumns = 1_000, MostCells = 5_000_000;

    private Sheet(string file, IReadOnlyList<string> columns, IReadOnlyList<SheetRow> rows) => (File, Columns, Rows) = (file, columns, rows);

    /// <summary>File name without folder.</summary>
    public string File { get; }

    /// <summary>Column names as in the header, trimmed, lower case.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>The rows; blank lines are left out.</summary>
    public IReadOnlyList<SheetRow> Rows { get; }

    /// <summary>Reads a file of the disk. Null, with an error in the report, when it cannot be read as a table at all.</summary>
    public static async Task<Sheet?> Read(string path, ImportReport report, CancellationToken ct = default)
    {
        var bytes = await TextFile.Bytes(path, report, ct);
        return bytes is null ? null : Parse(Path.GetFileName(path), bytes, report);
    }

    /// <summary>Reads a table from bytes.</summary>
    public static Sheet? Parse(string file, byte[] bytes, ImportReport report)
    {
        if (TextFile.Decode(file, bytes, report) is not { } text) return null;
        if (TooWide(text) is { } wide) return Fail(report, file, wide, "import.too-many-columns", MostColumns);
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture) { BadDataFound = null, MissingFieldFound = null, IgnoreBlankLines = true, Mode = CsvMode.RFC4180, MaxFieldSize = 1_000_000 };
        using var parser = new CsvParser(new StringReader(text), configuration);
        try
        {
            if (!parser.Read() || parser.Count == 0) return Fail(report, file, 1, "import.no-header");
            var columns = parser.Record!.Select(c => c.Trim().ToLowerInvariant()).ToArray();
            if (columns.GroupBy(c => c, StringComparer.Ordinal).FirstOrDefault(g => g.Key.Length > 0 && g.Count() > 1) is { } twice)
                return Fail(report, file, 1, "import.column-twice", twice.Key);
            var (rows, held) = (new List<SheetRow>(), 0);
            while (true)
            {
                // A quoted text may span lines: a row begins on the line after the one the row before ended on.
                var begins = parser.RawRow + 1;
                if (!parser.Read()) break;
                var cells = parser.Record!;
                if (cells.All(string.IsNullOrWhiteSpace)) continue;
                if ((held += cells.Length) > MostCells) return Fail(report, file, begins, "import.too-many-cells", MostCells);
                if (cells.Length != columns.Length)
                    report.Add(new(true, file, begins, null, "import.cell-count", cells.Length, columns.Length));
                else rows.Add(new(file, begins, columns, cells, report));
            }
            if (QuoteLeftOpen(text)) return Fail(report, file, rows.Count == 0 ? 1 : rows[^1].Line, "import.quote-open");
            return new(file, columns, rows);
        }
        catch (CsvHelperException)
        {
            return Fail(report, file, parser.RawRow, "import.not-csv");
        }
    }

    /// <summary>Errors for required columns that are missing, warnings for columns nobody reads. <paramref name="known"/> names every column; those with a star are required.</summary>
    /// <returns>False when a required column is missing.</returns>
    public bool Expect(ImportReport report, params string[] known)
    {
        var complete = true;
        var names = known.Select(k => k.TrimEnd('*')).ToHashSet(StringComparer.Ordinal);
        foreach (var missing in known.Where(k => k.EndsWith('*')).Select(k => k.TrimEnd('*')).Where(k => !Columns.Contains(k)))
        {
            report.Add(new(true, File, 1, null, "import.column-missing", missing));
            complete = false;
        }
        foreach (var extra in Columns.Where(c => c.Length > 0 && !names.Contains(c))) report.Add(new(false, File, 1, extra, "import.column-unknown"));
        return complete;
    }

    // A truncated file often ends inside quotes; then everything after the open quote was read as one cell.
    private static bool QuoteLeftOpen(string text) => text.AsSpan().Count('"') % 2 != 0;

    // The line on which a row has more cells than any of ours; a comma within quotes separates nothing.
    private static int? TooWide(string text)
    {
        var (line, commas, quoted, begins) = (1, 0, false, true);
        foreach (var c in text)
        {
            if (c == '\n') line++;
            if (quoted) quoted = c != '"';
            else if (c == '"' && begins) quoted = true;
            else if (c is '\n' or '\r') commas = 0;
            else if (c == ',' && ++commas >= MostColumns) return line;
            // A doubled quote closes and opens again.
            begins = c is ',' or '\n' or '\r' or '"';
        }
        return null;
    }

    private static Sheet? Fail(ImportReport report, string file, int line, string key, params object?[] arguments)
    {
        report.Add(new(true, file, line, null, key, arguments));
        return null;
    }
}
