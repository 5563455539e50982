using System.Xml.Linq;

namespace Vaka.XForms.XPath;

/// <summary>Tests of nodes by kind and name.</summary>
internal sealed class NameTests(Evaluation evaluation)
{
    internal static readonly Dictionary<string, string> WellKnown = new(StringComparer.Ordinal)
    {
        ["xml"] = XNamespace.Xml.NamespaceName,
        ["h"] = "http://www.w3.org/1999/xhtml",
        ["xhtml"] = "http://www.w3.org/1999/xhtml",
        ["xf"] = "http://www.w3.org/2002/xforms",
        ["xforms"] = "http://www.w3.org/2002/xforms",
        ["ev"] = "http://www.w3.org/2001/xml-events",
        ["xsd"] = "http://www.w3.org/2001/XMLSchema",
        ["jr"] = "http://openrosa.org/javarosa",
        ["orx"] = "http://openrosa.org/xforms",
        ["odk"] = "http://www.opendatakit.org/xforms",
        ["entities"] = "http://www.opendatakit.org/xforms/entities",
    };

    private readonly Dictionary<string, string> resolved = new(StringComparer.Ordinal);

    public bool Matches(NodeTest test, Axis axis, XObject node, int position) => test.Kind switch
    {
        NodeTestKind.Node => true,
        NodeTestKind.Text => node is XText,
        NodeTestKind.Comment => node is XComment,
        NodeTestKind.ProcessingInstruction => node is XProcessingInstruction instruction && (test.Name is null || instruction.Target == test.Name),
        _ => NameOf(node, axis) is { } name && Matches(test, name, position),
    };

    private static XName? NameOf(XObject node, Axis axis) => axis == Axis.Attribute ? (node as XAttribute)?.Name : (node as XElement)?.Name;

    private bool Matches(NodeTest test, XName name, int position)
    {
        // First the prefix, so that a mistake in it does not hide behind names that happen not to be there.
        if (test.Prefix is not null && Resolve(test.Prefix, position) != name.NamespaceName) return false;
        if (test.Name is not null && test.Name != name.LocalName) return false;
        return test.Prefix is not null || test.Name is null || evaluation.Context.UnprefixedMatchesAnyNamespace || name.NamespaceName.Length == 0;
    }

    private string Resolve(string prefix, int position)
    {
        if (resolved.TryGetValue(prefix, out var known)) return known;
        var declared = evaluation.Context.Namespaces?.Invoke(prefix) ?? Declared(prefix) ?? WellKnown.GetValueOrDefault(prefix);
        return resolved[prefix] = declared ?? throw new XPathException($"The prefix “{prefix}” is declared nowhere.", position);
    }

    /// <summary>In scope at the context node, else anywhere in the document: forms declare prefixes on the root, fragments on an element below.</summary>
    private string? Declared(string prefix)
    {
        var element = evaluation.Context.Node as XElement ?? evaluation.Context.Node.Parent ?? evaluation.Root.Root;
        return (element?.GetNamespaceOfPrefix(prefix) ?? evaluation.Root.Descendants().Attributes()
            .FirstOrDefault(attribute => attribute.IsNamespaceDeclaration && attribute.Name.LocalName == prefix && attribute.Name.NamespaceName.Length > 0)?.Value)?.ToString();
    }
}
