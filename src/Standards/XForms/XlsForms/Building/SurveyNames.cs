namespace Vaka.XForms.XlsForms;

/// <summary>Names of the survey sheet: each once among its neighbours, each repeat once in the whole form.</summary>
internal sealed class SurveyNames(string rootName, Problems problems)
{
    private readonly Dictionary<Section, HashSet<string>> exact = [], caseless = [];
    private readonly HashSet<string> repeats = new(StringComparer.Ordinal);

    /// <summary>How often each name is given, in any section.</summary>
    public Dictionary<string, int> Count { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Questions { get; } = new(StringComparer.Ordinal);

    public IReadOnlySet<string> Repeats => repeats;

    public void Add(SurveyRow row, Section section)
    {
        var name = row.Name!;
        Count[name] = Count.GetValueOrDefault(name) + 1;
        if (name == "meta") throw row.Refuse("The name 'meta' is kept for what the form knows of itself. Choose another name.", "name");
        if (!Of(exact, section, StringComparer.Ordinal).Add(name))
            throw row.Refuse($"The name '{name}' is given twice in the same group, repeat or form. Rename one of the two.", "name");
        if (!Of(caseless, section, StringComparer.OrdinalIgnoreCase).Add(name))
            problems.Warn($"The name '{name}' differs from another only in capitals, which many programs do not tell apart. Rename one of the two.", SurveyRow.Sheet, row.Number, "name");
    }

    public void AddRepeat(SurveyRow row)
    {
        if (row.Name == rootName) throw row.Refuse($"A repeat cannot have the name of the form itself, '{rootName}'. Rename it.", "name");
        if (!repeats.Add(row.Name!)) throw row.Refuse($"Two repeats have the name '{row.Name}'. A repeat's name must be the only one in the form: rename one of them.", "name");
    }

    private static HashSet<string> Of(Dictionary<Section, HashSet<string>> all, Section section, StringComparer comparer) =>
        all.TryGetValue(section, out var names) ? names : all[section] = new(comparer);
}
