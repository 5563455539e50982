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
        using (var csv = new CsvWriter(text, new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\r\n", InjectionOptions = InjectionOptions.Escape }))
        {
            foreach (var column in columns) csv.WriteField(column);
            csv.NextRecord();
            foreach (var row in rows)
            {
                foreach (var cell in row) csv.WriteField(Cell(cell));
                csv.NextRecord();
            }
        }
        return text.ToString();
    }

    private static string? Cell(object? value) => value switch
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
