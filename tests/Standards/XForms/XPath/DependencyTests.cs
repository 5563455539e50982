using Vaka.XForms.XPath;

namespace Vaka.Standards.Tests.XForms.XPath;

public sealed class DependencyTests
{
    private static string Reads(string expression, string? at = "/data/person/age") =>
        string.Join(' ', Dependencies.Of(XPathExpression.Parse(expression).Tree, at).Select(read => $"{read.Instance}{(read.Instance is null ? "" : ":")}{read.Path ?? "?"}{(read.IsExact ? "" : "*")}"));

    [Theory]
    [InlineData("1 + 2", "")]
    [InlineData(". > ../name and /data/village", "/data/person/age /data/person/name /data/village")]
    [InlineData("../../@version", "/data/@version")]
    [InlineData("/data/person[name = 'x' and ../village]/age", "/data/person/name /data/village /data/person/age")]
    [InlineData("sum(/data/person/age) div count(/data/person)", "/data/person/age /data/person")]
    [InlineData("//name", "/*")]
    [InlineData("../*", "/data/person*")]
    [InlineData("../pet/descendant::kind", "/data/person/pet*")]
    [InlineData("preceding::name", "/*")]
    [InlineData("../preceding-sibling::person/name", "/data*")]
    [InlineData("instance('villages')/root/item[name = current()/../name]/label", "villages:/root/item/name /data/person/name villages:/root/item/label")]
    [InlineData("instance('villages')/root/item[name = /data/village]", "villages:/root/item/name /data/village villages:/root/item")]
    [InlineData("(/data/person)[1]/name", "/data/person /data/person/name")]
    [InlineData("pulldata('villages', 'label', 'name', ../name)", "villages:/* /data/person/name")]
    [InlineData("once(random())", "/data/person/age")]
    [InlineData("string-length()", "/data/person/age")]
    [InlineData("indexed-repeat(/data/person/name, /data/person, 1)", "/data/person/name /data/person")]
    [InlineData("if(/data/a, /data/b, /data/c)/d", "?* /data/a /data/b /data/c")]
    public void Reads_are_found(string expression, string wanted) => Assert.Equal(Sorted(wanted), Sorted(Reads(expression)));

    [Fact]
    public void Relative_paths_are_unknown_without_context() => Assert.Equal("?* /data/a", Reads("../b + /data/a", null));

    [Theory]
    [InlineData("count(person) + motu:double(2)", "")]
    [InlineData("1 + Selected(a, 'b')", "4")]
    [InlineData("count-selected(a, b)", "0")]
    [InlineData("count(1) + sum('a')", "6 15")]
    [InlineData("if(regex(a, '[0-9'), b | 3, nonsense(c))", "12 25 28")]
    [InlineData("a[nonsense()]", "2")]
    public void Mistakes_are_found_before_any_answer(string expression, string wanted)
    {
        var own = new HashSet<string>(["motu:double"], StringComparer.Ordinal);
        Assert.Equal(wanted, string.Join(' ', ExpressionCheck.Of(XPathExpression.Parse(expression).Tree, own).Select(problem => problem.Position)));
    }

    [Fact]
    public void A_similar_name_is_offered() =>
        Assert.Contains("selected()", Assert.Single(ExpressionCheck.Of(XPathExpression.Parse("Selected(a, 'b')").Tree)).Message, StringComparison.Ordinal);

    private static string Sorted(string reads) => string.Join(' ', reads.Split(' ').Order(StringComparer.Ordinal));
}
