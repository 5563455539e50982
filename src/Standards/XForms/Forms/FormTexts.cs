using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Vaka.XForms.Forms;

/// <summary>The texts of a form (<c>itext</c>): languages, and for each an id → its long form.</summary>
public sealed partial class FormTexts
{
    private readonly Dictionary<string, Dictionary<string, string>> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, XElement>> _elements = new(StringComparer.Ordinal);

    internal FormTexts(XElement? itext)
    {
        foreach (var translation in itext?.Elements(Namespaces.XForms + "translation") ?? [])
        {
            var language = (string?)translation.Attribute("lang") ?? "";
            if (translation.Attribute("default") is not null) Default = language;
            if (!_texts.TryGetValue(language, out var texts)) _texts[language] = texts = new(StringComparer.Ordinal);
            if (!_elements.TryGetValue(language, out var elements)) _elements[language] = elements = new(StringComparer.Ordinal);
            foreach (var text in translation.Elements(Namespaces.XForms + "text"))
            {
                if ((string?)text.Attribute("id") is { } named) elements[named] = text;
                var values = text.Elements(Namespaces.XForms + "value").ToList();
                var said = values.FirstOrDefault(v => (string?)v.Attribute("form") is null or "long") ?? values.FirstOrDefault(v => (string?)v.Attribute("form") is "short" or "guidance");
                if (said is not null && (string?)text.Attribute("id") is { } id) texts[id] = Shown(said);
            }
        }
        Default ??= _texts.Keys.FirstOrDefault();
    }

    /// <summary>Languages as the form names them: <c>English (en)</c>; empty for a form in one language that it does not name.</summary>
    public IReadOnlyCollection<string> Languages => _texts.Keys;

    /// <summary>The language a client shows first; null when none is named.</summary>
    public string? Default { get; }

    /// <summary>The form's language for a language code: <c>Français (fr)</c> for <c>fr</c>; null when it has none.</summary>
    public string? LanguageFor(string code) =>
        _texts.Keys.FirstOrDefault(l => l.Equals(code, StringComparison.OrdinalIgnoreCase) || l.Contains($"({code})", StringComparison.OrdinalIgnoreCase) || l.StartsWith(code + "-", StringComparison.OrdinalIgnoreCase))
        ?? _texts.Keys.FirstOrDefault(l => System.Globalization.CultureInfo.GetCultureInfo(code) is var culture && (l.StartsWith(culture.EnglishName, StringComparison.OrdinalIgnoreCase) || l.StartsWith(culture.NativeName, StringComparison.OrdinalIgnoreCase)));

    /// <summary>What a label or message says: the text itself, or the text that <c>jr:itext('id')</c> means in a language (else in the default one).</summary>
    public string? Say(string? text, string? language = null)
    {
        if (text is null || Reference().Match(text) is not { Success: true } match) return text;
        var id = match.Groups["id"].Value;
        return In(language, id) ?? In(Default, id);
    }

    /// <summary>The id that <c>jr:itext('id')</c> names; null for a text that stands for itself.</summary>
    internal static string? IdOf(string? text) => text is not null && Reference().Match(text) is { Success: true } match ? match.Groups["id"].Value : null;

    /// <summary>A text in one language with all its forms (<c>value</c>); null where the language has none.</summary>
    internal XElement? Element(string language, string id) => _elements.TryGetValue(language, out var texts) ? texts.GetValueOrDefault(id) : null;

    /// <summary>Ids of all texts.</summary>
    internal IEnumerable<string> Ids => _elements.Values.SelectMany(e => e.Keys).Distinct(StringComparer.Ordinal);

    private string? In(string? language, string id) => language is not null && _texts.TryGetValue(language, out var texts) && texts.TryGetValue(id, out var text) ? text : null;

    /// <summary>Text with <c>output</c> elements as <c>${name}</c> of the last step of what they show.</summary>
    internal static string Shown(XElement element) => string.Concat(element.Nodes().Select(n => n switch
    {
        XText t => t.Value,
        XElement { Name.LocalName: "output" } o => "${" + ((string?)o.Attribute("value") ?? (string?)o.Attribute("ref") ?? "").Trim().Split('/')[^1] + "}",
        XElement e => Shown(e),
        _ => "",
    })).Trim();

    [GeneratedRegex(@"^\s*jr:itext\(\s*('(?<id>[^']*)'|""(?<id>[^""]*)"")\s*\)\s*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Reference();
}
