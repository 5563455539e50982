using System.Xml.Linq;

namespace Vaka.XForms.XlsForms;

/// <summary>What is shown: controls, groups and repeats.</summary>
internal sealed class Body(Form form, FormXml xml, XPaths paths, Outputs outputs, Binds binds, Itemsets itemsets)
{
    private readonly ILookup<string, Question> triggered =
        form.Survey.SelfAndDescendants.OfType<Question>().SelectMany(q => q.Triggers.Select(t => (t, q))).ToLookup(p => p.t, p => p.q, StringComparer.Ordinal);

    public IEnumerable<XElement> Write(Section section) => section.Children.Select(Control).OfType<XElement>();

    private XElement? Control(FormNode node) => node switch
    {
        Section { IsRepeat: true } repeat => Repeat(repeat),
        Section { Kind: SectionKind.Meta or SectionKind.Entity } => null,
        Section group => Group(group),
        Question question => Asked(question),
        _ => null,
    };

    private XElement Group(Section group)
    {
        var element = xml.Element("group");
        foreach (var (name, value) in group.Control) element.Add(xml.Attribute(name, name == "appearance" ? value : paths.In(value, group)));
        element.SetAttributeValue("ref", group.Path);
        if (group.Label is not null) element.Add(Label(group));
        element.Add(Write(group));
        return element;
    }

    private XElement Repeat(Section repeat)
    {
        var element = xml.Element("repeat", new XAttribute("nodeset", repeat.Path));
        foreach (var (name, value) in repeat.Control) element.Add(xml.Attribute(name, paths.In(value, repeat)));
        element.Add(Write(repeat));
        // Repeats inside answer for what happens in them.
        foreach (var node in repeat.SelfAndDescendants.Where(n => n.Ancestors.FirstOrDefault(a => a.IsRepeat) == repeat))
            foreach (var action in node.Actions.Where(a => a.Event == FormAction.NewRepeat)) element.Add(binds.Action(node, action));
        return xml.Element("group", new XAttribute("ref", repeat.Path), Label(repeat), element);
    }

    private XElement? Asked(Question question)
    {
        var quiet = question.Label is null && question.HintShown is null && (question.Bind.ContainsKey("calculate") || question.Triggers.Count > 0);
        if (question.Type.Name == "calculate" || quiet)
        {
            if (triggered[question.Name].FirstOrDefault(t => t.Type.Name != "background-geopoint") is { } waiting)
                throw Refuse(waiting, $"The question '{question.Name}' is never shown and so cannot trigger '{waiting.Name}'. Name another question.", "trigger");
            return null;
        }
        if (question.Type.Tag is null or "action") return null;
        var element = xml.Element(question.Type.Tag, new XAttribute("ref", question.Path));
        if (question.Type.Media is { } media) element.SetAttributeValue("mediatype", media);
        foreach (var (name, value) in question.Control) Set(element, name, paths.In(value, question));
        element.Add(LabelAndHint(question));
        if (question.Query is { } query)
            element.SetAttributeValue("query", $"instance('{query}')/root/item[{paths.In(question.ChoiceFilter!, question, current: true)}]");
        Choices(question, element);
        foreach (var tag in question.OsmTags) element.Add(xml.Element("tag", new XAttribute("key", tag.Name), xml.Element("label", tag.Label?.Any)));
        foreach (var waiting in triggered[question.Name].OrderBy(t => t.Type.Name == "background-geopoint")) element.Add(Triggered(waiting, question));
        return element;
    }

    private void Set(XElement element, string name, string value)
    {
        var attribute = xml.Attribute(name, value);
        element.SetAttributeValue(attribute.Name, value);
    }

    private void Choices(Question question, XElement element)
    {
        if (question.Itemset is null) return;
        if (!question.IsSelect || !Search.Uses(question))
        {
            if (question.Itemset.Length > 0 && question.Type.Tag != "input" || question.Type.Name.StartsWith("geo", StringComparison.Ordinal)) element.Add(itemsets.Write(question));
            return;
        }
        var list = form.Lists[question.Itemset];
        for (var i = 0; i < list.Choices.Count; i++)
        {
            var label = list.NeedsItext ? xml.Element("label", new XAttribute("ref", $"jr:itext('{list.Name}-{i}')"))
                : xml.Element("label", list.Choices[i].Label is { } text ? outputs.In(text.Any, null) : []);
            element.Add(xml.Element("item", label, xml.Element("value", list.Choices[i].Name)));
        }
    }

    private XElement Triggered(Question waiting, Question by)
    {
        var place = waiting.Type.Name == "background-geopoint";
        var element = xml.Element(place ? "odk:setgeopoint" : "setvalue", new XAttribute("ref", waiting.Path), new XAttribute("event", FormAction.ValueChanged));
        if (!place && waiting.Bind.GetValueOrDefault("calculate")?.Any is { Length: > 0 } value) element.SetAttributeValue("value", paths.In(value, by));
        return element;
    }

    private IEnumerable<XElement> LabelAndHint(Question question)
    {
        var hint = question.HintShown;
        if (question.Label is null && question.Media is null && hint is null)
            throw Refuse(question, $"The question '{question.Name}' has neither label nor hint. Fill in the column 'label'.", "label");
        if (question.Media?.Parts is { } media && media.ContainsKey("big-image") && !media.ContainsKey("image"))
            throw Refuse(question, $"The question '{question.Name}' has a big-image and no image. Fill in the column 'image'.", "image");
        yield return Label(question);
        if (hint?.Parts is not null || question.GuidanceHint is not null) yield return xml.Element("hint", new XAttribute("ref", $"jr:itext('{question.Path}:hint')"));
        else if (hint is not null) yield return xml.Element("hint", outputs.In(hint.Text!, question));
    }

    private XElement Label(FormNode node) => node.LabelInItext ? xml.Element("label", new XAttribute("ref", $"jr:itext('{node.Path}:label')"))
        : node.Label is { } label ? xml.Element("label", outputs.In(label.Text!, node)) : xml.Element("label");

    private static FormRefusedException Refuse(Question question, string message, string column) => new(message, SurveyRow.Sheet, question.Row, column);
}
