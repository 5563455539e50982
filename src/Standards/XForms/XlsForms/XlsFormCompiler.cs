using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Vaka.XForms.XlsForms;

/// <summary>What became of a form.</summary>
/// <param name="Form">The XForm; null when it is refused.</param>
/// <param name="Problems">Errors and warnings, in the order they were found.</param>
public sealed record XlsFormResult(XDocument? Form, IReadOnlyList<FormProblem> Problems)
{
    /// <summary>The form as UTF-8, the same bytes for the same form.</summary>
    /// <exception cref="InvalidOperationException">It was refused.</exception>
    public byte[] ToXml()
    {
        if (Form is null) throw new InvalidOperationException("A form that was refused has no XML.");
        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, new() { Encoding = new UTF8Encoding(false), Indent = true, NewLineHandling = NewLineHandling.Entitize, NewLineChars = "\n" })) Form.Save(writer);
        return stream.ToArray();
    }
}

/// <summary>Compiles an XLSForm into an ODK XForm.</summary>
public static class XlsFormCompiler
{
    /// <summary>Compiles a workbook. What is wrong with it is told in the result, never thrown.</summary>
    /// <param name="workbook">The sheets.</param>
    /// <param name="rootName">Name of the root of the instance where the settings give none.</param>
    /// <param name="formId">Id of the form where the settings give none.</param>
    public static XlsFormResult Compile(Workbook workbook, string rootName = "data", string formId = "data")
    {
        var problems = new Problems();
        XDocument? made = null;
        problems.Try(() =>
        {
            var form = FormReader.Read(workbook, rootName, CellText.Legal(formId), problems);
            if (!problems.HasErrors) made = FormWriter.Write(form);
        });
        return new(problems.HasErrors ? null : made, problems.All);
    }
}
