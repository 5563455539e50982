using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Vaka.Gettext;
using Vaka.Kernel.Chain;
using Vaka.Kernel.Data;
using Vaka.Kernel.Importing;
using Vaka.Kernel.Ui;
using Vaka.Kernel.Words;
using Vaka.Law.Amendments;
using Vaka.Programme.Pages;
using Vaka.Programme.Projects;

namespace Vaka.Fuzz.Targets;

/// <summary>Every parser of bytes from outside. A new one is added here, and the test run takes it along.</summary>
internal static class AllTargets
{
    /// <summary>Names, for test cases before the store is opened.</summary>
    public static IReadOnlyList<string> Names { get; } =
        ["sheet", "page", "redline", "po", "question", "archive", "archive-inside", .. FormTargets.Names, .. WorkbookTargets.Names, .. ImportTargets.Names];

    /// <summary>All targets on a store that this opens.</summary>
    public static async Task<IReadOnlyList<ITarget>> Make(Store store)
    {
        await store.Open();
        return
        [
            new PureTarget("sheet", 800, Samples.Sheets, Sheets),
            new PureTarget("page", 250, Samples.Pages, Page),
            new PureTarget("redline", 500, Samples.Drafts, Drafts),
            new PureTarget("po", 1500, Samples.Words, Po),
            new PureTarget("question", 1500, Samples.Questions, Question),
            .. FormTargets.Make(),
            .. WorkbookTargets.Make(),
            .. ArchiveTargets.Make(store.Backup),
            .. ImportTargets.Make(store),
        ];
    }

    private static void Sheets(byte[] input)
    {
        var report = new ImportReport();
        if (Sheet.Parse("sheet.csv", input, report) is not { } sheet)
        {
            if (report.Errors == 0) throw new FindingException("refused without an error");
        }
        else
        {
            sheet.Expect(report, "key*", "title_en*");
            foreach (var row in sheet.Rows)
            {
                _ = (row.Hash, row.Text("title", true), row.Optional("key"));
                foreach (var column in sheet.Columns)
                {
                    _ = (row.Date(column), row.Day(column), row.Number(column), row.Money(column), row.YesNo(column), row.Choice<TextState>(column), row.List(column));
                    if (row.Money(column) is < 0) throw new FindingException("money below nothing");
                }
            }
            if (sheet.Rows.Zip(sheet.Rows.Skip(1)).Any(p => p.First.Line >= p.Second.Line)) throw new FindingException("lines do not rise");
        }
        Reports.Say(report);
    }

    private static void Page(byte[] input)
    {
        var report = new ImportReport();
        if (TextFile.Decode("a-page.en.md", input, report) is { } text && PageFile.Parse("a-page.en.md", text, report) is { } page)
        {
            var html = Markdown.ToHtml(ContentPage.WithLinks(LocalText.Of(page.Body, null), "fr")["en"] ?? "");
            if (html.Contains("<script", StringComparison.OrdinalIgnoreCase) || html.Contains("href=\"javascript", StringComparison.OrdinalIgnoreCase)) throw new FindingException("a script came through");
        }
        else if (report.Errors == 0) throw new FindingException("refused without an error");
        Reports.Say(report);
    }

    // Two texts with a NUL between. The pieces must give both back to the letter, whatever they are.
    private static void Drafts(byte[] input)
    {
        var text = Encoding.UTF8.GetString(input);
        var cut = text.IndexOf('\0', StringComparison.Ordinal) is var i and >= 0 ? i : text.Length / 2;
        var (before, after) = (text[..cut], text[cut..].TrimStart('\0'));
        var pieces = Redline.Of(before, after);
        if (string.Concat(pieces.Where(p => p.Kind != PieceKind.Inserted).Select(p => p.Text)) != before) throw new FindingException("the first text is lost");
        if (string.Concat(pieces.Where(p => p.Kind != PieceKind.Deleted).Select(p => p.Text)) != after) throw new FindingException("the second text is lost");
        if (pieces.Zip(pieces.Skip(1)).Any(p => p.First.Kind == p.Second.Kind)) throw new FindingException("two neighbours of one kind");
        _ = Redline.Lines(pieces);
    }

    private static void Po(byte[] input)
    {
        try
        {
            var file = PoFile.Parse(Encoding.UTF8.GetString(input));
            foreach (var n in (long[])[0, 1, 2, 5, long.MaxValue, long.MinValue])
                if (file.Plurals.FormOf(n) is var form && (form < 0 || form >= file.Plurals.Forms)) throw new FindingException("no such plural form");
        }
        catch (PoFormatException e) when (e.Line >= 0)
        {
            // what it declares
        }
    }

    private static void Question(byte[] input)
    {
        var text = Encoding.UTF8.GetString(input);
        var asked = ProjectQuestions.From(new QueryCollection(QueryHelpers.ParseQuery(text)));
        if (asked.Skip < 0 || asked.Take < 1) throw new FindingException("pages before the first");
        _ = (Folding.Fold(text), PartialDate.TryParse(text, null, out _), Ref.TryParse(text, null, out _), ContentPage.IsSlug(text));
    }
}
