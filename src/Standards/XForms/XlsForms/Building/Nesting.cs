namespace Vaka.XForms.XlsForms;

/// <summary>Groups, repeats and loops: rows that begin and rows that end them.</summary>
internal sealed class Nesting(FormParts parts)
{
    private static readonly (string Word, SectionKind Kind)[] Words =
        [("looped group", SectionKind.Repeat), ("lgroup", SectionKind.Repeat), ("group", SectionKind.Group), ("repeat", SectionKind.Repeat), ("loop", SectionKind.Loop)];

    // No form needs more, and what walks a form walks it section within section.
    private const int Deepest = 60;

    private readonly Stack<(Section Section, SurveyRow Row, ChoiceList? Columns)> open = new();

    private readonly List<(Section Section, ChoiceList Columns, SurveyRow End)> loops = [];

    public Section Current => open.Count == 0 ? parts.Survey : open.Peek().Section;

    /// <summary>The list that all selects of the table share; empty before the first of them, null outside a table.</summary>
    public string? TableList { get; set; }

    public static bool Begins(string type, out SectionKind kind, out string? list)
    {
        (kind, list) = (default, null);
        if (!type.StartsWith("begin ", StringComparison.Ordinal) && !type.StartsWith("begin_", StringComparison.Ordinal)) return false;
        foreach (var (word, meant) in Words)
        {
            if (!type[6..].StartsWith(word, StringComparison.Ordinal)) continue;
            var rest = type[(6 + word.Length)..];
            if (rest.StartsWith(" over ", StringComparison.Ordinal)) rest = rest[5..];
            if (rest.Length > 0 && (rest[0] != ' ' || rest.Length == 1 || rest[1..].Any(char.IsWhiteSpace))) continue;
            (kind, list) = (meant, rest.Length > 0 ? rest[1..] : null);
            return true;
        }
        return false;
    }

    public static bool Ends(string type, out SectionKind kind)
    {
        kind = default;
        if (!type.StartsWith("end ", StringComparison.Ordinal) && !type.StartsWith("end_", StringComparison.Ordinal)) return false;
        var at = Array.FindIndex(Words, w => w.Word == type[4..]);
        if (at >= 0) kind = Words[at].Kind;
        return at >= 0;
    }

    public void Begin(SurveyRow row, SectionKind kind, string? list)
    {
        if (open.Count >= Deepest) throw row.Refuse($"Groups and repeats lie more than {Deepest} deep. Take some of them apart.", "type");
        if (kind == SectionKind.Repeat)
        {
            parts.Names.AddRepeat(row);
            if (!row.Has("label") && !row.Has("media")) parts.Problems.Warn("The repeat has no label. Fill in the column 'label'.", SurveyRow.Sheet, row.Number, "label");
        }
        ChoiceList? columns = null;
        if (kind == SectionKind.Loop)
        {
            if (list is null) throw row.Refuse("A loop needs a list: write 'begin loop over LIST'.", "type");
            columns = parts.Lists.GetValueOrDefault(list) ?? throw row.Refuse($"There is no list '{list}' in the choices sheet. Correct the type, or add the list.", "type");
        }
        CountBefore(row);
        if (row.Text("intent") is { } intent) row.Control["intent"] = intent;
        var table = row.Appearance?.Split(' ', StringSplitOptions.RemoveEmptyEntries).Contains("table-list") == true;
        if (table) row.Control["appearance"] = string.Join(' ', row.Appearance!.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => w != "table-list").Prepend("field-list"));
        var section = row.Section(kind);
        FormNode.Put(section, Current);
        open.Push((section, row, columns));
        if (table) LabelOfTable(section, row);
    }

    public void End(SurveyRow row, SectionKind kind)
    {
        if (open.Count == 0 || open.Peek().Section.Kind != kind)
            throw row.Refuse($"This row ends a {Word(kind)} that no row begins here. Remove it, or add the row that begins it.", "type");
        var (section, _, columns) = open.Pop();
        TableList = null;
        if (columns is not null) loops.Add((section, columns, row));
    }

    /// <summary>Spreads the loops, for only now are their lists complete, and says which sections nothing ends.</summary>
    public void Finish()
    {
        foreach (var (section, columns, row) in loops) parts.Problems.Try(() => LoopColumns.Spread(section, columns, row));
        foreach (var (section, row, _) in open)
            parts.Problems.Error($"No row ends the {Word(section.Kind)} '{section.Name}' that begins here. Add a row of type 'end {Word(section.Kind)}'.", SurveyRow.Sheet, row.Number, "type");
    }

    private static string Word(SectionKind kind) => kind.ToString().ToLowerInvariant();

    // A count that is no mere reference is computed by a node of its own, which the repeat then refers to.
    private void CountBefore(SurveyRow row)
    {
        if (!row.Control.TryGetValue("jr:count", out var count) || References.Only(count) is not null) return;
        var node = new Question($"{row.Name}_count", QuestionType.Named("calculate")!) { Row = row.Number, Bind = { ["readonly"] = "true()", ["calculate"] = count } };
        FormNode.Put(node, Current);
        row.Control["jr:count"] = $"${{{node.Name}}}";
    }

    // The label of a table stands in a note of its own, for the group's would be hidden.
    private void LabelOfTable(Section section, SurveyRow row)
    {
        TableList = "";
        if (section.Label is null && section.Hint is null) return;
        FormNode.Put(new Question($"generated_table_list_label_{row.Number}", QuestionType.Named("note")!) { Row = row.Number, Label = section.Label, Hint = section.Hint }, section);
        (section.Label, section.Hint) = (null, null);
    }
}
