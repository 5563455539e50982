using System.Collections;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using System.Xml.XPath;
using Vaka.XForms;
using Vaka.XForms.XlsForms;

namespace Vaka.Standards.Tests.XForms.XlsForms;

/// <summary>A form written as Markdown tables, compiled, and asked by XPath.</summary>
internal sealed class Compiled
{
    private static readonly XmlNamespaceManager Names = MakeNames();
    private readonly XlsFormResult result;

    private Compiled(XlsFormResult result) => this.result = result;

    public static Compiled From(string markdown, string root = "data")
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(markdown));
        return new(XlsFormCompiler.Compile(WorkbookReader.Read(file, "form.md"), root));
    }

    public XDocument Form => result.Form ?? throw new InvalidOperationException(string.Join('\n', result.Problems));

    public IReadOnlyList<FormProblem> Errors => [.. result.Problems.Where(p => p.IsError)];

    public IReadOnlyList<FormProblem> Warnings => [.. result.Problems.Where(p => !p.IsError)];

    public bool Accepted => result.Form is not null;

    /// <summary>How many nodes an expression finds.</summary>
    public int Count(string xpath) => ((IEnumerable)Form.XPathEvaluate(xpath, Names)).Cast<object>().Count();

    /// <summary>Value of the only node that an expression finds.</summary>
    public string Value(string xpath) => Assert.Single(((IEnumerable)Form.XPathEvaluate(xpath, Names)).Cast<XObject>()) switch { XAttribute a => a.Value, XElement e => e.Value, var other => other.ToString()! };

    /// <summary>An attribute of the bind of a node.</summary>
    public string Bind(string path, string attribute) => Value($"//x:bind[@nodeset='{path}']/@{attribute}");

    private static XmlNamespaceManager MakeNames()
    {
        var names = new XmlNamespaceManager(new NameTable());
        names.AddNamespace("x", "http://www.w3.org/2002/xforms");
        names.AddNamespace("h", "http://www.w3.org/1999/xhtml");
        names.AddNamespace("jr", "http://openrosa.org/javarosa");
        names.AddNamespace("orx", "http://openrosa.org/xforms");
        names.AddNamespace("odk", "http://www.opendatakit.org/xforms");
        names.AddNamespace("entities", "http://www.opendatakit.org/xforms/entities");
        return names;
    }
}
