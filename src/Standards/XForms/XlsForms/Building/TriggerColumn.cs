namespace Vaka.XForms.XlsForms;

/// <summary>The column <c>trigger</c>: references to questions, with commas between them.</summary>
internal sealed class TriggerColumn
{
    private readonly List<(SurveyRow Row, string Name)> all = [];

    public IReadOnlyList<string> Read(SurveyRow row)
    {
        if (row.Text("trigger") is not { } text) return [];
        if (!text.Contains("${", StringComparison.Ordinal) || References.Malformed(text) is not null)
            throw row.Refuse("A trigger names questions as ${name}, with commas between them. Correct the cell.", "trigger");
        var names = new List<string>();
        foreach (var piece in text.Split(','))
        {
            var found = References.Find(piece).ToList();
            if (found.Count > 1) throw row.Refuse("Put a comma between the questions of a trigger.", "trigger");
            names.AddRange(found.Select(r => r.Name));
        }
        all.AddRange(names.Select(n => (row, n)));
        return names;
    }

    /// <summary>Says which triggers name no question.</summary>
    public void Check(IReadOnlySet<string> questions, Problems problems)
    {
        foreach (var (row, name) in all.Where(t => !questions.Contains(t.Name)))
            problems.Error($"There is no question named '{name}'. Correct the trigger.", SurveyRow.Sheet, row.Number, "trigger");
    }
}
