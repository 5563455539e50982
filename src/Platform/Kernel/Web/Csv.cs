using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Vaka.Kernel.Words;

namespace Vaka.Kernel.Web;

/// <summary>Writes RFC 4180 tables that are safe to open in a spreadsheet.</summary>
public static class Csv
{
    /// <summary>A table; a cell that a spreadsheet would take for a formula begins with an apostrophe (OWASP, CSV injection).</summary>
    public static string Write(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<object?>> rows)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var csv = new CsvRows(text))
        {
            csv.Add(columns);
            foreach (var row in rows) csv.Add(row);
        }
        return text.ToString();
    }

    internal static string? Cell(object? value) => value switch
    {
        null => "",
        bool b => b ? "yes" : "no",
        LocalText t => t.For(Words.Words.Language).Text,
        DateOnly d => d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime t => t.ToString("O", CultureInfo.InvariantCulture),
        IFormattable f => f.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}

/// <summary>Writes such a table row by row, so that a large one is nowhere whole.</summary>
public sealed class CsvRows(TextWriter to) : IDisposable
{
    private readonly CsvWriter _csv = new(to, new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\r\n", InjectionOptions = InjectionOptions.Escape }, true);

    /// <summary>Writes one row; the first is the header.</summary>
    public void Add(IReadOnlyList<object?> cells)
    {
        foreach (var cell in cells) _csv.WriteField(Csv.Cell(cell));
        _csv.NextRecord();
    }

    /// <inheritdoc/>
    public void Dispose() => _csv.Dispose();
}
