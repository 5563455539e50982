namespace Vaka.XForms.XlsForms;

/// <summary>Understands a workbook as a form.</summary>
internal static class FormReader
{
    public static Form Read(Workbook workbook, string rootName, string formId, Problems problems)
    {
        var survey = workbook["survey"];
        if (survey.Headings.Count == 0) throw new FormRefusedException($"The sheet 'survey' is missing or empty. Add it, with the columns type, name and label.{SheetNames.Similar(workbook, "survey")}");
        SheetNames.Warn(workbook, "settings", problems);
        SheetNames.Warn(workbook, "entities", problems);

        var settings = SettingsOf(workbook, rootName, formId, problems);
        var lists = ChoicesReader.Read(workbook["choices"], settings, problems, out var choiceColumns);
        var parts = new FormParts(workbook, settings, problems)
        {
            Lists = lists,
            ExternalLists = ChoicesReader.Read(workbook["external_choices"], settings, problems, out _),
            OsmTags = ChoicesReader.Read(workbook["osm"], settings, problems, out _),
            SavedTo = new(EntityDeclaration.ReadAll(workbook["entities"])),
        };
        var columns = new ColumnNames(survey, Columns.SurveyAliases, Columns.Survey);
        if (!columns.All.Any(c => c[0] == "type")) throw new FormRefusedException("The column 'type' is missing. Add it, with the type of each question.", "survey", 1);
        if (problems.HasErrors) return new(settings, parts.Survey, lists);

        new SurveyReader(parts).Read(survey, columns);
        var (inSurvey, inChoices) = (new Translations(survey, columns), new Translations(workbook["choices"], choiceColumns));
        inSurvey.Warn(problems);
        inChoices.Warn(problems);
        if (parts.OffersOther && (inSurvey.Any || inChoices.Any))
            problems.Warn("or_other makes a question and a choice that are not translated. Write them yourself, in every language.", "survey");
        if (problems.HasErrors) return new(settings, parts.Survey, lists);

        parts.Triggers.Check(parts.Names.Questions, problems);
        Geometries.Check(parts);
        var form = new Form(settings, parts.Survey, lists);
        MetaBlock.Put(form, parts);
        CheckReferences(workbook, parts, columns, choiceColumns);
        RefuseNamesTwice(form.Survey, problems);
        RefuseRepeatsTwice(form.Survey, problems);
        return form;
    }

    private static Settings SettingsOf(Workbook workbook, string rootName, string formId, Problems problems)
    {
        var sheet = workbook["settings"];
        if (sheet.Headings.Contains("form_id") && sheet.Headings.Contains("id_string"))
        {
            problems.Warn("The columns 'form_id' and 'id_string' mean the same; form_id is taken. Remove the other.", "settings", 1, "id_string");
            sheet = sheet with { Headings = [.. sheet.Headings.Where(h => h != "id_string")], Rows = [.. sheet.Rows.Select(r => r with { Cells = [.. r.Cells.Where(c => c.Key != "id_string")] })] };
        }
        var fields = sheet.Rows.Count == 0 ? new(StringComparer.Ordinal) : new ColumnNames(sheet, Columns.SettingsAliases, Columns.Settings).Read(sheet.Rows[0], "default", oneSpace: false);
        var settings = new Settings(fields, rootName, formId);
        if (!XmlNames.IsName(settings.RootName))
            throw new FormRefusedException($"'{settings.RootName}' cannot be the name of a form. {XmlNames.Rule}", settings["name"] is null ? null : "settings", settings["name"] is null ? null : sheet.Rows[0].Number, settings["name"] is null ? null : "name");
        return settings;
    }

    private static void CheckReferences(Workbook workbook, FormParts parts, ColumnNames survey, ColumnNames choices)
    {
        var names = new Dictionary<string, int>(parts.Names.Count, StringComparer.Ordinal);
        if (!parts.Settings.Is("omit_instanceID")) names["instanceID"] = names.GetValueOrDefault("instanceID") + 1;
        WorkbookReferences.Check(workbook["settings"], names, _ => true, parts.Problems);
        WorkbookReferences.Check(workbook["entities"], names, c => c is not ("list_name" or "list name" or "repeat"), parts.Problems);
        WorkbookReferences.Check(workbook["survey"], names, c => survey[c][0] is not ("type" or "name" or "trigger"), parts.Problems);
        WorkbookReferences.Check(workbook["choices"], names, c => choices[c][0] is "label" or "image" or "big-image" or "audio" or "video", parts.Problems);
    }

    // Nodes that the compiler makes may take a name that the author gave too.
    private static void RefuseNamesTwice(Section section, Problems problems)
    {
        foreach (var twice in section.Children.GroupBy(c => c.Name, StringComparer.Ordinal).Where(g => g.Count() > 1))
            problems.Error($"The name '{twice.Key}' is taken twice, once by a node that the form needs. Rename the question.", SurveyRow.Sheet, twice.Last().Row, "name");
        foreach (var child in section.Children.OfType<Section>()) RefuseNamesTwice(child, problems);
    }

    // A loop makes its repeats once for each choice.
    private static void RefuseRepeatsTwice(Section survey, Problems problems)
    {
        foreach (var twice in survey.SelfAndDescendants.OfType<Section>().Where(s => s.IsRepeat).GroupBy(s => s.Name, StringComparer.Ordinal).Where(g => g.Count() > 1))
            problems.Error($"There is more than one repeat '{twice.Key}', perhaps because it stands in a loop. Rename it, or move it out of the loop.", SurveyRow.Sheet, twice.Last().Row, "name");
    }
}
