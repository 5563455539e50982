using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Vaka.Kernel.Words;

/// <summary>State of one language's text.</summary>
public enum TextState
{
    /// <summary>Written, or translated, and not yet checked by a second reader.</summary>
    Draft = 0,
    /// <summary>Checked.</summary>
    Reviewed = 1,
}

/// <summary>A text in one language.</summary>
/// <param name="Text">The words.</param>
/// <param name="State">How far it has been checked.</param>
/// <param name="SourceHash">Hash of the text it was translated from; null for an original. It differs once the source changes.</param>
public sealed record Translation(string Text, TextState State = TextState.Draft, string? SourceHash = null);

/// <summary>A text as it is shown to one reader.</summary>
/// <param name="Text">The words; empty when no language has any.</param>
/// <param name="Language">The language they are in.</param>
/// <param name="IsFallback">The reader's language has none: another language is shown and must be marked as such.</param>
public readonly record struct ShownText(string Text, string Language, bool IsFallback);

/// <summary>Content in any number of languages: language code → (text, state, hash of its source). Immutable; stored as JSON.</summary>
public sealed class LocalText : IEquatable<LocalText>
{
    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    };

    private readonly SortedDictionary<string, Translation> _texts;

    private LocalText(SortedDictionary<string, Translation> texts) => _texts = texts;

    /// <summary>No text in any language.</summary>
    public static LocalText Empty { get; } = new(new(StringComparer.Ordinal));

    /// <summary>English and French; a blank one is left out.</summary>
    public static LocalText Of(string? en, string? fr) => Empty.With("en", en).With("fr", fr);

    /// <summary>A name that is the same in every language (a citation, a code): held as <c>mul</c>.</summary>
    public static LocalText Same(string text) => Empty.With("mul", text);

    /// <summary>The languages that have a text, in order of their codes.</summary>
    public IReadOnlyDictionary<string, Translation> Languages => _texts;

    /// <summary>The text of a language; null when there is none.</summary>
    public string? this[string language] => _texts.TryGetValue(language, out var t) ? t.Text : null;

    /// <summary>True when no language has a text.</summary>
    public bool IsEmpty => _texts.Count == 0;

    /// <summary>This text with one language set, or removed when <paramref name="text"/> is blank. Unicode NFC, outer white space trimmed.</summary>
    public LocalText With(string language, string? text, TextState state = TextState.Draft, string? sourceHash = null)
    {
        var copy = new SortedDictionary<string, Translation>(_texts, StringComparer.Ordinal);
        if (string.IsNullOrWhiteSpace(text)) copy.Remove(language);
        else copy[language] = new(Unicode.Normal(text.Trim().ReplaceLineEndings("\n"), NormalizationForm.FormC), state, sourceHash);
        return new(copy);
    }

    /// <summary>What a reader of <paramref name="language"/> sees: their language, else one for all, else English, else any.</summary>
    public ShownText For(string language)
    {
        if (_texts.TryGetValue(language, out var own)) return new(own.Text, language, false);
        if (_texts.TryGetValue("mul", out var all)) return new(all.Text, "mul", false);
        if (_texts.TryGetValue("en", out var english)) return new(english.Text, "en", true);
        foreach (var (code, t) in _texts) return new(t.Text, code, true);
        return new("", language, false);
    }

    /// <summary>Hash (SHA-256, first 16 hex digits) of a text, to notice that a translation's source has changed.</summary>
    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];

    /// <summary>JSON object, a plain string per language that is an unchecked original, else an object.</summary>
    public string ToJson()
    {
        var shape = _texts.ToDictionary(t => t.Key, t => t.Value is { State: TextState.Draft, SourceHash: null } ? (object)t.Value.Text : t.Value);
        return JsonSerializer.Serialize(shape, Json);
    }

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    public static LocalText FromJson(string json)
    {
        var texts = new SortedDictionary<string, Translation>(StringComparer.Ordinal);
        using var document = JsonDocument.Parse(json);
        foreach (var language in document.RootElement.EnumerateObject())
            texts[language.Name] = language.Value.ValueKind == JsonValueKind.String
                ? new(language.Value.GetString()!)
                : language.Value.Deserialize<Translation>(Json)!;
        return new(texts);
    }

    /// <inheritdoc/>
    public bool Equals(LocalText? other) => other is not null && _texts.SequenceEqual(other._texts);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as LocalText);

    /// <inheritdoc/>
    public override int GetHashCode() => _texts.Aggregate(17, (h, t) => HashCode.Combine(h, t.Key, t.Value));

    /// <summary>English, else any language: for logs and the audit trail, not for readers.</summary>
    public override string ToString() => ToJson();
}
