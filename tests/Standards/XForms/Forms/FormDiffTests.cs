using System.Text;
using Vaka.XForms.Forms;

namespace Vaka.Standards.Tests.XForms.Forms;

public sealed class FormDiffTests
{
    private const string Form = """
        <h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml" xmlns:jr="http://openrosa.org/javarosa">
          <h:head><h:title>Needs</h:title><model>
            <itext><translation lang="English (en)"><text id="yes"><value>Yes</value></text><text id="no"><value>No</value></text><text id="age"><value>How old are you?</value></text></translation>
              <translation lang="Français (fr)"><text id="yes"><value>Oui</value></text><text id="no"><value>Non</value></text><text id="age"><value>Quel est votre âge ?</value></text></translation></itext>
            <instance><data id="needs" version="1"><home><age/><paid/><way/></home><people><name/></people><double/></data></instance>
            <instance id="yesno"><root><item><itextId>yes</itextId><name>1</name></item><item><itextId>no</itextId><name>2</name></item></root></instance>
            <bind nodeset="/data/home/age" type="int" constraint=". &lt; 120" required="true()"/><bind nodeset="/data/home/paid" relevant=" /data/home/age  &gt; 14"/>
            <bind nodeset="/data/double" calculate=" /data/home/age  * 2"/>
          </model></h:head>
          <h:body><group ref="/data/home"><input ref="/data/home/age"><label ref="jr:itext('age')"/></input><select1 ref="/data/home/paid"><label>Were you paid?</label><itemset nodeset="instance('yesno')/root/item"><value ref="name"/><label ref="jr:itext(itextId)"/></itemset></select1>
            <select1 ref="/data/home/way"><label>By</label><item><label>Boat</label><value>b</value></item><item><label>Plane</label><value>p</value></item></select1></group>
            <group ref="/data/people"><repeat nodeset="/data/people"><input ref="/data/people/name"><label>Code</label></input></repeat></group></h:body>
        </h:html>
        """;

    private static List<(FormChangeKind, Comparability, string, string?, string?)> Changes(params (string Old, string New)[] replacements)
    {
        var text = Form;
        foreach (var (old, replacement) in replacements)
        {
            Assert.Contains(old, text, StringComparison.Ordinal);
            text = text.Replace(old, replacement, StringComparison.Ordinal);
        }
        return [.. FormDiff.Of(XForm.Read(Encoding.UTF8.GetBytes(Form)), XForm.Read(Encoding.UTF8.GetBytes(text))).Select(c => (c.Kind, c.Effect, c.Path, c.Before, c.After))];
    }

    [Fact]
    public void What_only_looks_different_keeps_comparability()
    {
        Assert.Empty(Changes());
        // Another group, other blanks, another order of the instance.
        Assert.Empty(Changes(("/data/home/", "/data/house/"), ("<home>", "<house>"), ("</home>", "</house>"), ("\"/data/home\"", "\"/data/house\""), (" * 2", " *  2")));
    }

    [Fact]
    public void A_removed_question_another_type_a_removed_or_reused_choice_and_a_repeat_break_it()
    {
        Assert.Equal([(FormChangeKind.Removed, Comparability.Breaks, "/data/home/way", "By", null)], Changes(("<way/>", ""), ("<select1 ref=\"/data/home/way\">", "<group ref=\"/data/home\">"), ("</item></select1></group>", "</item></group></group>")));
        Assert.Contains((FormChangeKind.Type, Comparability.Breaks, "/data/home/age", "int", "decimal"), Changes(("type=\"int\"", "type=\"decimal\"")));
        Assert.Contains((FormChangeKind.ChoiceRemoved, Comparability.Breaks, "/data/home/way", "p: Plane", null), Changes(("<item><label>Plane</label><value>p</value></item>", "")));
        Assert.Contains((FormChangeKind.ChoiceReworded, Comparability.Breaks, "/data/home/way", "b: Boat", "b: Plane"), Changes(("Boat", "Plane")));
        Assert.Contains((FormChangeKind.ChoiceReworded, Comparability.Breaks, "/data/home/paid", "1: Oui", "1: Peut-être"), Changes(("Oui", "Peut-être")));
        Assert.Contains((FormChangeKind.Repeat, Comparability.Breaks, "/data/people/name", "people", null), Changes(("<repeat nodeset=\"/data/people\">", "<group ref=\"/data/people\">"), ("</repeat>", "</group>")));
        Assert.Contains((FormChangeKind.Calculation, Comparability.Breaks, "/data/double", " /data/home/age  * 2", " /data/home/age  * 3"), Changes(("* 2", "* 3")));
    }

    [Fact]
    public void Wording_rules_and_new_choices_affect_it_and_what_is_new_keeps_it()
    {
        Assert.Equal([(FormChangeKind.Reworded, Comparability.Affects, "/data/home/age", "Quel est votre âge ?", "Votre âge ?")], Changes(("Quel est votre âge ?", "Votre âge ?")));
        Assert.Equal([(FormChangeKind.Constraint, Comparability.Affects, "/data/home/age", ". < 120", ". < 99")], Changes(("120", "99")));
        Assert.Equal([(FormChangeKind.Required, Comparability.Affects, "/data/home/age", "true()", "false()")], Changes(("true()", "false()")));
        Assert.Equal([(FormChangeKind.Relevance, Comparability.Affects, "/data/home/paid", " /data/home/age  > 14", " /data/home/age  > 15")], Changes(("14", "15")));
        Assert.Equal([(FormChangeKind.ChoiceAdded, Comparability.Affects, "/data/home/way", null, "c: Canoe")], Changes(("<item><label>Plane", "<item><label>Canoe</label><value>c</value></item><item><label>Plane")));
        Assert.Equal([(FormChangeKind.Added, Comparability.Keeps, "/data/why", null, "Why?")], Changes(("<double/>", "<double/><why/>"), ("</h:body>", "<input ref=\"/data/why\"><label>Why?</label></input></h:body>")));
        Assert.Equal([(FormChangeKind.LanguageRemoved, Comparability.Affects, "", "Français (fr)", null), (FormChangeKind.LanguageAdded, Comparability.Keeps, "", null, "Bislama (bi)")], Changes(("Français (fr)", "Bislama (bi)")));
    }
}
