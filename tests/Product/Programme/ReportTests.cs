using System.Net;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Vaka.Kernel.Permissions;

namespace Vaka.Product.Tests.Programme;

/// <summary>The draft of a period report: the page and the Word file say the same, mark what is invented or untranslated, and name what is missing.</summary>
public sealed class ReportTests(Databases databases)
{
    private const string Projects = """
        code,owner,audience,title_en,title_fr,states,start,end
        P-1,TO,public,Shelter project,Projet d’hébergement,TO,2023,2025
        """;

    private const string Results = """
        key,audience,title_en,title_fr,project,parent,level
        o-1,public,People are sheltered,Les personnes sont hébergées,P-1,,outcome
        o-2,public,Only in English,,P-1,,outcome
        """;

    private const string Indicators = """
        key,audience,title_en,title_fr,result,unit_en,unit_fr,baseline,baseline_year,target,target_year,measure,people
        i-people,public,People sheltered,Personnes hébergées,o-1,people,personnes,0,2023,100,2025,count,yes
        i-share,public,Those who know,Celles qui savent,o-1,% of people,% des personnes,10,2023,60,2025,share,yes
        i-none,public,Houses opened,Maisons ouvertes,o-1,houses,maisons,,,,,count,
        """;

    private const string Actuals = """
        indicator,period,country,sex,age,numerator,denominator,source
        i-people,2024,TO,f,,20,,Register
        i-people,2024,TO,m,,3,,Register
        i-people,2024,TO,x,,0,,Register
        i-share,2024,TO,f,,30,40,Survey
        i-share,2024,TO,m,,10,60,Survey
        i-share,2025,TO,,,50,100,Survey
        """;

    private const string Budget = """
        project,line,name_en,name_fr,year,budget_usd,spent_usd
        P-1,staff,Staff,Personnel,2023,500,400
        P-1,staff,Staff,Personnel,2024,1000,900
        P-1,travel,Travel,Voyages,2024,200,
        """;

    public static TheoryData<string> Providers => Databases.Providers;

    private static Task Pack(TestApp app) =>
        app.ImportPack("TO", ("projects.csv", Projects), ("results.csv", Results), ("indicators.csv", Indicators), ("actuals.csv", Actuals), ("budget.csv", Budget));

    private static async Task<WordprocessingDocument> Docx(TestBrowser browser, string address)
    {
        var answer = await browser.Send(new(HttpMethod.Get, address));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/vnd.openxmlformats-officedocument.wordprocessingml.document", answer.Content.Headers.ContentType!.MediaType);
        return WordprocessingDocument.Open(new MemoryStream(await answer.Content.ReadAsByteArrayAsync()), false);
    }

    private static string[] Styled(WordprocessingDocument file, string style) =>
        [.. file.MainDocumentPart!.Document!.Body!.Elements<Paragraph>().Where(p => p.ParagraphProperties?.ParagraphStyleId?.Val == style).Select(p => p.InnerText)];

    private static string Folded(string text) => string.Join(' ', text.Replace('\u00A0', ' ').Replace('\u202F', ' ').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [Theory, MemberData(nameof(Providers))]
    public async Task The_page_shows_the_period_and_names_what_is_missing(string provider)
    {
        await using var app = await TestApp.Start(databases, provider);
        await Pack(app);
        var manager = await app.Browser((Roles.ProjectManager, "TO"));
        Assert.NotNull((await manager.Open("/en/projects/P-1")).QuerySelector("a[href='/en/projects/P-1/report']"));
        var page = await manager.Open("/en/projects/P-1/report?from=2024&to=2024");
        Assert.Equal(HttpStatusCode.OK, manager.Status);
        var text = Folded(page.QuerySelector("article.report")!.TextContent);
        Assert.Contains("Nobody has checked or approved it", text, StringComparison.Ordinal);
        // Sums over sums: 40 of 100, not the mean of 75 % and 16.7 %.
        Assert.Contains("40.0%", text.Replace(" %", "%", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("USD 1,200", text, StringComparison.Ordinal);
        Assert.DoesNotContain("USD 500", text, StringComparison.Ordinal);
        var missing = page.QuerySelectorAll("article.report > ul:last-child li").Select(l => Folded(l.TextContent)).ToList();
        Assert.Contains("No value was recorded in this period: Houses opened", missing);
        Assert.Contains("No target is recorded: Houses opened", missing);
        Assert.Contains("Spending of 2024 is not published: Travel", missing);
        Assert.Contains("No indicator is recorded: Only in English", missing);
        Assert.Contains("No decision of a working group is recorded for this period.", missing);
        // The three men would follow from the total and the women: both go, though the manager may see them elsewhere.
        var rows = page.QuerySelectorAll("article.report tbody tr").Select(r => Folded(r.TextContent)).Where(r => r.EndsWith("Register", StringComparison.Ordinal)).ToList();
        Assert.Equal(3, rows.Count);
        Assert.Equal(2, rows.Count(r => r.Contains("withheld", StringComparison.Ordinal)));
        Assert.Contains(page.QuerySelectorAll("article.report td").Select(c => Folded(c.TextContent)), c => c == "23 (2024)");
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task A_French_report_marks_what_is_only_in_English_and_refuses_a_bad_period(string provider)
    {
        await using var app = await TestApp.Start(databases, provider);
        await Pack(app);
        var manager = await app.Browser((Roles.ProjectManager, "TO"));
        var page = await manager.Open("/fr/projects/P-1/report?from=2024-01&to=2024-12");
        var heading = page.QuerySelectorAll("article.report h3").Single(h => h.TextContent.Contains("Only in English", StringComparison.Ordinal));
        Assert.NotNull(heading.QuerySelector("[lang=en]"));
        Assert.NotNull(heading.QuerySelector("small.fallback"));
        Assert.Contains("1 texte n’est pas dans la langue de ce rapport", Folded(page.QuerySelector("article.report")!.TextContent), StringComparison.Ordinal);
        foreach (var wrong in (string[])["from=2025&to=2024", "from=soon", "from=2024-01-01"])
        {
            var refused = await manager.Open($"/fr/projects/P-1/report?{wrong}");
            Assert.Equal(HttpStatusCode.UnprocessableEntity, manager.Status);
            Assert.NotNull(refused.QuerySelector("[role=alert]"));
            Assert.Null(refused.QuerySelector("article.report"));
            await manager.Text($"/fr/projects/P-1/report?{wrong}&format=docx");
            Assert.Equal(HttpStatusCode.UnprocessableEntity, manager.Status);
        }
        // A value of the whole year does not fit a report of half of it, and is not lost silently.
        Assert.Contains("dépassent celle-ci et ne sont pas comptées ici : 2024", Folded((await manager.Open("/fr/projects/P-1/report?from=2024-01&to=2024-06")).QuerySelector("article.report")!.TextContent), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task The_file_is_a_valid_document_that_says_what_the_page_says(string provider)
    {
        await using var app = await TestApp.Start(databases, provider);
        await Pack(app);
        var manager = await app.Browser((Roles.ProjectManager, "TO"));
        foreach (var (language, tag, title, unit) in new[] { ("en", "en-NZ", "Period report (draft)", "people"), ("fr", "fr-FR", "Rapport de période (projet)", "personnes") })
        {
            var page = await manager.Open($"/{language}/projects/P-1/report?from=2024&to=2025");
            var link = page.QuerySelector("a[href*='format=docx']")!.GetAttribute("href")!;
            using var file = await Docx(manager, link);
            Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Microsoft365).Validate(file, TestContext.Current.CancellationToken).Select(e => $"{e.Path?.XPath}: {e.Description}"));
            Assert.Equal([title], Styled(file, "Title"));
            for (var level = 1; level <= 3; level++)
                Assert.Equal(page.QuerySelectorAll($"article.report h{level + 1}").Select(h => Folded(h.TextContent)), Styled(file, $"Heading{level}").Select(Folded));
            var tables = file.MainDocumentPart!.Document!.Body!.Elements<Table>().ToList();
            Assert.Equal(page.QuerySelectorAll("article.report table").Length, tables.Count);
            Assert.All(tables, t => Assert.NotNull(t.Elements<TableRow>().First().TableRowProperties?.GetFirstChild<TableHeader>()));
            Assert.Equal(page.QuerySelectorAll("article.report td, article.report tbody th").Select(c => Folded(c.TextContent)), tables.SelectMany(t => t.Elements<TableRow>().Skip(1)).SelectMany(r => r.Elements<TableCell>()).Select(c => Folded(c.InnerText)));
            Assert.Contains(tables.SelectMany(t => t.Descendants<TableCell>()), c => c.InnerText == unit);
            var defaults = file.MainDocumentPart.StyleDefinitionsPart!.Styles!.DocDefaults!;
            Assert.Equal(tag, defaults.Descendants<Languages>().Single().Val!.Value);
            Assert.Equal((tag, "P-1"), (file.PackageProperties.Language, file.PackageProperties.Subject));
            Assert.StartsWith(title, file.PackageProperties.Title, StringComparison.Ordinal);
            Assert.Contains(Styled(file, "Warning"), w => w.Contains(language == "en" ? "Nobody has checked" : "Personne ne l’a vérifié", StringComparison.Ordinal));
        }
    }

    [Theory, MemberData(nameof(Providers)), Trait("speed", "slow")]
    public async Task Motus_report_tells_its_chain_and_that_it_is_fictional(string provider)
    {
        await using var app = await TestApp.Start(databases, provider);
        await Motu.Import(app.Services);
        var administrator = await app.Browser((Roles.Administrator, "XM"));
        var page = await administrator.Open("/en/projects/MOTU-01/report?from=2024&to=2026");
        var text = Folded(page.QuerySelector("article.report")!.TextContent);
        foreach (var said in (string[])["Fictional: at least part", "Came into force", "Section 24, validated", "Try the draft manual at six posts", "1 January 2026", "Officers observed to be competent"]) Assert.Contains(said, text, StringComparison.Ordinal);
        Assert.DoesNotContain("XM-P-", text, StringComparison.Ordinal);
        using var file = await Docx(administrator, "/fr/projects/MOTU-01/report?from=2024&to=2026&format=docx");
        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Microsoft365).Validate(file, TestContext.Current.CancellationToken).Select(e => $"{e.Path?.XPath}: {e.Description}"));
        var french = Folded(file.MainDocumentPart!.Document!.Body!.InnerText);
        Assert.Contains("Fictif : une partie", french, StringComparison.Ordinal);
        Assert.Contains("Article 24, validé", french, StringComparison.Ordinal);
        Assert.Contains("Fictif", file.MainDocumentPart.HeaderParts.Single().Header!.InnerText, StringComparison.Ordinal);
        // Nothing before 2024: the half-year before it has no law, and says so.
        Assert.Contains("No decision of a working group is recorded", Folded((await administrator.Open("/en/projects/MOTU-01/report?from=2023-07&to=2023-12")).QuerySelector("article.report")!.TextContent), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Only_those_who_may_draw_it_up_for_this_project(string provider)
    {
        await using var app = await TestApp.Start(databases, provider);
        await Pack(app);
        foreach (var (role, owner) in new[] { (Roles.ProjectManager, "FJ"), (Roles.Analyst, "TO"), (Roles.FocalPoint, "TO") })
        {
            var browser = await app.Browser((role, owner));
            Assert.Null((await browser.Open("/en/projects/P-1")).QuerySelector("a[href$='/report']"));
            foreach (var address in (string[])["/en/projects/P-1/report", "/en/projects/P-1/report?format=docx"])
            {
                await browser.Text(address);
                Assert.Equal(HttpStatusCode.Forbidden, browser.Status);
            }
        }
        var manager = await app.Browser((Roles.ProjectManager, "TO"));
        await manager.Text("/projects/P-1/report?format=pdf");
        Assert.Equal(HttpStatusCode.NotAcceptable, manager.Status);
        await manager.Text("/projects/none/report?format=docx");
        Assert.Equal(HttpStatusCode.NotFound, manager.Status);
    }
}
