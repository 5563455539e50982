using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vaka.Assessment.Findings;
using Vaka.Evidence.Board;
using Vaka.Evidence.Chain;
using Vaka.Kernel.Chain;
using Vaka.Kernel.Data;
using Vaka.Kernel.Operations;
using Vaka.Kernel.Ownership;
using Vaka.Kernel.Permissions;
using Vaka.Kernel.Words;
using static Vaka.Product.Tests.Evidence.ChainTests;

namespace Vaka.Product.Tests.Evidence;

/// <summary>What the chain tells of rows that are not shared, and to whom; the PostgreSQL half runs as the runtime role.</summary>
public sealed class DisclosureTests(Databases databases)
{
    private const string Write = "assessment.finding.write";

    public static TheoryData<string> Providers => Databases.Providers;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static Viewer Person(params string[] owners) =>
        Viewer.Person(Ids.New(), "somebody", [.. owners.Select(o => new Standing(Roles.Analyst, o, null, new HashSet<string> { Write }))], owners.Contains("JM") ? [] : ["PACIFIC"]);

    private static async Task<int> Walked(TestApp app, Viewer viewer, ChainVersion start)
    {
        await using var scope = app.As(viewer);
        return (await scope.ServiceProvider.GetRequiredService<ChainWalk>().From(start.Kind, start.ItemId, null, Ct))!.Edges.Count;
    }

    private static async Task<int> Raw(TestApp app, Viewer viewer)
    {
        await using var scope = app.As(viewer);
        return await scope.ServiceProvider.GetRequiredService<VakaDb>().Set<ChainEdge>().IgnoreQueryFilters().CountAsync(Ct);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task An_edge_between_owners_is_told_to_both_and_to_whoever_sees_both_ends(string provider)
    {
        await using var app = await TestApp.Start(databases, provider);
        var secret = Version(Kinds.Finding, Ids.New(), 1, "TO", Audience.OwnerOnly, "Kept secret");
        var need = Version(Kinds.Need, Ids.New(), 1, "FJ", Audience.Public, "A need");
        var edge = Edge(secret, need);
        edge.TakeAudience(need);
        await Add(app, secret, need, edge);
        foreach (var (viewer, edges) in new[] { (Viewer.Public, 0), (Person("VU"), 0), (Person("FJ"), 1), (Person("TO"), 1), (Viewer.System("test"), 1) })
        {
            Assert.Equal(edges, await Walked(app, viewer, need));
            // The database itself gives it to nobody else either, with the filters switched off.
            if (provider == Databases.Postgres) Assert.Equal(edges, await Raw(app, viewer));
        }
        foreach (var format in (string[])["html", "json", "csv"])
        {
            var text = await (await app.Browser()).Text($"/{(format == "html" ? "en/" : "")}chain/need/{need.ItemId}?format={format}");
            // The table of edges names no row when there is none.
            if (format != "csv") Assert.Contains("A need", text, StringComparison.Ordinal);
            Assert.DoesNotContain("has not shared", text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("\"shared\": false", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Kept secret", text, StringComparison.Ordinal);
            Assert.DoesNotContain(secret.ItemId.ToString(), text, StringComparison.Ordinal);
        }

        // Once its owner shares the beginning, everybody sees the edge: nothing has to be made anew.
        await using (var scope = app.System())
        {
            var db = scope.ServiceProvider.GetRequiredService<VakaDb>();
            (await db.Set<ChainVersion>().SingleAsync(v => v.ItemId == secret.ItemId, Ct)).Audience = Audience.Public;
            await db.SaveChangesAsync(Ct);
        }
        Assert.Equal(1, await Walked(app, Viewer.Public, need));
        if (provider == Databases.Postgres) Assert.Equal(1, await Raw(app, Viewer.Public));
    }

    /// <summary>Fiji's analyst cannot read the beginning that Tonga keeps; sharing and publishing anew still leave Tonga its edge.</summary>
    [Theory, MemberData(nameof(Providers))]
    public async Task Sharing_keeps_the_owner_of_an_unseen_beginning_told(string provider)
    {
        await using var app = await TestApp.Start(databases, provider);
        var kept = Version(Kinds.Document, Ids.New(), 1, "TO", Audience.OwnerOnly, "Kept");
        var finding = new Finding { Owner = "FJ", Key = "f", Title = LocalText.Of("A finding", null) };
        await Add(app, kept);
        await using (var scope = app.System())
        {
            var db = scope.ServiceProvider.GetRequiredService<VakaDb>();
            db.Add(finding);
            await scope.ServiceProvider.GetRequiredService<IChain>().Publish(finding, [kept.Ref], Ct);
            await db.SaveChangesAsync(Ct);
        }
        foreach (var audience in (Audience[])[Audience.Named, Audience.Region, Audience.Public, Audience.OwnerOnly])
        {
            await using (var scope = app.As(Person("FJ"), Write))
            {
                var (db, chain) = (scope.ServiceProvider.GetRequiredService<VakaDb>(), scope.ServiceProvider.GetRequiredService<IChain>());
                var row = await db.Set<Finding>().SingleAsync(Ct);
                Assert.Null(await scope.ServiceProvider.GetRequiredService<Sharing>().Share(row, audience, ["VU"], Ct));
                await chain.Share(row, Ct);
                if (audience == Audience.Public) await chain.Publish(row, null, Ct);
                await db.SaveChangesAsync(Ct);
            }
            await using var system = app.System();
            var edges = await system.ServiceProvider.GetRequiredService<VakaDb>().Set<ChainEdge>().ToListAsync(Ct);
            Assert.All(edges, e => Assert.Equal(("FJ", "TO", kept.Ref), (e.Owner, e.FromOwner, e.From)));
            await using var tonga = app.As(Person("TO"));
            Assert.Equal(edges.Count, await tonga.ServiceProvider.GetRequiredService<VakaDb>().Set<ChainEdge>().CountAsync(Ct));
            await using var vanuatu = app.As(Person("VU"));
            var walk = await vanuatu.ServiceProvider.GetRequiredService<ChainWalk>().From(Kinds.Finding, finding.Id, null, Ct);
            Assert.Equal(audience == Audience.OwnerOnly, walk is null);
            Assert.Empty(walk?.Edges ?? []);
        }
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task The_owner_of_a_beginning_outside_the_region_is_told_too(string provider)
    {
        await using var app = await TestApp.Start(databases, provider);
        var beginning = Version(Kinds.Finding, Ids.New(), 1, "JM", Audience.Public, "From elsewhere");
        var need = Version(Kinds.Need, Ids.New(), 1, "FJ", Audience.Region, "For the region");
        need.SharedWith = Codes.Join(["PACIFIC"]);
        var edge = Edge(beginning, need);
        edge.TakeAudience(need);
        await Add(app, beginning, need, edge);
        Assert.Equal((Audience.Region, "|JM|PACIFIC|"), (edge.Audience, edge.SharedWith));
        foreach (var (viewer, edges) in new[] { (Viewer.Public, 0), (Person("JM"), 1), (Person("VU"), 1), (Person("FJ"), 1) })
            Assert.Equal(edges, await Walked(app, viewer, beginning));
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Not_even_the_existence_of_a_draft_is_told_outside_its_team(string provider)
    {
        await using var app = await TestApp.Start(databases, provider);
        var drafter = Person("FJ");
        var draft = Version(Kinds.Amendment, Ids.New(), 1, "FJ", Audience.Public, "A draft");
        (draft.Released, draft.Team) = (false, Codes.Join([drafter.UserId.ToString()!]));
        var decision = Version(Kinds.Decision, Ids.New(), 1, "FJ", Audience.Public, "A decision");
        await Add(app, draft, decision, Edge(draft, decision));
        Assert.Equal(1, await Walked(app, drafter, decision));
        foreach (var viewer in new[] { Viewer.Public, Person("FJ"), Person("TO") }) Assert.Equal(0, await Walked(app, viewer, decision));
        await using var scope = app.As(Person("FJ"));
        var walks = scope.ServiceProvider.GetRequiredService<ChainWalk>();
        Assert.Null(await walks.From(Kinds.Amendment, draft.ItemId, null, Ct));
        Assert.Null(await walks.From(Kinds.Amendment, draft.ItemId, 1, Ct));
    }

    /// <summary>f@1 → need@1 → rating@1; then need@2 from f@1, and f@2.</summary>
    [Theory, MemberData(nameof(Providers))]
    public async Task Stale_edges_of_older_versions_are_walked_and_confirming_clears_each(string provider)
    {
        await using var app = await TestApp.Start(databases, provider);
        var (f, n, r) = (Ids.New(), Ids.New(), Ids.New());
        var (f1, f2) = (Version(Kinds.Finding, f, 1, "FJ", Audience.Public, "Finding", false), Version(Kinds.Finding, f, 2, "FJ", Audience.Public, "Finding"));
        var (n1, n2) = (Version(Kinds.Need, n, 1, "FJ", Audience.Public, "Need", false), Version(Kinds.Need, n, 2, "FJ", Audience.Public, "Need"));
        var rating = Version(Kinds.Rating, r, 1, "FJ", Audience.Public, "Rating");
        await Add(app, f1, f2, n1, n2, rating, Edge(f1, n1), Edge(n1, rating), Edge(f1, n2));
        foreach (var start in new[] { f1, f2 })
        {
            await using var scope = app.As(Viewer.Public);
            var walk = (await scope.ServiceProvider.GetRequiredService<ChainWalk>().From(Kinds.Finding, f, start.Version, Ct))!;
            Assert.Equal([$"{start.Ref}>{n2.Ref} True", $"{n2.Ref}>{rating.Ref} True"], walk.Edges.Select(e => $"{e.From.Ref}>{e.To.Ref} {e.IsStale}"));
        }

        var analyst = await app.Browser((Roles.Analyst, "FJ"));
        async Task<(int Stale, int Lines)> At(string address)
        {
            var lines = (await analyst.Open(address)).QuerySelectorAll("ol.chain > li");
            return (lines.Count(l => l.ClassList.Contains("stale")), lines.Length);
        }
        Assert.Equal((2, 2), await At($"/en/chain/finding/{f}"));
        await analyst.Submit($"/en/chain/need/{n}", "Confirm");
        Assert.Equal(HttpStatusCode.OK, analyst.Status);
        Assert.Equal((1, 2), await At($"/en/chain/finding/{f}"));
        await analyst.Submit($"/en/chain/rating/{r}", "Confirm");
        Assert.Equal((0, 2), await At($"/en/chain/finding/{f}"));
        Assert.Equal((0, 2), await At($"/en/chain/rating/{r}"));
        Assert.Equal((0, 2), await At($"/en/chain/need/{n}"));
        var edges = JsonDocument.Parse(await analyst.Text($"/chain/rating/{r}?format=json")).RootElement.GetProperty("edges");
        Assert.Equal([(n2.Ref.ToString(), false), (f2.Ref.ToString(), false)], edges.EnumerateArray().Select(e => (e.GetProperty("from").GetString()!, e.GetProperty("stale").GetBoolean())));
        await using var after = app.System();
        Assert.False(Assert.Single(await after.ServiceProvider.GetRequiredService<IChain>().Before(Kinds.Rating, r, Ct)).IsStale);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task The_board_keeps_invented_and_real_apart(string provider)
    {
        await using var app = await TestApp.Start(databases, provider);
        ChainVersion Themed(string owner, bool fictional, string title) => new()
        {
            Kind = Kinds.Finding, ItemId = Ids.New(), Version = 1, Key = title, Owner = owner, Audience = Audience.Public, Themes = "|shelter|", Fictional = fictional,
            Title = LocalText.Of(title, null), Path = $"/findings/{title}",
        };
        await Add(app, Themed("FJ", false, "real"), Themed("FJ", true, "invented"), Themed("PACIFIC", true, "example"), Themed("XM", true, "motu"), Themed("XM", false, "odd"));
        await using var scope = app.As(Viewer.Public);
        var board = scope.ServiceProvider.GetRequiredService<BoardCounts>();
        foreach (var (owner, rows) in new[] { ("FJ", "real"), ("PACIFIC", "real"), ("XM", "motu") })
        {
            Assert.Equal(1, (await board.Of(owner, Ct)).Single(l => l.Theme.Id == "shelter").Counts[Stage.Evidence]);
            Assert.Equal(rows, Assert.Single(await board.Cell(owner, "shelter", Stage.Evidence, Ct)).Key);
        }
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task The_doctor_sees_words_of_a_published_version_changed_by_hand(string provider)
    {
        await using var app = await TestApp.Start(databases, provider);
        var version = Version(Kinds.Finding, Ids.New(), 1, "FJ", Audience.Public, "As published");
        await Add(app, version);
        await using var scope = app.System();
        var db = scope.ServiceProvider.GetRequiredService<VakaDb>();
        async Task<string[]> Trail() => [.. (await Doctor.Examine(db, databases.Folder(), Ct)).Where(c => c.Name == "trail" && c.Problem is not null).Select(c => $"{c.Problem} {c.Arguments[0]} {c.Arguments[1]}")];
        Assert.Empty(await Trail());
        var (table, title) = (provider == Databases.Postgres ? "evidence.versions" : "evidence_versions", LocalText.Of("As forged", null).ToJson());
        Assert.Equal(1, await db.Database.ExecuteSqlRawAsync("update " + table + " set title = {0}", [title], Ct));
        Assert.Equal([$"doctor.behind-the-back chain-version {version.Id}"], await Trail());
    }
}
