namespace Vaka.Standards.Tests.XForms.XlsForms;

public sealed class XlsFormEntityTests
{
    [Fact]
    public void A_form_creates_an_entity()
    {
        var form = Compiled.From("""
            | survey |
            | | type | name | label | save_to |
            | | text | a | A | given_name |
            | entities |
            | | list_name | label |
            | | people | ${a} |
            """);
        Assert.Equal("2024.1.0", form.Value("//x:model/@entities:entities-version"));
        Assert.Equal(1, form.Count("//x:data/x:meta/x:entity[@dataset='people' and @create='1' and @id='']/x:label"));
        Assert.Equal("given_name", form.Bind("/data/a", "entities:saveto"));
        Assert.Equal("uuid()", form.Value("//x:setvalue[@ref='/data/meta/entity/@id']/@value"));
    }

    [Fact]
    public void An_entity_is_updated_by_its_id()
    {
        var form = Compiled.From("""
            | survey |
            | | type | name | label |
            | | text | id | Id |
            | entities |
            | | list_name | entity_id | update_if |
            | | people | ${id} | ${id} != '' |
            """);
        Assert.Equal(1, form.Count("//x:entity[@update='1' and @baseVersion='' and not(@create)]"));
        Assert.Equal("instance('people')/root/item[name= /data/id ]/__version", form.Bind("/data/meta/entity/@baseVersion", "calculate"));
        Assert.Equal(" /data/id  != ''", form.Bind("/data/meta/entity/@update", "calculate"));
    }

    [Fact]
    public void An_entity_for_each_round_of_a_repeat_stands_in_it()
    {
        var form = Compiled.From("""
            | survey |
            | | type | name | label | save_to |
            | | begin_repeat | tree | T | |
            | | text | kind | K | trees#species |
            | | end_repeat | | | |
            | | text | place | P | plots#place |
            | entities |
            | | list_name | label |
            | | trees | ${kind} |
            | | plots | ${place} |
            """);
        Assert.Equal("2025.1.0", form.Value("//x:model/@entities:entities-version"));
        Assert.Equal(2, form.Count("//x:tree/x:meta/x:entity[@dataset='trees']"));
        Assert.Equal(1, form.Count("//x:data/x:meta/x:entity[@dataset='plots']"));
        Assert.Equal(1, form.Count("//x:repeat/x:setvalue[@event='odk-new-repeat' and @ref='/data/tree/meta/entity/@id']"));
        Assert.Equal(" ../../../kind ", form.Bind("/data/tree/meta/entity/label", "calculate"));
    }

    [Fact]
    public void Two_entities_of_one_repeat_find_no_place()
    {
        var form = Compiled.From("""
            | survey |
            | | type | name | label | save_to |
            | | begin_repeat | r | R | |
            | | text | a | A | x#p |
            | | text | b | B | y#p |
            | | end_repeat | | | |
            | entities |
            | | list_name | label |
            | | x | ${a} |
            | | y | ${b} |
            """);
        Assert.Equal(("entities", 3), (Assert.Single(form.Errors).Sheet, form.Errors[0].Row));
    }
}
