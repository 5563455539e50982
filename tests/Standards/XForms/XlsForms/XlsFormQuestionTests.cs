namespace Vaka.Standards.Tests.XForms.XlsForms;

public sealed class XlsFormQuestionTests
{
    [Fact]
    public void A_question_is_a_node_a_bind_and_a_control()
    {
        var form = Compiled.From("""
            | survey |
            | | type | name | label | hint | relevant | constraint | constraint_message | required | read_only |
            | | integer | age | Age | In years | true() | . >= 0 | Not below zero | yes | no |
            | settings |
            | | form_title | form_id | version |
            | | A form | a_form | 7 |
            """);
        Assert.Equal("A form", form.Value("//h:title"));
        Assert.Equal(1, form.Count("//x:instance/x:data[@id='a_form' and @version='7']/x:age"));
        Assert.Equal("int", form.Bind("/data/age", "type"));
        Assert.Equal(". >= 0", form.Bind("/data/age", "constraint"));
        Assert.Equal("Not below zero", form.Bind("/data/age", "jr:constraintMsg"));
        Assert.Equal("true()", form.Bind("/data/age", "required"));
        Assert.Equal("false()", form.Bind("/data/age", "readonly"));
        Assert.Equal(1, form.Count("//h:body/x:input[@ref='/data/age'][x:label='Age'][x:hint='In years']"));
        Assert.Equal("uid", form.Bind("/data/meta/instanceID", "jr:preload"));
    }

    [Theory]
    [InlineData("text", "input", "string")]
    [InlineData("gps", "input", "geopoint")]
    [InlineData("dateTime", "input", "dateTime")]
    [InlineData("note", "input", "string")]
    [InlineData("image", "upload", "binary")]
    [InlineData("file", "upload", "binary")]
    [InlineData("acknowledge", "trigger", "string")]
    [InlineData("range", "range", "int")]
    public void Each_type_has_its_control_and_its_data_type(string type, string control, string data)
    {
        var form = Compiled.From($"| survey |\n| | type | name | label |\n| | {type} | q | Q |");
        Assert.Equal(1, form.Count($"//h:body/x:{control}[@ref='/data/q']"));
        Assert.Equal(data, form.Bind("/data/q", "type"));
    }

    [Fact]
    public void What_the_device_knows_is_not_asked()
    {
        var form = Compiled.From("| survey |\n| | type | name |\n| | start | began |\n| | hidden | h |\n| | audit | |");
        Assert.Equal(0, form.Count("//h:body/*"));
        Assert.Equal("timestamp", form.Bind("/data/began", "jr:preload"));
        Assert.Equal("binary", form.Bind("/data/meta/audit", "type"));
    }

    [Fact]
    public void Parameters_become_attributes()
    {
        var form = Compiled.From("""
            | survey |
            | | type | name | label | parameters |
            | | range | r | R | start=0 end=1 step=0.25 tick_interval=0.5 |
            | | image | i | I | max-pixels=640 |
            | | audio | a | A | quality=voice-only |
            | | geopoint | g | G | capture-accuracy=5; warning-accuracy=50 |
            | | text | t | T | rows = 4 |
            """);
        Assert.Equal(1, form.Count("//x:range[@start='0' and @end='1' and @step='0.25' and @odk:tick-interval='0.5']"));
        Assert.Equal("decimal", form.Bind("/data/r", "type"));
        Assert.Equal("640", form.Bind("/data/i", "orx:max-pixels"));
        Assert.Equal("voice-only", form.Bind("/data/a", "odk:quality"));
        Assert.Equal(1, form.Count("//x:input[@accuracyThreshold='5' and @unacceptableAccuracyThreshold='50']"));
        Assert.Equal(1, form.Count("//x:input[@rows='4']"));
    }

    [Theory]
    [InlineData("text", "plain words", false)]
    [InlineData("date", "2026-02-01", false)]
    [InlineData("date", "today()", true)]
    [InlineData("integer", "-3", false)]
    [InlineData("integer", "1 + 2", true)]
    [InlineData("text", "${other}", true)]
    [InlineData("text", "well-known", false)]
    public void A_default_is_a_value_or_is_computed_when_the_form_begins(string type, string value, bool computed)
    {
        var form = Compiled.From($"| survey |\n| | type | name | label | default |\n| | text | other | O | |\n| | {type} | q | Q | {value} |");
        Assert.Equal(computed ? 1 : 0, form.Count("//x:setvalue[@ref='/data/q' and @event='odk-instance-first-load']"));
        Assert.Equal(computed ? "" : value, form.Value("//x:instance/x:data/x:q"));
    }

    [Fact]
    public void A_trigger_sets_the_value_when_another_question_changes()
    {
        var form = Compiled.From("""
            | survey |
            | | type | name | label | trigger | calculation |
            | | text | a | A | | |
            | | text | b | B | | |
            | | calculate | c | | ${a}, ${b} | now() |
            | | background-geopoint | d | | ${a} | |
            """);
        Assert.Equal(2, form.Count("//h:body/x:input/x:setvalue[@ref='/data/c' and @event='xforms-value-changed' and @value='now()']"));
        Assert.Equal(1, form.Count("//x:input[@ref='/data/a']/odk:setgeopoint[@ref='/data/d']"));
        Assert.Equal(0, form.Count("//x:bind[@nodeset='/data/c']/@calculate"));
    }
}
