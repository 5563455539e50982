using System.Text;
using System.Xml;
using System.Xml.Linq;
using Vaka.XForms.XlsForms;

namespace Vaka.XForms.Forms;

/// <summary>Files beside a form that it reads lists from, as the documents that its expressions see.</summary>
public static class InstanceFile
{
    /// <summary>The document of a file: CSV becomes <c>root/item</c> with a child per column, XML stays as it is. Null for any other file, and for one that cannot be read.</summary>
    /// <param name="name">File name; its ending says what it is.</param>
    /// <param name="content">Its bytes.</param>
    public static XDocument? Read(string name, ReadOnlyMemory<byte> content)
    {
        if (name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)) return Csv(new UTF8Encoding(false).GetString(content.Span).TrimStart('\uFEFF'));
        if (!name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)) return null;
        try
        {
            return SafeXml.Read(content, XForm.MostBytes);
        }
        catch (XmlRefusedException)
        {
            return null;
        }
    }

    // As clients do: a column whose heading is no XML name cannot be asked for, so it is left out.
    private static XDocument Csv(string text)
    {
        var root = new XElement("root");
        List<string>? heads = null;
        foreach (var cells in CsvSheets.Lines(text))
        {
            if (heads is null) heads = cells.ConvertAll(c => c.Trim());
            else if (cells.Exists(c => c.Length > 0))
                root.Add(new XElement("item", heads.Select((h, i) => IsName(h) ? new XElement(h, i < cells.Count ? new string([.. cells[i].Where(XmlConvert.IsXmlChar)]) : "") : null)));
        }
        return new(root);
    }

    private static bool IsName(string head)
    {
        try
        {
            return head.Length > 0 && XmlConvert.VerifyNCName(head) == head;
        }
        catch (XmlException)
        {
            return false;
        }
    }
}
