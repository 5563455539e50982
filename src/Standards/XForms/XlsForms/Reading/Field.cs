namespace Vaka.XForms.XlsForms;

/// <summary>What a column or a family of columns says in one row: a text, or texts by language or by name.</summary>
internal sealed class Field
{
    public Field(string text) => Text = text;

    public Field(string part, Field value) => Parts = new(StringComparer.Ordinal) { [part] = value };

    private Field(OrderedDictionary<string, Field> parts) => Parts = parts;

    /// <summary>The text, when it is one.</summary>
    public string? Text { get; }

    /// <summary>The parts, when it has some.</summary>
    public OrderedDictionary<string, Field>? Parts { get; }

    /// <summary>The text, or the first there is.</summary>
    public string Any => Text ?? Parts!.Values.First().Any;

    public static implicit operator Field(string text) => new(text);

    /// <summary>Two fields as one. A text beside parts is the part of the default language, unless that is written too.</summary>
    public static Field Join(Field a, Field b, string language)
    {
        if (a.Parts is null && b.Parts is null) return b;
        if (a.Parts is null && b.Parts?.ContainsKey(language) == true) return b;
        if (b.Parts is null && a.Parts?.ContainsKey(language) == true) return a;
        var joined = new OrderedDictionary<string, Field>(a.Parts ?? new(StringComparer.Ordinal) { [language] = a }, StringComparer.Ordinal);
        foreach (var (key, value) in b.Parts ?? new(StringComparer.Ordinal) { [language] = b })
            joined[key] = joined.TryGetValue(key, out var before) ? Join(before, value, language) : value;
        return new(joined);
    }

    /// <summary>The same with every text changed; the part it stands in is told.</summary>
    public Field Change(Func<string, string?, string> change, string? part = null) =>
        Text is not null ? new(change(Text, part)) : new Field(new OrderedDictionary<string, Field>(Parts!.Select(p => KeyValuePair.Create(p.Key, p.Value.Change(change, p.Key))), StringComparer.Ordinal));
}
