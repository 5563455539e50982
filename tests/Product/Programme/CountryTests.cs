using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Vaka.Contracts.Law;
using Vaka.Kernel.Data;
using Vaka.Kernel.Words;

namespace Vaka.Product.Tests.Programme;

/// <summary>What is said of countries, where help is, and the first page.</summary>
public sealed class CountryTests(Databases databases)
{
    private const string Facts = "country,topic,key,title_en,title_fr,text_en,text_fr,date,source,as_at,checked\n";

    private const string Services = "country,key,name_en,name_fr,kind,what_en,what_fr,phone,url,source,as_at,checked\n";

    public static TheoryData<string> Providers => Databases.Providers;

    [Theory, MemberData(nameof(Providers))]
    public async Task Content_that_ships_is_read_once_and_shown(string provider)
    {
        await using var app = await TestApp.Start(databases, provider);
        foreach (var kind in (string[])["states", "facts", "services", "targets"])
        {
            var file = Path.Combine(Motu.Content, "reference", kind + ".csv");
            await Motu.Import(app.Services, kind, file, null);
            var again = await app.TryImport(kind, file);
            Assert.True(again is { Applied: true, Created: 0, Updated: 0, Kept: 0 }, $"{kind}: {again.Created} {again.Updated} {again.Kept}");
        }
        var browser = await app.Browser();
        var list = await browser.Open("/en/countries");
        Assert.Equal(["Fiji", "Tonga", "Vanuatu", "Motu"], list.QuerySelectorAll("main .card-title").Take(4).Select(t => t.TextContent.Trim()));
        var fiji = await browser.Open("/en/countries/FJ");
        Assert.Equal(8, fiji.QuerySelectorAll("main section h2[id^=topic-]").Length);
        Assert.Contains("Not verified", fiji.QuerySelector("#fj-nap-cabinet-january-2020-claim")!.ParentElement!.TextContent, StringComparison.Ordinal);
        var vanuatu = await browser.Open("/fr/countries/VU");
        Assert.Contains("Les sources se contredisent", vanuatu.QuerySelector(".contradiction")!.TextContent, StringComparison.Ordinal);
        var help = (await browser.Open("/en/help/FJ")).QuerySelector("main")!;
        Assert.Contains("1560", help.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("917", help.TextContent, StringComparison.Ordinal);
        Assert.Contains("Fictional", (await browser.Open("/en/help/XM")).QuerySelector(".banner-fictional")!.GetAttribute("aria-label"), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Claims_that_contradict_stand_side_by_side(string provider)
    {
        await using var app = await TestApp.Start(databases, provider);
        await app.Import("facts", Facts
            + "FJ,plan,plan,Endorsed in 2021,Approuvé en 2021,,,2021-01,https://example.org/a,2021-02,verified\n"
            + "FJ,plan,plan-claim,Endorsed in 2020,Approuvé en 2020,,,2020-01,a note,2021,unverified\n"
            + "FJ,plan,other,Something else,Autre chose,,,,https://example.org/b,2022,verified\n"
            + "FJ,tier,lone-claim,Alone,Seul,,,,https://example.org/b,2022,verified\n");
        var page = await (await app.Browser()).Open("/en/countries/FJ");
        var both = Assert.Single(page.QuerySelectorAll(".contradiction"));
        Assert.Equal(["Endorsed in 2021", "Endorsed in 2020"], both.QuerySelectorAll("h3").Select(h => h.TextContent.Trim()));
        Assert.Equal(["https://example.org/a"], both.QuerySelectorAll("a").Select(a => a.GetAttribute("href")!));
        Assert.Contains("As at February 2021", both.TextContent, StringComparison.Ordinal);
        Assert.Single(both.QuerySelectorAll(".badge-warn"));
        Assert.NotNull(page.QuerySelector("#lone-claim"));
        using var json = JsonDocument.Parse(await (await app.Browser()).Text("/countries/FJ?format=json"));
        Assert.Equal("plan", json.RootElement.GetProperty("facts").EnumerateArray().Single(f => f.GetProperty("key").GetString() == "plan-claim").GetProperty("against").GetString());
        Assert.Contains("plan-claim", await (await app.Browser()).Text("/countries/FJ?format=csv"), StringComparison.Ordinal);
        var nowhere = await app.Browser();
        await nowhere.Open("/en/countries/PACIFIC");
        Assert.Equal(HttpStatusCode.NotFound, nowhere.Status);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task A_number_nobody_has_checked_is_withheld_and_that_is_said(string provider)
    {
        await using var app = await TestApp.Start(databases, provider);
        await app.Import("services", Services
            + "FJ,sure,Sure line,Ligne sûre,counselling,Call,Appelez,(679) 330 8577,,https://example.org/a,2026,verified\n"
            + "FJ,unsure,Unsure line,Ligne incertaine,police,Dial 98765,Faites le 98765,98765,,https://example.org/b,2026,unverified\n");
        var page = await (await app.Browser()).Open("/fr/help/FJ");
        Assert.Equal("tel:+6793308577", page.QuerySelector("#sure a[href^=tel]")!.GetAttribute("href"));
        Assert.DoesNotContain("98765", page.Body!.InnerHtml, StringComparison.Ordinal);
        Assert.Contains("pas affiché", page.QuerySelector("#unsure")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Non vérifié", page.QuerySelector("#unsure")!.TextContent, StringComparison.Ordinal);
        var report = await app.TryImport("services", System.Text.Encoding.UTF8.GetBytes(Services + "FJ,x,X,X,police,,,1,javascript:alert(1),s,2026,verified\n"));
        Assert.Contains(report.Problems, p => p.Key == "services.bad-url");
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Treaties_come_from_whoever_keeps_them(string provider)
    {
        await using var app = await TestApp.Start(databases, provider, services: s => s.AddScoped<ITreaties, TwoClaims>());
        var page = await (await app.Browser()).Open("/en/countries/TO");
        var treaty = page.QuerySelector("section[aria-labelledby=treaties] article")!;
        Assert.Contains("contradict", treaty.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, treaty.QuerySelectorAll("li").Length);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task The_first_page_leads_on(string provider)
    {
        await using var app = await TestApp.Start(databases, provider);
        await Motu.Import(app.Services);
        foreach (var language in (string[])["en", "fr"])
        {
            var links = (await (await app.Browser()).Open($"/{language}")).QuerySelectorAll("main a").Select(a => a.GetAttribute("href")).ToList();
            foreach (var to in (string[])["assess", "reform", "practise", "help", "projects", "projects/PX.0220", "board", "countries", "pages"]) Assert.Contains($"/{language}/{to}", links);
        }
        var project = await (await app.Browser()).Open("/en/projects/PX.0220");
        var targets = project.QuerySelector("section[aria-labelledby=targets]")!;
        Assert.Equal(6, targets.QuerySelectorAll("dt").Length);
        Assert.Contains("made for Vaka", targets.TextContent, StringComparison.Ordinal);
    }

    private sealed class TwoClaims : ITreaties
    {
        public Task<IReadOnlyList<TreatyFact>> Of(string country, CancellationToken ct = default) => Task.FromResult<IReadOnlyList<TreatyFact>>(country != "TO" ? [] :
        [
            new("UNTOC 2000", LocalText.Same("UNTOC"), TreatyState.Party, new PartialDate(2014), "https://example.org/a", new PartialDate(2015), true, LocalText.Empty),
            new("UNTOC 2000", LocalText.Same("UNTOC"), TreatyState.NotParty, null, "https://example.org/b", new PartialDate(2015, 3), false, LocalText.Empty),
        ]);
    }
}
