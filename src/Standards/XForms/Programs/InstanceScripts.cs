using System.Text;
using System.Xml.Linq;
using Vaka.XForms.Forms;

namespace Vaka.XForms.Programs;

/// <summary>Writes the instances as XML: the empty submission, as clients of OpenRosa send it, and the lists that are in the form.</summary>
internal sealed class InstanceScripts(XForm form, List<ProgramRefusal> refusals)
{
    private IEnumerable<XElement> Secondary => form.Model.Elements(Namespaces.XForms + "instance").Skip(1).Where(i => i.Attribute("id") is not null);

    /// <summary>The primary instance with its templates of repeats, without the namespace that it only inherits from the form.</summary>
    public string Primary()
    {
        var root = form.Model.Elements(Namespaces.XForms + "instance").First().Elements().First();
        var xml = new StringBuilder();
        Element(xml, root, root.Name.NamespaceName == Namespaces.XForms.NamespaceName && root.Attribute("xmlns") is null ? root.Name.NamespaceName : "", true);
        return xml.ToString();
    }

    /// <summary>Lists in the form by id.</summary>
    public string Inside() => Object(Secondary.Where(i => i.Attribute("src") is null), instance =>
    {
        var xml = new StringBuilder();
        foreach (var root in instance.Elements().Take(1)) Element(xml, root, Namespaces.XForms.NamespaceName, false);
        return xml.ToString();
    });

    /// <summary>Files beside the form by id.</summary>
    public string Outside()
    {
        foreach (var (id, source) in Secondary.Where(i => i.Attribute("src") is not null).Select(i => ((string)i.Attribute("id")!, (string)i.Attribute("src")!)))
        {
            if (source.StartsWith("jr://instance/", StringComparison.Ordinal)) refusals.Add(new("", $"instance('{id}')", "The light client does not keep the answers that were saved last."));
            else if (source[(source.LastIndexOf('.') + 1)..].ToUpperInvariant() is not ("CSV" or "XML" or "GEOJSON")) refusals.Add(new("", source, "The light client reads .csv, .xml and .geojson beside a form."));
        }
        return Object(Secondary.Where(i => i.Attribute("src") is not null), i => ((string)i.Attribute("src")!).Split('/')[^1]);
    }

    private static string Object(IEnumerable<XElement> instances, Func<XElement, string> text) =>
        "{\n" + string.Join(",\n", instances.DistinctBy(i => (string)i.Attribute("id")!).Select(i => $"{Script.Text((string)i.Attribute("id")!)}:{Script.Text(text(i))}")) + "\n}";

    private static void Element(StringBuilder xml, XElement element, string inherited, bool isRoot)
    {
        var name = Name(element, inherited);
        xml.Append('<').Append(name);
        if (isRoot)
            foreach (var (prefix, uri) in Prefixes(element)) xml.Append(" xmlns:").Append(prefix).Append("=\"").Append(Escaped(uri)).Append('"');
        // A namespace of its own, or the way back to none; what is only inherited from the form is not sent.
        if (!name.Contains(':', StringComparison.Ordinal) && element.Attribute("xmlns") is { } own && own.Value != inherited) xml.Append(" xmlns=\"").Append(Escaped(own.Value)).Append('"');
        foreach (var attribute in element.Attributes().Where(a => !a.IsNamespaceDeclaration))
        {
            var prefix = attribute.Name.NamespaceName.Length == 0 ? null : element.GetPrefixOfNamespace(attribute.Name.Namespace);
            xml.Append(' ').Append(prefix is null ? attribute.Name.LocalName : $"{prefix}:{attribute.Name.LocalName}").Append("=\"").Append(Escaped(attribute.Value)).Append('"');
        }
        xml.Append('>');
        foreach (var child in element.Nodes())
        {
            if (child is XElement inside) Element(xml, inside, inherited, false);
            else if (child is XText text && (!element.HasElements || !string.IsNullOrWhiteSpace(text.Value))) xml.Append(Escaped(text.Value));
        }
        xml.Append("</").Append(name).Append('>');
    }

    private static string Name(XElement element, string inherited)
    {
        if (element.Name.NamespaceName == inherited || element.GetDefaultNamespace() == element.Name.Namespace) return element.Name.LocalName;
        return element.GetPrefixOfNamespace(element.Name.Namespace) is { Length: > 0 } prefix ? $"{prefix}:{element.Name.LocalName}" : element.Name.LocalName;
    }

    private static IEnumerable<(string Prefix, string Uri)> Prefixes(XElement root) => root.DescendantsAndSelf()
        .SelectMany(e => e.Attributes().Where(a => !a.IsNamespaceDeclaration).Select(a => a.Name.Namespace).Prepend(e.Name.Namespace).Select(ns => (Prefix: e.GetPrefixOfNamespace(ns), Uri: ns.NamespaceName)))
        .Where(p => p.Prefix is { Length: > 0 } and not "xml").Select(p => (p.Prefix!, p.Uri)).DistinctBy(p => p.Item1).OrderBy(p => p.Item1, StringComparer.Ordinal);

    private static string Escaped(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal).Replace("\r", "&#13;", StringComparison.Ordinal);
}
