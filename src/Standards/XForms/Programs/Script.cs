using System.Globalization;
using System.Text;

namespace Vaka.XForms.Programs;

/// <summary>Pieces of JavaScript. What is written holds no letter that ends a line, turns its direction or closes a script element.</summary>
internal static class Script
{
    public static string Text(string value)
    {
        var text = new StringBuilder(value.Length + 2).Append('"');
        foreach (var letter in value)
            _ = letter switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                // "</script" and "<!--" end or change a script that is written into a page.
                '<' => text.Append("\\x3c"),
                >= ' ' and < '\x7f' => text.Append(letter),
                // Letters of the languages of forms stay as they are; UTF-8 is shorter than escapes. Separators, marks of direction and halves of pairs do not.
                _ when char.IsLetter(letter) || (char.IsSymbol(letter) && !char.IsSurrogate(letter)) || letter is (>= '\u00a0' and <= '\u024f') or '\u2019' or '\u2018' or '\u201c' or '\u201d' or '\u2013' or '\u2014' or '\u2026' or '\u202f' => text.Append(letter),
                _ => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}"),
            };
        return text.Append('"').ToString();
    }

    public static string Number(double value) =>
        double.IsNaN(value) ? "NaN" : double.IsPositiveInfinity(value) ? "Infinity" : double.IsNegativeInfinity(value) ? "-Infinity" : value.ToString("R", CultureInfo.InvariantCulture);

    public static string List(IEnumerable<string> items) => $"[{string.Join(',', items)}]";

    public static string Texts(IEnumerable<string> items) => List(items.Select(Text));
}

/// <summary>An object of JavaScript in the order in which its parts are given; parts without a value are left out.</summary>
internal sealed class ScriptObject
{
    private readonly List<string> _parts = [];

    public ScriptObject Add(string name, string? script)
    {
        if (script is not null) _parts.Add($"{name}:{script}");
        return this;
    }

    public ScriptObject Text(string name, string? text) => Add(name, string.IsNullOrEmpty(text) ? null : Script.Text(text));

    public override string ToString() => $"{{{string.Join(',', _parts)}}}";
}
