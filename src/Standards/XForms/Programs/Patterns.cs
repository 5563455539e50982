using System.Text.RegularExpressions;

namespace Vaka.XForms.Programs;

/// <summary>Regular expressions that browsers of some years ago do not read.</summary>
internal static partial class Patterns
{
    /// <exception cref="NotInLightException">The pattern uses what only .NET or Java has.</exception>
    public static void Refuse(string pattern)
    {
        if (Foreign().IsMatch(pattern)) throw new NotInLightException($"the regular expression “{pattern}” has a part that browsers do not know");
    }

    [GeneratedRegex(@"\(\?(?![:=!])|\\[AGzZkQEhRXK]|[*+?}]\+|\[[^\]]*(&&|\[:)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Foreign();
}
