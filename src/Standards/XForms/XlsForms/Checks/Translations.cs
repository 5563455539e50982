namespace Vaka.XForms.XlsForms;

/// <summary>Columns that are translated into some language and not into another.</summary>
internal sealed class Translations
{
    private static readonly HashSet<string> Translatable = new(["label", "hint", "guidance_hint", "image", "big-image", "audio", "video", "jr:constraintMsg", "jr:requiredMsg"], StringComparer.Ordinal);

    private readonly OrderedDictionary<string, HashSet<string>> seen = new(StringComparer.Ordinal);
    private readonly string sheet;

    public Translations(Sheet sheet, ColumnNames columns)
    {
        this.sheet = sheet.Name;
        foreach (var column in columns.All.Select(c => c.Length > 1 && c[0] is "media" or "bind" ? c[1..] : c).Where(c => c.Length is 1 or 2 && Translatable.Contains(c[0])))
        {
            var language = column.Length == 1 ? "default" : column[1];
            if (!seen.TryGetValue(language, out var names)) seen[language] = names = new(StringComparer.Ordinal);
            names.Add(column[0] switch { "jr:constraintMsg" => "constraint_message", "jr:requiredMsg" => "required_message", var name => name });
        }
    }

    /// <summary>There is more than the language without a name.</summary>
    public bool Any => seen.Keys.Any(l => l != "default");

    public void Warn(Problems problems)
    {
        if (!Any) return;
        var all = seen.Values.SelectMany(n => n).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        foreach (var (language, names) in seen.OrderBy(s => s.Key, StringComparer.Ordinal))
            foreach (var missing in all.Where(n => !names.Contains(n)))
                problems.Warn($"The language '{language}' lacks the column {missing}. Add {missing}{(language == "default" ? "" : $"::{language}")}.", sheet, 1, missing);
        foreach (var language in seen.Keys.Where(l => l != "default" && !HasCode(l)))
            problems.Warn($"The language '{language}' names no code. Write one in brackets behind it, such as 'French (fr)'.", sheet, 1);
    }

    private static bool HasCode(string language) =>
        language.EndsWith(')') && language.LastIndexOf('(') is var at and >= 0 && language[(at + 1)..^1] is { Length: 2 or 3 } code && code.All(char.IsAsciiLetterLower);
}
