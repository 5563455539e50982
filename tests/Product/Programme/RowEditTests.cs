using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vaka.Kernel.Data;
using Vaka.Kernel.Permissions;
using Vaka.Programme.Countries;
using Vaka.Programme.Help;
using Vaka.Programme.Pages;

namespace Vaka.Product.Tests.Programme;

/// <summary>What an operator edits on the spot: pages of text, facts of countries, services.</summary>
public sealed class RowEditTests(Databases databases)
{
    public static TheoryData<string> Providers => Databases.Providers;

    private static async Task Page(TestApp app)
    {
        await using var scope = app.System();
        var db = scope.ServiceProvider.GetRequiredService<VakaDb>();
        db.Add(new ContentPage { Owner = "PACIFIC", Slug = "contact", Audience = Vaka.Kernel.Ownership.Audience.Public, Title = Vaka.Kernel.Words.LocalText.Of("Contact", "Nous contacter"), Summary = Vaka.Kernel.Words.LocalText.Of("How", "Comment"), Body = Vaka.Kernel.Words.LocalText.Of("Write.", "Écrivez.") });
        await db.SaveChangesAsync();
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task An_keeperpreviews_and_saves_both_languages(string provider)
    {
        await using var app = await TestApp.Start(databases, provider);
        await Page(app);
        var keeper = await app.Browser((Roles.Administrator, "PACIFIC"));
        var address = (await keeper.Open("/en/pages/contact")).QuerySelector("a[href$='/edit']")!.GetAttribute("href")!;
        var preview = await keeper.Submit(address, "Preview", ("Form.Body[en]", "## Where\n\n[Board](/board)"), ("Form.Body[fr]", "## Où"));
        Assert.Equal(HttpStatusCode.OK, keeper.Status);
        var article = preview.QuerySelector("article[lang=en]")!;
        Assert.Equal("Where", article.QuerySelector("h2")!.TextContent);
        Assert.Equal("/en/board", article.QuerySelector("a")!.GetAttribute("href"));
        Assert.Contains("Write.", (await keeper.Open("/en/pages/contact")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await keeper.Submit(address, ("Form.Body[en]", "## Where\n\n<b>bold</b>"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, keeper.Status);
        await keeper.Submit(address, ("Form.Body[en]", "## Where"), ("Form.Body[fr]", "## Où"), ("Form.Title[fr]", ""));
        Assert.Equal(HttpStatusCode.OK, keeper.Status);
        var french = await (await app.Browser()).Open("/fr/pages/contact");
        Assert.Equal("Où", french.QuerySelector(".prose h2")!.TextContent);
        Assert.NotNull(french.QuerySelector("h1 [lang=en]"));
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task A_page_edited_by_two_shows_both_versions_and_strangers_are_refused(string provider)
    {
        await using var app = await TestApp.Start(databases, provider);
        await Page(app);
        var (one, other) = (await app.Browser((Roles.Administrator, "PACIFIC")), await app.Browser((Roles.Administrator, "PACIFIC")));
        const string Edit = "/en/pages/contact/edit";
        var stale = (await one.Open(Edit)).QuerySelector("input[name='Form.Revision']")!.GetAttribute("value")!;
        await other.Submit(Edit, ("Form.Title[en]", "Theirs"));
        var clash = await one.Submit(Edit, ("Form.Revision", stale), ("Form.Title[en]", "Mine"));
        Assert.Equal(HttpStatusCode.Conflict, one.Status);
        Assert.Equal("Title|Theirs / Nous contacter|Mine / Nous contacter", string.Join('|', clash.QuerySelector("main table tbody tr")!.Children.Select(c => c.TextContent.Trim())));
        Assert.Contains("Theirs", (await other.Open("/en/pages/contact")).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        foreach (var (role, owner) in new[] { (Roles.Administrator, "TO"), (Roles.ProjectManager, "PACIFIC") })
        {
            var stranger = await app.Browser((role, owner));
            Assert.Null((await stranger.Open("/en/pages/contact")).QuerySelector("a[href$='/edit']"));
            await stranger.Open(Edit);
            Assert.Equal(HttpStatusCode.Forbidden, stranger.Status);
        }
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task A_fact_is_not_saved_without_source_date_and_check(string provider)
    {
        await using var app = await TestApp.Start(databases, provider);
        await app.Import("facts", "country,topic,key,title_en,title_fr,text_en,text_fr,date,source,as_at,checked\nTO,profile,islands,Many islands,Beaucoup d’îles,,,,https://example.org/a,2024,verified\n");
        var manager = await app.Browser((Roles.ProjectManager, "TO"));
        var address = (await manager.Open("/en/countries/TO")).QuerySelector("a[href*='/facts/']")!.GetAttribute("href")!;
        // Whether it was checked is not carried over from the text before.
        Assert.Empty((await manager.Open(address)).QuerySelectorAll("input[name='Form.Checked'][checked]"));
        foreach (var missing in (string[])["Form.Source", "Form.AsAt", "Form.Checked"])
        {
            await manager.Submit(address, [("Form.Title[en]", "170 islands"), .. new[] { ("Form.Source", "A book"), ("Form.AsAt", "2025"), ("Form.Checked", "Verified") }.Select(f => f.Item1 == missing ? (missing, "") : f)]);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, manager.Status);
        }
        var saved = await manager.Submit(address, ("Form.Title[en]", "170 islands"), ("Form.AsAt", "2025-03"), ("Form.Checked", "Unverified"));
        Assert.Equal(HttpStatusCode.OK, manager.Status);
        Assert.Contains("170 islands", saved.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await using var scope = app.System();
        var fact = await scope.ServiceProvider.GetRequiredService<VakaDb>().Set<CountryFact>().SingleAsync();
        Assert.Equal(("2025-03", false, "https://example.org/a"), (fact.AsAt.ToString(), fact.IsVerified, fact.Source));
        var focal = await app.Browser((Roles.FocalPoint, "TO"));
        Assert.Null((await focal.Open("/en/countries/TO")).QuerySelector("a[href*='/facts/']"));
        await focal.Open(address);
        Assert.Equal(HttpStatusCode.Forbidden, focal.Status);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task A_number_is_shown_once_somebody_says_it_was_checked(string provider)
    {
        await using var app = await TestApp.Start(databases, provider);
        await app.Import("services", "country,key,name_en,name_fr,kind,what_en,what_fr,phone,url,source,as_at,checked\nTO,shelter,A shelter,Un hébergement,shelter,,,12345,,A leaflet,2024,unverified\n");
        var reader = await app.Browser();
        Assert.DoesNotContain("12345", await reader.Text("/en/help/TO"), StringComparison.Ordinal);
        var manager = await app.Browser((Roles.ProjectManager, "TO"));
        var address = (await manager.Open("/en/help/TO")).QuerySelector("a[href*='/services/']")!.GetAttribute("href")!;
        await manager.Submit(address, ("Form.Url", "javascript:alert(1)"), ("Form.Checked", "Verified"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, manager.Status);
        await manager.Submit(address, ("Form.AsAt", "2026"), ("Form.Checked", "Verified"));
        Assert.Contains("12345", await reader.Text("/en/help/TO"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_service_that_ships_repeats_a_number_that_is_withheld()
    {
        await using var app = await TestApp.Start(databases, Databases.Sqlite);
        Assert.True((await app.TryImport("services", Path.Combine(Motu.Content, "reference", "services.csv"))).Applied);
        await using var scope = app.System();
        var services = await scope.ServiceProvider.GetRequiredService<VakaDb>().Set<HelpService>().AsNoTracking().ToListAsync();
        Assert.NotEmpty(services);
        Assert.Empty(services.Where(s => s.IsPhoneWithheld && s.ShownWhat.IsEmpty && !s.What.IsEmpty).Select(s => s.Key));
    }
}
