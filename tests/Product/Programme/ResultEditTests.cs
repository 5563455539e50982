using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vaka.Kernel.Chain;
using Vaka.Kernel.Data;
using Vaka.Kernel.Ownership;
using Vaka.Kernel.Permissions;
using Vaka.Kernel.Words;
using Vaka.Programme.Groups;
using Vaka.Programme.Projects;
using Vaka.Programme.Results;

namespace Vaka.Product.Tests.Programme;

/// <summary>Results and indicators as people write them, and as data.</summary>
public sealed class ResultEditTests(Databases databases)
{
    private const string Projects = "code,owner,audience,title_en,title_fr\nP-1,,public,Project,Projet\nP-2,,public,Other,Autre\n";

    private const string Results = """
        key,audience,title_en,title_fr,project,parent,level
        oc,public,An outcome,Un effet,P-1,,outcome
        """;

    private const string Indicators = """
        key,audience,title_en,title_fr,result,unit_en,unit_fr,baseline,baseline_year,target,target_year,measure,people
        small,public,People helped,Personnes aidées,oc,people,personnes,0,2023,10,2025,count,yes
        share,public,Those who know,Celles qui savent,oc,% of people,% des personnes,18.3,2023,60,2025,share,
        """;

    private const string Actuals = """
        indicator,period,country,sex,age,numerator,denominator,source
        small,2024,TO,,,3,,Register
        share,2024,TO,,,40,80,Survey
        share,2023,FJ,,,10,20,Survey
        """;

    public static TheoryData<string> Providers => Databases.Providers;

    private static Task Pack(TestApp app) => app.ImportPack("TO", ("projects.csv", Projects), ("results.csv", Results), ("indicators.csv", Indicators), ("actuals.csv", Actuals));

    private static async Task<T> Row<T>(TestApp app, string key) where T : ChainRow
    {
        await using var scope = app.System();
        return await scope.ServiceProvider.GetRequiredService<VakaDb>().Set<T>().AsNoTracking().SingleAsync(r => r.Key == key);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task A_manager_builds_the_tree_by_hand(string provider)
    {
        await using var app = await TestApp.Start(databases, provider);
        await Pack(app);
        var manager = await app.Browser((Roles.ProjectManager, "TO"));
        var outcome = await Row<ResultNode>(app, "oc");
        var page = await manager.Open($"/en{outcome.Path}");
        var below = page.QuerySelector("a[href*='/results/new']")!.GetAttribute("href")!;
        Assert.Equal(outcome.Id.ToString(), (await manager.Open(below)).QuerySelector("#form-parent option[selected]")!.GetAttribute("value"));
        // An objective below an outcome would stand on its head.
        await manager.Submit(below, "Publish", ("Form.Key", "op"), ("Form.Title[en]", "An output"), ("Form.Level", "Objective"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, manager.Status);
        var made = await manager.Submit(below, "Publish", ("Form.Key", "op"), ("Form.Title[en]", "An output"), ("Form.Level", "Output"));
        Assert.Equal(HttpStatusCode.OK, manager.Status);
        Assert.Contains("An output", made.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        var add = made.QuerySelector("a[href*='/indicators/new']")!.GetAttribute("href")!;
        await manager.Submit(add, "Publish", ("Form.Key", "i-new"), ("Form.Title[en]", "Houses"), ("Form.Unit[en]", "houses"), ("Form.Measure", "Share"), ("Form.Target", "101"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, manager.Status);
        await manager.Submit(add, "Publish", ("Form.Key", "i-new"), ("Form.Title[en]", "Houses"), ("Form.Unit[en]", "houses"), ("Form.Measure", "Share"), ("Form.Target", "12.5"), ("Form.TargetYear", "2026"));
        Assert.Equal(HttpStatusCode.OK, manager.Status);
        var indicator = await Row<Indicator>(app, "i-new");
        Assert.Equal((Measure.Share, 1250L, 2026), (indicator.Measure, indicator.Target, indicator.TargetYear));
        Assert.Equal("12.5", (await manager.Open($"/en{indicator.Path}/edit")).QuerySelector("#form-target")!.GetAttribute("value"));
        Assert.Contains("Houses", (await manager.Open("/en/projects/P-1/results")).QuerySelector("ul.tree")!.TextContent, StringComparison.Ordinal);
        // The outcome cannot become an activity while an output stands below it.
        await manager.Submit($"/en{outcome.Path}/edit", "Publish", ("Form.Level", "Activity"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, manager.Status);
        // Values are recorded: a share stays one.
        var share = await Row<Indicator>(app, "share");
        await manager.Submit($"/en{share.Path}/edit", "Publish", ("Form.Measure", "Count"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, manager.Status);
        foreach (var (role, owner) in new[] { (Roles.ProjectManager, "FJ"), (Roles.Analyst, "TO") })
        {
            var other = await app.Browser((role, owner));
            await other.Open($"/en{share.Path}/edit");
            Assert.Equal(HttpStatusCode.Forbidden, other.Status);
            await other.Open($"/en{outcome.Path}/edit");
            Assert.Equal(HttpStatusCode.Forbidden, other.Status);
        }
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task A_lost_race_shows_both_versions(string provider)
    {
        await using var app = await TestApp.Start(databases, provider);
        await Pack(app);
        var (one, other) = (await app.Browser((Roles.ProjectManager, "TO")), await app.Browser((Roles.ProjectManager, "TO")));
        var indicator = await Row<Indicator>(app, "small");
        var address = $"/en{indicator.Path}/edit";
        var stale = (await one.Open(address)).QuerySelector("input[name='Form.Revision']")!.GetAttribute("value")!;
        await other.Submit(address, "Publish", ("Form.Target", "20"));
        var clash = await one.Submit(address, "Publish", ("Form.Revision", stale), ("Form.Target", "30"));
        Assert.Equal(HttpStatusCode.Conflict, one.Status);
        Assert.Contains(clash.QuerySelectorAll("main table tbody tr").Select(r => string.Join('|', r.Children.Select(c => c.TextContent.Trim()))), r => r == "Target|20|30");
        Assert.Equal("30", clash.QuerySelector("#form-target")!.GetAttribute("value"));
        Assert.Equal(20, (await Row<Indicator>(app, "small")).Target);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task The_data_address_has_the_tree_and_withholds_what_the_page_withholds(string provider)
    {
        await using var app = await TestApp.Start(databases, provider);
        await Pack(app);
        var (reader, analyst) = (await app.Browser(), await app.Browser((Roles.Analyst, "TO")));
        using var json = JsonDocument.Parse(await reader.Text("/projects/P-1/results?format=json"));
        var indicators = json.RootElement.GetProperty("results")[0].GetProperty("indicators").EnumerateArray().ToDictionary(i => i.GetProperty("key").GetString()!);
        Assert.True(indicators["small"].GetProperty("withheld").GetBoolean());
        Assert.False(indicators["small"].TryGetProperty("value", out _));
        Assert.False(indicators["small"].GetProperty("actuals")[0].TryGetProperty("numerator", out _));
        // 50 of 100: Fiji's older value is in it, and each says its period.
        Assert.Equal((50m, 50L, 100L), (indicators["share"].GetProperty("value").GetDecimal(), indicators["share"].GetProperty("numerator").GetInt64(), indicators["share"].GetProperty("denominator").GetInt64()));
        Assert.Equal(["FJ 2023", "TO 2024"], indicators["share"].GetProperty("latest").EnumerateArray().Select(a => $"{a.GetProperty("country").GetString()} {a.GetProperty("period").GetString()}"));
        var csv = await reader.Text("/projects/P-1/results?format=csv");
        Assert.Contains(",0,2023,10,2025,,,,TO 2024,yes,", csv, StringComparison.Ordinal);
        Assert.Contains(",18.3,2023,60,2025,50,100,50,FJ 2023;TO 2024,no,", csv, StringComparison.Ordinal);
        Assert.Contains(",0,2023,10,2025,3,,3,TO 2024,no,", await analyst.Text("/projects/P-1/results?format=csv"), StringComparison.Ordinal);
        var small = await Row<Indicator>(app, "small");
        Assert.Contains("withheld", (await reader.Open($"/en{small.Path}")).QuerySelector("dl.facts")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("small,2024,TO,,,,,yes,Register,no", await reader.Text($"{small.Path}?format=csv"), StringComparison.Ordinal);
        Assert.Contains("small,2024,TO,,,3,,no,Register,no", await analyst.Text($"{small.Path}?format=csv"), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task What_hangs_on_a_row_follows_its_audience(string provider)
    {
        await using var app = await TestApp.Start(databases, provider);
        await app.ImportPack("TO", ("projects.csv", Projects), ("groups.csv", "key,owner,audience,title_en,title_fr,level\ng,,owner,Group,Groupe,national\n"), ("members.csv", "group,institution_en\ng,Immigration\n"),
            ("results.csv", Results), ("indicators.csv", Indicators), ("actuals.csv", Actuals), ("budget.csv", "project,line,name_en,year,budget_usd\nP-1,staff,Staff,2024,100\n"));
        var manager = await app.Browser((Roles.ProjectManager, "TO"));
        var group = await Row<WorkingGroup>(app, "g");
        await manager.Submit($"/en{group.Path}", "Share", ("audience", "Public"));
        Assert.Equal(HttpStatusCode.OK, manager.Status);
        var reader = await app.Browser();
        Assert.Contains("Immigration", (await reader.Open($"/en{group.Path}")).QuerySelector("section:has(#members)")!.TextContent, StringComparison.Ordinal);
        var indicator = await Row<Indicator>(app, "share");
        await manager.Submit($"/en{indicator.Path}", "Share", ("audience", "OwnerOnly"));
        await manager.Submit("/en/projects/P-1", "Share", ("audience", "OwnerOnly"));
        Assert.Equal(HttpStatusCode.OK, manager.Status);
        await reader.Open("/en/projects/P-1");
        Assert.Equal(HttpStatusCode.NotFound, reader.Status);
        await using var scope = app.As(Viewer.Public);
        var db = scope.ServiceProvider.GetRequiredService<VakaDb>();
        Assert.False(await db.Set<Actual>().AnyAsync(a => a.IndicatorId == indicator.Id));
        Assert.False(await db.Set<Vaka.Programme.Money.BudgetLine>().AnyAsync());
        var elsewhere = await app.Browser((Roles.ProjectManager, "FJ"));
        Assert.Null((await elsewhere.Open("/en/projects/P-2")).QuerySelector("form[action*='handler=Share']"));
        var token = (await elsewhere.Open("/en/findings")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        await elsewhere.Send(new(HttpMethod.Post, "/en/projects/P-2?handler=Share") { Content = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("revision", "1"), new("audience", "OwnerOnly")]) });
        Assert.Equal(HttpStatusCode.Forbidden, elsewhere.Status);
        Assert.Equal(Audience.Public, (await Row<Project>(app, "P-2")).Audience);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task A_regional_project_shows_the_groups_of_the_states_it_serves(string provider)
    {
        await using var app = await TestApp.Start(databases, provider);
        await app.ImportPack("PACIFIC", ("projects.csv", "code,owner,audience,title_en,states\nR-1,,public,Regional,FJ;TO\n"),
            ("groups.csv", "key,owner,audience,title_en,level\nto,TO,public,Group of Tonga,national\nfj,FJ,owner,Kept group of Fiji,national\nvu,VU,public,Group of Vanuatu,national\n"));
        static List<string> Groups(AngleSharp.Dom.IParentNode page) => [.. page.QuerySelectorAll("section[aria-labelledby=groups] li a").Select(a => a.TextContent.Trim())];
        Assert.Equal(["Group of Tonga"], Groups(await (await app.Browser()).Open("/en/projects/R-1")));
        Assert.Equal(["Kept group of Fiji", "Group of Tonga"], Groups(await (await app.Browser((Roles.Analyst, "FJ"))).Open("/en/projects/R-1")));
        Assert.NotNull((await (await app.Browser()).Open("/en/projects")).QuerySelector("header.page-head a[href='/en/groups']"));
    }

    [Fact]
    public async Task Every_field_that_a_conflict_can_show_has_a_name()
    {
        await using var app = await TestApp.Start(databases, Databases.Sqlite);
        await using var scope = app.System();
        var model = scope.ServiceProvider.GetRequiredService<VakaDb>().Model;
        var known = app.Services.GetRequiredService<WordsCatalogue>().In("en");
        var missing = from pair in new[] { (typeof(Project), "project"), (typeof(ResultNode), "result"), (typeof(Indicator), "indicator"), (typeof(Decision), "decision") }
                      from property in model.FindEntityType(pair.Item1)!.GetProperties()
                      where property.PropertyInfo?.DeclaringType == pair.Item1 && property.Name is not (nameof(Indicator.Computed) or nameof(Indicator.ComputedAt))
                      let key = $"{pair.Item2}.{Words.KeyOf(property.Name)}"
                      where !known.ContainsKey(key)
                      select key;
        Assert.Empty(missing);
    }
}
