using System.Globalization;
using System.Text;

namespace Vaka.Kernel.Words;

/// <summary>Folds text for searching: case, accents, macrons and glottal marks do not matter, so <c>Haʻatolu</c> is found by <c>haatolu</c>.</summary>
public static class Folding
{
    /// <summary>Lower case, no combining marks, no ʻokina or apostrophe of any kind, white space runs as one blank.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in Unicode.Normal(text, NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) continue;
            switch (c)
            {
                case '\'' or '`' or '´' or '\u02BB' or '\u02BC' or '\u02BE' or '\u02BF' or '\u2018' or '\u2019' or '\u201B':
                    continue;
                case 'œ' or 'Œ': folded.Append("oe"); continue;
                case 'æ' or 'Æ': folded.Append("ae"); continue;
                case 'ß': folded.Append("ss"); continue;
            }
            if (char.IsWhiteSpace(c))
            {
                if (folded.Length > 0 && folded[^1] != ' ') folded.Append(' ');
            }
            else folded.Append(char.ToLowerInvariant(c));
        }
        return folded.ToString().TrimEnd();
    }
}
