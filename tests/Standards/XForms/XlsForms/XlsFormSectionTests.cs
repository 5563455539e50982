namespace Vaka.Standards.Tests.XForms.XlsForms;

public sealed class XlsFormSectionTests
{
    private const string Household = """
        | survey |
        | | type | name | label | calculation | repeat_count | default | relevant |
        | | integer | size | Size | | | | |
        | | begin repeat | person | Person | | ${size} + 1 | | ${size} > 0 |
        | | text | called | Name | | | | |
        | | begin group | more | More of ${called} | | | | |
        | | calculate | upper | | concat(${called}, ${size}) | | | |
        | | text | nick | Nick | | | ${called} | |
        | | end group | | | | | | |
        | | end repeat | | | | | | |
        | | calculate | all | | count(${called}) | | | |
        """;

    [Fact]
    public void A_repeat_has_a_template_a_round_and_a_group_around_it()
    {
        var form = Compiled.From(Household);
        Assert.Equal(1, form.Count("//x:data/x:person[@jr:template]/x:more/x:upper"));
        Assert.Equal(1, form.Count("//x:data/x:person[not(@jr:template)]/x:more/x:upper"));
        Assert.Equal(1, form.Count("//x:group[@ref='/data/person'][x:label='Person']/x:repeat[@nodeset='/data/person']/x:group[@ref='/data/person/more']"));
    }

    [Fact]
    public void References_are_relative_inside_the_same_repeat_only()
    {
        var form = Compiled.From(Household);
        Assert.Equal("concat( ../../called ,  /data/size )", form.Bind("/data/person/more/upper", "calculate"));
        Assert.Equal("count( /data/person/called )", form.Bind("/data/all", "calculate"));
        Assert.Equal(" /data/size  > 0", form.Bind("/data/person", "relevant"));
        Assert.Equal(" ../called ", form.Value("//x:group[@ref='/data/person/more']/x:label/x:output/@value"));
    }

    [Fact]
    public void A_computed_count_has_a_node_of_its_own_and_defaults_come_with_each_round()
    {
        var form = Compiled.From(Household);
        Assert.Equal(" /data/size  + 1", form.Bind("/data/person_count", "calculate"));
        Assert.Equal(" /data/person_count ", form.Value("//x:repeat/@jr:count"));
        Assert.Equal(" ../../called ", form.Value("//x:repeat/x:setvalue[@event='odk-new-repeat' and @ref='/data/person/more/nick']/@value"));
    }

    [Fact]
    public void Repeats_in_repeats_have_templates_in_templates()
    {
        var form = Compiled.From("""
            | survey |
            | | type | name | label |
            | | begin_repeat | a | A |
            | | begin_repeat | b | B |
            | | text | c | C |
            | | end_repeat | | |
            | | end_repeat | | |
            """);
        Assert.Equal(1, form.Count("//x:data/x:a[@jr:template]/x:b[@jr:template]/x:c"));
        Assert.Equal(1, form.Count("//x:data/x:a[not(@jr:template)]/x:b[not(@jr:template)]/x:c"));
    }

    [Fact]
    public void A_loop_is_a_group_for_each_choice()
    {
        var form = Compiled.From("""
            | survey |
            | | type | name | label |
            | | begin loop over tools | owned | |
            | | integer | count | How many of %(label)s? |
            | | end loop | | |
            | choices |
            | | list_name | name | label |
            | | tools | saw | Saws |
            | | tools | axe | Axes |
            """);
        Assert.Equal("How many of Saws?", form.Value("//x:input[@ref='/data/owned/saw/count']/x:label"));
        Assert.Equal(1, form.Count("//x:data/x:owned/x:axe/x:count"));
    }

    [Fact]
    public void Indexed_repeat_keeps_whole_paths_where_it_counts_rounds()
    {
        var form = Compiled.From("""
            | survey |
            | | type | name | label | calculation |
            | | begin_repeat | r | R | |
            | | integer | n | N | |
            | | integer | m | M | |
            | | calculate | before | | indexed-repeat(${n}, ${r}, ${m} - 1) |
            | | end_repeat | | | |
            """);
        Assert.Equal("indexed-repeat( /data/r/n ,  /data/r ,  ../m  - 1)", form.Bind("/data/r/before", "calculate"));
    }
}
