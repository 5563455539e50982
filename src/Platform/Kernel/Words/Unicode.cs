using System.Text;

namespace Vaka.Kernel.Words;

/// <summary>Normal forms of any text, also of one that came from outside and is damaged.</summary>
internal static class Unicode
{
    /// <summary>The normal form. What is no character (half a surrogate pair, U+FFFE) becomes U+FFFD, where .NET would throw.</summary>
    public static string Normal(string text, NormalizationForm form)
    {
        try
        {
            return text.Normalize(form);
        }
        catch (ArgumentException)
        {
            var sound = new StringBuilder(text.Length);
            foreach (var rune in text.EnumerateRunes()) sound.Append((rune.Value & 0xFFFE) == 0xFFFE ? Rune.ReplacementChar : rune);
            return sound.ToString().Normalize(form);
        }
    }
}
