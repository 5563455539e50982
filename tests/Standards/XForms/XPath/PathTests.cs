using System.Xml.Linq;
using Vaka.XForms.XPath;

namespace Vaka.Standards.Tests.XForms.XPath;

public sealed class PathTests
{
    [Theory]
    [InlineData("/", "/")]
    [InlineData("/data/village", "village=Sulu")]
    [InlineData("village | income | village", "village=Sulu|income=1200.50")]
    [InlineData("income | village", "village=Sulu|income=1200.50")]
    [InlineData("//kind", "kind=dog|kind=hen|kind=pig")]
    [InlineData("//pet[1]/kind", "kind=dog|kind=pig")]
    [InlineData("(//pet)[1]/kind", "kind=dog")]
    [InlineData("//pet[kind = 'hen']/../name", "name=Bo")]
    [InlineData("person[last()]/name", "name=Cy")]
    [InlineData("person[last() - 1]/name", "name=Bo")]
    [InlineData("//pet[last()]/kind", "kind=hen|kind=pig")]
    [InlineData("//name/following-sibling::*[name() != 'age'][last()]/kind", "kind=hen|kind=pig")]
    [InlineData("//descendant::kind[2]", "kind=hen")]
    [InlineData("//kind/ancestor::*[last()]/village", "village=Sulu")]
    [InlineData("person[position() > 1]/name", "name=Bo|name=Cy")]
    [InlineData("person[age > 5][2]/name", "name=Bo")]
    [InlineData("@*", "@id=household|@version=3")]
    [InlineData("person/@jr:template", "@template=")]
    [InlineData("//@jr:*", "@template=")]
    [InlineData("jr:*", "")]
    [InlineData("person[@jr:template]/name", "name=Ana")]
    [InlineData("person[pet[2]]/name", "name=Bo")]
    [InlineData("*[self::village or self::income]", "village=Sulu|income=1200.50")]
    [InlineData("village/text()", "Sulu")]
    [InlineData("nothing/text()", "")]
    [InlineData("namespace::*", "")]
    public void Paths_lead_to_nodes_in_document_order(string path, string wanted) => Assert.Equal(wanted, Given.Nodes(path));

    [Theory]
    [InlineData("ancestor::*", "data|person")]
    [InlineData("ancestor::*[1]", "person")]
    [InlineData("ancestor-or-self::pet/kind", "kind=dog")]
    [InlineData("preceding-sibling::*", "name=Bo|age=7")]
    [InlineData("preceding-sibling::*[1]", "age=7")]
    [InlineData("following-sibling::pet/kind", "kind=hen")]
    [InlineData("preceding::name", "name=Ana|name=Bo")]
    [InlineData("preceding::name[1]", "name=Bo")]
    [InlineData("following::*[not(*)]", "kind=hen|name=Cy|age=|kind=pig")]
    [InlineData("../../person/pet/kind", "kind=dog|kind=hen|kind=pig")]
    [InlineData("../../person/descendant-or-self::*/..//kind", "kind=dog|kind=hen|kind=pig")]
    [InlineData("../..//name/following-sibling::*/preceding-sibling::name", "name=Ana|name=Bo|name=Cy")]
    public void Axes_lead_from_a_node_deep_inside(string path, string wanted) => Assert.Equal(wanted, Given.Nodes(path, "//pet[1]"));

    [Theory]
    [InlineData("parent::*", "data")]
    [InlineData("ancestor-or-self::node()[1]", "@version=3")]
    [InlineData("following::village", "village=Sulu")]
    [InlineData("preceding::node()", "")]
    [InlineData("following-sibling::node()", "")]
    public void Axes_lead_from_an_attribute(string path, string wanted) => Assert.Equal(wanted, Given.Nodes(path, "/data/@version"));

    [Fact]
    public void Comments_and_instructions_are_found_by_kind()
    {
        const string Xml = "<a><!--one--><?two three?><b/>four</a>";
        Assert.Equal("<!--one-->", Given.Nodes("comment()", "/a", Xml));
        Assert.Equal("three", Given.Text("processing-instruction('two')", "/a", Xml));
        Assert.Equal("", Given.Nodes("processing-instruction('other')", "/a", Xml));
        Assert.Equal(4, Given.Number("count(node())", "/a", Xml));
    }

    [Fact]
    public void A_name_without_prefix_means_no_namespace_unless_the_caller_says_any()
    {
        var document = XDocument.Parse("<data xmlns='urn:form'><q>5</q></data>");
        var path = XPathExpression.Parse("/data/q");
        Assert.Empty(path.EvaluateNodes(new EvaluationContext(document, Given.Zone, TimeProvider.System)));
        Assert.Equal("5", path.EvaluateText(new EvaluationContext(document, Given.Zone, TimeProvider.System) { UnprefixedMatchesAnyNamespace = true }));
        var named = new EvaluationContext(document, Given.Zone, TimeProvider.System) { Namespaces = prefix => prefix == "f" ? "urn:form" : null };
        Assert.Equal("5", XPathExpression.Parse("/f:data/f:q").EvaluateText(named));
    }

    [Fact]
    public void A_prefix_that_nobody_declared_is_an_error() => Assert.Equal(0, Given.Refusal("nobody:a").Position);

    [Fact]
    public void A_value_is_no_path()
    {
        Given.Refusal("'a' | village");
        Given.Refusal("('a')/village");
        Assert.Throws<XPathException>(() => XPathExpression.Parse("1").EvaluateNodes(Given.Context()));
    }

    [Fact]
    public void A_node_without_document_is_an_error() =>
        Assert.Throws<XPathException>(() => XPathExpression.Parse("1").Evaluate(new EvaluationContext(new XElement("a"), Given.Zone, TimeProvider.System)));
}
