using System.Globalization;
using System.Reflection;
using System.Text;
using Vaka.Gettext;

namespace Vaka.Kernel.Words;

/// <summary>Every string on screen: keyed PO files embedded in the assemblies as <c>words/{module}/{language}.po</c>. Adding a language is adding files.</summary>
public sealed class WordsCatalogue
{
    private readonly Dictionary<string, Language> _languages = new(StringComparer.Ordinal);

    /// <summary>Reads the PO files of the assemblies.</summary>
    /// <exception cref="InvalidOperationException">A file is damaged, or two files hold the same key.</exception>
    public WordsCatalogue(IEnumerable<Assembly> assemblies)
    {
        foreach (var assembly in assemblies)
            foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith("words/", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
                Add(name, reader.ReadToEnd());
            }
    }

    /// <summary>The languages that have words.</summary>
    public IReadOnlyCollection<string> Languages => _languages.Keys;

    /// <summary>All keys of a language.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> In(string language) => _languages[language].Messages;

    /// <summary>The text of a key; English where the language lacks it, the key itself where that does too.</summary>
    public string Find(string language, string key, long? number = null)
    {
        if (language == Vaka.Kernel.Words.Languages.Pseudo) return PseudoLocale.Transform(Find("en", key, number));
        foreach (var code in (ReadOnlySpan<string>)[language, "en"])
        {
            if (!_languages.TryGetValue(code, out var words) || !words.Messages.TryGetValue(key, out var forms)) continue;
            var form = number is { } n && forms.Count > 1 ? words.Plurals.FormOf(n) : 0;
            return forms[Math.Min(form, forms.Count - 1)];
        }
        return key;
    }

    private void Add(string name, string text)
    {
        var code = Path.GetFileNameWithoutExtension(name[(name.LastIndexOf('/') + 1)..]);
        PoFile file;
        try
        {
            file = PoFile.Parse(text);
        }
        catch (PoFormatException e)
        {
            throw new InvalidOperationException($"{name}, {e.Message}", e);
        }
        if (!_languages.TryGetValue(code, out var language)) _languages[code] = language = new(file.Plurals);
        foreach (var message in file.Messages.Where(m => m.Forms.All(f => f.Length > 0)))
            if (!language.Messages.TryAdd(message.Id, message.Forms)) throw new InvalidOperationException($"{name}, line {message.Line}: '{message.Id}' stands in another file of {code} too.");
    }

    private sealed record Language(PluralRule Plurals)
    {
        public Dictionary<string, IReadOnlyList<string>> Messages { get; } = new(StringComparer.Ordinal);
    }
}

/// <summary>Makes words that are plainly not English and a third longer, so that a string nobody put into a PO file shows.</summary>
public static class PseudoLocale
{
    private const string From = "aeiouyAEIOUYcnsCNS", To = "àéîöûýÀÉÎÖÛÝçñšÇÑŠ";

    /// <summary><c>Find {0}</c> becomes <c>⟦Fîñd {0}~~⟧</c>; placeholders stay.</summary>
    public static string Transform(string text)
    {
        var changed = new StringBuilder("⟦", text.Length * 2);
        var depth = 0;
        foreach (var c in text)
        {
            if (c == '{') depth++;
            var i = depth == 0 ? From.IndexOf(c, StringComparison.Ordinal) : -1;
            changed.Append(i < 0 ? c : To[i]);
            if (c == '}') depth--;
        }
        return changed.Append('~', text.Length / 3).Append('⟧').ToString();
    }
}

/// <summary>The words of the reader's language.</summary>
public sealed class Words(WordsCatalogue catalogue)
{
    /// <summary>The language of this request, from the current UI culture.</summary>
    public static string Language => Languages.Of(CultureInfo.CurrentUICulture);

    /// <summary>The text of a key, with its placeholders <c>{0}</c>… filled in the reader's culture.</summary>
    public string this[string key, params object?[] arguments]
    {
        get
        {
            var text = catalogue.Find(Language, key);
            return arguments.Length == 0 ? text : string.Format(CultureInfo.CurrentCulture, text, arguments);
        }
    }

    /// <summary>The plural form of a key for a number, which is also <c>{0}</c>.</summary>
    public string Count(string key, long number, params object?[] more) =>
        string.Format(CultureInfo.CurrentCulture, catalogue.Find(Language, key, number), [number, .. more]);

    /// <summary>The word for a value of an enumeration or a closed list: key <c>{prefix}.{value}</c>, upper case as hyphens (<c>NotApplicable</c> → <c>not-applicable</c>).</summary>
    public string Of(string prefix, object value) => this[$"{prefix}.{KeyOf(value)}"];

    /// <summary>The key part of a value.</summary>
    public static string KeyOf(object value) =>
        string.Concat($"{value}".Select((c, i) => char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : c.ToString()));

    /// <summary>The same text in every language, to be kept in content.</summary>
    public LocalText InAll(string key) =>
        catalogue.Languages.Aggregate(LocalText.Empty, (text, code) => text.With(code, catalogue.Find(code, key)));
}
