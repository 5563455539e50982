using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Vaka.Kernel.Importing;

/// <summary>A CSV file read whole: header and rows with their line numbers. Problems go to the report; what can be read is.</summary>
public sealed class Sheet
{
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
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture) { BadDataFound = null, MissingFieldFound = null, IgnoreBlankLines = true, Mode = CsvMode.RFC4180, MaxFieldSize = 1_000_000 };
        using var parser = new CsvParser(new StringReader(text), configuration);
        try
        {
            if (!parser.Read() || parser.Count == 0) return Fail(report, file, 1, "import.no-header");
            var columns = parser.Record!.Select(c => c.Trim().ToLowerInvariant()).ToArray();
            if (columns.GroupBy(c => c, StringComparer.Ordinal).FirstOrDefault(g => g.Key.Length > 0 && g.Count() > 1) is { } twice)
                return Fail(report, file, 1, "import.column-twice", twice.Key);
            var rows = new List<SheetRow>();
            while (true)
            {
                // A quoted text may span lines: a row begins on the line after the one the row before ended on.
                var begins = parser.RawRow + 1;
                if (!parser.Read()) break;
                var cells = parser.Record!;
                if (cells.All(string.IsNullOrWhiteSpace)) continue;
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

    private static Sheet? Fail(ImportReport report, string file, int line, string key, params object?[] arguments)
    {
        report.Add(new(true, file, line, null, key, arguments));
        return null;
    }
}

/// <summary>Reads and decodes text files.</summary>
public static class TextFile
{
    /// <summary>Largest file read, in bytes.</summary>
    public const long MostBytes = 64L * 1024 * 1024;

    /// <summary>The text of a file of the disk; null, with an error in the report, when it cannot be read.</summary>
    public static async Task<string?> Read(string path, ImportReport report, CancellationToken ct = default) =>
        await Bytes(path, report, ct) is { } bytes ? Decode(Path.GetFileName(path), bytes, report) : null;

    internal static async Task<byte[]?> Bytes(string path, ImportReport report, CancellationToken ct)
    {
        var (name, info) = (Path.GetFileName(path), new FileInfo(path));
        if (!info.Exists) report.Add(new(true, name, 0, null, "import.file-missing"));
        else if (info.Length > MostBytes) report.Add(new(true, name, 0, null, "import.file-too-large", info.Length / 1_048_576, MostBytes / 1_048_576));
        else return await File.ReadAllBytesAsync(path, ct);
        return null;
    }

    private static readonly UTF8Encoding Strict = new(false, true);
    private static readonly System.Buffers.SearchValues<char> Controls =
        System.Buffers.SearchValues.Create([.. Enumerable.Range(0, 32).Select(c => (char)c).Except(['\t', '\n', '\r', '\f'])]);

    /// <summary>The text of a UTF-8 file, NFC, without its byte-order mark; null, with an error that names the line, when it is in another encoding or holds control characters.</summary>
    public static string? Decode(string file, byte[] bytes, ImportReport report)
    {
        if (bytes.Length == 0) return Fail(0, "import.file-empty");
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..]) return Fail(0, "import.utf-16");
        if (bytes is [(byte)'P', (byte)'K', 3, 4, ..]) return Fail(0, "import.is-zip");
        string text;
        try
        {
            text = Strict.GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException e)
        {
            return Fail(1 + bytes.AsSpan(0, Math.Clamp(e.Index, 0, bytes.Length)).Count((byte)'\n'), "import.not-utf-8");
        }
        var control = text.AsSpan().IndexOfAny(Controls);
        if (control >= 0) return Fail(1 + text.AsSpan(0, control).Count('\n'), "import.control-character", ((int)text[control]).ToString("X2", CultureInfo.InvariantCulture));
        try
        {
            return text.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            return Fail(0, "import.not-utf-8");
        }

        string? Fail(int line, string key, params object?[] arguments)
        {
            report.Add(new(true, file, line, null, key, arguments));
            return null;
        }
    }
}
