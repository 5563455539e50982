using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Vaka.Assessment.Findings;
using Vaka.Evidence.Chain;
using Vaka.Kernel.Chain;
using Vaka.Kernel.Data;
using Vaka.Kernel.Ownership;
using Vaka.Kernel.Permissions;
using Vaka.Kernel.Words;

namespace Vaka.Product.Tests.Evidence;

/// <summary>The chain as it is walked, shown, confirmed and published.</summary>
public sealed class ChainTests(Databases databases)
{
    public static TheoryData<string> Providers => Databases.Providers;

    internal static ChainVersion Version(string kind, Guid item, int version, string owner, Audience audience, string title, bool latest = true) => new()
    {
        Kind = kind, ItemId = item, Version = version, IsLatest = latest, Key = title.ToLowerInvariant().Replace(' ', '-'), Owner = owner, Audience = audience,
        Title = LocalText.Of(title, null), Path = $"/{kind}s/{item}",
    };

    internal static ChainEdge Edge(ChainVersion from, ChainVersion to) => new()
    {
        FromKind = from.Kind, FromItem = from.ItemId, FromVersion = from.Version, FromOwner = from.Owner, ToKind = to.Kind, ToItem = to.ItemId, ToVersion = to.Version,
        Type = EdgeTypes.Between(from.Kind, to.Kind) ?? "shows", Owner = to.Owner, Audience = to.Audience,
    };

    internal static async Task Add(TestApp app, params object[] rows)
    {
        await using var scope = app.System();
        var db = scope.ServiceProvider.GetRequiredService<VakaDb>();
        db.AddRange(rows);
        await db.SaveChangesAsync();
    }

    // finding@1 → need@1, and then finding@2.
    private static async Task<(ChainVersion Finding1, ChainVersion Finding2, ChainVersion Need)> Stale(TestApp app)
    {
        var (finding, need) = (Ids.New(), Ids.New());
        var (f1, f2) = (Version(Kinds.Finding, finding, 1, "FJ", Audience.Public, "First finding", false), Version(Kinds.Finding, finding, 2, "FJ", Audience.Public, "Second finding"));
        var n = Version(Kinds.Need, need, 1, "FJ", Audience.Public, "A need");
        await Add(app, f1, f2, n, Edge(f1, n));
        return (f1, f2, n);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task What_followed_from_an_older_version_is_shown_with_its_words_mark_and_arrow(string provider)
    {
        await using var app = await TestApp.Start(databases, provider);
        var (_, f2, need) = await Stale(app);
        var browser = await app.Browser();
        var page = await browser.Open($"/en/chain/finding/{f2.ItemId}");
        var line = Assert.Single(page.QuerySelectorAll("section[aria-labelledby=follows] ol.chain > li"));
        Assert.Equal("A need", line.QuerySelector("a")!.TextContent.Trim());
        Assert.NotEmpty(line.QuerySelector(".chain-edge")!.TextContent.Trim());
        Assert.Contains("stale", line.ClassName!, StringComparison.Ordinal);
        Assert.Single(page.QuerySelectorAll("svg path.edge.stale"));
        Assert.Empty(page.QuerySelectorAll("svg a"));
        var csv = await browser.Text($"/chain/finding/{f2.ItemId}?format=csv");
        Assert.Contains($"{f2.Ref},", csv, StringComparison.Ordinal);
        Assert.Contains(need.Ref.ToString(), csv, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task A_stale_edge_is_marked_until_its_owner_confirms_it(string provider)
    {
        await using var app = await TestApp.Start(databases, provider);
        var (f1, f2, need) = await Stale(app);
        var (address, analyst, other) = ($"/en/chain/need/{need.ItemId}", await app.Browser((Roles.Analyst, "FJ")), await app.Browser((Roles.Analyst, "TO")));
        async Task<int> StaleLines(TestBrowser browser, string at) => (await browser.Open(at)).QuerySelectorAll("ol.chain > li.stale").Length;

        Assert.Equal(1, await StaleLines(other, address));
        Assert.Empty((await other.Open(address)).QuerySelectorAll("form[action*=Confirm]"));
        var confirmed = await analyst.Submit(address, "Confirm");
        Assert.True(analyst.Status == HttpStatusCode.OK, $"{analyst.Status} {analyst.Address} {confirmed.Body!.TextContent}");
        var line = Assert.Single((await analyst.Open(address)).QuerySelectorAll("section[aria-labelledby=why] ol.chain > li"));
        Assert.Contains("Second finding", line.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await StaleLines(analyst, address));
        Assert.Equal(0, await StaleLines(analyst, $"/en/chain/finding/{f2.ItemId}"));

        await using var scope = app.System();
        var edges = await scope.ServiceProvider.GetRequiredService<VakaDb>().Set<ChainEdge>().OrderBy(e => e.FromVersion).ToListAsync();
        Assert.Equal([f1.Ref, f2.Ref], edges.Select(e => e.From));
        Assert.All(edges, e => Assert.Equal(need.Ref, e.To));
        Assert.False(Assert.Single(await scope.ServiceProvider.GetRequiredService<IChain>().Before(Kinds.Need, need.ItemId)).IsStale);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task A_walk_is_the_closure_of_the_edges(string provider)
    {
        await using var app = await TestApp.Start(databases, provider);
        for (var seed = 1; seed <= 6; seed++)
        {
            // Rows with up to three versions and any edges between them, cycles too.
            var random = new Random(seed);
            var rows = Enumerable.Range(0, 14).Select(i =>
            {
                var (id, count) = (Ids.New(), random.Next(1, 4));
                return Enumerable.Range(1, count).Select(v => Version(Kinds.Result, id, v, "FJ", Audience.Public, $"Row {i}", v == count)).ToList();
            }).ToList();
            var all = rows.SelectMany(r => r).ToList();
            var edges = Enumerable.Range(0, 30).Select(_ => (From: all[random.Next(all.Count)], To: all[random.Next(all.Count)]))
                .Where(e => e.From.ItemId != e.To.ItemId).Select(e => Edge(e.From, e.To)).ToList();
            await Add(app, [.. all, .. edges]);
            await using var scope = app.System();
            var walks = scope.ServiceProvider.GetRequiredService<ChainWalk>();
            foreach (var start in all)
            {
                var walk = (await walks.From(start.Kind, start.ItemId, start.Version, TestContext.Current.CancellationToken))!;
                var standing = edges.Where(e => !edges.Exists(o => o.FromItem == e.FromItem && o.To == e.To && o.FromVersion > e.FromVersion)).ToList();
                Assert.Equal(Before(start, standing), walk.Nodes.Where(n => n.Distance < 0).Select(n => n.Ref).ToHashSet());
                Assert.Equal(After(start, standing, all), walk.Nodes.Where(n => n.Distance > 0).Select(n => n.Ref).ToHashSet());
                Assert.Equal(walk.Nodes.Count, walk.Nodes.Select(n => (n.Ref, Math.Sign(n.Distance))).Distinct().Count());
                Assert.All(walk.Edges, e => Assert.True(walk.Nodes.Contains(e.From) && walk.Nodes.Contains(e.To)));
                Assert.All(walk.Nodes.Where(n => n.Distance < 0), n => Assert.Contains(walk.Edges, e => e.From == n));
                Assert.All(walk.Nodes.Where(n => n.Distance > 0), n => Assert.Contains(walk.Edges, e => e.To == n));
            }
        }
    }

    // Adds until nothing more is added.
    private static HashSet<Ref> Before(ChainVersion start, List<ChainEdge> edges)
    {
        var found = new HashSet<Ref> { start.Ref };
        while (edges.Exists(e => found.Contains(e.To) && found.Add(e.From))) { }
        found.Remove(start.Ref);
        return found;
    }

    private static HashSet<Ref> After(ChainVersion start, List<ChainEdge> edges, List<ChainVersion> all)
    {
        var latest = all.Where(v => v.IsLatest).Select(v => v.Ref).ToHashSet();
        var rows = new HashSet<Guid> { start.ItemId };
        while (edges.Exists(e => latest.Contains(e.To) && rows.Contains(e.FromItem) && rows.Add(e.ToItem))) { }
        return latest.Where(r => r.Id != start.ItemId && rows.Contains(r.Id)).ToHashSet();
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task No_title_of_an_unseen_row_is_told(string provider)
    {
        await using var app = await TestApp.Start(databases, provider);
        var secret = Version(Kinds.Finding, Ids.New(), 1, "TO", Audience.OwnerOnly, "Kept secret");
        var need = Version(Kinds.Need, Ids.New(), 1, "FJ", Audience.Public, "A need");
        var hidden = Version(Kinds.Rating, Ids.New(), 1, "TO", Audience.OwnerOnly, "Hidden rating");
        var (first, second) = (Edge(secret, need), Edge(need, hidden));
        second.TakeAudience(hidden);
        await Add(app, secret, need, hidden, first, second);
        foreach (var browser in new[] { await app.Browser(), await app.Browser((Roles.Analyst, "FJ")) })
            foreach (var address in new[] { $"/en/chain/need/{need.ItemId}", $"/fr/chain/need/{need.ItemId}", $"/chain/need/{need.ItemId}?format=json", $"/chain/need/{need.ItemId}?format=csv" })
            {
                var text = await browser.Text(address);
                Assert.Equal(HttpStatusCode.OK, browser.Status);
                Assert.DoesNotContain("secret", text, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain("Hidden rating", text, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain("hidden-rating", text, StringComparison.OrdinalIgnoreCase);
            }
        var analyst = await app.Browser((Roles.Analyst, "FJ"));
        Assert.Equal(2, (await analyst.Open($"/en/chain/need/{need.ItemId}")).QuerySelectorAll("ol.chain > li em").Length);
        await analyst.Open($"/en/chain/finding/{secret.ItemId}");
        Assert.Equal(HttpStatusCode.NotFound, analyst.Status);
        Assert.Contains("Kept secret", await (await app.Browser((Roles.Analyst, "TO"))).Text($"/en/chain/need/{need.ItemId}"), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task A_form_follows_only_from_what_its_viewer_sees_and_keeps_what_they_do_not_see(string provider)
    {
        await using var app = await TestApp.Start(databases, provider);
        var seen = Version(Kinds.Document, Ids.New(), 1, "FJ", Audience.OwnerOnly, "Seen");
        var kept = Version(Kinds.Document, Ids.New(), 1, "TO", Audience.OwnerOnly, "Kept");
        var foreign = Version(Kinds.Document, Ids.New(), 1, "TO", Audience.OwnerOnly, "Foreign");
        var need = Version(Kinds.Need, Ids.New(), 1, "FJ", Audience.Public, "A need");
        await Add(app, seen, kept, foreign, need);
        var analyst = await app.Browser((Roles.Analyst, "FJ"));
        await analyst.Submit("/en/findings/new", "Publish", ("Form.Key", "f-1"), ("Form.Title[en]", "A finding"), ("Form.Strength", "Weak"),
            ("Form.Because", seen.Ref.ToString()), ("Form.Because", foreign.Ref.ToString()), ("Form.Because", need.Ref.ToString()),
            ("Form.Because", $"document/{seen.ItemId}@7"), ("Form.Because", $"document/{Ids.New()}@1"), ("Form.Because", $"nonsense/{seen.ItemId}@1"), ("Form.Because", "no reference"));
        Assert.Equal(HttpStatusCode.OK, analyst.Status);
        var edit = analyst.Address + "/edit";
        Assert.Equal([seen.Ref], await Beginnings(app, 1));

        ChainVersion published;
        await using (var scope = app.System()) published = await scope.ServiceProvider.GetRequiredService<VakaDb>().Set<ChainVersion>().SingleAsync(v => v.Kind == Kinds.Finding);
        var edge = Edge(kept, published);
        edge.TakeAudience(published);
        await Add(app, edge);
        // Taking the seen one away leaves the one that cannot be seen, and its owner still sees that something is there.
        await analyst.Submit(edit, "Publish", ("Form.Title[en]", "Changed"), ("Form.Because", "none"));
        Assert.Equal(HttpStatusCode.OK, analyst.Status);
        Assert.Equal([kept.Ref], await Beginnings(app, 2));
        Assert.Single((await (await app.Browser((Roles.Analyst, "TO"))).Open($"/en/chain/document/{kept.ItemId}")).QuerySelectorAll("section[aria-labelledby=follows] ol.chain > li em"));
    }

    private static async Task<Ref[]> Beginnings(TestApp app, int version)
    {
        await using var scope = app.System();
        return [.. (await scope.ServiceProvider.GetRequiredService<VakaDb>().Set<ChainEdge>().Where(e => e.ToKind == Kinds.Finding && e.ToVersion == version).ToListAsync()).Select(e => e.From)];
    }

    /// <summary>With the query filters switched off PostgreSQL itself returns no foreign version; and this check notices when the policy is gone.</summary>
    [Fact]
    public async Task Row_level_security_holds_for_versions_without_the_filters()
    {
        await using var app = await TestApp.Start(databases, Databases.Postgres);
        await Add(app, Version(Kinds.Finding, Ids.New(), 1, "FJ", Audience.OwnerOnly, "own"), Version(Kinds.Finding, Ids.New(), 1, "FJ", Audience.Public, "public"));
        string connection;
        await using (var system = app.System()) connection = system.ServiceProvider.GetRequiredService<VakaDb>().Database.GetConnectionString()!;
        async Task<string[]> Unfiltered(Viewer viewer)
        {
            await using var scope = app.As(viewer);
            return [.. (await scope.ServiceProvider.GetRequiredService<VakaDb>().Set<ChainVersion>().IgnoreQueryFilters().Select(v => v.Key).ToListAsync()).Order(StringComparer.Ordinal)];
        }
        var tonga = Viewer.Person(Ids.New(), "somebody", [new Standing(Roles.Analyst, "TO", null, new HashSet<string>())], ["PACIFIC"]);
        Assert.Equal(["public"], await Unfiltered(Viewer.Public));
        Assert.Equal(["public"], await Unfiltered(tonga));
        Assert.Equal(["own", "public"], await Unfiltered(Viewer.Person(Ids.New(), "somebody", [new Standing(Roles.Analyst, "FJ", null, new HashSet<string>())], ["PACIFIC"])));

        await using var owner = NpgsqlDataSource.Create(connection);
        await using (var drop = owner.CreateCommand("drop policy vaka_read on evidence.versions; create policy open on evidence.versions for select using (true)")) await drop.ExecuteNonQueryAsync();
        Assert.Equal(["own", "public"], await Unfiltered(tonga));
    }
}
