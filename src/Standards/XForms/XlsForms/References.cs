namespace Vaka.XForms.XlsForms;

/// <summary>A reference <c>${name}</c> or <c>${last-saved#name}</c> and where it stands in its text.</summary>
internal readonly record struct Reference(string Name, bool LastSaved, int Start, int End);

/// <summary>Finds references in text.</summary>
internal static class References
{
    private const string LastSaved = "last-saved#";

    /// <summary>The references that are well formed.</summary>
    public static IEnumerable<Reference> Find(string text)
    {
        for (var start = text.IndexOf("${", StringComparison.Ordinal); start >= 0; start = text.IndexOf("${", start + 2, StringComparison.Ordinal))
        {
            var end = text.IndexOf('}', start);
            if (end < 0) yield break;
            if (Inner(text[(start + 2)..end]) is var (name, last)) yield return new(name, last, start, end + 1);
        }
    }

    /// <summary>The part of the text that begins as a reference and is none; null when all are well formed.</summary>
    public static string? Malformed(string text)
    {
        for (var start = text.IndexOf("${", StringComparison.Ordinal); start >= 0;)
        {
            var end = text.IndexOf('}', start);
            if (end < 0) return text[start..];
            if (end > start + 2 && Inner(text[(start + 2)..end]) is null) return text[start..(end + 1)];
            start = text.IndexOf("${", end, StringComparison.Ordinal);
        }
        return null;
    }

    public static bool Has(string text) => text.Contains("${", StringComparison.Ordinal) && Malformed(text) is null && Find(text).Any();

    /// <summary>The reference, when the text is nothing else.</summary>
    public static Reference? Only(string text) =>
        text.StartsWith("${", StringComparison.Ordinal) && Find(text).FirstOrDefault() is { End: > 0 } first && first.End == text.Length ? first : null;

    /// <summary>The text with each reference replaced.</summary>
    public static string Replace(string text, Func<Reference, string> by)
    {
        if (!text.Contains("${", StringComparison.Ordinal)) return text;
        var (made, at) = (new System.Text.StringBuilder(), 0);
        foreach (var reference in Find(text))
        {
            made.Append(text, at, reference.Start - at).Append(by(reference));
            at = reference.End;
        }
        return made.Append(text, at, text.Length - at).ToString();
    }

    private static (string Name, bool LastSaved)? Inner(string inner)
    {
        var last = inner.StartsWith(LastSaved, StringComparison.Ordinal);
        var name = last ? inner[LastSaved.Length..] : inner;
        return XmlNames.IsNcName(name) ? (name, last) : null;
    }
}
