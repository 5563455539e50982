using System.Xml.Linq;

namespace Vaka.XForms.Forms;

/// <summary>Reads the body of a form.</summary>
public static class BodyReader
{
    private static readonly HashSet<string> Controls = new(["input", "select", "select1", "rank", "range", "upload", "trigger", "secret"], StringComparer.Ordinal);

    /// <summary>What stands in the body, in order; a repeat takes the label of the group around it.</summary>
    public static IReadOnlyList<BodyItem> Read(XForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return form.Document.Descendants(Namespaces.Html + "body").FirstOrDefault() is { } body ? Items(form, body, "") : [];
    }

    // As deep as the document may be, which SafeXml limits.
    private static List<BodyItem> Items(XForm form, XElement above, string context)
    {
        var items = new List<BodyItem>();
        foreach (var element in above.Elements())
        {
            var (name, reference) = (element.Name.LocalName, (string?)element.Attribute("ref") ?? (string?)element.Attribute("nodeset"));
            var path = reference is null ? context : XFormReader.Path(reference, context);
            var node = reference is null ? null : form.ByPath.GetValueOrDefault(path);
            var label = FormText.Of(element.Element(Namespaces.XForms + "label"));
            if (name == "group" && element.Element(Namespaces.XForms + "repeat") is { } only && element.Elements().All(e => e == only || e.Name.LocalName is "label" or "hint"))
            {
                var nodes = XFormReader.Path((string?)only.Attribute("nodeset") ?? "", path);
                items.Add(new(BodyKind.Repeat, only, nodes, form.ByPath.GetValueOrDefault(nodes), label, (string?)only.Attribute("appearance") ?? (string?)element.Attribute("appearance"), Items(form, only, nodes)));
            }
            else if (name is "group" or "repeat")
                items.Add(new(name == "group" ? BodyKind.Group : BodyKind.Repeat, element, path, node, label, (string?)element.Attribute("appearance"), Items(form, element, path)));
            else if (Controls.Contains(name))
                items.Add(new(BodyKind.Question, element, path, node, label, (string?)element.Attribute("appearance"), []));
        }
        return items;
    }
}
