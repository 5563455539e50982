using Vaka.XForms.XPath;

namespace Vaka.Standards.Tests.XForms.XPath;

public sealed class LimitTests
{
    private static string Times(string text, int count) => string.Concat(Enumerable.Repeat(text, count));

    [Fact]
    public void Deep_nesting_ends_in_an_error()
    {
        foreach (var expression in (string[])[
            Times("(", 10_000) + "1" + Times(")", 10_000),
            Times("not(", 10_000) + "1" + Times(")", 10_000),
            Times("a[", 10_000) + "1" + Times("]", 10_000),
            Times("if(1,2,", 10_000) + "1" + Times(")", 10_000),
            "1" + Times("+1", 10_000),
            "a" + Times("|a", 10_000),
            "1" + Times(" or 1", 10_000),
            new string('1', 200_000)])
            Assert.Throws<XPathException>(() => XPathExpression.Parse(expression));
    }

    [Fact]
    public void Signs_and_steps_may_be_many()
    {
        Assert.Equal(1, Given.Number(Times("-", 10_000) + "1"));
        Assert.Equal("Sulu", Given.Text("village" + Times("/.", 10_000)));
        Assert.Equal(0, Given.Number("count(a" + Times("[1]", 10_000) + ")"));
    }

    [Fact]
    public void What_real_forms_nest_is_well_within_the_limits()
    {
        Assert.Equal("last", Given.Text(Times("if(village = 'x', 'y', ", 300) + "'last'" + Times(")", 300)));
        Assert.Equal(900, Given.Number("1" + Times(" + 1", 899)));
        Assert.True(Given.Truth(string.Join(" or ", Enumerable.Range(0, 900).Select(at => $"income = {at}.5")) + " or income = 1200.5"));
    }

    [Fact]
    public void The_limits_hold_on_a_small_stack()
    {
        var nested = "1";
        for (var at = 0; at < 390; at++) nested = $"(0 or 0 and 0 = 0 < 0 + 0 * -a[{nested}])";
        Exception? failure = null;
        var thread = new Thread(() => failure = Record.Exception(() => XPathExpression.Parse(nested).Evaluate(Given.Context())), 256 * 1024);
        thread.Start();
        thread.Join();
        Assert.True(failure is null or XPathException, $"{failure}");
    }

    [Fact]
    public void An_evaluation_that_never_seems_to_end_is_stopped()
    {
        var context = new EvaluationContext(Given.Context().Node, Given.Zone, TimeProvider.System) { StepLimit = 20_000 };
        var endless = XPathExpression.Parse("count(//*[//*[//*[//*[//*[count(//*) > 0]]]]])");
        Assert.Contains("20000 steps", Assert.Throws<XPathException>(() => endless.Evaluate(context)).Message, StringComparison.Ordinal);
    }
}
