using System.Xml;
using System.Xml.Linq;

namespace Vaka.XForms.Forms;

/// <summary>Reads an XForm's document into its nodes.</summary>
internal sealed class XFormReader(XDocument document)
{
    private static readonly XNamespace X = Namespaces.XForms;
    private readonly Dictionary<string, FormBind> _binds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FormControl> _controls = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _labels = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> _repeats = new(StringComparer.Ordinal);

    public XForm Read()
    {
        var model = document.Descendants(X + "model").FirstOrDefault() ?? throw Not(document.Root, "It has no XForms model: it is no form.");
        var instance = model.Elements(X + "instance").FirstOrDefault()?.Elements().FirstOrDefault() ?? throw Not(model, "Its model has no primary instance.");
        if (string.IsNullOrWhiteSpace((string?)instance.Attribute("id"))) throw Not(instance, "Its primary instance has no id attribute, so that no submission could name the form.");
        foreach (var bind in model.Elements(X + "bind"))
            if ((string?)bind.Attribute("nodeset") is { } nodes) _binds[Path(nodes, "")] = Bind(bind);
        if (document.Descendants(Namespaces.Html + "body").FirstOrDefault() is { } body) Body(body);
        var title = (string?)document.Descendants(Namespaces.Html + "title").FirstOrDefault() ?? "";
        return new(document, model, instance, Node(instance, ""), title.Trim(), new(model.Element(X + "itext")));
    }

    // Without recursion through the body: it is walked with the reference of the group that a relative reference starts from.
    private void Body(XElement body)
    {
        var open = new Stack<(XElement Element, string Context)>([(body, "")]);
        while (open.TryPop(out var at))
            foreach (var element in at.Element.Elements())
            {
                var name = element.Name.LocalName;
                var reference = (string?)element.Attribute("ref") ?? (string?)element.Attribute("nodeset");
                var path = reference is null ? at.Context : Path(reference, at.Context);
                switch (name)
                {
                    case "group":
                        if (reference is not null) Labelled(path, element);
                        // The label of a repeat stands in the group around it.
                        if (element.Element(X + "repeat") is { } inner && (string?)inner.Attribute("nodeset") is { } nodes) Labelled(Path(nodes, path), element);
                        open.Push((element, path));
                        break;
                    case "repeat":
                        _repeats[path] = (string?)element.Attribute(Namespaces.JavaRosa + "count");
                        open.Push((element, path));
                        break;
                    case "input" or "select" or "select1" or "rank" or "range" or "upload" or "trigger" or "secret" when reference is not null:
                        Labelled(path, element);
                        _controls[path] = Control(element);
                        break;
                }
            }
    }

    private void Labelled(string path, XElement element)
    {
        if (element.Element(X + "label") is { } label) _labels[path] = Text(label);
    }

    private static string Text(XElement label) => (string?)label.Attribute("ref") ?? FormTexts.Shown(label);

    private static FormControl Control(XElement element)
    {
        var itemset = element.Element(X + "itemset");
        return new(element.Name.LocalName, element.Element(X + "label") is { } label ? Text(label) : null,
            [.. element.Elements(X + "item").Select(i => (string?)i.Element(X + "value") ?? "")],
            (string?)itemset?.Attribute("nodeset"), (string?)itemset?.Element(X + "value")?.Attribute("ref"), (string?)element.Attribute("mediatype"), (string?)element.Attribute("appearance"));
    }

    private static FormBind Bind(XElement bind)
    {
        string? Of(string name) => string.IsNullOrWhiteSpace((string?)bind.Attribute(name)) ? null : (string?)bind.Attribute(name);
        return new((Of("type") ?? "string").Split(':')[^1], Of("required"), Of("relevant"), Of("constraint"), Of("calculate"), Of("readonly"),
            (string?)bind.Attribute(Namespaces.JavaRosa + "requiredMsg"), (string?)bind.Attribute(Namespaces.JavaRosa + "constraintMsg"), (string?)bind.Attribute(Namespaces.JavaRosa + "preload"))
        { PreloadParams = (string?)bind.Attribute(Namespaces.JavaRosa + "preloadParams") };
    }

    // As deep as the document may be, which SafeXml limits.
    private FormNode Node(XElement element, string above)
    {
        var path = $"{above}/{element.Name.LocalName}";
        // A template and the first repetition both stand in the instance: they are one node.
        var children = element.Elements().GroupBy(c => c.Name.LocalName, StringComparer.Ordinal).Select(g => Node(g.First(), path)).ToList();
        var repeat = _repeats.TryGetValue(path, out var count);
        var kind = repeat ? FormNodeKind.Repeat : children.Count > 0 ? FormNodeKind.Group : FormNodeKind.Value;
        return new(element.Name.LocalName, path, kind, _binds.GetValueOrDefault(path) ?? FormBind.None, _controls.GetValueOrDefault(path), _labels.GetValueOrDefault(path), count, children);
    }

    // Steps by local name, predicates left out; a relative reference starts from its group.
    internal static string Path(string reference, string context)
    {
        var absolute = reference.Trim() is ['/', ..] full ? full : $"{context}/{reference.Trim()}";
        var steps = new List<string>();
        foreach (var step in absolute.Split('/', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            switch (step)
            {
                case ".": break;
                case "..": if (steps.Count > 0) steps.RemoveAt(steps.Count - 1); break;
                default: steps.Add(step.Split('[')[0].Split(':')[^1]); break;
            }
        return "/" + string.Join('/', steps);
    }

    private static XmlRefusedException Not(XElement? at, string message) => new(XmlFault.NotWhatItShouldBe, (at as IXmlLineInfo)?.LineNumber ?? 0, message);
}
