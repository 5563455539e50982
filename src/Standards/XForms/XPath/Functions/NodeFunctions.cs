using System.Xml.Linq;

namespace Vaka.XForms.XPath;

/// <summary>Node-sets of XPath 1.0 and their OpenRosa additions.</summary>
internal static class NodeFunctions
{
    private static readonly XName XmlId = XNamespace.Xml + "id";

    public static void Add(FunctionTable.Register add)
    {
        add("last", 0, 0, call => XPathValue.Of((double)call.Focus.Size));
        add("position", 0, 1, Position);
        add("count", 1, 1, call => XPathValue.Of((double)call.Nodes(0).Count));
        add("count-non-empty", 1, 1, call => XPathValue.Of((double)call.Nodes(0).Count(node => XPathValue.TextOf(node).Length > 0)));
        add("id", 1, 1, Id);
        add("local-name", 0, 1, call => XPathValue.Of(NameOf(call)?.LocalName ?? ""));
        add("namespace-uri", 0, 1, call => XPathValue.Of(NameOf(call)?.NamespaceName ?? ""));
        add("name", 0, 1, call => XPathValue.Of(Qualified(Subject(call))));
        add("lang", 1, 1, call => XPathValue.Of(Speaks(call.Focus.Node, call.Text(0))));
    }

    /// <summary>With a node: its place among the siblings of its name, which is the number of a repeat.</summary>
    private static XPathValue Position(Arguments call)
    {
        if (call.Count == 0) return XPathValue.Of((double)call.Focus.Position);
        if (call.Nodes(0) is not [var node, ..]) return XPathValue.Of(double.NaN);
        return node is XElement element && Axes.Parent(element) is { } parent
            ? XPathValue.Of(1.0 + parent.Elements(element.Name).TakeWhile(sibling => sibling != element).Count())
            : XPathValue.Of(1.0);
    }

    private static XPathValue Id(Arguments call)
    {
        var wanted = call.Texts(0).SelectMany(text => text.Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries)).ToHashSet(StringComparer.Ordinal);
        var found = new List<XObject>();
        foreach (var element in call.Evaluation.Root.Descendants())
        {
            call.Evaluation.Count();
            if ((element.Attribute("id") ?? element.Attribute(XmlId)) is { } id && wanted.Remove(id.Value)) found.Add(element);
        }
        return XPathValue.Of(found);
    }

    private static XObject? Subject(Arguments call) => call.Count == 0 ? call.Focus.Node : call.Nodes(0) is [var first, ..] ? first : null;

    private static XName? NameOf(Arguments call) => Subject(call) switch
    {
        XElement element => element.Name,
        XAttribute attribute => attribute.Name,
        XProcessingInstruction instruction => instruction.Target,
        _ => null,
    };

    private static string Qualified(XObject? node)
    {
        var (name, scope) = node switch
        {
            XElement element => (element.Name, element),
            XAttribute attribute => (attribute.Name, attribute.Parent),
            XProcessingInstruction instruction => (instruction.Target, null),
            _ => ((XName?)null, (XElement?)null),
        };
        if (name is null) return "";
        // The default namespace has no prefix for an element, but an attribute in it was written with another.
        var isDefault = node is XElement && scope?.GetDefaultNamespace() == name.Namespace;
        return !isDefault && scope?.GetPrefixOfNamespace(name.Namespace) is { Length: > 0 } prefix ? $"{prefix}:{name.LocalName}" : name.LocalName;
    }

    private static bool Speaks(XObject node, string wanted)
    {
        var declared = (node as XElement ?? node.Parent)?.AncestorsAndSelf().Select(element => element.Attribute(XNamespace.Xml + "lang")).FirstOrDefault(lang => lang is not null)?.Value;
        return declared is not null && (declared.Equals(wanted, StringComparison.OrdinalIgnoreCase) || declared.StartsWith($"{wanted}-", StringComparison.OrdinalIgnoreCase));
    }
}
