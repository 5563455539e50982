using Vaka.Kernel.Importing;
using Vaka.Kernel.Words;
using Vaka.Programme.Pages;

namespace Vaka.Product.Tests.Programme;

public sealed class PageTests
{
    [Theory]
    [InlineData("see [b](/board) and [p](/projects/PX.0220)", "see [b](/fr/board) and [p](/fr/projects/PX.0220)")]
    [InlineData("[b]: /board", "[b]: /fr/board")]
    [InlineData("[x](https://iom.int/a) [y](//host/a) [z](/_content/a.svg) [e](/en/board)", "[x](https://iom.int/a) [y](//host/a) [z](/_content/a.svg) [e](/en/board)")]
    public void A_link_within_the_site_gets_the_readers_language(string written, string shown) =>
        Assert.Equal(shown, ContentPage.WithLinks(LocalText.Of(written, null), "fr")["en"]);

    [Fact]
    public void Every_file_that_ships_is_read()
    {
        var report = new ImportReport();
        var files = Directory.GetFiles(Path.Combine(Motu.Content, "pages"), "*.md").Select(f => PageFile.Parse(Path.GetFileName(f), File.ReadAllText(f), report)).ToList();
        Assert.Empty(report.Problems);
        Assert.Equal(Directory.GetFiles(Path.Combine(Motu.Content, "pages"), "*.en.md").Length, files.Count(f => f!.Language == "fr"));
    }

    [Fact]
    public void Bad_front_matter_is_named_by_line()
    {
        var report = new ImportReport();
        Assert.Null(PageFile.Parse("a.en.md", "---\ntitle: A\nsummary: B\norder: one\nsection: nowhere\n---\ntext", report));
        Assert.Equal([(4, "import.not-a-number"), (5, "import.not-in-list")], report.Problems.Select(p => (p.Line, p.Key)));
    }
}
