using System.Xml;
using System.Xml.Linq;
using Vaka.XForms.Forms;

namespace Vaka.XForms.Submissions;

/// <summary>A filled form as a client sent it, read just far enough to store it: what form it answers and which submission it is.</summary>
public sealed class Submission
{
    /// <summary>Bytes above which the XML of a submission is not read; attachments do not count.</summary>
    public const int MostBytes = 32 * 1024 * 1024;

    private Submission(XDocument document)
    {
        Document = document;
        var root = document.Root!;
        FormId = ((string?)root.Attribute("id") ?? "").Trim();
        Version = ((string?)root.Attribute("version") ?? (string?)root.Attribute(Namespaces.OpenRosa + "version") ?? "").Trim();
        InstanceId = Meta(root, "instanceID");
        DeprecatedId = Meta(root, "deprecatedID");
        InstanceName = Meta(root, "instanceName");
        IsEncrypted = (string?)root.Attribute("encrypted") is "yes" or "true";
    }

    /// <summary>Identifier of the form.</summary>
    public string FormId { get; }

    /// <summary>Version of the form; empty for none.</summary>
    public string Version { get; }

    /// <summary>Identifier of this version of the answers.</summary>
    public string? InstanceId { get; }

    /// <summary>Identifier of the version that this one replaces; null for a new submission.</summary>
    public string? DeprecatedId { get; }

    /// <summary>What the form calls it; null when it does not.</summary>
    public string? InstanceName { get; }

    /// <summary>True for the manifest of a submission whose answers are in an encrypted file beside it.</summary>
    public bool IsEncrypted { get; }

    /// <summary>The answers.</summary>
    public XDocument Document { get; }

    /// <summary>Reads the XML of a submission.</summary>
    /// <exception cref="XmlRefusedException">It is not XML that is read here, or names no form or no instance.</exception>
    public static Submission Read(ReadOnlyMemory<byte> xml)
    {
        var submission = new Submission(SafeXml.Read(xml, MostBytes));
        var line = (submission.Document.Root as IXmlLineInfo)?.LineNumber ?? 0;
        if (submission.FormId.Length == 0) throw new XmlRefusedException(XmlFault.NotWhatItShouldBe, line, "The root element has no id attribute: it does not say which form it answers.");
        if (submission.InstanceId is null) throw new XmlRefusedException(XmlFault.NotWhatItShouldBe, line, "It has no meta/instanceID: it could not be told from another submission.");
        return submission;
    }

    /// <summary>Names of the files that an answer names, for a form; without folders, each once.</summary>
    public IReadOnlyList<string> NamedFiles(XForm form)
    {
        var uploads = form.Root.All().Where(n => n.Control?.Name == "upload" || n.Bind.Type == "binary").Select(n => n.Path).ToHashSet(StringComparer.Ordinal);
        return [.. Leaves().Where(l => uploads.Contains(l.Path)).Select(l => l.Element.Value.Trim()).Where(v => v.Length > 0).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Elements without elements in them, with their path by local names.</summary>
    internal IEnumerable<(string Path, XElement Element)> Leaves()
    {
        var open = new Stack<(string, XElement)>([($"/{Document.Root!.Name.LocalName}", Document.Root!)]);
        while (open.TryPop(out var at))
        {
            var (path, element) = at;
            if (!element.HasElements) yield return (path, element);
            foreach (var child in element.Elements().Reverse()) open.Push(($"{path}/{child.Name.LocalName}", child));
        }
    }

    // The meta block may be in the form's own namespace, in OpenRosa's or in none, directly below the root.
    private static string? Meta(XElement root, string name) =>
        root.Elements().Where(e => e.Name.LocalName == "meta").Elements().FirstOrDefault(e => e.Name.LocalName == name)?.Value.Trim() is { Length: > 0 } value ? value : null;
}
