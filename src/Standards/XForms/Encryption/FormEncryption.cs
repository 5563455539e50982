using System.Text;
using System.Xml;
using System.Xml.Linq;
using Vaka.XForms.Forms;

namespace Vaka.XForms.Encryption;

/// <summary>Makes devices encrypt what they answer: puts a public key into a form.</summary>
public static class FormEncryption
{
    /// <summary>The public key that a form carries; null when its answers come in clear.</summary>
    public static string? KeyOf(XForm form) => ((string?)form.Model.Element(Namespaces.XForms + "submission")?.Attribute("base64RsaPublicKey"))?.Trim() is { Length: > 0 } key ? key : null;

    /// <summary>The form with a key in it, as another version: a version never changes under its number. The same in always gives the same out.</summary>
    /// <param name="xml">The form.</param>
    /// <param name="publicKey">SubjectPublicKeyInfo, base64.</param>
    /// <param name="mark">Goes into the version: <c>3[encrypted:MARK]</c>.</param>
    public static byte[] WithKey(byte[] xml, string publicKey, string mark)
    {
        var document = SafeXml.Read(xml, XForm.MostBytes);
        var model = document.Descendants(Namespaces.XForms + "model").First();
        var submission = model.Element(Namespaces.XForms + "submission");
        if (submission is null) model.AddFirst(submission = new(Namespaces.XForms + "submission"));
        submission.SetAttributeValue("base64RsaPublicKey", publicKey);
        var instance = model.Elements(Namespaces.XForms + "instance").First().Elements().First();
        var version = instance.Attribute("version") ?? instance.Attribute(Namespaces.OpenRosa + "version");
        if (version is null) instance.SetAttributeValue("version", $"[encrypted:{mark}]");
        else version.Value = $"{version.Value}[encrypted:{mark}]";
        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, new() { Encoding = new UTF8Encoding(false) })) document.Save(writer);
        return bytes.ToArray();
    }
}
