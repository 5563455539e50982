using System.Text.RegularExpressions;

namespace Vaka.XForms.XlsForms;

internal enum TokenKind
{
    Number, Operator, Union, Call, Reference, Literal, Predicate, PredicateEnd, Separator, Close, Blank, Other,
}

internal readonly record struct Token(TokenKind Kind, string Text, int Start, int End);

/// <summary>The pieces of an expression, as far as a compiler of forms must tell them apart; it never refuses a text.</summary>
internal static partial class Tokens
{
    private static readonly TokenKind[] Kinds = Enum.GetValues<TokenKind>();

    public static IEnumerable<Token> Of(string text)
    {
        foreach (Match match in Pattern().Matches(text))
            yield return new(Kinds.First(k => match.Groups[k.ToString()].Success), match.Value, match.Index, match.Index + match.Length);
    }

    /// <summary>
    /// Whether a default is an expression: it calls, refers or computes. A hyphen in a date or a place is no minus.
    /// </summary>
    public static bool IsDynamic(string text, string type)
    {
        var hyphens = type is "date" or "dateTime" or "geopoint" or "geotrace" or "geoshape";
        foreach (var token in Of(text))
        {
            if (hyphens && token is { Kind: TokenKind.Operator, Text: "-" }) return false;
            if (token.Kind is TokenKind.Operator or TokenKind.Union or TokenKind.Reference or TokenKind.Call) return true;
        }
        return false;
    }

    /// <summary>Where paths into secondary instances begin and end in a label: from <c>instance(</c> to the blank that ends the path.</summary>
    public static IEnumerable<(int Start, int End)> InstancePaths(string text)
    {
        if (!text.Contains("instance(", StringComparison.Ordinal)) yield break;
        var all = Of(text).ToList();
        for (var i = 0; i < all.Count; i++)
        {
            if (all[i] is not { Kind: TokenKind.Call, Text: "instance(" }) continue;
            var (start, end, depth) = (all[i].Start, all[i].End, 0);
            for (i++; i < all.Count && (depth > 0 || all[i].Kind != TokenKind.Blank); i++)
            {
                if (all[i].Kind == TokenKind.Predicate) depth++;
                if (all[i].Kind == TokenKind.PredicateEnd) depth--;
                end = all[i].End;
                if (all[i].Kind == TokenKind.PredicateEnd && depth == 0 && (i + 1 >= all.Count || all[i + 1].Kind != TokenKind.Separator)) break;
            }
            yield return (start, end);
        }
    }

    private const string Name = @"[\p{L}_][\p{L}\p{M}\p{Nd}_.\-]*", Names = Name + "(:" + Name + ")?";

    [GeneratedRegex(@"(?<Number>-?\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}(((\+|-)\d{2}:\d{2})|Z)?)?|\d{2}:\d{2}:\d{2}(((\+|-)\d{2}:\d{2})|Z)?|-?\d+\.\d*|-?\.\d+|-?\d+)|(?<Operator>[*+\-]| mod | div )|(?<Union>\|)|(?<Close>\))|(?<Separator>/)|(?<Literal>""[^""]*""|'[^']*')|(?<Blank>\s+)|(?<Reference>\$\{(last-saved#)?" + Name + @"\})|(?<Call>" + Names + @"\()|(?<Predicate>" + Names + @"\[)|(?<PredicateEnd>\])|(?<Other>" + Name + "://|" + Names + "|.)", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 5000)]
    private static partial Regex Pattern();
}
