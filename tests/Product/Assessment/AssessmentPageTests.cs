using System.Net;
using System.Text.Json;
using Vaka.Kernel.Permissions;

namespace Vaka.Product.Tests.Assessment;

/// <summary>The room's pages in both languages, and its data.</summary>
public sealed class AssessmentPageTests(Databases databases)
{
    public static TheoryData<string> Providers => Databases.Providers;

    [Theory, MemberData(nameof(Providers))]
    public async Task An_empty_room_says_what_to_do_next(string provider)
    {
        await using var app = await TestApp.Start(databases, provider);
        var page = await (await app.Browser()).Open("/fr/assess");
        Assert.Equal(5, page.QuerySelectorAll(".card").Length);
        Assert.Empty(page.QuerySelectorAll(".card .stat"));
        Assert.Contains("Le registre est vide", page.QuerySelector(".card")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("a[href$='/new']"));
        Assert.Equal(5, (await (await app.Browser((Roles.Analyst, "TO"))).Open("/en/assess")).QuerySelectorAll(".card a[href$='/new']").Length + 1);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task The_room_counts_what_the_reader_may_see_and_leads_to_it(string provider)
    {
        await using var app = await TestApp.Start(databases, provider);
        await AssessmentPackTests.ImportMotu(app);
        await app.ImportPack("TO", ("needs.csv", "key,audience,title_en,priority\nown,owner,Kept,low\n"));
        var browser = await app.Browser();
        var page = await browser.Open("/en/assess");
        Assert.Equal(["6", "4", "5", "4", "5"], page.QuerySelectorAll(".card .stat").Select(s => s.TextContent.Trim()));
        Assert.Equal("5", (await (await app.Browser((Roles.Analyst, "TO"))).Open("/en/assess")).QuerySelectorAll(".card .stat")[3].TextContent.Trim());
        Assert.Contains("Fictional", page.QuerySelector(".banner-fictional")!.TextContent, StringComparison.Ordinal);
        foreach (var link in page.QuerySelectorAll(".card-title a").Select(a => a.GetAttribute("href")!).ToList())
        {
            var list = await browser.Open(link);
            Assert.Equal(HttpStatusCode.OK, browser.Status);
            var row = list.QuerySelector("tbody th a")!;
            Assert.Contains("Fictional", row.ParentElement!.TextContent, StringComparison.Ordinal);
            Assert.Contains(row.TextContent.Trim(), (await browser.Open(row.GetAttribute("href")!)).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        }
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Lists_are_narrowed_by_what_is_particular_to_their_kind(string provider)
    {
        await using var app = await TestApp.Start(databases, provider);
        await AssessmentPackTests.ImportMotu(app);
        var browser = await app.Browser();
        async Task<int> Rows(string address) => (await browser.Open(address)).QuerySelectorAll("tbody tr").Length;
        Assert.Equal((2, 2, 2, 6), (await Rows("/en/evidence?kind=Document"), await Rows("/en/evidence?kind=Interview"), await Rows("/en/evidence?kind=Statistic"), await Rows("/en/evidence?kind=")));
        Assert.Equal((3, 1), (await Rows("/fr/needs?priority=High"), await Rows("/fr/needs?priority=Medium")));
        Assert.Equal((2, 1), (await Rows("/fr/knowledge-gaps?state=Unknown"), await Rows("/fr/knowledge-gaps?state=Contested")));
        Assert.Equal(1, await Rows("/en/findings?strength=Weak"));
        Assert.Equal("Unknown", (await browser.Open("/en/knowledge-gaps?state=Unknown")).QuerySelector("select[name=state] option[selected]")!.TextContent.Trim());
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task An_item_shows_where_how_and_from_what_source_and_what_rests_on_it(string provider)
    {
        await using var app = await TestApp.Start(databases, provider);
        await AssessmentPackTests.ImportMotu(app);
        var browser = await app.Browser();
        var address = (await browser.Open("/fr/evidence?q=fakamama")).QuerySelector("tbody th a")!.GetAttribute("href")!;
        var page = await browser.Open(address);
        var facts = page.QuerySelector("dl.facts")!.TextContent;
        foreach (var fact in (string[])["27 février 2024", "Fakamāmā", "Entretien collectif", "Written for Vaka; fictional"]) Assert.Contains(fact, facts, StringComparison.Ordinal);
        Assert.Contains("Il n’existe aucun lieu sûr", page.QuerySelector("section[aria-labelledby=follows]")!.TextContent, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task The_map_shows_what_is_known_by_theme_and_country_with_the_research_called_for(string provider)
    {
        await using var app = await TestApp.Start(databases, provider);
        await AssessmentPackTests.ImportMotu(app);
        await app.ImportPack("TO", ("knowledge-gaps.csv", "key,audience,themes,title_en,state,reason_en\npub,public,shelter,Beds,partly,Two islands asked\nown,owner,data,Own,unknown,Not asked\n"));
        var page = await (await app.Browser()).Open("/en/knowledge-gaps/map");
        Assert.Equal(["Theme", "Tonga", "Motu"], page.QuerySelectorAll("thead th").Select(h => h.TextContent.Trim()));
        string[] Row(string theme) => [.. page.QuerySelectorAll("tbody tr").Single(r => r.QuerySelector("th")!.TextContent.Trim() == theme).QuerySelectorAll("td").Select(c => c.TextContent.Trim())];
        Assert.StartsWith("Partly known", Row("Shelter")[0], StringComparison.Ordinal);
        Assert.Equal("Not recorded", Row("Shelter")[1]);
        Assert.Contains("Calls for:", Row("Children")[1], StringComparison.Ordinal);
        Assert.Contains("Add one question to the arrival card", Row("Children")[1], StringComparison.Ordinal);
        Assert.Equal("Not recorded", Row("Data")[0]);
        Assert.Contains("Contesté", (await (await app.Browser()).Open("/fr/knowledge-gaps/map")).QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Data_has_the_rows_of_the_viewer_with_marks_and_sources(string provider)
    {
        await using var app = await TestApp.Start(databases, provider);
        await AssessmentPackTests.ImportMotu(app);
        await app.ImportPack("TO", ("needs.csv", "key,audience,title_en,priority\nown,owner,Kept,low\n"));
        var (stranger, analyst) = (await app.Browser(), await app.Browser((Roles.Analyst, "TO")));
        foreach (var path in (string[])["/evidence", "/answers", "/findings", "/needs", "/knowledge-gaps"])
        {
            var csv = (await stranger.Text($"{path}?format=csv")).TrimStart('\uFEFF').Split("\r\n");
            foreach (var column in (string[])["key", "title_en", "title_fr", "source", "fictional", "synthetic"]) Assert.Contains(column, csv[0].Split(','));
            using var json = JsonDocument.Parse(await stranger.Text(path, "application/json"));
            foreach (var row in json.RootElement.EnumerateArray())
            {
                Assert.True(row.GetProperty("fictional").GetBoolean());
                Assert.NotEmpty(row.GetProperty("source").GetString()!);
                Assert.NotEmpty(row.GetProperty("title").GetProperty("fr").GetString()!);
            }
        }
        Assert.Equal((4, 5), (Count(await stranger.Text("/needs?format=json")), Count(await analyst.Text("/needs?format=json"))));
        Assert.Equal(1, Count(await analyst.Text("/needs?format=json&owner=TO")));
        Assert.Equal(2, Count(await stranger.Text("/findings?format=json&theme=identification")) + Count(await stranger.Text("/findings?format=json&theme=shelter")));
        static int Count(string json) => JsonDocument.Parse(json).RootElement.GetArrayLength();
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task A_focal_point_writes_knowledge_gaps_and_nothing_else_here(string provider)
    {
        await using var app = await TestApp.Start(databases, provider);
        var focal = await app.Browser((Roles.FocalPoint, "VU"));
        await focal.Submit("/fr/knowledge-gaps/new", "Publish", ("Form.Key", "k-1"), ("Form.Title[fr]", "Combien ?"), ("Form.State", "Unknown"), ("Form.Reason[fr]", "Personne n’a compté"));
        Assert.Contains("Personne n’a compté", (await focal.Open(focal.Address)).Body!.TextContent, StringComparison.Ordinal);
        foreach (var path in (string[])["/fr/evidence/new", "/fr/findings/new", "/fr/needs/new"])
        {
            await focal.Open(path);
            Assert.Equal(HttpStatusCode.Forbidden, focal.Status);
        }
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task A_form_with_mistakes_says_so_beside_the_fields(string provider)
    {
        await using var app = await TestApp.Start(databases, provider);
        var analyst = await app.Browser((Roles.Analyst, "XM"));
        var page = await analyst.Submit("/en/evidence/new", ("Form.Key", "e-1"), ("Form.Title[en]", "Files"), ("Form.Date", "yesterday"), ("Form.Type", "Interview"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, analyst.Status);
        Assert.NotNull(page.QuerySelector("#form-date-error"));
        Assert.NotNull(page.QuerySelector("#form-source-error"));
        Assert.Equal("Interview", page.QuerySelector("#form-type option[selected]")!.GetAttribute("value"));

        // Right at last; what an invented state records is marked so; and once published its kind stays.
        await analyst.Submit("/en/evidence/new", "Publish", ("Form.Key", "e-1"), ("Form.Title[en]", "Files"), ("Form.Date", "2024-03"), ("Form.Type", "Interview"), ("Form.Source", "An archive"));
        var made = await analyst.Open(analyst.Address);
        Assert.Contains("March 2024", made.QuerySelector("dl.facts")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(made.QuerySelector(".banner-fictional"));
        var changed = await analyst.Submit($"{analyst.Address}/edit", ("Form.Type", "Document"));
        Assert.NotNull(changed.QuerySelector("#form-type-error"));
    }
}
