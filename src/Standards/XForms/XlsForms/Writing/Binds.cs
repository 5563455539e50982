using System.Xml.Linq;

namespace Vaka.XForms.XlsForms;

/// <summary>Binds, and actions that happen when a form is opened.</summary>
internal sealed class Binds(Form form, FormXml xml, XPaths paths)
{
    public IEnumerable<XElement> Write()
    {
        foreach (var node in form.Survey.SelfAndDescendants)
        {
            if (node.HasBind) yield return Bind(node);
            foreach (var action in node.Actions.Where(a => a.Event != FormAction.NewRepeat)) yield return Action(node, action);
        }
    }

    /// <summary>An action on a node.</summary>
    public XElement Action(FormNode node, FormAction action)
    {
        var element = xml.Element(action.Element, new XAttribute("ref", node.Path), new XAttribute("event", action.Event));
        var value = node is Question { DefaultIsDynamic: true, Default: { } expression } ? paths.In(expression, node) : (node as Question)?.Default ?? action.Value;
        if (action.Element == "setvalue" && !string.IsNullOrEmpty(value)) element.SetAttributeValue("value", value);
        if (action.Quality is { } quality) element.Add(xml.Attribute("odk:quality", quality));
        return element;
    }

    private XElement Bind(FormNode node)
    {
        var element = xml.Element("bind", new XAttribute("nodeset", node.Path));
        foreach (var (name, value) in node is Question question ? question.Binds : node.Bind)
        {
            // What a trigger computes is set by an action, not bound.
            if (name == "calculate" && node is Question { Triggers.Count: > 0 }) continue;
            var text = name is "readonly" or "required" or "relevant" or "constraint" or "calculate" && Truth(value.Any) is { } truth ? truth
                : Itext.Holds(name, value) ? $"jr:itext('{node.Path}:{name}')"
                : paths.In(value.Any, node);
            element.Add(xml.Attribute(name, text));
        }
        return element;
    }

    private static string? Truth(string text) => text == "true()" ? null : Settings.Truth(text) switch { true => "true()", false => "false()", null => null };
}
