using System.Xml.Linq;

namespace Vaka.XForms.Forms;

/// <summary>
/// A form as a server needs it: the nodes of its primary instance with what the form says of them, and its texts per language. Read from an
/// XForm as ODK's XForms specification describes it.
/// </summary>
public sealed class XForm
{
    /// <summary>Bytes above which a form is not read. The largest real forms have about 3 MB.</summary>
    public const int MostBytes = 16 * 1024 * 1024;

    internal XForm(XDocument document, XElement model, XElement instance, FormNode root, string title, FormTexts texts)
    {
        (Document, Model, Root, Title, Texts) = (document, model, root, title, texts);
        FormId = (string?)instance.Attribute("id") ?? "";
        Version = (string?)instance.Attribute("version") ?? (string?)instance.Attribute(Namespaces.OpenRosa + "version") ?? "";
        Namespace = instance.Name.NamespaceName;
        ByPath = root.All().ToDictionary(n => n.Path, StringComparer.Ordinal);
    }

    /// <summary>Identifier that its submissions carry.</summary>
    public string FormId { get; }

    /// <summary>Version that its submissions carry; empty for none.</summary>
    public string Version { get; }

    /// <summary>Namespace of the primary instance.</summary>
    public string Namespace { get; }

    /// <summary>Title; empty for none.</summary>
    public string Title { get; }

    /// <summary>The root of the primary instance.</summary>
    public FormNode Root { get; }

    /// <summary>Nodes by <see cref="FormNode.Path"/>.</summary>
    public IReadOnlyDictionary<string, FormNode> ByPath { get; }

    /// <summary>Texts per language.</summary>
    public FormTexts Texts { get; }

    /// <summary>Ids of instances that come from files beside the form, with their source (<c>jr://file-csv/villages.csv</c>).</summary>
    public IReadOnlyDictionary<string, string> ExternalInstances =>
        Model.Elements(Namespaces.XForms + "instance").Where(i => i.Attribute("src") is not null && i.Attribute("id") is not null)
            .GroupBy(i => (string)i.Attribute("id")!, StringComparer.Ordinal).ToDictionary(g => g.Key, g => (string)g.First().Attribute("src")!, StringComparer.Ordinal);

    /// <summary>The whole XForm, for what reads secondary instances.</summary>
    internal XDocument Document { get; }

    internal XElement Model { get; }

    /// <summary>Reads an XForm.</summary>
    /// <exception cref="XmlRefusedException">It is not XML that is read here, or no XForm.</exception>
    public static XForm Read(ReadOnlyMemory<byte> xml) => new XFormReader(SafeXml.Read(xml, MostBytes)).Read();
}
