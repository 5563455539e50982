namespace Vaka.XForms.XlsForms;

/// <summary>Reads lists of choices from the sheets choices, external_choices and osm.</summary>
internal static class ChoicesReader
{
    public static OrderedDictionary<string, ChoiceList> Read(Sheet sheet, Settings settings, Problems problems, out ColumnNames columns)
    {
        columns = new ColumnNames(sheet, Columns.ListAliases, Columns.Choices);
        var strict = sheet.Name == "choices";
        if (strict && sheet.Rows.Count > 0 && !columns.All.Any(c => c[0] == "name"))
            problems.Error("The column 'name' is missing. Add it, with a name for each choice.", sheet.Name, 1);
        var dropped = columns.All.Select(c => c[0]).Where(c => c.Length == 0 || c.Any(char.IsWhiteSpace) || !XmlNames.IsName(c)).ToHashSet(StringComparer.Ordinal);
        if (strict)
            foreach (var column in dropped) problems.Warn($"The column '{column}' is left out: its heading is no name. {XmlNames.Rule}", sheet.Name, 1, column);

        var lists = new OrderedDictionary<string, ChoiceList>(StringComparer.Ordinal);
        foreach (var row in sheet.Rows)
        {
            var fields = columns.Read(row, settings.DefaultLanguage, oneSpace: false);
            if (fields.GetValueOrDefault("list_name")?.Any is not { } list) continue;
            var name = fields.GetValueOrDefault("name")?.Any;
            if (name is null)
            {
                if (strict) problems.Error("The choice has no name. Fill in the column 'name'.", sheet.Name, row.Number, "name");
                continue;
            }
            if (strict && !fields.ContainsKey("label")) problems.Warn("The choice has no label. Fill in the column 'label'.", sheet.Name, row.Number, "label");
            var more = fields.Where(f => f.Key is not ("list_name" or "name" or "label" or "media") && !dropped.Contains(f.Key));
            if (!lists.TryGetValue(list, out var choices)) lists.Add(list, choices = new(list, []));
            choices.Choices.Add(new(name, fields.GetValueOrDefault("label"), fields.GetValueOrDefault("media"), [.. more], row.Number));
        }
        if (strict && !settings.Is("allow_choice_duplicates")) RefuseDoubles(lists.Values, problems);
        return lists;
    }

    private static void RefuseDoubles(IEnumerable<ChoiceList> lists, Problems problems)
    {
        foreach (var list in lists)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (var choice in list.Choices.Where(c => !seen.Add(c.Name)))
                problems.Error($"The list '{list.Name}' holds the name '{choice.Name}' twice. Rename one of the choices, or set allow_choice_duplicates to yes in the settings sheet.", "choices", choice.Row, "name");
        }
    }
}
