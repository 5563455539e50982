namespace Vaka.XForms.XlsForms;

/// <summary>Rows that choose: from a list, a file, another question's answers, or an external sheet.</summary>
internal sealed class SelectRows(FormParts parts)
{
    private const string One = "select one", Many = "select all that apply", External = "select one external";

    private static readonly Dictionary<string, string> Commands = new(StringComparer.Ordinal)
    {
        ["add select one prompt using"] = One, ["select one from"] = One, ["select1"] = One, ["select_one"] = One, ["select one"] = One,
        ["select_one_from_file"] = One, ["select one from file"] = One, ["add select multiple prompt using"] = Many, ["select all that apply from"] = Many,
        ["select_multiple"] = Many, ["select all that apply"] = Many, ["select_multiple_from_file"] = Many, ["select multiple from file"] = Many,
        ["select_one_external"] = External, ["rank"] = "rank",
    };

    private static readonly string[] Others = [" or specify other", " or_other", " or other"];

    private static readonly Choice Other = new("other", "Other", null, []);

    /// <summary>Reads a row that chooses; false when it is none.</summary>
    public bool Read(SurveyRow row, Nesting nesting)
    {
        if (Parse(row.Type) is not var (command, list, other)) return false;
        var type = Commands[command];
        var isFile = ItemsetFile.IsFile(list);
        CheckSource(row, command, type, list, isFile);
        if (type == Many && !isFile && parts.Lists.TryGetValue(list, out var spaced) && spaced.Choices.Find(c => c.Name.Contains(' ', StringComparison.Ordinal)) is { } bad)
            throw new FormRefusedException($"The name '{bad.Name}' holds a blank, which cannot be told from two answers where several may be chosen. Rename the choice.", "choices", bad.Row, "name");
        if (other) OfferOther(row, list);
        CheckParameters(row, command);
        InTable(row, nesting, type, list);
        FormNode.Put(row.Question(QuestionType.Named(type)!, list, type == External && row.ChoiceFilter is not null ? list : null), nesting.Current);
        if (other)
            FormNode.Put(new Question($"{row.Name}_other", QuestionType.Named("text")!) { Row = row.Number, Label = "Specify other.", Bind = { ["relevant"] = $"selected(../{row.Name}, 'other')" } }, nesting.Current);
        return true;
    }

    private static (string Command, string List, bool Other)? Parse(string type)
    {
        foreach (var command in Commands.Keys.Where(c => type.StartsWith(c + " ", StringComparison.Ordinal)))
        {
            var list = type[(command.Length + 1)..];
            var other = Others.FirstOrDefault(o => list.EndsWith(o, StringComparison.Ordinal));
            if (other is not null) list = list[..^other.Length];
            if (list.Length > 0 && !list.Any(char.IsWhiteSpace)) return (command, list, other is not null);
        }
        return null;
    }

    private void CheckSource(SurveyRow row, string command, string type, string list, bool isFile)
    {
        if (type == External)
        {
            if (row.ChoiceFilter is null) parts.Problems.Warn("select_one_external is meant for choices that are filtered. Fill in the column 'choice_filter'.", SurveyRow.Sheet, row.Number, "choice_filter");
            if (parts.ExternalLists.Count == 0) throw row.Refuse($"The sheet 'external_choices' is missing or empty. Add it, with the columns list_name and name.{SheetNames.Similar(parts.Workbook, "external_choices")}", "type");
            if (!parts.ExternalLists.ContainsKey(list)) throw row.Refuse($"There is no list '{list}' in the external_choices sheet. Correct the type, or add the list.", "type");
            if (row.ChoiceFilter is null && !parts.Lists.ContainsKey(list)) throw row.Refuse("select_one_external needs a filter. Fill in the column 'choice_filter'.", "choice_filter");
            return;
        }
        parts.Files.Add(Path.GetFileNameWithoutExtension(list));
        if (command.EndsWith("file", StringComparison.Ordinal) && (!isFile || list.Count(c => c == '.') > 1))
            throw row.Refuse($"The file '{list}' must end in .csv, .xml or .geojson. Correct the type.", "type");
        if (isFile || parts.Lists.ContainsKey(list) || References.Has(list)) return;
        throw row.Refuse(parts.Lists.Count == 0
            ? $"The sheet 'choices' is missing or empty. Add it, with the columns list_name, name and label.{SheetNames.Similar(parts.Workbook, "choices")}"
            : $"There is no list '{list}' in the choices sheet. Correct the type, or add the list.", "type");
    }

    private void OfferOther(SurveyRow row, string list)
    {
        parts.OffersOther = true;
        if (row.ChoiceFilter is not null) throw row.Refuse("A filter does not go with or_other. Empty the column 'choice_filter', or add a choice 'other' to the list.", "choice_filter");
        if (!parts.Lists.TryGetValue(list, out var choices)) throw row.Refuse("or_other needs a list of the choices sheet. Correct the type.", "type");
        if (choices.Choices.Exists(c => c.Name == Other.Name)) return;
        Field? label = null;
        foreach (var language in choices.Choices.SelectMany(c => c.Label?.Parts?.Keys ?? Enumerable.Empty<string>()).Distinct(StringComparer.Ordinal))
            label = label is null ? new Field(language, "Other") : Field.Join(label, new Field(language, "Other"), parts.Settings.DefaultLanguage);
        choices.Choices.Add(Other with { Label = label ?? Other.Label });
    }

    private static void CheckParameters(SurveyRow row, string command)
    {
        if (command is "select_one_from_file" or "select_multiple_from_file")
        {
            ParameterText.Allow(row, "label", "randomize", "seed", "value");
            foreach (var (key, value) in row.Parameters.Where(p => p.Key is "label" or "value"))
                if (!XmlNames.IsName(value)) throw row.Refuse($"The parameter '{key}' must name a column. {XmlNames.Rule}", "parameters");
        }
        else ParameterText.Allow(row, "randomize", "seed");
        ParameterText.MustBeOneOf(row, "randomize", "true", "false");
        if (!row.Parameters.TryGetValue("seed", out var seed)) return;
        if (!row.Parameters.ContainsKey("randomize")) throw row.Refuse("A seed goes only with randomize=true. Add that parameter.", "parameters");
        if (References.Only(seed) is null && !ParameterText.IsNumber(seed)) throw row.Refuse("The seed must be a number or a reference to a question.", "parameters");
    }

    // In a table the first select's list heads the columns, and all further selects must have the same.
    private void InTable(SurveyRow row, Nesting nesting, string type, string list)
    {
        if (nesting.TableList is null) return;
        if (nesting.TableList.Length == 0)
        {
            if (row.ChoiceFilter is not null) throw row.Refuse("A filter does not go with the appearance table-list. Empty the column 'choice_filter'.", "choice_filter");
            if (!parts.Lists.ContainsKey(list)) throw row.Refuse("A table needs a list of the choices sheet. Correct the type.", "type");
            nesting.TableList = list;
            var heads = new Question($"reserved_name_for_field_list_labels_{row.Number}", QuestionType.Named(type)!) { Row = row.Number, Label = " ", Itemset = list, Control = { ["appearance"] = "label" } };
            FormNode.Put(heads, nesting.Current);
        }
        if (nesting.TableList != list) throw row.Refuse($"All selects of a table use one list, here '{nesting.TableList}'. Change the list, or end the group before this row.", "type");
        row.Control["appearance"] = "list-nolabel";
    }
}
