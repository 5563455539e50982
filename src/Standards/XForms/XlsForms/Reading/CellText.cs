using System.Globalization;
using System.Text;
using System.Xml;

namespace Vaka.XForms.XlsForms;

/// <summary>How the content of a cell becomes text.</summary>
internal static class CellText
{
    /// <summary>Text of a value as a workbook holds it: whole numbers without a point, dates as ISO 8601 with a blank, booleans in capitals.</summary>
    public static string? Of(object? value) => value switch
    {
        null => null,
        string text => text,
        bool yes => yes ? "TRUE" : "FALSE",
        double number when number == Math.Floor(number) => number.ToString("F0", CultureInfo.InvariantCulture),
        double number => number.ToString("R", CultureInfo.InvariantCulture).Replace('E', 'e'),
        // A time of day lies on the first day of the calendar of workbooks.
        DateTime { Year: < 1900 } time => time.ToString("HH:mm:ss", CultureInfo.InvariantCulture),
        DateTime time => time.ToString(time.Millisecond == 0 ? "yyyy-MM-dd HH:mm:ss" : "yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture),
        TimeSpan span => span.ToString("hh\\:mm\\:ss", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    /// <summary>Without blanks around it; no-break spaces, which nobody sees, are blanks; without characters that XML cannot hold.</summary>
    public static string Clean(string text) => Legal(text.Trim().Replace('\u00A0', ' '));

    /// <summary>Without characters that XML cannot hold.</summary>
    public static string Legal(string text)
    {
        StringBuilder? kept = null;
        for (var i = 0; i < text.Length; i++)
        {
            var length = XmlConvert.IsXmlChar(text[i]) ? 1 : char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]) ? 2 : 0;
            if (length == 0) kept ??= new StringBuilder(text.Length).Append(text, 0, i);
            else kept?.Append(text, i, length);
            if (length == 2) i++;
        }
        return kept?.ToString() ?? text;
    }

    /// <summary>Runs of blanks as one.</summary>
    public static string OneSpace(string text)
    {
        if (!text.Contains("  ", StringComparison.Ordinal)) return text;
        var made = new StringBuilder(text.Length);
        foreach (var c in text)
            if (c != ' ' || made.Length == 0 || made[^1] != ' ') made.Append(c);
        return made.ToString();
    }

    /// <summary>Quotation marks that a word processor bent, straight again: XPath knows only those.</summary>
    public static string StraightQuotes(string text) => text.Replace('\u2018', '\'').Replace('\u2019', '\'').Replace('\u201C', '"').Replace('\u201D', '"');
}
