using System.ComponentModel.DataAnnotations.Schema;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Vaka.Kernel.Chain;
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
    public void Every_value_of_a_field_that_can_be_edited_has_a_word()
    {
        var known = Words.In("en").Keys.ToHashSet(StringComparer.Ordinal);
        var enumerations = Vaka.App.VakaModules.All.SelectMany(m => m.GetType().Assembly.GetTypes()).Where(t => typeof(Vaka.Kernel.Data.IEditable).IsAssignableFrom(t))
            .SelectMany(t => t.GetProperties()).Where(p => p.CanWrite)
            .Select(p => Nullable.GetUnderlyingType(p.PropertyType) ?? p.PropertyType).Where(t => t.IsEnum).ToHashSet();
        Assert.True(enumerations.Count > 15, $"only {enumerations.Count} found");
        Assert.Empty(enumerations.SelectMany(e => Enum.GetValues(e).Cast<object>().Select(v => $"{e.GetCustomAttribute<WordsPrefixAttribute>()?.Prefix ?? Vaka.Kernel.Words.Words.KeyOf(e.Name)}.{Vaka.Kernel.Words.Words.KeyOf(v)}")).Where(k => !known.Contains(k)));
    }

    [Fact]
    public async Task Every_key_named_in_the_code_has_words()
    {
        var known = Words.In("en").Keys.ToHashSet(StringComparer.Ordinal);
        var source = Path.Combine(Path.GetDirectoryName(Motu.Content)!, "src");
        var missing = new List<string>();
        foreach (var file in Directory.EnumerateFiles(source, "*.cs*", SearchOption.AllDirectories).Where(f => !f.Contains("Migrations", StringComparison.Ordinal)))
            foreach (Match m in Key().Matches(await File.ReadAllTextAsync(file)))
                if (!m.Groups[1].Value.EndsWith('-') && !known.Contains(m.Groups[1].Value)) missing.Add($"{Path.GetFileName(file)}: {m.Groups[1].Value}");
        Assert.Empty(missing);
    }

    // Set when the row is made, or by the database; a form changes none of them.
    private static readonly HashSet<string> Unshown = ["Id", "Owner", "Revision", "CreatedAt", "ChangedAt", "PublishedVersion"];

    [Fact]
    public void Every_field_that_an_edit_conflict_can_show_has_words()
    {
        var known = Words.In("en").Keys.ToHashSet(StringComparer.Ordinal);
        var pages = new[] { typeof(Vaka.Kernel.Data.VakaDb).Assembly }.Concat(Vaka.App.VakaModules.All.Select(m => m.GetType().Assembly)).SelectMany(a => a.GetTypes())
            .Where(t => !t.IsAbstract && RowOf(t) is not null).ToList();
        Assert.True(pages.Count > 15, $"{pages.Count} forms");
        var missing = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var page in pages)
        {
            var prefix = (string)page.GetProperty("FieldPrefix", BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(RuntimeHelpers.GetUninitializedObject(page))!;
            var row = RowOf(page)!;
            // What the database keeps in a column of its own: as ChainEditPage names it.
            foreach (var property in row.GetProperties().Where(p => p.CanWrite && p.GetCustomAttribute<NotMappedAttribute>() is null && !Unshown.Contains(p.Name)
                && (p.PropertyType == typeof(string) || p.PropertyType == typeof(LocalText) || !typeof(System.Collections.IEnumerable).IsAssignableFrom(p.PropertyType))))
                if ($"{(property.DeclaringType == row ? prefix : "field")}.{Kernel.Words.Words.KeyOf(property.Name)}" is var key && !known.Contains(key)) missing.Add($"{page.Name}: {key}");
        }
        Assert.True(missing.Count == 0, string.Join('\n', missing));
    }

    private static Type? RowOf(Type page)
    {
        for (var type = page.BaseType; type is not null; type = type.BaseType)
            if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ChainEditPage<,>)) return type.GetGenericArguments()[0];
        return null;
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
