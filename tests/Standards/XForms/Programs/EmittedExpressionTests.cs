using System.Xml.Linq;
using Vaka.Standards.Tests.XForms.XPath;
using Vaka.XForms.XPath;

namespace Vaka.Standards.Tests.XForms.Programs;

/// <summary>What an expression comes to in JavaScript is what it comes to on the server, in kind and in text.</summary>
public class EmittedExpressionTests
{
    private static readonly IReadOnlyDictionary<string, string> Lists = new Dictionary<string, string>(StringComparer.Ordinal) { ["villages"] = Given.Villages };

    [Theory]
    // numbers
    [InlineData("1 div 0")]
    [InlineData("-1 div 0")]
    [InlineData("0 div 0")]
    [InlineData("1 - -1")]
    [InlineData("- - 2")]
    [InlineData("7 mod -3")]
    [InlineData("-7 mod 3")]
    [InlineData("0.1 + 0.2")]
    [InlineData("1e21 * 10")]
    [InlineData("1 div 3000000000")]
    [InlineData("123456789012345680000")]
    [InlineData("round(1.475, 2)")]
    [InlineData("round(-2.5)")]
    [InlineData("round(2.5)")]
    [InlineData("round(1234.5, -2)")]
    [InlineData("number('')")]
    [InlineData("number(' 12.50 ')")]
    [InlineData("number('1,5')")]
    [InlineData("number('2024-03-05')")]
    [InlineData("string(-0)")]
    [InlineData("int(-3.7)")]
    [InlineData("floor(-3.2) + ceiling(3.2)")]
    [InlineData("sum(person/age)")]
    [InlineData("sum(person[age != '']/age)")]
    [InlineData("min(person/age)")]
    [InlineData("max(3, income, '7')")]
    [InlineData("pow(-1, 1 div 0)")]
    [InlineData("count(//pet)")]
    [InlineData("count-non-empty(person/age)")]
    // comparison
    [InlineData("person/age = 7")]
    [InlineData("person/age != 7")]
    [InlineData("person/age > 33")]
    [InlineData("nothing = ''")]
    [InlineData("nothing < 1")]
    [InlineData("absent = ''")]
    [InlineData("absent = false()")]
    [InlineData("'a' < 'b'")]
    [InlineData("'1.0' = 1")]
    [InlineData("visited < '2024-03-06'")]
    [InlineData("visited = date('2024-03-05')")]
    [InlineData("today() > visited")]
    [InlineData("true() = 'false'")]
    // paths
    [InlineData("/data/person[2]/name")]
    [InlineData("/data/person[position() > 1]/pet[1]/kind")]
    [InlineData("(//pet)[last()]/kind")]
    [InlineData("//pet[last()]/kind")]
    [InlineData("person[name = 'Bo']/pet/kind | person/name")]
    [InlineData("//kind/ancestor::person/name")]
    [InlineData("person[1]/following-sibling::person/name")]
    [InlineData("person[3]/preceding-sibling::person[1]/name")]
    [InlineData("@version")]
    [InlineData("name(@*)")]
    [InlineData("local-name(//pet/..)")]
    [InlineData("person/*[2]")]
    [InlineData("string(person[2])")]
    [InlineData("count(person[pet/kind = 'pig' or age > 30])")]
    [InlineData("instance('villages')/root/item[island = 'south']/label")]
    [InlineData("instance('villages')/root/item[name = current()/village]/label")]
    [InlineData("pulldata('villages', 'island', 'name', /data/village)")]
    [InlineData("indexed-repeat(/data/person/name, /data/person, 3)")]
    [InlineData("indexed-repeat(/data/person/pet/kind, /data/person, 2, /data/person/pet, 2)")]
    [InlineData("position(person[3])")]
    // strings
    [InlineData("concat(person/name, '-', 3 div 2)")]
    [InlineData("join(', ', person/name)")]
    [InlineData("substring('12345', 1.5, 2.6)")]
    [InlineData("substring('12345', 0 div 0)")]
    [InlineData("substring('12345', -42, 1 div 0)")]
    [InlineData("substr('household', -4, -1)")]
    [InlineData("translate('bar', 'abc', 'AB')")]
    [InlineData("normalize-space('  a  b ')")]
    [InlineData("string-length('𝕏')")]
    [InlineData("regex('+676 1234', '^\\+\\d{3} \\d+$')")]
    [InlineData("coalesce(nothing, village)")]
    [InlineData("substring-after(languages, ' ')")]
    [InlineData("base64-decode('TW90dSDDqQ==')")]
    [InlineData("starts-with(village, 'Su') and contains(village, 'l')")]
    // choices
    [InlineData("selected(languages, 'bi')")]
    [InlineData("selected(nothing, '')")]
    [InlineData("selected-at(languages, 2)")]
    [InlineData("count-selected(languages)")]
    [InlineData("jr:choice-name('a', '/data/q')")]
    [InlineData("if(selected(languages, 'fr'), person, 0)")]
    // dates
    [InlineData("now()")]
    [InlineData("today()")]
    [InlineData("today() - visited")]
    [InlineData("date(today() + 1)")]
    [InlineData("date('2024-02-30')")]
    [InlineData("date-time('2024-03-05T23:30:00+11:00')")]
    [InlineData("decimal-date-time('2024-03-05T12:00')")]
    [InlineData("decimal-time('18:00:00.000+11:00')")]
    [InlineData("format-date(visited, '%d/%m/%Y %a %b %e %W')")]
    [InlineData("format-date-time(now(), '%H:%M:%S.%3 %Z')")]
    [InlineData("format-date('', '%Y')")]
    // chance, places
    [InlineData("randomize(//name, 42)")]
    [InlineData("randomize(//name, 'household 7')")]
    [InlineData("once(village)")]
    [InlineData("area('-17 168 0 0;-17.1 168 0 0;-17.1 168.2 0 0;-17 168 0 0')")]
    [InlineData("distance('-17 179.9 0 0; -17 -179.9 0 0')")]
    [InlineData("geofence('-17.05 168.1', '-17 168;-17.1 168;-17.1 168.2;-17 168.2')")]
    [InlineData("checklist(1, 2, person/age, nothing)")]
    [InlineData("weighted-checklist(2, 9, village, 1, nothing, 5, visited, 2)")]
    public void Same_as_the_server(string expression)
    {
        var wanted = Given.Value(expression);
        var script = EmittedCase.Script(expression, out var refusal);
        Assert.True(script is not null, refusal);
        using var light = new LightRuntime(Given.Zone);
        var was = new EmittedCase(light).Run(script, XDocument.Parse(Given.Household).ToString(SaveOptions.DisableFormatting), "0", Given.Moment, null, Lists);
        var kind = wanted.Kind switch { XPathValueKind.Text => "string", XPathValueKind.Date => "moment", var k => k.ToString().ToLowerInvariant() };
        Assert.Equal($"{kind}:{wanted.AsText(Given.Zone)}", was);
    }

    [Theory]
    [InlineData("following::a", "axis following")]
    [InlineData("comment()", "comments")]
    [InlineData("digest('a', 'MD5')", "no function digest()")]
    [InlineData("regex(., '^(?i)a$')", "browsers do not know")]
    [InlineData("motu:a", "declared nowhere")]
    [InlineData("selcted(a, 'b')", "There is no function")]
    public void What_the_client_does_not_do_is_refused_with_the_reason(string expression, string reason)
    {
        Assert.Null(EmittedCase.Script(expression, out var refusal));
        Assert.Contains(reason, refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_in_an_expression_cannot_leave_its_quotes()
    {
        var script = EmittedCase.Script("'</script>\u2028\"+alert(1)+\"\\'", out _)!;
        Assert.DoesNotContain("</script", script, StringComparison.Ordinal);
        Assert.DoesNotContain('\u2028', script);
        using var light = new LightRuntime(Given.Zone);
        Assert.Equal("</script>\u2028\"+alert(1)+\"\\", new EmittedCase(light).Run(script, "<a/>", "0", Given.Moment, "string"));
    }

    [Fact]
    public void What_does_not_depend_on_an_item_is_looked_up_once() =>
        Assert.StartsWith("(e,n,p,s)=>{const h0=R.at(e.c,1,\"village\");", EmittedCase.Script("instance('v')/root/item[name = current()/../village]", out _)!, StringComparison.Ordinal);
}
