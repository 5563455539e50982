using System.Text;

namespace Vaka.XForms.XPath;

/// <summary>Strings of XPath 1.0. Lengths and places count UTF-16 units, as every client of OpenRosa does.</summary>
internal static class StringFunctions
{
    private static readonly char[] Space = [' ', '\t', '\r', '\n'];

    public static void Add(FunctionTable.Register add)
    {
        add("string", 0, 1, call => XPathValue.Of(call.TextOrContext()));
        add("concat", 0, int.MaxValue, call => XPathValue.Of(string.Concat(call.Texts(0))));
        add("starts-with", 2, 2, call => XPathValue.Of(call.Text(0).StartsWith(call.Text(1), StringComparison.Ordinal)));
        add("ends-with", 2, 2, call => XPathValue.Of(call.Text(0).EndsWith(call.Text(1), StringComparison.Ordinal)));
        add("contains", 2, 2, call => XPathValue.Of(call.Text(0).Contains(call.Text(1), StringComparison.Ordinal)));
        add("substring-before", 2, 2, call => XPathValue.Of(Around(call.Text(0), call.Text(1), before: true)));
        add("substring-after", 2, 2, call => XPathValue.Of(Around(call.Text(0), call.Text(1), before: false)));
        add("substring", 2, 3, call => XPathValue.Of(Substring(call.Text(0), call.Number(1), call.Count > 2 ? call.Number(2) : double.PositiveInfinity)));
        add("string-length", 0, 1, call => XPathValue.Of((double)call.TextOrContext().Length));
        add("normalize-space", 0, 1, call => XPathValue.Of(string.Join(' ', call.TextOrContext().Split(Space, StringSplitOptions.RemoveEmptyEntries))));
        add("translate", 3, 3, call => XPathValue.Of(Translate(call.Text(0), call.Text(1), call.Text(2))));
    }

    private static string Around(string text, string mark, bool before)
    {
        var at = text.IndexOf(mark, StringComparison.Ordinal);
        if (at < 0) return "";
        return before ? text[..at] : text[(at + mark.Length)..];
    }

    /// <summary>Characters at places from round(start) and before round(start) + round(length), counted from 1.</summary>
    private static string Substring(string text, double start, double length)
    {
        var from = Math.Floor(start + 0.5);
        var until = double.IsPositiveInfinity(length) ? length : from + Math.Floor(length + 0.5);
        if (double.IsNaN(from) || double.IsNaN(until)) return "";
        var first = (int)Math.Clamp(from, 1, text.Length + 1.0);
        var end = (int)Math.Clamp(until, first, text.Length + 1.0);
        return text[(first - 1)..(end - 1)];
    }

    private static string Translate(string text, string from, string to)
    {
        var result = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            var at = from.IndexOf(letter, StringComparison.Ordinal);
            if (at < 0) result.Append(letter);
            else if (at < to.Length) result.Append(to[at]);
        }
        return result.ToString();
    }
}
