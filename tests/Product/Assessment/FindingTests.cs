using System.Net;
using Vaka.Kernel.Permissions;

namespace Vaka.Product.Tests.Assessment;

public sealed class FindingTests(Databases databases)
{
    public static TheoryData<string> Providers => Databases.Providers;

    [Theory, MemberData(nameof(Providers))]
    public async Task A_finding_is_seen_by_whom_its_owner_shared_it_with(string provider)
    {
        await using var app = await TestApp.Start(databases, provider);
        await app.ImportPack("TO", ("findings.csv", """
            key,audience,themes,title_en,title_fr,strength
            own,owner,shelter,Kept by Tonga,Gardé par les Tonga,weak
            named,FJ,shelter,Named to Fiji,Nommé aux Fidji,weak
            region,region,shelter,For the region,Pour la région,weak
            all,public,shelter,For all: Haʻatolu,Pour tous : Haʻatolu,strong
            """));
        async Task<string[]> Titles(TestBrowser browser) =>
            [.. (await browser.Open("/en/findings")).QuerySelectorAll("tbody th").Select(e => e.TextContent.Trim()).Order(StringComparer.Ordinal)];

        Assert.Equal(["For all: Haʻatolu"], await Titles(await app.Browser()));
        Assert.Equal(["For all: Haʻatolu", "For the region", "Kept by Tonga", "Named to Fiji"], await Titles(await app.Browser((Roles.Analyst, "TO"))));
        Assert.Equal(["For all: Haʻatolu", "For the region", "Named to Fiji"], await Titles(await app.Browser((Roles.Analyst, "FJ"))));
        Assert.Equal(["For all: Haʻatolu", "For the region"], await Titles(await app.Browser((Roles.Analyst, "VU"))));
        Assert.Equal(["For all: Haʻatolu"], await Titles(await app.Browser((Roles.Analyst, "JM"))));
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task An_analyst_records_publishes_and_shares_a_finding(string provider)
    {
        await using var app = await TestApp.Start(databases, provider);
        var analyst = await app.Browser((Roles.Analyst, "VU"));
        await analyst.Submit("/fr/findings/new", "Publish", ("Form.Key", "f-1"), ("Form.Title[fr]", "Aucun hébergement"), ("Form.Strength", "Moderate"));
        Assert.Equal(HttpStatusCode.OK, analyst.Status);
        var address = analyst.Address;
        Assert.Contains("Version 1", (await analyst.Open(address)).Body!.TextContent, StringComparison.Ordinal);

        var stranger = await app.Browser();
        await stranger.Open(address);
        Assert.Equal(HttpStatusCode.NotFound, stranger.Status);
        await analyst.Submit(address, "Share", ("audience", "Public"));
        var page = await stranger.Open(address.Replace("/fr/", "/en/", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, stranger.Status);
        Assert.Equal("fr", page.QuerySelector("h1 [lang]")?.GetAttribute("lang"));
        Assert.Contains("in French only", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task A_form_older_than_the_row_is_refused_and_both_versions_are_shown(string provider)
    {
        await using var app = await TestApp.Start(databases, provider);
        var (first, second) = (await app.Browser((Roles.Analyst, "VU")), await app.Browser((Roles.Analyst, "VU")));
        await first.Submit("/en/findings/new", ("Form.Key", "f-1"), ("Form.Title[en]", "Original"), ("Form.Strength", "Weak"));
        var edit = first.Address + "/edit";
        await second.Submit(edit, ("Form.Title[en]", "By the second"));
        var clash = await first.Submit(edit, ("Form.Title[en]", "By the first"), ("Form.Strength", "Strong"), ("Form.Revision", "1"));
        Assert.Equal(HttpStatusCode.Conflict, first.Status);
        Assert.Contains(clash.QuerySelectorAll("main .notice tbody tr").Select(r => string.Join('|', r.Children.Select(c => c.TextContent.Trim()))), r => r == "Strength of the evidence|Weak|Strong");
        var shown = clash.QuerySelector("main .notice table")!.TextContent;
        Assert.Contains("By the second", shown, StringComparison.Ordinal);
        Assert.Contains("By the first", shown, StringComparison.Ordinal);
        Assert.Contains("By the second", (await second.Open(edit)).QuerySelector("[name='Form.Title[en]']")!.GetAttribute("value")!, StringComparison.Ordinal);
    }
}
