using System.Text;
using Vaka.XForms;
using Vaka.XForms.Forms;
using Vaka.XForms.Submissions;

namespace Vaka.Standards.Tests.XForms.Submissions;

public sealed class SubmissionTests
{
    private const string Form = """
        <h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml" xmlns:jr="http://openrosa.org/javarosa" xmlns:orx="http://openrosa.org/xforms">
          <h:head><h:title>Household</h:title><model>
            <itext><translation lang="English (en)"><text id="/data/age:label"><value>Age of <output value=" /data/name "/></value></text><text id="msg"><value form="long">Too old</value></text></translation>
              <translation lang="Français (fr)" default="true()"><text id="/data/age:label"><value>Âge</value></text></translation></itext>
            <instance><data id="hh" version="3"><name/><age/><photo/>
              <members jr:template=""><who/><details><height/></details><trips jr:template=""><to/></trips></members>
              <members><who/><details><height/></details><trips><to/></trips></members>
              <orx:meta><orx:instanceID/></orx:meta></data></instance>
            <instance id="villages" src="jr://file-csv/villages.csv"/>
            <bind nodeset="/data/name" type="string" required="true()"/><bind nodeset="/data/age" type="xsd:int" constraint=". &lt; 130" jr:constraintMsg="jr:itext('msg')"/>
            <bind nodeset="/data/photo" type="binary"/><bind nodeset="/data/members/details/height" type="decimal" relevant=" /data/age > 3"/>
          </model></h:head>
          <h:body><input ref="/data/name"><label>Name</label></input><input ref="/data/age"><label ref="jr:itext('/data/age:label')"/></input><upload ref="/data/photo" mediatype="image/*"><label>Photo</label></upload>
            <group ref="/data/members"><label>Members</label><repeat nodeset="/data/members" jr:count=" /data/age "><select1 ref="/data/members/who"><label>Who</label><item><label>A</label><value>a</value></item><item><label>B</label><value>b</value></item></select1>
              <group ref="details"><label>Details</label><input ref="height"/></group><group><label>Trips</label><repeat nodeset="/data/members/trips"><input ref="to"/></repeat></group></repeat></group></h:body>
        </h:html>
        """;

    private const string Answers = """
        <data id="hh" version="3" xmlns:orx="http://openrosa.org/xforms"><name>Ana</name><age>7</age><photo>a.jpg</photo>
          <members><who>a</who><details><height>1.5</height></details><trips><to>TO</to></trips><trips><to>FJ</to></trips></members>
          <members><who>b</who><details><height/></details></members>
          <orx:meta><orx:instanceID>uuid:1</orx:instanceID></orx:meta></data>
        """;

    private static XForm Read(string xml = Form) => XForm.Read(Encoding.UTF8.GetBytes(xml));

    private static Submission Sent(string xml = Answers) => Submission.Read(Encoding.UTF8.GetBytes(xml));

    [Fact]
    public void A_form_is_read_with_its_nodes_binds_controls_and_texts()
    {
        var form = Read();
        Assert.Equal(("hh", "3", "Household", "data"), (form.FormId, form.Version, form.Title, form.Root.Name));
        Assert.Equal(["/data", "/data/name", "/data/age", "/data/photo", "/data/members", "/data/members/who", "/data/members/details", "/data/members/details/height", "/data/members/trips", "/data/members/trips/to", "/data/meta", "/data/meta/instanceID"], form.Root.All().Select(n => n.Path));
        Assert.Equal((FormNodeKind.Repeat, "Members", " /data/age "), (form.ByPath["/data/members"].Kind, form.ByPath["/data/members"].Label, form.ByPath["/data/members"].Count));
        Assert.Equal((FormNodeKind.Repeat, "Trips", null), (form.ByPath["/data/members/trips"].Kind, form.ByPath["/data/members/trips"].Label, form.ByPath["/data/members/trips"].Count));
        Assert.Equal(("int", ". < 130"), (form.ByPath["/data/age"].Bind.Type, form.ByPath["/data/age"].Bind.Constraint));
        Assert.Equal("decimal", form.ByPath["/data/members/details/height"].Bind.Type);
        Assert.NotNull(form.ByPath["/data/members/details/height"].Control);
        Assert.Equal(["a", "b"], form.ByPath["/data/members/who"].Control!.Choices);
        Assert.Equal("jr://file-csv/villages.csv", form.ExternalInstances["villages"]);
        Assert.Equal("Français (fr)", form.Texts.Default);
        Assert.Equal("Âge", form.Texts.Say(form.ByPath["/data/age"].Label));
        Assert.Equal("Age of ${name}", form.Texts.Say(form.ByPath["/data/age"].Label, "English (en)"));
        Assert.Equal("Too old", form.Texts.Say(form.ByPath["/data/age"].Bind.ConstraintMessage, "English (en)"));
        Assert.Null(form.Texts.Say(form.ByPath["/data/age"].Bind.ConstraintMessage));
        Assert.Equal("Name", form.Texts.Say(form.ByPath["/data/name"].Label));
    }

    [Fact]
    public void A_submission_names_its_form_itself_what_it_replaces_and_its_files()
    {
        var sent = Sent(Answers.Replace("</orx:meta>", "<orx:deprecatedID>uuid:0</orx:deprecatedID></orx:meta>", StringComparison.Ordinal));
        Assert.Equal(("hh", "3", "uuid:1", "uuid:0", false), (sent.FormId, sent.Version, sent.InstanceId, sent.DeprecatedId, sent.IsEncrypted));
        Assert.Equal(["a.jpg"], sent.NamedFiles(Read()));
        var bare = Sent("<data id='hh'><meta><instanceID>uuid:2</instanceID></meta></data>");
        Assert.Equal(("", "uuid:2", null), (bare.Version, bare.InstanceId, bare.DeprecatedId));
    }

    [Fact]
    public void Tables_hold_one_row_for_the_form_and_one_for_each_repetition()
    {
        var tables = new FlatTables(Read());
        Assert.Equal(["data: name age photo meta-instanceID", "members: who details-height", "members.trips: to"], tables.Tables.Select(t => $"{t.Name}: {string.Join(' ', t.Columns.Select(c => c.Name))}"));
        Assert.Equal(
        [
            "data uuid:1 - Ana,7,a.jpg,uuid:1",
            "members uuid:1/members[1] uuid:1 a,1.5",
            "members.trips uuid:1/members[1]/trips[1] uuid:1/members[1] TO",
            "members.trips uuid:1/members[1]/trips[2] uuid:1/members[1] FJ",
            "members uuid:1/members[2] uuid:1 b,",
        ], tables.Rows(Sent()).Select(r => $"{r.Table.Name} {r.Key} {r.ParentKey ?? "-"} {string.Join(',', r.Values)}"));
        // What was never there is not an empty answer.
        Assert.Equal([null, null, null, "uuid:2"], tables.Rows(Sent("<data id='hh'><meta><instanceID>uuid:2</instanceID></meta></data>")).Single().Values);
    }

    [Fact]
    public void A_difference_names_the_answer_by_its_place()
    {
        var newer = Answers.Replace("uuid:1", "uuid:9", StringComparison.Ordinal).Replace("<age>7<", "<age>8<", StringComparison.Ordinal).Replace("<to>FJ<", "<to>VU<", StringComparison.Ordinal)
            .Replace("<photo>a.jpg</photo>", "", StringComparison.Ordinal).Replace("<details><height/></details></members>", "<details><height/></details></members><members><who>a</who></members>", StringComparison.Ordinal);
        Assert.Equal(["/data/age 7 8", "/data/members/trips[2]/to FJ VU", "/data/members[3]/who - a", "/data/photo a.jpg -"],
            SubmissionDiff.Of(Sent(), Sent(newer)).Select(c => $"{c.Path} {c.Before ?? "-"} {c.After ?? "-"}"));
        Assert.Empty(SubmissionDiff.Of(Sent(), Sent(Answers.Replace("uuid:1", "uuid:2", StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData("<data id='hh'", XmlFault.Malformed)]
    [InlineData("", XmlFault.Malformed)]
    [InlineData("<!DOCTYPE d [<!ENTITY a 'aa'>]><data id='hh'>&a;</data>", XmlFault.DocumentType)]
    [InlineData("<!DOCTYPE d [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><data id='hh'>&e;</data>", XmlFault.DocumentType)]
    [InlineData("<data><meta><instanceID>uuid:1</instanceID></meta></data>", XmlFault.NotWhatItShouldBe)]
    [InlineData("<data id='hh'><meta/></data>", XmlFault.NotWhatItShouldBe)]
    [InlineData("<?xml version='1.0' encoding='utf-16'?><data id='hh'/>", XmlFault.Malformed)]
    public void Damaged_input_is_refused_with_a_reason(string xml, XmlFault fault)
    {
        Assert.Equal(fault, Assert.Throws<XmlRefusedException>(() => Sent(xml)).Fault);
        Assert.Throws<XmlRefusedException>(() => Read(xml));
    }

    [Fact]
    public void Nesting_a_million_deep_is_refused()
    {
        var deep = string.Concat(Enumerable.Repeat("<a>", 1_000_000));
        Assert.Equal(XmlFault.TooDeep, Assert.Throws<XmlRefusedException>(() => Sent($"<data id='hh'>{deep}")).Fault);
    }

    [Fact]
    public void Bytes_that_are_not_what_they_declare_are_refused() =>
        Assert.Equal(XmlFault.Malformed, Assert.Throws<XmlRefusedException>(() => Submission.Read(new byte[] { (byte)'<', (byte)'d', (byte)'>', 0xff, 0xfe, (byte)'<', (byte)'/', (byte)'d', (byte)'>' })).Fault);

    /// <summary>The reference XForms of real forms: every bind and control is at a node, and their own blank instance flattens.</summary>
    [Fact]
    public void Real_forms_are_read_whole()
    {
        foreach (var file in Directory.GetFiles(SharedData.Path("forms"), "*.pyxform.xml"))
        {
            var form = XForm.Read(File.ReadAllBytes(file));
            Assert.NotEmpty(form.FormId);
            Assert.Contains(form.Root.All(), n => n.Control is not null);
            var binds = form.Model.Elements(Namespaces.XForms + "bind").Count();
            Assert.Equal(binds, form.Root.All().Count(n => !ReferenceEquals(n.Bind, FormBind.None)));
            Assert.Equal(form.Root.All().Count(n => n.Kind == FormNodeKind.Value), new FlatTables(form).Tables.Sum(t => t.Columns.Count));
        }
    }
}
