using Vaka.XForms.XPath;

namespace Vaka.Standards.Tests.XForms.XPath;

public sealed class FormFunctionTests
{
    [Theory]
    [InlineData("instance('villages')/root/item[name = /data/village]/label", "Sulu Bay")]
    [InlineData("instance('villages')/root/item[name = current()/village]/island", "north")]
    [InlineData("count(instance('villages')//item)", "2")]
    [InlineData("pulldata('villages', 'label', 'name', 'Tora')", "Tora Point")]
    [InlineData("pulldata('villages', 'label', 'name', 'Nowhere')", "")]
    [InlineData("jr:choice-name(village, '/data/village')", "Sulu of /data/village")]
    [InlineData("jr:itext('/data/village:label')", "text /data/village:label")]
    [InlineData("indexed-repeat(/data/person/name, /data/person, 2)", "Bo")]
    [InlineData("indexed-repeat(/data/person/pet/kind, /data/person, 2, /data/person/pet, 2)", "hen")]
    [InlineData("indexed-repeat(/data/person/name, /data/person, 9)", "")]
    [InlineData("indexed-repeat(/data/person/name, /data/person, 'x')", "")]
    [InlineData("position(person[3])", "3")]
    [InlineData("position(//kind[. = 'hen']/..)", "2")]
    [InlineData("motu:double(21)", "42")]
    [InlineData("depend(village, income)", "Sulu")]
    [InlineData("string-length(uuid())", "36")]
    [InlineData("string-length(uuid(12))", "12")]
    [InlineData("substring(uuid(), 15, 1)", "4")]
    [InlineData("random() < 1 and random() >= 0", "true")]
    public void The_form_around_is_known(string expression, string wanted) => Assert.Equal(wanted, Given.Text(expression));

    [Theory]
    [InlineData("/data/village", "Sulu")]
    [InlineData("/data/nothing", "new")]
    public void Once_keeps_an_answer(string at, string wanted) => Assert.Equal(wanted, Given.Text("once('new')", at));

    [Theory]
    [InlineData("instance('nowhere')/root")]
    [InlineData("indexed-repeat(person, person, 1, person)")]
    [InlineData("randomize('a')")]
    [InlineData("uuid(-1)")]
    [InlineData("position('a')")]
    public void What_the_form_does_not_have_is_refused(string expression) => Assert.EndsWith(".", Given.Refusal(expression).Message, StringComparison.Ordinal);

    [Fact]
    public void A_seed_shuffles_alike_and_loses_nothing()
    {
        const string Xml = "<a><i>1</i><i>2</i><i>3</i><i>4</i><i>5</i><i>6</i><i>7</i><i>8</i></a>";
        string Shuffled(string seed) => Given.Nodes($"randomize(i, {seed})", "/a", Xml);
        Assert.Equal(Shuffled("7"), Shuffled("'7'"));
        Assert.Equal(Shuffled("'word'"), Shuffled("'word'"));
        Assert.NotEqual(Shuffled("7"), Shuffled("8"));
        Assert.NotEqual(Shuffled("'word'"), Shuffled("'ward'"));
        foreach (var seed in (string[])["7", "0", "-3", "'word'", "2147483647"])
            Assert.Equal(Given.Nodes("i", "/a", Xml).Split('|'), Shuffled(seed).Split('|').Order(StringComparer.Ordinal));
        Assert.Equal(8, Given.Number("count(randomize(i))", "/a", Xml));
    }

    [Fact]
    public void Ids_are_found_once_in_document_order()
    {
        const string Xml = "<a><b id='x'/><c id='y'>x</c><b id='x'/></a>";
        Assert.Equal("b=|c=x", Given.Nodes("id('y  x y')", "/a", Xml));
        Assert.Equal("b=", Given.Nodes("id(c)", "/a", Xml));
        Assert.Equal("c", Given.Text("name(id('y'))", "/a", Xml));
    }

    [Theory]
    [InlineData("distance('0 0;0 1;0 0')", 222637.7)]
    [InlineData("distance('0 179.5', '0 -179.5')", 111318.85)]
    [InlineData("distance('10 10')", 0)]
    [InlineData("distance('91 0;0 0')", double.NaN)]
    [InlineData("distance('north;south')", double.NaN)]
    [InlineData("area('0 0;0 1')", 0)]
    [InlineData("area('0 179.5;0 -179.5;1 -179.5;1 179.5;0 179.5') - area('0 0;0 1;1 1;1 0;0 0')", 0)]
    [InlineData("area('')", double.NaN)]
    public void Places_are_measured(string expression, double wanted) => Assert.Equal(wanted, Given.Number(expression), 0.05);

    [Theory]
    [InlineData("geofence('0.5 0.5 0 0', '0 0;0 1;1 1;1 0;0 0')", true)]
    [InlineData("geofence('0.5 1.5', '0 0;0 1;1 1;1 0;0 0')", false)]
    [InlineData("geofence('0.5 180', '0 179.5;0 -179.5;1 -179.5;1 179.5;0 179.5')", true)]
    [InlineData("geofence('nowhere', '0 0;0 1;1 1;1 0;0 0')", false)]
    public void A_place_is_inside_a_shape_or_not(string expression, bool wanted) => Assert.Equal(wanted, Given.Truth(expression));
}
