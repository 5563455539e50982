using System.Text.RegularExpressions;
using Vaka.Kernel.Words;

namespace Vaka.Product.Tests.Platform;

/// <summary>Every string on screen has English and French, and the code uses no key that has none.</summary>
public sealed partial class WordsTests
{
    // Words that are the same in both languages, and rightly so.
    private static readonly HashSet<string> Same = [.. File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Platform", "same-in-french.txt")).Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split(' ')[0])];

    // The command line's words too.
    private static WordsCatalogue Words { get; } =
        new([typeof(Vaka.Kernel.Data.VakaDb).Assembly, typeof(Vaka.App.VakaModules).Assembly, .. Vaka.App.VakaModules.All.Select(m => m.GetType().Assembly)]);

    [Fact]
    public void English_and_French_hold_the_same_keys_and_placeholders()
    {
        var (english, french) = (Words.In("en"), Words.In("fr"));
        Assert.Empty(english.Keys.Except(french.Keys));
        Assert.Empty(french.Keys.Except(english.Keys));
        Assert.Empty(english.Keys.Where(k => !Placeholders(english[k]).SetEquals(Placeholders(french[k]))));
    }

    [Fact]
    public void French_equals_English_only_where_it_should()
    {
        var (english, french) = (Words.In("en"), Words.In("fr"));
        Assert.Empty(english.Keys.Where(k => english[k].SequenceEqual(french[k]) && english[k].Any(f => f.Any(char.IsLetter)) && !Same.Contains(k)));
    }

    [Fact]
    public async Task Every_key_named_in_the_code_has_words()
    {
        var known = Words.In("en").Keys.ToHashSet(StringComparer.Ordinal);
        var source = Path.Combine(Path.GetDirectoryName(Motu.Content)!, "src");
        var missing = new List<string>();
        foreach (var file in Directory.EnumerateFiles(source, "*.cs*", SearchOption.AllDirectories).Where(f => !f.Contains("Migrations", StringComparison.Ordinal)))
            foreach (Match m in Key().Matches(await File.ReadAllTextAsync(file)))
                if (!known.Contains(m.Groups[1].Value)) missing.Add($"{Path.GetFileName(file)}: {m.Groups[1].Value}");
        Assert.Empty(missing);
    }

    [Fact]
    public void Pseudo_words_keep_their_placeholders() => Assert.Equal("⟦Fîñd {0:N0} röwš~~~~~⟧", PseudoLocale.Transform("Find {0:N0} rows"));

    [Theory]
    [InlineData("Haʻatolu", "haatolu"), InlineData("fakamāloloʻi", "fakamaloloi"), InlineData("ŒUVRE  À\tl’État", "oeuvre a letat"), InlineData("Nukuʼalofa", "nukualofa"), InlineData("Nuku'alofa", "nukualofa")]
    public void Folding_forgets_case_accents_macrons_and_glottal_marks(string text, string folded) => Assert.Equal(folded, Folding.Fold(text));

    private static HashSet<string> Placeholders(IReadOnlyList<string> forms) => [.. forms.SelectMany(f => Place().Matches(f).Select(m => m.Value))];

    [GeneratedRegex(@"\{\d+\}")]
    private static partial Regex Place();

    // W["key"], W.Count("key", words["key"], Terminal.Say("key" … with a literal key.
    [GeneratedRegex(@"(?:\bW\[|\bW\.Count\(|\bwords\[|Terminal\.Say\(|\blabel=""|\bhint="")""?([a-z][a-z0-9-]*(?:\.[a-z0-9-]+)+)""")]
    private static partial Regex Key();
}
