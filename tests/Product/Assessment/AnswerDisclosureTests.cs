using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vaka.Assessment.Answers;
using Vaka.Kernel.Audit;
using Vaka.Kernel.Data;
using Vaka.Kernel.Importing;
using Vaka.Kernel.Ownership;
using Vaka.Kernel.Permissions;

namespace Vaka.Product.Tests.Assessment;

/// <summary>Respondents never leave their owner, and small counts are told to nobody who may not see them.</summary>
public sealed class AnswerDisclosureTests(Databases databases)
{
    public static TheoryData<string> Providers => Databases.Providers;

    private static async Task<string> Table(TestApp app, string key)
    {
        await using var scope = app.System();
        return (await scope.ServiceProvider.GetRequiredService<VakaDb>().Set<AnswerTable>().SingleAsync(a => a.Key == key)).Path;
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Respondents_are_there_for_their_owner_only(string provider)
    {
        await using var app = await TestApp.Start(databases, provider);
        await AssessmentPackTests.ImportMotu(app);
        async Task<int> Seen(Viewer viewer)
        {
            await using var scope = app.As(viewer);
            return await scope.ServiceProvider.GetRequiredService<VakaDb>().Set<Respondent>().CountAsync();
        }
        static Viewer Of(string owner) => Viewer.Person(Ids.New(), "p", [new(Roles.Analyst, owner, null, new HashSet<string>())], ["PACIFIC"]);
        Assert.Equal(0, await Seen(Viewer.Public));
        Assert.Equal(0, await Seen(Of("TO")));
        Assert.Equal(0, await Seen(Of("PACIFIC")));
        Assert.Equal(60, await Seen(Of("XM")));
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task The_database_itself_refuses_to_share_a_respondent(string provider)
    {
        await using var app = await TestApp.Start(databases, provider);
        await AssessmentPackTests.ImportMotu(app);
        await using var scope = app.System();
        var db = scope.ServiceProvider.GetRequiredService<VakaDb>();
        (await db.Set<Respondent>().FirstAsync()).Audience = Audience.Public;
        await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());
    }

    [Theory, MemberData(nameof(Providers)), Trait("speed", "slow")]
    public async Task Small_counts_are_withheld_on_every_page_and_in_every_format(string provider)
    {
        await using var app = await TestApp.Start(databases, provider);
        await AssessmentPackTests.ImportMotu(app);
        var address = await Table(app, "ans-help");
        foreach (var browser in (TestBrowser[])[await app.Browser(), await app.Browser((Roles.Analyst, "TO")), await app.Browser((Roles.FocalPoint, "XM"))])
        {
            var page = await browser.Open($"/en{address}");
            Assert.Equal(["49", "60", "81.7%"], page.QuerySelectorAll("#main table tbody tr:first-child td").Select(c => c.TextContent.Trim().Replace(" ", "", StringComparison.Ordinal)));
            Assert.Equal(6, page.QuerySelectorAll("#main table td").Count(c => c.TextContent.Trim() == "Withheld"));
            Assert.Single(page.QuerySelectorAll("svg.chart rect.chart-bar"));
            Assert.Contains("Synthetic", page.QuerySelector(".banner-fictional + .banner-fictional")!.TextContent, StringComparison.Ordinal);
            Assert.DoesNotContain("SYN-0", (await browser.Open($"/en{address}/rows")).Body!.TextContent, StringComparison.Ordinal);
            Assert.True(browser.Status == HttpStatusCode.Forbidden || browser.Address.Contains("sign-in", StringComparison.Ordinal), $"{browser.Status} {browser.Address}");
        }
        // The data address says the same whoever asks.
        var analyst = await app.Browser((Roles.Analyst, "XM"));
        foreach (var browser in (TestBrowser[])[await app.Browser(), analyst])
        {
            var csv = (await browser.Text("/answers?format=csv")).TrimStart('\uFEFF').Split("\r\n");
            var columns = csv[0].Split(',');
            var help = csv.Single(l => l.StartsWith("ans-help", StringComparison.Ordinal));
            Assert.EndsWith(address, help, StringComparison.Ordinal);
            Assert.Contains(",49,60,,,,,,,", help, StringComparison.Ordinal);
            Assert.Contains("synthetic", columns);
            Assert.DoesNotContain("SYN-0", await browser.Text("/answers?format=json"), StringComparison.Ordinal);
        }
        Assert.DoesNotContain("27/31", await (await app.Browser()).Text($"/chain/answer/{address.Split('/')[^1]}?format=json"), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task The_owners_analyst_sees_exact_counts_and_the_rows(string provider)
    {
        await using var app = await TestApp.Start(databases, provider);
        await AssessmentPackTests.ImportMotu(app);
        var address = await Table(app, "ans-help");
        var analyst = await app.Browser((Roles.Analyst, "XM"));
        var page = await analyst.Open($"/fr{address}");
        var cells = page.QuerySelectorAll("#main table tbody tr").Select(r => string.Join(' ', r.QuerySelectorAll("th, td").Take(3).Select(c => c.TextContent.Trim())));
        Assert.Equal(["Ensemble 49 60", "Femmes 27 31", "Hommes 22 29"], cells);
        Assert.Equal(3, page.QuerySelectorAll("svg.chart rect.chart-bar").Length);
        var rows = await analyst.Open($"/fr{address}/rows");
        Assert.Equal(60, rows.QuerySelectorAll("tbody tr").Length);
        Assert.Contains("SYN-001", rows.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Neither_the_audit_trail_nor_the_memory_of_imports_keeps_a_respondent(string provider)
    {
        await using var app = await TestApp.Start(databases, provider);
        await AssessmentPackTests.ImportMotu(app);
        await using var scope = app.System();
        var db = scope.ServiceProvider.GetRequiredService<VakaDb>();
        var entries = await db.Set<AuditEntry>().Where(e => e.Kind == "respondent").ToListAsync();
        Assert.Equal(60, entries.Count);
        Assert.All(entries, e => { Assert.DoesNotContain("SYN-", e.Changes, StringComparison.Ordinal); Assert.DoesNotContain("paid_recruitment_fee", e.Changes, StringComparison.Ordinal); });
        Assert.DoesNotContain(await db.Set<ImportedRow>().ToListAsync(), r => r.Kind == "respondent" || r.Key.Contains("SYN-", StringComparison.Ordinal));
    }
}
