using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Xml.Linq;
using Vaka.XForms.Checking;
using Vaka.XForms.Forms;
using Vaka.XForms.Submissions;

namespace Vaka.Standards.Tests.XForms.Checking;

public sealed class FormCheckTests
{
    private const string Head = """<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml" xmlns:jr="http://openrosa.org/javarosa"><h:head><h:title>T</h:title><model>""";

    private const string Form = Head + """
        <itext><translation lang="English (en)"><text id="m"><value>Too old</value></text></translation><translation lang="Français (fr)"><text id="m"><value>Trop âgé</value></text></translation></itext>
        <instance><data id="f"><age/><adult/><job/><where/><village/><n/>
          <people><name/><born/><age/><old/></people>
          <total/><oldest/><where_is/><on/><stamp/><meta><instanceID/></meta></data></instance>
        <instance id="villages"><root><item><name>v1</name><island>a</island></item><item><name>v2</name><island>b</island></item></root></instance>
        <instance id="rates" src="jr://file-csv/rates.csv"/>
        <bind nodeset="/data/age" type="int" required="true()" jr:requiredMsg="Ask again" constraint=". &gt;= 0 and . &lt; 130" jr:constraintMsg="jr:itext('m')"/>
        <bind nodeset="/data/adult" type="string" calculate="if( /data/age &gt;= 18, 'yes', 'no')"/>
        <bind nodeset="/data/job" type="string" relevant=" /data/adult = 'yes'" required="true()"/>
        <bind nodeset="/data/where" type="string"/><bind nodeset="/data/village" type="string"/>
        <bind nodeset="/data/n" type="int"/>
        <bind nodeset="/data/people/age" type="int" relevant=" /data/people/name != ''" constraint=". &lt;= /data/people/born + 200"/>
        <bind nodeset="/data/people/old" calculate=" /data/people/age &gt; 60"/>
        <bind nodeset="/data/total" type="int" calculate="count( /data/people)"/>
        <bind nodeset="/data/oldest" type="int" calculate="max( /data/people/age )"/>
        <bind nodeset="/data/where_is" type="geopoint"/><bind nodeset="/data/on" type="date"/>
        <bind nodeset="/data/stamp" type="dateTime" calculate="now()"/>
        </model></h:head><h:body>
        <input ref="/data/age"/><input ref="/data/job"/><input ref="/data/where_is"/><input ref="/data/on"/><input ref="/data/n"/>
        <select ref="/data/where"><item><label>A</label><value>a</value></item><item><label>B</label><value>b</value></item></select>
        <select1 ref="/data/village"><itemset nodeset="instance('villages')/root/item[selected( /data/where , island)]"><value ref="name"/><label ref="name"/></itemset></select1>
        <group ref="/data/people"><repeat nodeset="/data/people" jr:count=" /data/n "><input ref="/data/people/name"/><input ref="/data/people/born"/><input ref="/data/people/age"/></repeat></group>
        </h:body></h:html>
        """;

    private const string Good = """
        <data id="f"><age>20</age><adult>yes</adult><job>fisher</job><where>a b</where><village>v2</village><n>2</n>
        <people><name>Ana</name><born>1950</born><age>70</age><old>true</old></people><people><name>Sione</name><born>2000</born><age>24</age><old>false</old></people>
        <total>2</total><oldest>70</oldest><where_is>-17.7 168.3 0 5</where_is><on>2024-02-29</on><stamp>2024-01-01T00:00:00.000+11:00</stamp><meta><instanceID>uuid:1</instanceID></meta></data>
        """;

    private static IReadOnlyList<Flag> Check([StringSyntax("xml")] string answers, string form = Form, Func<string, XDocument?>? files = null)
    {
        var check = new FormCheck(XForm.Read(Encoding.UTF8.GetBytes(form)));
        return check.Check(Submission.Read(Encoding.UTF8.GetBytes(answers)), new(TimeZoneInfo.Utc, TimeProvider.System) { Files = files });
    }

    private static string[] Said(string from, string to) => [.. Check(Good.Replace(from, to, StringComparison.Ordinal)).Select(f => $"{f.Kind} {f.Path} {f.Value}")];

    [Fact]
    public void What_a_client_would_have_sent_has_no_flag() => Assert.Empty(Check(Good));

    /// <summary>Within a repetition the paths of indexed-repeat() mean all repetitions, not this one.</summary>
    [Fact]
    public void Indexed_repeat_reaches_out_of_its_own_repetition()
    {
        var form = Form.Replace("calculate=\" /data/people/age &gt; 60\"", "calculate=\"indexed-repeat( /data/people/name , /data/people , position(..) - 1)\"", StringComparison.Ordinal);
        var good = Good.Replace("<old>true</old>", "<old/>", StringComparison.Ordinal).Replace("<old>false</old>", "<old>Ana</old>", StringComparison.Ordinal);
        Assert.Empty(Check(good, form));
        Assert.Equal("Ana", Assert.Single(Check(good.Replace("<old>Ana</old>", "<old>Sione</old>", StringComparison.Ordinal), form)).Rule);
    }

    [Theory]
    [InlineData("<age>20</age>", "<age/>", "Required /data/age ", "Calculation /data/adult yes")]
    [InlineData("<age>20</age><adult>yes</adult><job>fisher</job>", "<age>7</age><adult>no</adult>")]
    [InlineData("<job>fisher</job>", "", "Required /data/job ")]
    [InlineData("<age>20</age>", "<age>140</age>", "Constraint /data/age 140")]
    [InlineData("<age>20</age>", "<age>twenty</age>", "Type /data/age twenty", "Calculation /data/adult yes")]
    [InlineData("<age>20</age><adult>yes</adult>", "<age>17</age><adult>no</adult>", "NotRelevant /data/job fisher")]
    [InlineData("<where>a b</where>", "<where>a c</where>", "Choice /data/where c", "Choice /data/village v2")]
    [InlineData("<village>v2</village>", "<village>v9</village>", "Choice /data/village v9")]
    [InlineData("<n>2</n>", "<n>3</n>", "RepeatCount /data/people 2")]
    [InlineData("<total>2</total>", "<total>3</total>", "Calculation /data/total 3")]
    [InlineData("<oldest>70</oldest>", "<oldest>20</oldest>", "Calculation /data/oldest 20")]
    [InlineData("<age>24</age><old>false</old>", "<age>61</age><old>false</old>", "Calculation /data/people[2]/old false")]
    [InlineData("<born>2000</born><age>24</age>", "<born>-190</born><age>24</age>", "Constraint /data/people[2]/age 24")]
    [InlineData("<name>Sione</name>", "<name/>", "NotRelevant /data/people[2]/age 24")]
    [InlineData("<on>2024-02-29</on>", "<on>2023-02-29</on>", "Type /data/on 2023-02-29")]
    [InlineData("-17.7 168.3 0 5", "-97.7 168.3 0 5", "Type /data/where_is -97.7 168.3 0 5")]
    [InlineData("<total>2</total>", "<total>2</total><total>2</total><other>x</other>", "Unexpected /data/total[2] 2", "Unexpected /data/other x")]
    public void Each_rule_that_is_broken_is_flagged_at_its_place_and_no_other(string from, string to, params string[] flags) => Assert.Equal(flags, Said(from, to));

    [Fact]
    public void A_flag_carries_the_rule_and_the_forms_words_in_each_language()
    {
        var flag = Assert.Single(Check(Good.Replace("<age>20</age>", "<age>140</age>", StringComparison.Ordinal)));
        Assert.Equal(". >= 0 and . < 130", flag.Rule);
        Assert.Equal([("English (en)", "Too old"), ("Français (fr)", "Trop âgé")], flag.Messages.Select(m => (m.Key, m.Value)));
        Assert.Equal("Ask again", Check(Good.Replace("<age>20</age>", "<age/>", StringComparison.Ordinal))[0].Messages["English (en)"]);
    }

    [Fact]
    public void What_cannot_be_evaluated_says_so_and_the_rest_is_checked()
    {
        var form = Form.Replace(". &gt;= 0 and . &lt; 130", "no-such-function(.)", StringComparison.Ordinal).Replace("calculate=\"count( /data/people)\"", "calculate=\"count( /data/people\"", StringComparison.Ordinal);
        Assert.Equal(["NotChecked /data/age", "NotChecked /data/total"], Check(Good, form).Select(f => $"{f.Kind} {f.Path}"));
        Assert.Equal(2, new FormCheck(XForm.Read(Encoding.UTF8.GetBytes(form))).Unreadable.Count);
    }

    [Fact]
    public void A_file_beside_the_form_is_read_where_it_is_at_hand()
    {
        var form = Form.Replace("if( /data/age &gt;= 18, 'yes', 'no')", "instance('rates')/root/item[name='x']/value", StringComparison.Ordinal);
        var rates = XDocument.Parse("<root><item><name>x</name><value>yes</value></item></root>");
        Assert.Empty(Check(Good, form, source => source == "jr://file-csv/rates.csv" ? rates : null));
        Assert.Contains(Check(Good, form), f => f is { Kind: FlagKind.NotChecked, Path: "/data/adult" });
    }

    [Fact]
    public void Encrypted_answers_and_those_of_another_form_are_not_judged()
    {
        Assert.Equal(FlagKind.NotChecked, Assert.Single(Check(Good.Replace("<data id=\"f\">", "<data id=\"f\" encrypted=\"yes\">", StringComparison.Ordinal))).Kind);
        Assert.Equal(FlagKind.Unexpected, Assert.Single(Check("<other id='f'><meta><instanceID>uuid:1</instanceID></meta></other>")).Kind);
    }

    [Fact]
    public void A_submission_at_random_has_no_more_flags_than_asked_for()
    {
        var many = Good.Replace("<total>", string.Concat(Enumerable.Repeat("<x>1</x>", 5000)) + "<total>", StringComparison.Ordinal);
        Assert.Equal(1000, Check(many).Count);
    }

    /// <summary>Every rule of real forms can be read, and their blank instance breaks none but "required".</summary>
    [Fact]
    public void Rules_of_real_forms_are_read_and_evaluated()
    {
        var wrong = new List<string>();
        foreach (var file in Directory.GetFiles(SharedData.Path("forms"), "*.pyxform.xml"))
        {
            var form = XForm.Read(File.ReadAllBytes(file));
            var check = new FormCheck(form);
            wrong.AddRange(check.Unreadable.Select(p => $"{Path.GetFileName(file)}: {p.Message}"));
            var blank = new XElement(form.Model.Elements(Namespaces.XForms + "instance").First().Elements().First());
            if (!blank.Descendants().Any(e => e.Name.LocalName == "instanceID")) continue;
            blank.Descendants().First(e => e.Name.LocalName == "instanceID").Value = "uuid:1";
            var flags = check.Check(Submission.Read(Encoding.UTF8.GetBytes(blank.ToString())), new(TimeZoneInfo.Utc, TimeProvider.System));
            wrong.AddRange(flags.Where(f => f.Kind is FlagKind.NotChecked or FlagKind.Type or FlagKind.Constraint or FlagKind.Unexpected && !f.Rule.Contains("instance(", StringComparison.Ordinal) && !f.Rule.Contains("pulldata(", StringComparison.Ordinal))
                .Select(f => $"{Path.GetFileName(file)}: {f.Kind} {f.Path} {f.Value} {f.Rule}"));
        }
        Assert.True(wrong.Count == 0, $"{wrong.Count}: " + string.Join('\n', wrong.Take(40)));
    }
}
