using Vaka.XForms.XPath;

namespace Vaka.Standards.Tests.XForms.XPath;

public sealed class StringFunctionTests
{
    [Theory]
    [InlineData("concat('a', 1, true())", "a1true")]
    [InlineData("concat(person/name)", "AnaBoCy")]
    [InlineData("concat()", "")]
    [InlineData("join('-', person/name, 'Di', 5)", "Ana-Bo-Cy-Di-5")]
    [InlineData("join('-', nothing-here)", "")]
    [InlineData("substring('household', 2, 3)", "ous")]
    [InlineData("substring('household', 1.5, 2.6)", "ous")]
    [InlineData("substring('household', -3, 6)", "ho")]
    [InlineData("substring('household', 5)", "ehold")]
    [InlineData("substring('household', 99)", "")]
    [InlineData("substring('household', 3, -1)", "")]
    [InlineData("substr('household', 2, 4)", "us")]
    [InlineData("substr('household', -4)", "hold")]
    [InlineData("substr('household', -4, -2)", "ho")]
    [InlineData("substr('household', 6, 2)", "")]
    [InlineData("substring-before('2024-03', '-')", "2024")]
    [InlineData("substring-after('2024-03', '-')", "03")]
    [InlineData("substring-after('2024', '')", "2024")]
    [InlineData("normalize-space('  a   b\n c ')", "a b c")]
    [InlineData("translate('banana', 'anb', 'uN')", "uNuNu")]
    [InlineData("translate('aa', 'aa', 'xy')", "xx")]
    [InlineData("coalesce(nothing-here, 'b')", "b")]
    [InlineData("coalesce(village, 'b')", "Sulu")]
    [InlineData("digest('Motu', 'MD5', 'hex')", "99d2ff45c14313deab88435c5baa00c6")]
    [InlineData("digest('né', 'SHA-384')", "1iC+rY1X31RTiiH+blPb1J/qaf7sWGGYNOVMxgPrXJqTcA8G0H8LsTQ0BEv9sjYS")]
    [InlineData("digest('Motu', 'SHA-512', 'hex')", "bf4c643fc27b6425fc1911540a54e05b6909caa2d6d970c8319469d7de1cb357879199cfdb0a6350732201a1dbe42e19dda15ab898b6d8f72b7468b3d1a15494")]
    [InlineData("base64-decode('SMOpbG8=')", "Hélo")]
    [InlineData("base64-decode('*')", "")]
    [InlineData("name(@version)", "version")]
    [InlineData("name(person/@*)", "jr:template")]
    [InlineData("local-name(person/@*)", "template")]
    [InlineData("namespace-uri(person/@*)", "http://openrosa.org/javarosa")]
    [InlineData("name(/)", "")]
    [InlineData("name()", "data")]
    [InlineData("selected-at(languages, 1)", "bi")]
    [InlineData("selected-at(languages, 3)", "")]
    [InlineData("selected-at(languages, -1)", "")]
    [InlineData("if(selected(languages, 'fr'), 'oui', nonsense())", "oui")]
    [InlineData("string(if(false(), 1, village))", "Sulu")]
    public void Texts_are_made(string expression, string wanted) => Assert.Equal(wanted, Given.Text(expression));

    [Theory]
    [InlineData("starts-with(village, 'Su')", true)]
    [InlineData("ends-with(village, 'lu')", true)]
    [InlineData("ends-with(village, 'su')", false)]
    [InlineData("contains(village, '')", true)]
    [InlineData("regex(village, '^S[a-z]+$')", true)]
    [InlineData("regex('a12b', '[0-9]{2}')", true)]
    [InlineData("regex('a12b', '^[0-9]{2}$')", false)]
    [InlineData(@"regex('1234', '^\d{4}$')", true)]
    [InlineData(@"regex('١٢٣٤', '^\d{4}$')", false)]
    [InlineData(@"regex('a-1_', '^[\w\-]+$')", true)]
    [InlineData(@"regex('é', '^\W$')", true)]
    [InlineData(@"regex('é', '^\p{L}$')", true)]
    [InlineData("regex('[', '^[[]$')", true)]
    [InlineData("regex('a\n', '^a$')", false)]
    [InlineData(@"regex('$5', '^\$\d$')", true)]
    [InlineData("selected(languages, ' bi ')", true)]
    [InlineData("selected(languages, 'b')", false)]
    [InlineData("selected(languages, '')", false)]
    [InlineData("selected(nothing, '')", true)]
    [InlineData("boolean-from-string('true')", true)]
    [InlineData("boolean-from-string('TRUE')", false)]
    [InlineData("checklist(2, -1, village, nothing-here, 1 = 1)", true)]
    [InlineData("checklist(-1, 1, person/name)", false)]
    [InlineData("checklist(3, 3, person/name)", true)]
    [InlineData("weighted-checklist(5, 5, true(), 2, false(), 9, village, 3)", true)]
    [InlineData("weighted-checklist(6, -1, true(), 2, false(), 9, village, 3)", false)]
    public void Questions_about_texts_are_answered(string expression, bool wanted) => Assert.Equal(wanted, Given.Truth(expression));

    [Theory]
    [InlineData("count-selected(languages)", 3)]
    [InlineData("count-selected(nothing)", 0)]
    [InlineData("string-length('née')", 3)]
    [InlineData("string-length(village[string-length() = 4])", 4)]
    [InlineData("count-non-empty(/data/person/age)", 2)]
    public void Texts_are_counted(string expression, double wanted) => Assert.Equal(wanted, Given.Number(expression));

    [Theory]
    [InlineData("regex('a', '(')")]
    [InlineData("digest('a', 'CRC')")]
    [InlineData("digest('a', 'MD5', 'octal')")]
    [InlineData("weighted-checklist(1, 2, 3)")]
    [InlineData("count-non-empty('a')")]
    [InlineData("name('a')")]
    [InlineData("nonsense()")]
    [InlineData("Selected(languages, 'fr')")]
    public void What_cannot_be_is_refused_in_a_sentence(string expression) => Assert.EndsWith(".", Given.Refusal(expression).Message, StringComparison.Ordinal);

    [Fact]
    public void Language_is_inherited_and_compared_by_parts()
    {
        const string Xml = "<a xml:lang='fr-VU'><b/></a>";
        Assert.True(Given.Truth("lang('FR')", "/a/b", Xml));
        Assert.True(Given.Truth("lang('fr-vu')", "/a/b", Xml));
        Assert.False(Given.Truth("lang('f')", "/a/b", Xml));
        Assert.False(Given.Truth("lang('fr')", "/a", "<a/>"));
    }

    [Fact]
    public void A_pattern_that_takes_for_ever_is_stopped()
    {
        var context = new EvaluationContext(Given.Context().Node, Given.Zone, TimeProvider.System) { RegexTimeout = TimeSpan.FromMilliseconds(20) };
        var slow = XPathExpression.Parse($"regex('{new string('a', 60)}!', '^(a+)+$')");
        Assert.Contains("too long", Assert.Throws<XPathException>(() => slow.Evaluate(context)).Message, StringComparison.Ordinal);
    }
}
