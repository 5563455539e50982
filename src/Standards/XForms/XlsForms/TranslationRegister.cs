namespace Vaka.XForms.XlsForms;

/// <summary>How far the text of a form is translated into a language.</summary>
/// <param name="Language">As the form names it: <c>Tongan (to)</c>.</param>
/// <param name="Text">Which text: <c>consent/label</c>, or <c>sex:female/label</c> for a choice.</param>
/// <param name="State"><c>complete</c>, <c>draft-unchecked</c> or <c>not-translated</c>.</param>
public sealed record TranslationState(string Form, string Language, string Text, string State);

/// <summary>
/// The register of translations of forms. What it can see, it tells: a text that is the one of the default language is not translated, any other is a
/// draft. That a text was checked, only a person can say: the state <c>complete</c> is written into the register by hand and kept.
/// </summary>
public static class TranslationRegister
{
    /// <summary>Text that a person has checked, or that is the source.</summary>
    public const string Complete = "complete";

    /// <summary>A translation that nobody has checked.</summary>
    public const string Draft = "draft-unchecked";

    /// <summary>The text of the default language stands in its place.</summary>
    public const string Missing = "not-translated";

    /// <summary>Texts of a workbook, in its order: text → language → what it says; blank cells are left out.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Texts(Workbook workbook)
    {
        var texts = new OrderedDictionary<string, IReadOnlyDictionary<string, string>>(StringComparer.Ordinal);
        foreach (var sheet in new[] { workbook["survey"], workbook["choices"] })
            foreach (var row in sheet.Rows)
            {
                string? Cell(string heading) => row.Cells.FirstOrDefault(c => c.Key == heading).Value;
                var name = sheet.Name == "survey" ? Cell("name") : $"{Cell("list_name")}:{Cell("name")}";
                if (name is null || Cell("type")?.StartsWith("end", StringComparison.Ordinal) == true) continue;
                foreach (var column in row.Cells.Select(c => (c.Value, Parts: c.Key.Split("::"))).Where(c => c.Parts.Length == 2).GroupBy(c => c.Parts[0]))
                    texts.Add($"{name}/{column.Key}", column.ToDictionary(c => c.Parts[1], c => c.Value, StringComparer.Ordinal));
            }
        return texts;
    }

    /// <summary>The rows of the register for a form.</summary>
    /// <param name="form">Name of the form.</param>
    /// <param name="workbook">The form.</param>
    /// <param name="before">The register as it is; its texts that are <c>complete</c> stay so.</param>
    public static IReadOnlyList<TranslationState> Of(string form, Workbook workbook, IEnumerable<TranslationState> before)
    {
        var source = workbook["settings"].Rows.SelectMany(r => r.Cells).FirstOrDefault(c => c.Key == "default_language").Value;
        var known = before.Where(b => b.Form == form && b.State == Complete).Select(b => (b.Language, b.Text)).ToHashSet();
        var texts = Texts(workbook);
        var languages = texts.Values.SelectMany(t => t.Keys).Distinct(StringComparer.Ordinal).ToList();
        string State(string language, string text, IReadOnlyDictionary<string, string> says) =>
            language == source || known.Contains((language, text)) ? Complete
            : says.GetValueOrDefault(language) is { } said && said != says.GetValueOrDefault(source ?? "") ? Draft : Missing;
        return [.. languages.SelectMany(l => texts.Select(t => new TranslationState(form, l, t.Key, State(l, t.Key, t.Value))))];
    }
}
