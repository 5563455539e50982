using System.Xml;
using System.Xml.Linq;

namespace Vaka.XForms;

/// <summary>XML that was refused.</summary>
/// <param name="fault">Why.</param>
/// <param name="line">Line, from 1; 0 when it is not known.</param>
/// <param name="message">A sentence for whoever sent it.</param>
public sealed class XmlRefusedException(XmlFault fault, int line, string message) : FormatException(message)
{
    /// <summary>Why.</summary>
    public XmlFault Fault { get; } = fault;

    /// <summary>Line, from 1; 0 when it is not known.</summary>
    public int Line { get; } = line;
}

/// <summary>Why XML was refused.</summary>
public enum XmlFault
{
    /// <summary>It is not well-formed, is cut short, or is not in the encoding that it declares.</summary>
    Malformed,
    /// <summary>It has a document type declaration, which could hold entities that grow or that read files.</summary>
    DocumentType,
    /// <summary>Elements are nested more deeply than any form nests them.</summary>
    TooDeep,
    /// <summary>It is larger than the limit.</summary>
    TooLarge,
    /// <summary>It is well-formed, but not what was asked for: no form, or no submission.</summary>
    NotWhatItShouldBe,
}

/// <summary>Reads XML that a stranger sent: nothing in it is resolved, and depth and size have limits.</summary>
internal static class SafeXml
{
    /// <summary>Groups and repeats of real forms nest to about 10.</summary>
    public const int MostDeep = 128;

    /// <exception cref="XmlRefusedException">It is not well-formed or passes a limit.</exception>
    public static XDocument Read(ReadOnlyMemory<byte> bytes, int mostBytes)
    {
        if (bytes.Length > mostBytes) throw new XmlRefusedException(XmlFault.TooLarge, 0, $"It has {bytes.Length:N0} bytes; at most {mostBytes:N0} are read.");
        try
        {
            using (var first = Reader(bytes))
                while (first.Read())
                    if (first.Depth > MostDeep) throw new XmlRefusedException(XmlFault.TooDeep, (first as IXmlLineInfo)?.LineNumber ?? 0, $"Elements are nested more than {MostDeep} deep.");
            using var second = Reader(bytes);
            return XDocument.Load(second, LoadOptions.PreserveWhitespace | LoadOptions.SetLineInfo);
        }
        catch (XmlException e)
        {
            var declared = e.Message.Contains("DTD", StringComparison.Ordinal);
            throw new XmlRefusedException(declared ? XmlFault.DocumentType : XmlFault.Malformed, e.LineNumber,
                declared ? "A document type declaration (<!DOCTYPE>) is not read." : $"The XML is not well-formed at line {e.LineNumber}, column {e.LinePosition}.");
        }
        catch (System.Text.DecoderFallbackException)
        {
            throw new XmlRefusedException(XmlFault.Malformed, 0, "The XML is not in the encoding that it declares.");
        }
    }

    private static XmlReader Reader(ReadOnlyMemory<byte> bytes) => XmlReader.Create(new MemoryStream(bytes.ToArray(), false),
        new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CloseInput = true });
}
