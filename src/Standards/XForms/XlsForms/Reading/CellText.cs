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
    public static string Clean(string text)
    {
        text = text.Trim().Replace('\u00A0', ' ');
        for (var i = 0; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i])) continue;
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) i++;
            else return Clean(text.Remove(i, 1));
        }
        return text;
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
