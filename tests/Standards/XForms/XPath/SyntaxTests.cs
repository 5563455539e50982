using Vaka.XForms.XPath;

namespace Vaka.Standards.Tests.XForms.XPath;

public sealed class SyntaxTests
{
    [Theory]
    [InlineData("2 + 3 * 4", 14)]
    [InlineData("(2 + 3) * 4", 20)]
    [InlineData("20 - 5 - 4", 11)]
    [InlineData("48 div 4 div 3", 4)]
    [InlineData("17mod5", 2)]
    [InlineData("9div2", 4.5)]
    [InlineData("- - 6", 6)]
    [InlineData("3--2", 5)]
    [InlineData("-7 mod 4", -3)]
    [InlineData(".25*4.", 1)]
    [InlineData("2.5e3", 2500)]
    [InlineData("count(*)*2", 16)]
    [InlineData("* * 2", double.NaN)]
    public void Operators_bind_as_the_standard_says(string expression, double wanted) => Assert.Equal(wanted, Given.Number(expression));

    [Theory]
    [InlineData("1 = 2 or 3 = 3", true)]
    [InlineData("1 < 2 = true()", true)]
    [InlineData("1 or 0 and 0", true)]
    [InlineData("'a'and'b'", true)]
    [InlineData("true() or nonsense(1)", true)]
    [InlineData("false() and nonsense(1)", false)]
    public void Truth_is_looked_at_no_further_than_needed(string expression, bool wanted) => Assert.Equal(wanted, Given.Truth(expression));

    [Theory]
    [InlineData("div div div", "<div><div>8</div></div>", 1)]
    [InlineData("and/or/mod", "<x><and><or><mod>5</mod></or></and></x>", 5)]
    public void Words_of_operators_are_names_where_an_operand_stands(string expression, string xml, double wanted) => Assert.Equal(wanted, Given.Number(expression, "/*", xml));

    [Theory]
    [InlineData("", 0)]
    [InlineData("   ", 0)]
    [InlineData("1 +", 3)]
    [InlineData("(1", 2)]
    [InlineData("'open", 0)]
    [InlineData("1 AND 1", 2)]
    [InlineData("village]", 7)]
    [InlineData("person[1", 8)]
    [InlineData("$name", 0)]
    [InlineData("//", 2)]
    [InlineData("village/", 8)]
    [InlineData("sideways::a", 0)]
    [InlineData("count(village,", 14)]
    [InlineData("1 ! 2", 2)]
    [InlineData("a: b", 2)]
    public void What_cannot_be_read_is_said_with_its_place(string expression, int position)
    {
        var refusal = Assert.Throws<XPathException>(() => XPathExpression.Parse(expression));
        Assert.Equal(position, refusal.Position);
        Assert.EndsWith(".", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_tree_keeps_positions_and_steps()
    {
        var comparison = Assert.IsType<BinaryExpression>(XPathExpression.Parse("../age[. > 3] = 'x'").Tree);
        var path = Assert.IsType<PathExpression>(comparison.Left);
        Assert.Equal((BinaryOperator.Equal, 16), (comparison.Operator, comparison.Right.Position));
        Assert.Equal([(Axis.Parent, 0, 0), (Axis.Child, 3, 1)], path.Steps.Select(step => (step.Axis, step.Position, step.Predicates.Count)));
        Assert.Equal([7, 16], [path.Children.Single().Position, comparison.Children.Last().Position]);
    }
}
