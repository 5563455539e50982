using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vaka.Assessment.Collection;
using Vaka.Kernel.Data;
using Vaka.Kernel.Permissions;

namespace Vaka.Product.Tests.Assessment.Collection;

/// <summary>An analyst sees both sides of a contradiction beside each other and decides; nobody else sees that there is a list.</summary>
public sealed class EntityPageTests(Databases databases)
{
    private const string Id = "11111111-1111-4111-8111-111111111111";

    public static TheoryData<string> Providers => Databases.Providers;

    private async Task<(TestApp App, string List, string Entity)> Start(string provider)
    {
        var app = await TestApp.Start(databases, provider);
        var file = Path.Combine(databases.Folder(), "services.json");
        await File.WriteAllTextAsync(file, "{\"name\":\"services\",\"kind\":\"service\",\"title\":{\"en\":\"Services\"},\"entities\":[{\"id\":\"" + Id + "\",\"label\":\"Shelter\",\"open\":\"day\",\"phone\":\"1\"}]}");
        Assert.True((await app.TryImport("entity-list", file, "TO")).Applied);
        await using var scope = app.System();
        var (db, book) = (scope.ServiceProvider.GetRequiredService<VakaDb>(), scope.ServiceProvider.GetRequiredService<EntityBook>());
        var list = await db.Set<EntityList>().SingleAsync();
        foreach (var (water, phone) in ((string, string)[])[("night", "1"), ("never", "2")])
            await book.Say(list, new("services", Id, "/data", false, true, null, new Dictionary<string, string> { ["open"] = water, ["phone"] = phone }, 1, null, null), new(Ids.New(), false, []), CancellationToken.None);
        return (app, $"/en/entities/{list.Id}", $"/en/entities/{list.Id}/{(await db.Set<Entity>().SingleAsync()).Id}");
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Both_sides_are_shown_and_what_is_ticked_comes_to_count(string provider)
    {
        var (app, list, entity) = await Start(provider);
        await using var _ = app;
        var analyst = await app.Browser((Roles.Analyst, "TO"));
        Assert.NotNull((await analyst.Open("/en/assess")).QuerySelector("a[href='/en/entities']"));
        Assert.NotNull((await analyst.Open("/en/entities")).QuerySelector($"a[href='{list}']"));
        Assert.Contains("One contradiction", (await analyst.Open(list)).QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        var page = await analyst.Open(entity);
        var rows = page.QuerySelectorAll("form tbody tr").Select(r => string.Join('|', r.QuerySelectorAll("th, td").Take(3).Select(c => c.TextContent.Trim())));
        Assert.Equal(["open|night|never", "phone|1|2"], rows);
        await analyst.Submit(entity, "Decide", ("choice", "ticked"));
        Assert.Equal(HttpStatusCode.Conflict, analyst.Status);
        page = await analyst.Submit(entity, "Decide", ("take", "phone"), ("choice", "ticked"));
        Assert.Equal(HttpStatusCode.OK, analyst.Status);
        Assert.Empty(page.QuerySelectorAll("form[action*=Decide]"));
        Assert.Equal(["open|night", "phone|2"], page.QuerySelectorAll("dl.facts > div").Select(d => $"{d.QuerySelector("dt")!.TextContent}|{d.QuerySelector("dd")!.TextContent.Trim()}"));
        page = await analyst.Submit(entity, "Delete");
        Assert.Contains("Deleted", page.QuerySelector("header.page-head")!.TextContent, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task A_decision_about_other_values_than_were_shown_is_refused(string provider)
    {
        var (app, _, entity) = await Start(provider);
        await using var running = app;
        var analyst = await app.Browser((Roles.Analyst, "TO"));
        await analyst.Submit(entity, "Decide", ("revision", "1"), ("choice", "take"));
        Assert.Equal(HttpStatusCode.Conflict, analyst.Status);
        await using var scope = app.System();
        Assert.Single(await scope.ServiceProvider.GetRequiredService<VakaDb>().Set<EntityVersion>().Where(v => v.State == EntityVersionState.Open).ToListAsync());
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Nobody_else_sees_a_list_or_an_entity(string provider)
    {
        var (app, list, entity) = await Start(provider);
        await using var _ = app;
        foreach (var (browser, status) in new[] { (await app.Browser((Roles.Analyst, "FJ")), HttpStatusCode.NotFound), (await app.Browser((Roles.Trainer, "TO")), HttpStatusCode.Forbidden) })
            foreach (var address in new[] { list, entity })
            {
                await browser.Open(address);
                Assert.Equal(status, browser.Status);
            }
        Assert.DoesNotContain(list, await (await app.Browser((Roles.Analyst, "FJ"))).Text("/en/entities"), StringComparison.Ordinal);
    }
}
