using System.Text;
using System.Xml.Linq;
using Vaka.XForms;
using Vaka.XForms.Checking;
using Vaka.XForms.Forms;
using Vaka.XForms.Submissions;
using Vaka.XForms.XPath;

namespace Vaka.Fuzz.Targets;

/// <summary>What devices and authors of forms send: XForms, submissions, expressions.</summary>
internal static class FormTargets
{
    private const string Form = """
        <h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml" xmlns:jr="http://openrosa.org/javarosa"><h:head><h:title>T</h:title><model>
        <itext><translation lang="en"><text id="m"><value>Old <output value="/data/age"/></value></text></translation></itext>
        <instance><data id="f" version="1"><age/><where/><people><name/><age/></people><n/><meta><instanceID/></meta></data></instance>
        <instance id="v"><root><item><name>a</name><label>A</label></item></root></instance>
        <bind nodeset="/data/age" type="int" required="true()" constraint=". &lt; 130" jr:constraintMsg="jr:itext('m')"/><bind nodeset="/data/people/age" relevant=" /data/people/name != ''"/><bind nodeset="/data/n" calculate="count( /data/people)"/>
        </model></h:head><h:body><input ref="/data/age"/><select ref="/data/where"><itemset nodeset="instance('v')/root/item[name != '']"><value ref="name"/></itemset></select>
        <group ref="/data/people"><repeat nodeset="/data/people" jr:count="2"><input ref="/data/people/name"/><input ref="/data/people/age"/></repeat></group></h:body></h:html>
        """;

    private static readonly FormCheck Known = new(XForm.Read(Encoding.UTF8.GetBytes(Form)));

    public static IReadOnlyList<string> Names { get; } = ["xform", "submission", "xpath"];

    public static IReadOnlyList<ITarget> Make() =>
    [
        new PureTarget("xform", 400, [Encoding.UTF8.GetBytes(Form)], Forms),
        new PureTarget("submission", 800, ["<data id='f' version='1'><age>140</age><where>a b</where><people><name>x</name><age>3</age></people><people><name/></people><n>2</n><meta><instanceID>uuid:1</instanceID><deprecatedID>uuid:0</deprecatedID></meta></data>"u8.ToArray()], Submissions),
        new PureTarget("xpath", 3000, ["if(selected(../a, 'b') and . >= 1.5, count(/data/x[position() = 2]) div 3, format-date(today(), '%Y-%m'))"u8.ToArray(), "instance('v')/root/item[name = current()/../x]/label | //*[@id][1]/ancestor::node()"u8.ToArray()], Expressions),
    ];

    private static void Forms(byte[] input)
    {
        try
        {
            var form = XForm.Read(input);
            _ = (new FormCheck(form).Unreadable, new FlatTables(form).Tables, form.ExternalInstances, form.Texts.Languages);
        }
        catch (XmlRefusedException e) when (e.Line >= 0 && e.Message.Length > 0)
        {
            // what it declares
        }
    }

    private static void Submissions(byte[] input)
    {
        try
        {
            var submission = Submission.Read(input);
            var flags = Known.Check(submission, new(TimeZoneInfo.Utc, TimeProvider.System));
            if (flags.Any(f => f.Path.Length == 0)) throw new FindingException("a flag without a place");
            if (SubmissionDiff.Of(submission, submission).Count > 0) throw new FindingException("it differs from itself");
            _ = (new FlatTables(Known.Form).Rows(submission).Count(), submission.NamedFiles(Known.Form));
        }
        catch (XmlRefusedException e) when (e.Line >= 0 && e.Message.Length > 0)
        {
            // what it declares
        }
    }

    private static void Expressions(byte[] input)
    {
        try
        {
            var expression = XPathExpression.Parse(Encoding.UTF8.GetString(input));
            _ = ExpressionCheck.Of(expression.Tree);
            _ = expression.EvaluateText(new(XDocument.Parse("<data><x>1</x><a>b</a></data>").Root!, TimeZoneInfo.Utc, TimeProvider.System) { StepLimit = 100_000 });
        }
        catch (XPathException e) when (e.Message.Length > 0)
        {
            // what it declares
        }
    }
}
