namespace Vaka.XForms.XlsForms;

/// <summary>A loop is a group for each choice of a list; <c>%(name)s</c> and <c>%(label)s</c> in its questions mean the choice.</summary>
internal static class LoopColumns
{
    private const int Most = 50_000;

    public static void Spread(Section loop, ChoiceList list, SurveyRow end)
    {
        if ((long)list.Choices.Count * loop.SelfAndDescendants.Count() > Most)
            throw end.Refuse($"The loop would make more than {Most} questions. Shorten its list, or use a repeat.", "type");
        var templates = loop.Children.ToList();
        loop.Children.Clear();
        // "None of these" is no column.
        foreach (var choice in list.Choices.Where(c => c.Name != "none"))
        {
            var column = new Section(choice.Name, SectionKind.Group) { Row = loop.Row, Label = choice.Label, Media = choice.Media };
            FormNode.Put(column, loop);
            foreach (var template in templates) FormNode.Put(Copy(template, choice), column);
        }
    }

    private static FormNode Copy(FormNode node, Choice choice)
    {
        string In(string text, string? language) => text
            .Replace("%(name)s", choice.Name, StringComparison.Ordinal)
            .Replace("%(label)s", (language is not null ? choice.Label?.Parts?.GetValueOrDefault(language)?.Any : null) ?? choice.Label?.Any ?? choice.Name, StringComparison.Ordinal);
        Field? Fill(Field? field) => field?.Change(In);
        OrderedDictionary<string, Field> Fields(OrderedDictionary<string, Field> all) => new(all.Select(p => KeyValuePair.Create(p.Key, p.Value.Change(In))), StringComparer.Ordinal);
        OrderedDictionary<string, string> Texts(OrderedDictionary<string, string> all) => new(all.Select(p => KeyValuePair.Create(p.Key, In(p.Value, null))), StringComparer.Ordinal);

        switch (node)
        {
            case Question q:
                return new Question(In(q.Name, null), q.Type)
                {
                    Row = q.Row, Bind = Fields(q.Bind), Control = Texts(q.Control), Attributes = Texts(q.Attributes), Actions = q.Actions, Label = Fill(q.Label), Hint = Fill(q.Hint),
                    GuidanceHint = Fill(q.GuidanceHint), Media = Fill(q.Media), Default = q.Default is null ? null : In(q.Default, null), DefaultIsDynamic = q.DefaultIsDynamic,
                    Triggers = q.Triggers, ChoiceFilter = q.ChoiceFilter, Itemset = q.Itemset, Query = q.Query, Parameters = q.Parameters, OsmTags = q.OsmTags,
                };
            case Section s:
                var copy = new Section(In(s.Name, null), s.Kind) { Row = s.Row, Bind = Fields(s.Bind), Control = Texts(s.Control), Attributes = Texts(s.Attributes), Label = Fill(s.Label), Hint = Fill(s.Hint), Media = Fill(s.Media) };
                foreach (var child in s.Children) FormNode.Put(Copy(child, choice), copy);
                return copy;
            case ExternalFile file:
                return new ExternalFile(In(file.Name, null), file.Extension) { Row = file.Row };
            default:
                throw new InvalidOperationException($"{node.GetType().Name} in a loop");
        }
    }
}
