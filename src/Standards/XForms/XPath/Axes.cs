using System.Xml.Linq;

namespace Vaka.XForms.XPath;

/// <summary>The nodes along an axis, nearest first.</summary>
internal static class Axes
{
    public static bool IsReverse(Axis axis) => axis is Axis.Ancestor or Axis.AncestorOrSelf or Axis.Preceding or Axis.PrecedingSibling;

    public static IEnumerable<XObject> From(XObject node, Axis axis) => axis switch
    {
        Axis.Child => Children(node),
        Axis.Descendant => Descendants(node),
        Axis.DescendantOrSelf => Descendants(node).Prepend(node),
        Axis.Parent => Parent(node) is { } parent ? [parent] : [],
        Axis.Ancestor => Ancestors(node),
        Axis.AncestorOrSelf => Ancestors(node).Prepend(node),
        Axis.Self => [node],
        Axis.Attribute => node is XElement element ? element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration) : [],
        Axis.FollowingSibling => FollowingSiblings(node),
        Axis.PrecedingSibling => PrecedingSiblings(node),
        Axis.Following => Following(node),
        Axis.Preceding => Preceding(node),
        _ => [],
    };

    /// <summary>The element above, or the document above the root; LINQ to XML knows only the first.</summary>
    public static XContainer? Parent(XObject node) => node.Parent ?? (node is XDocument ? null : node.Document as XContainer);

    private static IEnumerable<XObject> Children(XObject node) => node is XContainer container ? container.Nodes() : [];

    private static IEnumerable<XObject> Descendants(XObject node) => node is XContainer container ? container.DescendantNodes() : [];

    private static IEnumerable<XObject> Ancestors(XObject node)
    {
        for (var parent = Parent(node); parent is not null; parent = Parent(parent)) yield return parent;
    }

    private static IEnumerable<XObject> FollowingSiblings(XObject node) => node is XNode sibling ? sibling.NodesAfterSelf() : [];

    // From the parent's first child on: stepping back one by one costs a walk from the start each time.
    private static IEnumerable<XObject> PrecedingSiblings(XObject node) =>
        node is XNode && Parent(node) is { } parent ? parent.Nodes().TakeWhile(sibling => sibling != node).Reverse() : [];

    private static IEnumerable<XObject> Following(XObject node)
    {
        if (node is XAttribute { Parent: { } owner })
        {
            foreach (var inside in owner.DescendantNodes()) yield return inside;
            node = owner;
        }
        for (var here = node; here is not null; here = Parent(here))
            foreach (var sibling in FollowingSiblings(here))
            {
                yield return sibling;
                foreach (var inside in Descendants(sibling)) yield return inside;
            }
    }

    private static IEnumerable<XObject> Preceding(XObject node)
    {
        for (var here = node is XAttribute ? node.Parent : node; here is not null; here = Parent(here))
            foreach (var sibling in PrecedingSiblings(here))
            {
                foreach (var inside in Descendants(sibling).Reverse()) yield return inside;
                yield return sibling;
            }
    }
}
