using System.Xml.Linq;

namespace Vaka.XForms.XlsForms;

/// <summary>The instance that answers are written into: an element for each node, and for each repeat a template beside its first round.</summary>
internal sealed class PrimaryInstance(Form form, FormXml xml, XPaths paths)
{
    public XElement Write()
    {
        var (settings, root) = (form.Settings, WithChildren(form.Survey, templates: true));
        foreach (var (name, value) in settings.InstanceAttributes) root.Add(xml.Attribute(name, value.Any));
        root.SetAttributeValue("id", settings.FormId);
        if (settings["version"] is { } version) root.SetAttributeValue("version", version);
        if (settings["prefix"] is { } prefix) root.Add(xml.Attribute("odk:prefix", prefix));
        if (settings["delimiter"] is { } delimiter) root.Add(xml.Attribute("odk:delimiter", delimiter));
        return xml.Element("instance", root);
    }

    // Inside a template every repeat is a template too; inside a round none is.
    private XElement WithChildren(Section section, bool templates)
    {
        var element = Named(section);
        foreach (var child in section.Children)
        {
            if (child is Section { IsRepeat: true } repeat)
            {
                if (templates) element.Add(Template(repeat));
                element.Add(WithChildren(repeat, templates: false));
            }
            else if (child is Section other) element.Add(WithChildren(other, templates));
            else element.Add(Leaf(child));
        }
        return element;
    }

    private XElement Template(Section repeat)
    {
        var element = xml.InInstance(repeat.Name);
        element.Add(xml.Attribute("jr:template", ""));
        foreach (var child in repeat.Children)
            element.Add(child switch { Section { IsRepeat: true } inner => Template(inner), Section section => WithChildren(section, templates: true), _ => Leaf(child) });
        return element;
    }

    private object? Leaf(FormNode node)
    {
        if (node is ExternalFile) return null;
        if (node is EntityAttribute attribute) return xml.Attribute(attribute.Name, attribute.Value);
        var element = Named(node);
        if (node is Question { Default: { } value, DefaultIsDynamic: false }) element.Value = value;
        return element;
    }

    private XElement Named(FormNode node)
    {
        var element = xml.InInstance(node.Name);
        foreach (var (name, value) in node.Attributes) element.Add(xml.Attribute(name, paths.In(value, node)));
        return element;
    }
}
