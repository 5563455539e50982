namespace Vaka.Standards.Tests.XForms.XlsForms;

public sealed class XlsFormChoiceTests
{
    private const string Choices = """

        | choices |
        | | list_name | name | label | region |
        | | towns | a | Anse | n |
        | | towns | b | Baie | s |
        """;

    [Fact]
    public void A_list_is_an_instance_that_questions_choose_from()
    {
        var form = Compiled.From("""
            | survey |
            | | type | name | label | choice_filter | parameters |
            | | text | region | Region | | |
            | | select_one towns | t | T | region = ${region} | |
            | | select_multiple towns | m | M | | randomize=true seed=7 |
            """ + Choices);
        Assert.Equal(1, form.Count("//x:instance[@id='towns']/x:root/x:item[x:name='b'][x:label='Baie'][x:region='s']"));
        Assert.Equal("instance('towns')/root/item[region =  /data/region ]", form.Value("//x:select1[@ref='/data/t']/x:itemset/@nodeset"));
        Assert.Equal("randomize(instance('towns')/root/item, 7)", form.Value("//x:select[@ref='/data/m']/x:itemset/@nodeset"));
        Assert.Equal("label", form.Value("//x:select/x:itemset/x:label/@ref"));
    }

    [Theory]
    [InlineData("select_one_from_file towns.csv", "jr://file-csv/towns.csv", "name", "label")]
    [InlineData("select_multiple_from_file towns.xml", "jr://file/towns.xml", "name", "label")]
    [InlineData("select_one_from_file towns.geojson", "jr://file/towns.geojson", "id", "title")]
    public void Choices_lie_in_a_file_beside_the_form(string type, string address, string value, string label)
    {
        var form = Compiled.From($"| survey |\n| | type | name | label |\n| | {type} | t | T |");
        Assert.Equal(address, form.Value("//x:instance[@id='towns']/@src"));
        Assert.Equal(1, form.Count($"//x:itemset[@nodeset=\"instance('towns')/root/item\"][x:value/@ref='{value}'][x:label/@ref='{label}']"));
    }

    [Fact]
    public void Answers_of_a_repeat_are_choices_too()
    {
        var form = Compiled.From("""
            | survey |
            | | type | name | label |
            | | begin_repeat | person | P |
            | | text | called | N |
            | | end_repeat | | |
            | | select_one ${called} | eldest | Eldest |
            """);
        Assert.Equal("/data/person[./called != '']", form.Value("//x:select1/x:itemset/@nodeset"));
        Assert.Equal("called", form.Value("//x:select1/x:itemset/x:value/@ref"));
    }

    [Fact]
    public void Or_other_adds_a_choice_and_a_question()
    {
        var form = Compiled.From("| survey |\n| | type | name | label |\n| | select_one towns or_other | t | T |" + Choices);
        Assert.Equal(1, form.Count("//x:instance[@id='towns']//x:item[x:name='other'][x:label='Other']"));
        Assert.Equal("selected(../t, 'other')", form.Bind("/data/t_other", "relevant"));
    }

    [Fact]
    public void Search_keeps_its_choices_in_the_body()
    {
        var form = Compiled.From("| survey |\n| | type | name | label | appearance |\n| | select_one towns | t | T | search('places') |" + Choices);
        Assert.Equal(2, form.Count("//x:select1/x:item[x:value][x:label]"));
        Assert.Equal(0, form.Count("//x:instance[@id='towns']"));
    }

    [Fact]
    public void External_choices_are_asked_by_a_query()
    {
        var form = Compiled.From("""
            | survey |
            | | type | name | label | choice_filter |
            | | text | region | R | |
            | | select_one_external towns | t | T | region=${region} |
            | external_choices |
            | | list_name | name | label | region |
            | | towns | a | Anse | n |
            """);
        Assert.Equal("instance('towns')/root/item[region= /data/region ]", form.Value("//x:input[@ref='/data/t']/@query"));
    }

    [Fact]
    public void Pulled_and_last_saved_values_bring_their_instances()
    {
        var form = Compiled.From("""
            | survey |
            | | type | name | label | calculation | default |
            | | text | id | Id | | ${last-saved#id} |
            | | calculate | price | | pulldata('goods', 'price', 'id', ${id}) | |
            """);
        Assert.Equal("jr://file-csv/goods.csv", form.Value("//x:instance[@id='goods']/@src"));
        Assert.Equal("jr://instance/last-saved", form.Value("//x:instance[@id='__last-saved']/@src"));
        Assert.Equal(" instance('__last-saved')/data/id ", form.Value("//x:setvalue/@value"));
    }

    [Fact]
    public void A_table_of_selects_is_headed_by_its_choices()
    {
        var form = Compiled.From("""
            | survey |
            | | type | name | label | appearance |
            | | begin group | g | Both | table-list |
            | | select_one towns | a | A | |
            | | select_one towns | b | B | |
            | | end group | | | |
            """ + Choices);
        Assert.Equal(1, form.Count("//x:group[@appearance='field-list']/x:select1[@appearance='label']"));
        Assert.Equal(2, form.Count("//x:group/x:select1[@appearance='list-nolabel']"));
        Assert.Equal("Both", form.Value("//x:group/x:input/x:label"));
    }
}
