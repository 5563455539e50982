using CsCheck;
using Vaka.Gettext;

namespace Vaka.Standards.Tests;

public sealed class GettextTests
{
    private static Gen<string> Pieces(params string[] pieces) => Gen.Int[0, pieces.Length - 1].Select(i => pieces[i]);

    private const string Header = "msgid \"\"\nmsgstr \"\"\n\"Language: fr\\n\"\n\"Plural-Forms: nplurals=2; plural=(n > 1);\\n\"\n\n";

    [Fact]
    public void Messages_contexts_plurals_comments_and_continued_lines_are_read()
    {
        var file = PoFile.Parse(Header + """
            # a translator's remark
            #. for translators
            #: Page.cshtml:3
            msgid "greeting"
            msgstr ""
            "Bonjour, "
            "\"monde\"\n"

            #, fuzzy
            msgctxt "menu"
            msgid "open"
            msgstr "Ouvrir"
            msgid "rows"
            msgid_plural "rows"
            msgstr[0] "{0} fiche"
            msgstr[1] "{0} fiches"

            #~ msgid "gone"
            #~ msgstr "parti"
            """);
        Assert.Equal("fr", file.Header["language"]);
        Assert.Equal(3, file.Messages.Count);
        Assert.Equal("Bonjour, \"monde\"\n", file.Messages[0].Forms[0]);
        Assert.Equal(("menu", true), (file.Messages[1].Context, file.Messages[1].Fuzzy));
        Assert.Equal(["{0} fiche", "{0} fiches"], file.Messages[2].Forms);
    }

    [Theory]
    [InlineData("msgid \"a\"\nmsgstr \"b", 2)]
    [InlineData("msgid \"a\"\n\nmsgstr \"b\"", 1)]
    [InlineData("\"loose\"", 1)]
    [InlineData("msgid \"a\"\nmsgstr \"x\\q\"", 2)]
    [InlineData("msgid \"a\"\nmsgstr \"b\"\n\nmsgid \"a\"\nmsgstr \"c\"", 4)]
    [InlineData("nonsense", 1)]
    [InlineData("msgid \"a\"\nmsgstr[0] \"b\"", 2)]
    public void A_mistake_is_named_by_its_line(string text, int line) =>
        Assert.Equal(line, Assert.Throws<PoFormatException>(() => PoFile.Parse(text)).Line);

    // The forms that the GNU gettext manual lists for language families.
    [Theory]
    [InlineData("nplurals=1; plural=0;", new[] { 0, 0, 0, 0 })]
    [InlineData("nplurals=2; plural=n != 1;", new[] { 1, 0, 1, 1 })]
    [InlineData("nplurals=2; plural=n>1;", new[] { 0, 0, 1, 1 })]
    [InlineData("nplurals=3; plural=n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2;", new[] { 2, 0, 1, 2 })]
    [InlineData("nplurals=4; plural=n%100==1 ? 0 : n%100==2 ? 1 : n%100==3 || n%100==4 ? 2 : 3;", new[] { 3, 0, 1, 3 })]
    public void Plural_expressions_choose_as_the_manual_says(string header, int[] forms) =>
        Assert.Equal(forms, new[] { 0, 1, 2, 11 }.Select(n => PluralRule.Parse(header).FormOf(n)));

    [Theory]
    [InlineData("nplurals=2"), InlineData("nplurals=0; plural=0"), InlineData("nplurals=2; plural=n >"), InlineData("nplurals=2; plural=(n"), InlineData("nplurals=2; plural=m")]
    public void A_bad_plural_rule_is_refused(string header) => Assert.Throws<FormatException>(() => PluralRule.Parse(header));

    [Fact]
    public void Division_by_zero_chooses_the_first_form() => Assert.Equal(0, PluralRule.Parse("nplurals=2; plural=1/n > 1;").FormOf(0));

    [Fact]
    public void Any_text_is_read_or_refused_with_a_line() => Gen.OneOf(
            Gen.String, Pieces("msgid", "msgstr", "\"", "\\", "\n", "msgid \"a\"", "msgstr \"b\"", "#", "[0]", " ", "plural").Array[0, 20].Select(string.Concat))
        .Sample(text =>
        {
            try
            {
                PoFile.Parse(text);
            }
            catch (PoFormatException e)
            {
                Assert.True(e.Line >= 0);
            }
            catch (FormatException)
            {
                // a header with a bad Plural-Forms
            }
        }, iter: 20_000, threads: 1);

    [Fact]
    public void Any_plural_expression_is_read_or_refused() =>
        Pieces("n", "1", "0", "==", "!=", "?", ":", "(", ")", "&&", "||", "%", "!", "<", ">", " ").Array[0, 24].Select(string.Concat).Sample(text =>
        {
            try
            {
                var rule = PluralRule.Parse($"nplurals=3; plural={text}");
                foreach (var n in (long[])[0, 1, 5, long.MaxValue, long.MinValue]) Assert.InRange(rule.FormOf(n), 0, 2);
            }
            catch (FormatException)
            {
                // refused
            }
        }, iter: 20_000, threads: 1);
}
