using System.Xml.Linq;

namespace Vaka.XForms.XlsForms;

/// <summary>The texts of a form by language. Every language has every text: what is not translated is "-".</summary>
internal sealed class Itext
{
    private static readonly string[] Messages = ["jr:constraintMsg", "jr:requiredMsg", "jr:noAppErrorString"];

    private readonly record struct Value(string Text, FormNode? From);

    private readonly OrderedDictionary<string, OrderedDictionary<string, OrderedDictionary<string, Value>>> languages = new(StringComparer.Ordinal);
    private readonly string defaultLanguage;

    public Itext(Form form)
    {
        defaultLanguage = form.Settings.DefaultLanguage;
        foreach (var list in form.Lists.Values.Where(l => l.NeedsItext))
        {
            for (var i = 0; i < list.Choices.Count; i++)
            {
                Add($"{list.Name}-{i}", "long", list.Choices[i].Label, null);
                AddMedia($"{list.Name}-{i}", list.Choices[i].Media);
            }
        }
        var nodes = form.Survey.SelfAndDescendants.Where(n => n is Section or Question).ToList();
        foreach (var node in nodes) AddTexts(node);
        foreach (var node in nodes) AddMedia($"{node.Path}:label", node.Media);
        Complete();
    }

    public bool IsEmpty => languages.Count == 0;

    public XElement Write(FormXml xml, Outputs outputs) => xml.Element("itext", languages.Select(language => (object)xml.Element(
        "translation", new XAttribute("lang", language.Key), language.Key == defaultLanguage ? new XAttribute("default", "true()") : null,
        language.Value.Select(text => xml.Element("text", new XAttribute("id", text.Key), text.Value.Select(v => Written(v.Key, v.Value, xml, outputs)))))).ToArray());

    /// <summary>The message of a bind stands in the itext.</summary>
    public static bool Holds(string attribute, Field value) =>
        attribute is "jr:constraintMsg" or "jr:requiredMsg" ? value.Parts is not null || References.Has(value.Text!) : attribute == "jr:noAppErrorString" && value.Parts is not null;

    private void AddTexts(FormNode node)
    {
        var binds = node is Question q ? q.Binds : node.Bind;
        foreach (var (attribute, value) in binds.Where(b => Holds(b.Key, b.Value)).OrderBy(b => Array.IndexOf(Messages, b.Key))) Add($"{node.Path}:{attribute}", "long", value, node);
        if (node.LabelInItext) Add($"{node.Path}:label", "long", node.Label, node);
        var hint = node is Question question ? question.HintShown : node.Hint;
        // Guidance is always in the itext, and a hint beside it too.
        if (hint?.Parts is not null || node.GuidanceHint is not null) Add($"{node.Path}:hint", "long", hint, node);
        Add($"{node.Path}:hint", "guidance", node.GuidanceHint, node);
    }

    private void AddMedia(string id, Field? media)
    {
        foreach (var (kind, file) in SurveyRow.MediaOf(media)?.Parts ?? [])
        {
            if (kind is not ("image" or "big-image" or "audio" or "video"))
                throw new FormRefusedException($"A form cannot show media of the kind '{kind}'. Use image, big-image, audio or video.");
            Add(id, kind, file, null);
        }
    }

    private void Add(string id, string form, Field? field, FormNode? from)
    {
        if (field is null) return;
        foreach (var (language, text) in field.Parts ?? new(StringComparer.Ordinal) { [defaultLanguage] = field })
        {
            if (!languages.TryGetValue(language, out var texts)) languages[language] = texts = new(StringComparer.Ordinal);
            if (!texts.TryGetValue(id, out var forms)) texts[id] = forms = new(StringComparer.Ordinal);
            forms[form] = new(text.Any, from);
        }
    }

    private void Complete()
    {
        var all = languages.Values.SelectMany(t => t).SelectMany(t => t.Value.Keys, (t, form) => (t.Key, form)).Distinct().ToList();
        foreach (var (id, form) in all)
        {
            foreach (var texts in languages.Values)
            {
                if (!texts.TryGetValue(id, out var forms)) texts[id] = forms = new(StringComparer.Ordinal);
                forms.TryAdd(form, new("-", null));
            }
        }
    }

    private static XElement? Written(string form, Value value, FormXml xml, Outputs outputs) => form switch
    {
        "long" => xml.Element("value", outputs.In(value.Text, value.From)),
        "guidance" => xml.Element("value", new XAttribute("form", form), outputs.In(value.Text, value.From)),
        _ when value.Text == "-" => null,
        _ => xml.Element("value", new XAttribute("form", form), outputs.In($"jr://{(form is "image" or "big-image" ? "images" : form)}/{value.Text}", value.From)),
    };
}
