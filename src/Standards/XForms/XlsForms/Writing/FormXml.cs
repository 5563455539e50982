using System.Xml.Linq;

namespace Vaka.XForms.XlsForms;

/// <summary>Makes elements and attributes from names that may carry a prefix.</summary>
internal sealed class FormXml
{
    private static readonly (string Prefix, string Name)[] Standard =
    [
        ("h", "http://www.w3.org/1999/xhtml"), ("ev", "http://www.w3.org/2001/xml-events"), ("xsd", "http://www.w3.org/2001/XMLSchema"),
        ("jr", "http://openrosa.org/javarosa"), ("orx", "http://openrosa.org/xforms"), ("odk", "http://www.opendatakit.org/xforms"),
    ];

    private readonly OrderedDictionary<string, XNamespace> prefixes = new(StringComparer.Ordinal);

    public FormXml(Form form)
    {
        foreach (var (prefix, name) in Standard) prefixes[prefix] = name;
        foreach (var pair in (form.Settings["namespaces"] ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('=')))
            if (pair is [{ Length: > 0 } prefix, var name] && XmlNames.IsNcName(prefix)) prefixes.TryAdd(prefix, name.Trim('"', '\''));
        if (form.EntitiesVersion is not null) prefixes.TryAdd("entities", "http://www.opendatakit.org/xforms/entities");
        Instance = form.Settings["instance_xmlns"] is { } own ? own : XForms;
    }

    public static XNamespace XForms => "http://www.w3.org/2002/xforms";

    /// <summary>Namespace of the primary instance.</summary>
    public XNamespace Instance { get; }

    public IEnumerable<XAttribute> Declarations => prefixes.Select(p => new XAttribute(XNamespace.Xmlns + p.Key, p.Value.NamespaceName)).Prepend(new("xmlns", XForms.NamespaceName));

    public XElement Element(string name, params object?[] content) => new(Name(name, XForms), content);

    public XElement InInstance(string name) => new(Name(name, Instance));

    public XAttribute Attribute(string name, string value) => new(Name(name, XNamespace.None), value);

    private XName Name(string name, XNamespace otherwise)
    {
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        var local = name[(colon + 1)..];
        if (!XmlNames.IsNcName(local)) throw new FormRefusedException($"'{name}' cannot be a name in the form. {XmlNames.Rule}");
        if (colon < 0) return otherwise + local;
        return prefixes.TryGetValue(name[..colon], out var space) ? space + local
            : throw new FormRefusedException($"The prefix of '{name}' is declared nowhere. Add {name[..colon]}=\"http://…\" to the column 'namespaces' of the settings sheet.", "settings", null, "namespaces");
    }
}
