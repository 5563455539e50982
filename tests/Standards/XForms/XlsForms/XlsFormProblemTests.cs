namespace Vaka.Standards.Tests.XForms.XlsForms;

public sealed class XlsFormProblemTests
{
    [Theory]
    [InlineData("type | name | label", "frobnicate | a | A", 2, "type", "not known")]
    [InlineData("type | name | label", "text | 1a | A", 2, "name", "cannot be a name")]
    [InlineData("type | name | label", "text | | A", 2, "name", "no name")]
    [InlineData("type | name | label", " | a | A", 2, "type", "no type")]
    [InlineData("type | name | label", "text | meta | A", 2, "name", "meta")]
    [InlineData("type | name | label", "text | a | A ~ text | a | A", 3, "name", "twice")]
    [InlineData("type | name | label", "text | a | ${b}", 2, "label", "no question named 'b'")]
    [InlineData("type | name | label", "text | a | ${ a }", 2, "label", "no reference")]
    [InlineData("type | name | label", "begin group | g | G ~ text | a | A", 2, "type", "No row ends")]
    [InlineData("type | name | label", "text | a | A ~ end repeat | | ", 3, "type", "no row begins")]
    [InlineData("type | name | label", "begin_repeat | data | D ~ text | a | A ~ end_repeat | | ", 2, "name", "form itself")]
    [InlineData("type | name | label", "select_one missing | a | A", 2, "type", "choices")]
    [InlineData("type | name | label", "select_one_from_file towns.txt | a | A", 2, "type", "must end in")]
    [InlineData("type | name | label", "calculate | a | ", 2, "calculation", "missing")]
    [InlineData("type | name | label", "text | a | ", 2, "label", "neither label nor hint")]
    [InlineData("type | name | label | parameters", "range | a | A | step=0", 2, "parameters", "zero")]
    [InlineData("type | name | label | parameters", "text | a | A | rows", 2, "parameters", "key=value")]
    [InlineData("type | name | label | parameters", "audio | a | A | volume=3", 2, "parameters", "not known")]
    [InlineData("type | name | label | trigger", "text | a | A | ${b}", 2, "trigger", "no question named 'b'")]
    [InlineData("type | name | label | save_to", "text | a | A | p", 2, "save_to", "entities sheet")]
    public void An_error_says_where_and_what(string headings, string rows, int row, string column, string says)
    {
        var form = Compiled.From($"| survey |\n| | {headings} |\n| | {rows.Replace(" ~ ", " |\n| | ", StringComparison.Ordinal)} |");
        Assert.False(form.Accepted);
        var error = Assert.Single(form.Errors);
        Assert.Equal(("survey", row, column), (error.Sheet, error.Row, error.Column));
        Assert.Contains(says, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_wrong_rows_are_told_at_once()
    {
        var form = Compiled.From("| survey |\n| | type | name | label |\n| | foo | a | A |\n| | text | b | B |\n| | bar | c | C |");
        Assert.Equal([2, 4], form.Errors.Select(e => e.Row));
    }

    [Fact]
    public void Choices_are_named_and_named_once()
    {
        var form = Compiled.From("""
            | survey |
            | | type | name | label |
            | | select_one l | a | A |
            | choices |
            | | list_name | name | label |
            | | l | x | X |
            | | l | | Y |
            | | l | x | Z |
            """);
        Assert.Equal([("choices", 3, "name"), ("choices", 4, "name")], form.Errors.Select(e => (e.Sheet!, e.Row!.Value, e.Column!)).Order());
    }

    [Fact]
    public void A_sheet_with_nearly_the_name_is_asked_about()
    {
        var form = Compiled.From("| survey |\n| | type | name | label |\n| | select_one l | a | A |\n| choiced |\n| | list_name | name |\n| | l | x |");
        Assert.Contains("'choiced'", Assert.Single(form.Errors).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_undeclared_prefix_is_refused_and_a_declared_one_taken()
    {
        const string Survey = "| survey |\n| | type | name | label | bind::esri:type |\n| | text | a | A | string |\n";
        Assert.Equal("namespaces", Assert.Single(Compiled.From(Survey).Errors).Column);
        Assert.True(Compiled.From(Survey + "| settings |\n| | namespaces |\n| | esri=\"http://example.org/esri\" |").Accepted);
    }

    [Fact]
    public void Columns_that_mean_the_same_are_refused()
    {
        var form = Compiled.From("| survey |\n| | type | name | label | relevant | relevance |\n| | text | a | A | | |");
        Assert.Contains("'relevant' and 'relevance'", Assert.Single(form.Errors).Message, StringComparison.Ordinal);
    }
}
