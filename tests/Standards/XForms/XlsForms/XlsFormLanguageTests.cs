namespace Vaka.Standards.Tests.XForms.XlsForms;

public sealed class XlsFormLanguageTests
{
    [Fact]
    public void Texts_of_languages_stand_in_the_itext_and_what_is_missing_is_a_dash()
    {
        var form = Compiled.From("""
            | survey |
            | | type | name | label::English (en) | label::French (fr) | hint::English (en) | guidance_hint | media::image |
            | | text | a | Name | Nom | Given | Ask twice | face.png |
            | settings |
            | | default_language |
            | | French (fr) |
            """);
        Assert.Equal(1, form.Count("//x:translation[@lang='French (fr)' and @default='true()']/x:text[@id='/data/a:label'][x:value='Nom']"));
        Assert.Equal(1, form.Count("//x:translation[@lang='English (en)']/x:text[@id='/data/a:hint']/x:value[.='Given']"));
        Assert.Equal("-", form.Value("//x:translation[@lang='French (fr)']/x:text[@id='/data/a:hint']/x:value[not(@form)]"));
        Assert.Equal("jr://images/face.png", form.Value("//x:translation[@lang='French (fr)']//x:value[@form='image']"));
        Assert.Equal("Ask twice", form.Value("//x:translation[@lang='French (fr)']//x:value[@form='guidance']"));
        Assert.Equal("jr:itext('/data/a:label')", form.Value("//x:input/x:label/@ref"));
        Assert.Contains(form.Warnings, w => w is { Sheet: "survey", Column: "hint" } && w.Message.Contains("French (fr)", StringComparison.Ordinal));
    }

    [Fact]
    public void Choices_with_languages_are_found_by_their_text_id()
    {
        var form = Compiled.From("""
            | survey |
            | | type | name | label::en | label::fr |
            | | select_one yn | q | Q | Q |
            | choices |
            | | list_name | name | label::en | label::fr |
            | | yn | y | Yes | Oui |
            """);
        Assert.Equal("Oui", form.Value("//x:translation[@lang='fr']/x:text[@id='yn-0']/x:value"));
        Assert.Equal(1, form.Count("//x:instance[@id='yn']//x:item[x:itextId='yn-0'][x:name='y'][not(x:label)]"));
        Assert.Equal("jr:itext(itextId)", form.Value("//x:itemset/x:label/@ref"));
        Assert.Contains(form.Warnings, w => w.Message.Contains("'fr' names no code", StringComparison.Ordinal));
    }

    [Fact]
    public void Labels_show_values_and_keep_their_signs()
    {
        var form = Compiled.From("""
            | survey |
            | | type | name | label |
            | | text | a | A |
            | | note | b | Is ${a} < 3 & “so”, see instance('x')/root/item[name = ${a}]/label here |
            """);
        Assert.Equal(" /data/a ", form.Value("//x:input[@ref='/data/b']/x:label/x:output[1]/@value"));
        Assert.Equal("instance('x')/root/item[name =  /data/a ]/label", form.Value("//x:input[@ref='/data/b']/x:label/x:output[2]/@value"));
        Assert.Equal(" Is  < 3 & \"so\", see  here ", form.Value("//x:input[@ref='/data/b']/x:label"));
    }

    [Fact]
    public void A_message_with_a_reference_stands_in_the_itext()
    {
        var form = Compiled.From("| survey |\n| | type | name | label | constraint | constraint_message |\n| | text | a | A | . != '' | Not ${a} |");
        Assert.Equal("jr:itext('/data/a:jr:constraintMsg')", form.Bind("/data/a", "jr:constraintMsg"));
        Assert.Equal(1, form.Count("//x:text[@id='/data/a:jr:constraintMsg']/x:value/x:output"));
    }
}
