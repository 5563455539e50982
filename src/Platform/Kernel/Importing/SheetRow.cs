using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Vaka.Kernel.Data;
using Vaka.Kernel.Words;

namespace Vaka.Kernel.Importing;

/// <summary>One row of a sheet. Readers that find a bad cell note the problem and return a default, so that one pass finds them all.</summary>
public sealed class SheetRow(string file, int line, IReadOnlyList<string> columns, IReadOnlyList<string> cells, ImportReport report)
{
    /// <summary>Line on which the row begins, from 1.</summary>
    public int Line => line;

    /// <summary>File name without folder.</summary>
    public string File => file;

    /// <summary>SHA-256 of all cells with their column names, whatever the column order.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(
        '\u001F', columns.Select((c, i) => $"{c}={cells[i].Trim()}").Order(StringComparer.Ordinal)))));

    /// <summary>The trimmed cell; empty when blank or the column is missing.</summary>
    public string this[string column]
    {
        get
        {
            for (var i = 0; i < columns.Count; i++)
                if (columns[i] == column) return cells[i].Trim();
            return "";
        }
    }

    /// <summary>The cell, or null when blank.</summary>
    public string? Optional(string column) => this[column] is { Length: > 0 } text ? text : null;

    /// <summary>The cell; an error when blank.</summary>
    public string Required(string column)
    {
        var text = this[column];
        if (text.Length == 0) Error(column, "import.blank");
        return text;
    }

    /// <summary><c>column_en</c>, <c>column_fr</c> …: one text in every language that has a column.</summary>
    public LocalText Text(string column, bool required = false)
    {
        var text = columns.Where(c => c.StartsWith(column + "_", StringComparison.Ordinal) && c.Length == column.Length + 3)
            .Aggregate(LocalText.Empty, (all, c) => all.With(c[^2..], this[c]));
        if (required && text.IsEmpty) Error(column + "_en", "import.blank");
        // A translation remembers which source it was made from.
        return text["en"] is { } source && text["fr"] is { } french ? text.With("fr", french, sourceHash: LocalText.HashOf(source)) : text;
    }

    /// <summary>The values of a cell, separated by <c>;</c>.</summary>
    public string[] List(string column) => this[column].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>A date, month or year.</summary>
    public PartialDate? Date(string column, bool required = false)
    {
        var text = required ? Required(column) : this[column];
        if (text.Length == 0) return null;
        if (PartialDate.TryParse(text, CultureInfo.InvariantCulture, out var date)) return date;
        Error(column, "import.not-a-date", text);
        return null;
    }

    /// <summary>A whole day.</summary>
    public DateOnly? Day(string column, bool required = false)
    {
        var text = required ? Required(column) : this[column];
        if (text.Length == 0) return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        Error(column, "import.not-a-day", text);
        return null;
    }

    /// <summary>A whole number within bounds.</summary>
    public long? Number(string column, bool required = false, long least = 0, long most = 1_000_000_000_000)
    {
        var text = required ? Required(column) : this[column];
        if (text.Length == 0) return null;
        if (!long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) Error(column, "import.not-a-number", text);
        else if (number < least || number > most) Error(column, "import.out-of-range", text, least, most);
        else return number;
        return null;
    }

    /// <summary>An amount of money with at most two decimals, as minor units (cents).</summary>
    public long? Money(string column, bool required = false)
    {
        var text = required ? Required(column) : this[column];
        if (text.Length == 0) return null;
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) && amount <= 1_000_000_000_000m && decimal.Round(amount, 2) == amount)
            return (long)(amount * 100);
        Error(column, "import.not-money", text);
        return null;
    }

    /// <summary><c>yes</c> or <c>no</c>; blank is no.</summary>
    public bool YesNo(string column)
    {
        var text = this[column].ToLowerInvariant();
        if (text is "" or "yes" or "no") return text == "yes";
        Error(column, "import.not-yes-or-no", text);
        return false;
    }

    /// <summary>One of a closed list. Values are written with hyphens: <c>not-applicable</c> is <c>NotApplicable</c>.</summary>
    public T Choice<T>(string column, bool required = true) where T : struct, Enum
    {
        var text = required ? Required(column) : this[column];
        if (text.Length == 0) return default;
        foreach (var value in Enum.GetValues<T>())
            if (Words.Words.KeyOf(value).Equals(text, StringComparison.OrdinalIgnoreCase)) return value;
        Error(column, "import.not-in-list", text, string.Join(", ", Enum.GetValues<T>().Select(v => Words.Words.KeyOf(v))));
        return default;
    }

    /// <summary>Notes an error in this row.</summary>
    public void Error(string? column, string key, params object?[] arguments) => report.Add(new(true, file, line, column, key, arguments));

    /// <summary>Notes a warning in this row.</summary>
    public void Warn(string? column, string key, params object?[] arguments) => report.Add(new(false, file, line, column, key, arguments));
}
