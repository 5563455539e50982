namespace Vaka.XForms.XlsForms;

/// <summary>Reads the survey sheet, row by row, into the tree of sections and questions.</summary>
internal sealed class SurveyReader(FormParts parts)
{
    private readonly Nesting nesting = new(parts);
    private readonly SelectRows selects = new(parts);

    public void Read(Sheet sheet, ColumnNames columns)
    {
        var oneSpace = !parts.Settings.IsNot("clean_text_values");
        foreach (var sheetRow in sheet.Rows)
        {
            var row = new SurveyRow(sheetRow.Number, columns.Read(sheetRow, parts.Settings.DefaultLanguage, oneSpace));
            if (row.Has("disabled"))
            {
                parts.Problems.Warn("The column 'disabled' is no part of XLSForm. Use 'relevant' instead.", SurveyRow.Sheet, row.Number, "disabled");
                if (Settings.Truth(row.Text("disabled")!) == true) continue;
            }
            // What a row that begins or ends a section gets wrong would make every row after it look wrong.
            if (!parts.Problems.Try(() => Read(row)) && (Nesting.Begins(row.Type, out _, out _) || Nesting.Ends(row.Type, out _))) return;
        }
        nesting.Finish();
    }

    private void Read(SurveyRow row)
    {
        if (row.Type.Length == 0)
        {
            if (row.Name is not null || row.Has("label")) throw row.Refuse("The row has no type. Fill in the column 'type'.", "type");
            parts.Problems.Warn("The row has neither type nor name nor label and is left out.", SurveyRow.Sheet, row.Number);
            return;
        }
        row.Triggers = parts.Triggers.Read(row);
        if (row.Default is { } value && Tokens.IsDynamic(value, row.Type))
        {
            row.DefaultIsDynamic = true;
            row.Actions.Add(new("setvalue", FormAction.FirstLoad));
            if (nesting.Current.Repeats > 0) row.Actions.Add(new("setvalue", FormAction.NewRepeat));
        }
        row.Parameters = ParameterText.Parse(row);
        if (row.Type == "audit")
        {
            parts.Meta.Add(AuditRow.Read(row));
            return;
        }
        if (row.Type == "calculate" && !row.Bind.ContainsKey("calculate") && !row.DefaultIsDynamic)
            throw row.Refuse("A calculation is missing. Fill in the column 'calculation'.", "calculation");
        if (row.Type is "subscriberid" or "simserial")
            parts.Problems.Warn($"Most devices no longer tell the {row.Type}: only Android before 11 does.", SurveyRow.Sheet, row.Number, "type");
        if (Columns.SettingsAliases.TryGetValue(row.Type, out var setting))
        {
            parts.Settings.Set(setting[0], row.Name ?? "");
            return;
        }
        if (Nesting.Ends(row.Type, out var ended))
        {
            row.Name = null;
            parts.SavedTo.Read(row, nesting.Current, isSection: true);
            nesting.End(row, ended);
            return;
        }
        Name(row);
        var begins = Nesting.Begins(row.Type, out var kind, out var list);
        parts.SavedTo.Read(row, nesting.Current, begins);
        if (begins) nesting.Begin(row, kind, list);
        else Question(row);
    }

    private void Name(SurveyRow row)
    {
        if (row.Name is null && row.Type == "note") row.Name = $"generated_note_name_{row.Number}";
        if (row.Name is null) throw row.Refuse("The question or group has no name. Fill in the column 'name'.", "name");
        if (!XmlNames.IsName(row.Name)) throw row.Refuse($"'{row.Name}' cannot be a name. {XmlNames.Rule}", "name");
        parts.Names.Add(row, nesting.Current);
    }

    private void Question(SurveyRow row)
    {
        parts.Names.Questions.Add(row.Name!);
        if (row.Type is "csv-external" or "xml-external")
        {
            parts.Files.Add(Path.GetFileNameWithoutExtension(row.Name!));
            FormNode.Put(new ExternalFile(row.Name!, row.Type.Split('-')[0]) { Row = row.Number }, nesting.Current);
            return;
        }
        if (selects.Read(row, nesting)) return;
        FormNode.Put(Typed(row), nesting.Current);
    }

    private Question Typed(SurveyRow row)
    {
        string? itemset = null;
        IReadOnlyList<Choice> tags = [];
        var type = row.Type;
        if (type.StartsWith("osm ", StringComparison.Ordinal))
        {
            tags = parts.OsmTags.GetValueOrDefault(type[4..].Trim())?.Choices ?? [];
            type = "osm";
        }
        switch (type)
        {
            case "range": return RangeRow.Read(row, parts.Lists);
            case "text": MediaRows.Text(row); break;
            case "photo": MediaRows.Photo(row, parts.Problems); break;
            case "audio": MediaRows.Audio(row); break;
            case "background-audio": MediaRows.BackgroundAudio(row); break;
            case "geopoint" or "geoshape" or "geotrace":
                itemset = GeoRows.Read(row);
                if (itemset is not null) parts.Geometries.Add((row, itemset));
                break;
            case "start-geopoint":
                row.Actions.Add(new("odk:setgeopoint", FormAction.FirstLoad));
                break;
            case "background-geopoint":
                if (row.Triggers.Count == 0) throw row.Refuse("A background-geopoint needs a trigger. Fill in the column 'trigger'.", "trigger");
                if (row.Bind.ContainsKey("calculate")) throw row.Refuse("A background-geopoint cannot calculate. Empty the column 'calculation'.", "calculation");
                break;
            case var _ when QuestionType.Named(type) is null or { Tag: "select" or "select1" or "odk:rank" }:
                throw row.Refuse($"The type '{type}' is not known, or lacks its list of choices. Correct the column 'type'.", "type");
        }
        return row.Question(QuestionType.Named(type)!, itemset, tags: tags);
    }
}
