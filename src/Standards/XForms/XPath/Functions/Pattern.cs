using System.Text;
using System.Text.RegularExpressions;

namespace Vaka.XForms.XPath;

/// <summary>
/// Regular expressions of forms. They mean what they mean on phones and in browsers: <c>\d</c>, <c>\w</c> and their opposites know ASCII only,
/// so that “four digits” are four that a number can be read from, and <c>$</c> is the very end.
/// </summary>
internal static class Pattern
{
    /// <summary>True when the pattern is found anywhere in the text, as ODK's specification and web clients do; authors anchor with ^ and $.</summary>
    public static bool IsIn(string text, string pattern, TimeSpan timeout) => Regex.IsMatch(text, Portable(pattern), RegexOptions.CultureInvariant, timeout);

    /// <summary>False when the pattern is none.</summary>
    public static bool CanBeRead(string pattern)
    {
        try
        {
            _ = new Regex(Portable(pattern), RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static string Portable(string pattern)
    {
        var result = new StringBuilder(pattern.Length + 16);
        var inClass = false;
        for (var at = 0; at < pattern.Length; at++)
        {
            var letter = pattern[at];
            if (letter == '\\' && at + 1 < pattern.Length) result.Append(Escape(pattern[++at], inClass));
            else if (letter == '$' && !inClass) result.Append(@"\z");
            // A bracket inside brackets is itself elsewhere, but begins a subtraction here.
            else if (letter == '[' && inClass) result.Append(@"\[");
            else
            {
                inClass = letter == '[' || (inClass && letter != ']');
                result.Append(letter);
            }
        }
        return result.ToString();
    }

    private static string Escape(char letter, bool inClass) => (letter, inClass) switch
    {
        ('d', true) => "0-9",
        ('d', false) => "[0-9]",
        ('D', false) => "[^0-9]",
        ('w', true) => "A-Za-z0-9_",
        ('w', false) => "[A-Za-z0-9_]",
        ('W', false) => "[^A-Za-z0-9_]",
        _ => $"\\{letter}",
    };
}
