using System.Xml;

namespace Vaka.XForms.XlsForms;

/// <summary>What may be the name of an element.</summary>
internal static class XmlNames
{
    public const string Rule = "A name begins with a letter or underscore and goes on with letters, digits, underscores, hyphens or full stops.";

    public static bool IsNcName(string text) => text.Length > 0 && XmlConvert.IsStartNCNameChar(text[0]) && text.All(XmlConvert.IsNCNameChar);

    /// <summary>A name, with or without a prefix.</summary>
    public static bool IsName(string text) => text.Split(':') is { Length: <= 2 } parts && parts.All(IsNcName);
}
