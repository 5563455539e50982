using System.Xml.Linq;

namespace Vaka.XForms.Forms;

/// <summary>What stands in the body of a form.</summary>
public enum BodyKind
{
    /// <summary>Questions that belong together.</summary>
    Group,
    /// <summary>Questions asked any number of times.</summary>
    Repeat,
    /// <summary>A question.</summary>
    Question,
}

/// <summary>A choice given in the form itself.</summary>
/// <param name="Value">What is stored.</param>
/// <param name="Label">What is read.</param>
public sealed record BodyChoice(string Value, FormText? Label);

/// <summary>Choices that come from nodes.</summary>
/// <param name="Nodes">Expression for the nodes.</param>
/// <param name="Value">Child that is stored, commonly <c>name</c>.</param>
/// <param name="Label">Child that is read, or <c>jr:itext(child)</c> for an id of a text.</param>
public sealed record BodyItemset(string Nodes, string Value, string Label);

/// <summary>A group, repeat or question as the person who answers meets it, in the order of the body.</summary>
public sealed class BodyItem
{
    internal BodyItem(BodyKind kind, XElement element, string path, FormNode? node, FormText? label, string? appearance, IReadOnlyList<BodyItem> children)
    {
        (Kind, Element, Path, Node, Label, Appearance, Children) = (kind, element, path, node, label, appearance ?? "", children);
        Hint = FormText.Of(element.Element(Namespaces.XForms + "hint"));
        Choices = [.. element.Elements(Namespaces.XForms + "item").Select(i => new BodyChoice((string?)i.Element(Namespaces.XForms + "value") ?? "", FormText.Of(i.Element(Namespaces.XForms + "label"))))];
        if (element.Element(Namespaces.XForms + "itemset") is { } set)
            Itemset = new((string?)set.Attribute("nodeset") ?? "", Part(set, "value"), Part(set, "label"));
    }

    /// <summary>What it is.</summary>
    public BodyKind Kind { get; }

    /// <summary>Path of its node, or of the node around it for a group without one.</summary>
    public string Path { get; }

    /// <summary>Its node; null for a group that only holds things together.</summary>
    public FormNode? Node { get; }

    /// <summary>Label; null without one.</summary>
    public FormText? Label { get; }

    /// <summary>Hint; null without one.</summary>
    public FormText? Hint { get; }

    /// <summary>How it wishes to look; empty for its usual way.</summary>
    public string Appearance { get; }

    /// <summary>Choices given in the form; empty with <see cref="Itemset"/>.</summary>
    public IReadOnlyList<BodyChoice> Choices { get; }

    /// <summary>Choices from nodes; null when they are given.</summary>
    public BodyItemset? Itemset { get; }

    /// <summary>What stands in a group or repeat.</summary>
    public IReadOnlyList<BodyItem> Children { get; }

    /// <summary>An attribute of the element, such as the ends of a range; null without it.</summary>
    public string? Attribute(string name) => (string?)Element.Attribute(name);

    internal XElement Element { get; }

    private static string Part(XElement set, string name) => ((string?)set.Element(Namespaces.XForms + name)?.Attribute("ref") ?? "").Trim();
}
