using System.Net;
using System.Text.Json;
using Vaka.Kernel.Permissions;

namespace Vaka.Product.Tests.Programme;

public sealed class GroupAndMoneyTests(Databases databases)
{
    private const string Groups = """
        key,owner,audience,themes,title_en,title_fr,level
        national,,public,shelter,National group,Groupe national,national
        kept,,owner,shelter,Kept group,Groupe gardé,national
        """;

    private const string Members = """
        group,institution_en,institution_fr,role_en,role_fr
        national,Immigration Service,Service de l’immigration,Chair,Présidence
        national,Union of Seafarers,Syndicat des marins,,
        """;

    private const string Meetings = """
        key,owner,audience,themes,title_en,title_fr,group,date
        first,,public,shelter,First meeting,Première réunion,national,2024-03
        second,,public,shelter,Second meeting,Deuxième réunion,national,2024-11-20
        """;

    private const string Decisions = """
        key,owner,audience,themes,title_en,title_fr,meeting,date,because
        ask,,public,shelter,Ask for a shelter,Demander un hébergement,second,2024-11-21,finding:none-near
        """;

    private const string Findings = """
        key,audience,themes,title_en,title_fr,strength
        none-near,public,shelter,No shelter nearby,Aucun hébergement à proximité,strong
        """;

    private const string Projects = """
        code,owner,audience,title_en,title_fr
        P-1,,public,Public project,Projet public
        P-2,,owner,Kept project,Projet gardé
        """;

    private const string Budget = """
        project,line,name_en,name_fr,year,budget_usd,spent_usd
        P-1,staff,Staff,Personnel,2023,8000,7640.50
        P-1,travel,Travel,Voyages,2023,2000,
        P-1,staff,Staff,Personnel,2024,14000,
        P-2,staff,Staff,Personnel,2024,100,90
        """;

    public static TheoryData<string> Providers => Databases.Providers;

    private static Task Pack(TestApp app) => app.ImportPack("TO", ("projects.csv", Projects), ("groups.csv", Groups), ("members.csv", Members), ("meetings.csv", Meetings), ("findings.csv", Findings), ("decisions.csv", Decisions), ("budget.csv", Budget));

    private static string Address(AngleSharp.Dom.IParentNode page, string title) =>
        page.QuerySelectorAll("main a[href]").First(a => a.TextContent.Trim() == title).GetAttribute("href")!;

    [Theory, MemberData(nameof(Providers))]
    public async Task A_reader_goes_from_the_group_to_the_decision_and_to_why(string provider)
    {
        await using var app = await TestApp.Start(databases, provider);
        await Pack(app);
        foreach (var (language, title, member, role, meeting, date, decision, finding) in new[]
        {
            ("en", "National group", "Immigration Service", "Chair", "Second meeting", "20 November 2024", "Ask for a shelter", "No shelter nearby"),
            ("fr", "Groupe national", "Service de l’immigration", "Présidence", "Deuxième réunion", "20 novembre 2024", "Demander un hébergement", "Aucun hébergement à proximité"),
        })
        {
            var reader = await app.Browser();
            var list = await reader.Open($"/{language}/groups");
            Assert.Equal([title], list.QuerySelectorAll("tbody th").Select(e => e.TextContent.Trim()));
            var group = await reader.Open(Address(list, title));
            var rows = group.QuerySelectorAll("tbody tr").Select(r => r.TextContent).ToList();
            Assert.Equal(2, rows.Count);
            Assert.Contains(member, rows[0], StringComparison.Ordinal);
            Assert.Contains(role, rows[0], StringComparison.Ordinal);
            Assert.StartsWith(meeting, group.QuerySelector("section:has(#meetings) li")!.TextContent.Trim(), StringComparison.Ordinal);
            var second = await reader.Open(Address(group, meeting));
            Assert.Contains(date, second.QuerySelector("dl.facts")!.TextContent, StringComparison.Ordinal);
            var shown = await reader.Open(Address(second, decision));
            var why = shown.QuerySelector("section[aria-labelledby=why]")!.TextContent;
            Assert.Contains(meeting, why, StringComparison.Ordinal);
            Assert.Contains(finding, why, StringComparison.Ordinal);
            Assert.Contains(title, (await reader.Open($"/{language}/projects/P-1")).QuerySelector("section[aria-labelledby=groups]")!.TextContent, StringComparison.Ordinal);
        }
        Assert.Equal(2, (await (await app.Browser((Roles.Analyst, "TO"))).Open("/en/groups")).QuerySelectorAll("tbody tr").Length);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Importing_twice_changes_nothing_and_an_unknown_group_is_named(string provider)
    {
        await using var app = await TestApp.Start(databases, provider);
        await Pack(app);
        var again = await app.TryImportPack("TO", ("groups.csv", Groups), ("members.csv", Members), ("meetings.csv", Meetings), ("decisions.csv", Decisions), ("budget.csv", Budget));
        Assert.True(again.Applied);
        Assert.Equal((0, 0, 11), (again.Created, again.Updated, again.Unchanged));

        var wrong = await app.TryImportPack("TO", ("members.csv", "group,institution_en\nnowhere,Port Authority\n"), ("budget.csv", "project,line,name_en,year\nP-9,staff,Staff,2024\n"));
        Assert.False(wrong.Applied);
        Assert.Equal([("members.csv", "group"), ("budget.csv", "project")], wrong.Problems.Where(p => p.IsError).Select(p => (p.File, p.Column!)));
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task A_focal_point_records_a_decision_that_follows_from_its_meeting(string provider)
    {
        await using var app = await TestApp.Start(databases, provider);
        await Pack(app);
        var focal = await app.Browser((Roles.FocalPoint, "TO"));
        var list = await focal.Open("/en/groups");
        var meeting = Address(await focal.Open(Address(list, "National group")), "First meeting");
        var id = meeting[(meeting.LastIndexOf('/') + 1)..];
        var form = $"/en/decisions/new?owner=TO&meeting={id}";
        Assert.Equal(id, (await focal.Open(form)).QuerySelector("#form-meeting option[selected]")?.GetAttribute("value"));
        await focal.Submit(form, "Publish", ("Form.Key", "d-1"), ("Form.Title[en]", "Meet every quarter"), ("Form.Date", "soon"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, focal.Status);
        var made = await focal.Submit(form, "Publish", ("Form.Key", "d-1"), ("Form.Title[en]", "Meet every quarter"), ("Form.Date", "2024-03"));
        Assert.Equal(HttpStatusCode.OK, focal.Status);
        Assert.Contains("First meeting", made.QuerySelector("section[aria-labelledby=why]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Meet every quarter", (await focal.Open(meeting)).QuerySelector("section[aria-labelledby=decisions]")!.TextContent, StringComparison.Ordinal);

        var elsewhere = await app.Browser((Roles.FocalPoint, "FJ"));
        Assert.Null((await elsewhere.Open(meeting)).QuerySelector("a[href*='/decisions/new']"));
        var analyst = await app.Browser((Roles.Analyst, "TO"));
        var token = (await analyst.Open("/en/findings")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        await analyst.Send(new(HttpMethod.Post, form) { Content = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("Form.Owner", "TO"), new("Form.Key", "d-2")]) });
        Assert.Equal(HttpStatusCode.Forbidden, analyst.Status);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Totals_count_what_is_published_and_say_when_something_is_not(string provider)
    {
        await using var app = await TestApp.Start(databases, provider);
        await Pack(app);
        var reader = await app.Browser();
        static string[] Cells(AngleSharp.Dom.IElement? row) => [.. row!.Children.Select(c => string.Join(' ', c.TextContent.Replace('\u00A0', ' ').Replace('\u202F', ' ').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))];

        var english = await reader.Open("/en/projects/P-1/money");
        var years = english.QuerySelectorAll("section:has(#by-year) tbody tr");
        Assert.Equal(["2023", "USD 10,000", "USD 7,640.50 (not all amounts are published)"], Cells(years[0]));
        Assert.Equal(["2024", "USD 14,000", "not published"], Cells(years[1]));
        Assert.Equal(["Total", "USD 24,000", "USD 7,640.50 (not all amounts are published)"], Cells(english.QuerySelector("tbody.total tr")));
        Assert.Equal(3, english.QuerySelectorAll("section:has(#by-line) tbody tr").Length);
        // The longest bar is the largest year's; what is not published has none.
        Assert.Equal(["400", "305", "560", "0"], english.QuerySelectorAll("svg.chart g .chart-bar").Select(b => b.GetAttribute("width")));

        var french = await reader.Open("/fr/projects/P-1/money");
        Assert.Equal(["Total", "24 000 USD", "7 640,50 USD (tous les montants ne sont pas publiés)"], Cells(french.QuerySelector("tbody.total tr")));
        Assert.Contains("Voyages", french.QuerySelector("section:has(#by-line)")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull((await reader.Open("/fr/projects/P-1")).QuerySelector("section[aria-labelledby=money] a[href='/fr/projects/P-1/money']"));

        using var json = JsonDocument.Parse(await reader.Text("/projects/P-1/money?format=json"));
        Assert.Equal(24000m, json.RootElement.GetProperty("total").GetProperty("budgetUsd").GetDecimal());
        Assert.Equal(7640.50m, json.RootElement.GetProperty("total").GetProperty("spentUsd").GetDecimal());
        Assert.True(json.RootElement.GetProperty("total").GetProperty("spentIsPartial").GetBoolean());
        Assert.Contains("P-1,travel,Travel,Voyages,2023,2000,,", await reader.Text("/projects/P-1/money?format=csv"), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Money_of_a_project_that_is_kept_is_kept(string provider)
    {
        await using var app = await TestApp.Start(databases, provider);
        await Pack(app);
        var stranger = await app.Browser();
        await stranger.Open("/en/projects/P-2/money");
        Assert.Equal(HttpStatusCode.NotFound, stranger.Status);
        await stranger.Text("/projects/P-2/money?format=json");
        Assert.Equal(HttpStatusCode.NotFound, stranger.Status);
        Assert.Contains("USD", (await (await app.Browser((Roles.Analyst, "TO"))).Open("/en/projects/P-2/money")).QuerySelector("tbody.total")!.TextContent, StringComparison.Ordinal);
    }
}
