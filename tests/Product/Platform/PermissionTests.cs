using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vaka.App;
using Vaka.Kernel.Audit;
using Vaka.Kernel.Data;
using Vaka.Kernel.Permissions;

namespace Vaka.Product.Tests.Platform;

/// <summary>
/// Who may do what, against a matrix written by hand (<c>permissions.csv</c>): every page handler and endpoint is found by reflection, must
/// declare something, and is called as each role; and every address with an id is tried with the id of a row that belongs to somebody else.
/// </summary>
public sealed class PermissionTests(Databases databases)
{
    private static readonly string[] RolesAndPublic = [Roles.Public, .. Roles.Grantable];

    /// <summary>A page handler or endpoint: its address with <c>{…}</c>, method and declaration.</summary>
    private sealed record Door(string Address, string Method, string? Handler, Declaration? Declared)
    {
        public bool HasId => Address.Contains('{', StringComparison.Ordinal);
    }

    private static Dictionary<string, HashSet<string>> Matrix()
    {
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Platform", "permissions.csv")).Where(l => l.Length > 0).Select(l => l.Split(',')).ToList();
        var roles = lines[0][1..];
        Assert.Equal(Roles.Grantable.Order(StringComparer.Ordinal), roles.Order(StringComparer.Ordinal));
        return lines.Skip(1).ToDictionary(l => l[0], l => roles.Where((_, i) => l[i + 1].Trim() == "x").ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Permissions_and_roles_are_as_the_matrix_says()
    {
        await using var app = await TestApp.Start(databases, Databases.Sqlite);
        var declared = app.Services.GetRequiredService<PermissionMatrix>().All.ToDictionary(p => p.Name, p => p.Roles.ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
        var expected = Matrix();
        static IEnumerable<string> Lines(Dictionary<string, HashSet<string>> m) => m.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key}: {string.Join(' ', p.Value.Order(StringComparer.Ordinal))}");
        Assert.Equal(Lines(expected), Lines(declared));
    }

    [Fact]
    public async Task Every_door_declares_something_that_exists()
    {
        await using var app = await TestApp.Start(databases, Databases.Sqlite);
        var known = app.Services.GetRequiredService<PermissionMatrix>().All.Select(p => p.Name).ToHashSet(StringComparer.Ordinal);
        var doors = await Doors(app);
        Assert.NotEmpty(doors);
        Assert.Empty(doors.Where(d => d.Declared is null || (d.Declared.Permission is { } p && !known.Contains(p))).Select(d => $"{d.Method} {d.Address} {d.Handler}"));
        Assert.Empty(known.Except(doors.Select(d => d.Declared?.Permission).OfType<string>()).Except(["assessment.answers.read-rows", "assessment.submission.read", "capacity.observation.read", "law.norm.write"]));
    }

    [Fact, Trait("speed", "slow")]
    public async Task Each_role_passes_the_doors_that_the_matrix_opens_and_no_other()
    {
        await using var app = await TestApp.Start(databases, Databases.Sqlite);
        var matrix = Matrix();
        var doors = await Doors(app);
        var wrong = new List<string>();
        foreach (var role in RolesAndPublic)
        {
            var browser = role == Roles.Public ? await app.Browser() : await app.Browser((role, "JM"));
            var token = await Token(browser, role);
            foreach (var door in doors)
            {
                // A device's token or secret opens these, and no role does.
                var open = !door.Address.StartsWith("/key/{token}/", StringComparison.Ordinal) && !door.Address.StartsWith("/openrosa/", StringComparison.Ordinal) && (door.Declared!.IsPublic || (role != Roles.Public && (door.Declared.NeedsSignIn || matrix[door.Declared.Permission!].Contains(role))));
                var passed = await Passes(browser, door, Fill(door.Address), token);
                if (passed != open) wrong.Add($"{role} {door.Method} {door.Address} {door.Handler}: {(passed ? "passes" : "is refused")} with {(int)browser.Status} at {browser.Address}");
            }
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Theory, MemberData(nameof(Databases.Providers), MemberType = typeof(Databases)), Trait("speed", "slow")]
    public async Task A_foreign_id_opens_nothing_and_changes_nothing(string provider)
    {
        await using var app = await TestApp.Start(databases, provider);
        await Motu.Import(app.Services);
        await using var system = app.System();
        var db = system.ServiceProvider.GetRequiredService<VakaDb>();
        var rows = await Rows(db);
        var before = await db.Set<AuditEntry>().CountAsync(a => a.Owner == "XM");
        var doors = (await Doors(app)).Where(d => d.HasId && d.Declared is { IsPublic: false, NeedsSignIn: false }).ToList();
        var wrong = new List<string>();
        foreach (var role in Roles.Grantable)
        {
            var browser = await app.Browser((role, "JM"));
            var token = await Token(browser, role);
            foreach (var door in doors)
                foreach (var address in rows.Select(r => Address(door.Address, r)).OfType<string>().DistinctBy(a => a).Take(3))
                {
                    await Passes(browser, door, address, token);
                    if ((int)browser.Status is not (403 or 404 or 409 or 422) && !browser.Address.Contains("sign-in", StringComparison.Ordinal)) wrong.Add($"{role} {door.Method} {address} {door.Handler}: {(int)browser.Status}");
                }
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.Equal(before, await db.Set<AuditEntry>().CountAsync(a => a.Owner == "XM"));
    }

    private static async Task<List<Door>> Doors(TestApp app)
    {
        var doors = new List<Door>();
        var loader = app.Services.GetRequiredService<PageLoader>();
        foreach (var page in app.Services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items.OfType<PageActionDescriptor>())
        {
            var compiled = await loader.LoadAsync(page, EndpointMetadataCollection.Empty);
            var address = "/" + page.AttributeRouteInfo!.Template!.Replace("{language:language}", "en", StringComparison.Ordinal);
            var type = compiled.HandlerTypeInfo;
            if (compiled.HandlerMethods.All(h => h.HttpMethod != "Get")) doors.Add(new(address, "GET", null, Declaration.Of(type, null, "Get")));
            doors.AddRange(compiled.HandlerMethods.Select(h => new Door(address, h.HttpMethod.ToUpperInvariant(), h.Name, Declaration.Of(type, h.MethodInfo, h.HttpMethod))));
        }
        foreach (var endpoint in app.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is null && !PermissionGate.IsFile(e)))
        {
            var methods = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"];
            doors.AddRange(methods.Where(m => m != "HEAD").Select(m => new Door("/" + endpoint.RoutePattern.RawText!.TrimStart('/'), m, null, endpoint.Metadata.GetMetadata<Declaration>())));
        }
        return doors;
    }

    private static async Task<string> Token(TestBrowser browser, string role) =>
        (await browser.Open(role == Roles.Public ? "/en/account/sign-in" : "/en/findings")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

    // Refused: 403, or sent to sign in. Anything else (200, 404 for an unknown id, 422 for an empty form) means that the door opened.
    private static async Task<bool> Passes(TestBrowser browser, Door door, string address, string token)
    {
        if (door.Handler is not null) address += (address.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "handler=" + door.Handler;
        var request = new HttpRequestMessage(new HttpMethod(door.Method), address);
        if (door.Method == "POST") request.Content = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token)]);
        // Signing out would end the visit before the remaining doors were tried.
        if (door.Address.Contains("sign-out", StringComparison.Ordinal) && door.Method == "POST") return door.Declared!.IsPublic || browser.SignedIn;
        await browser.Send(request);
        if ((int)browser.Status >= 500) Assert.Fail($"{door.Method} {address}: {(int)browser.Status}");
        return browser.Status is not (HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized)
            && (!browser.Address.Contains("/account/sign-in", StringComparison.Ordinal) || door.Address.Contains("sign-in", StringComparison.Ordinal) || door.Declared!.IsPublic);
    }

    private static string Fill(string address) => Route().Replace(address, m => m.Value.Contains("guid", StringComparison.Ordinal) ? Guid.Empty.ToString() : m.Value.Contains("int", StringComparison.Ordinal) ? "404" : "nothing");

    private static System.Text.RegularExpressions.Regex Route() => new(@"\{[^}]+\}");

    // Kind, key and id of every row of the chain, and ids of the others.
    private static async Task<List<(string Kind, string Key, Guid Id, string Path)>> Rows(VakaDb db)
    {
        var rows = new List<(string, string, Guid, string)>();
        foreach (var type in db.Model.GetEntityTypes().Select(e => e.ClrType).Where(t => typeof(Row).IsAssignableFrom(t)))
        {
            var all = (IEnumerable<Row>)await (Task<List<Row>>)typeof(PermissionTests).GetMethod(nameof(All), System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.NonPublic)!.MakeGenericMethod(type).Invoke(null, [db])!;
            rows.AddRange(all.Where(r => r.Owner == "XM").Select(r => r is Vaka.Kernel.Chain.ChainRow c ? (c.Kind, c.Key, c.Id, c.Path) : (AuditedKind(r), "", r.Id, "")));
        }
        return rows;
    }

    private static string AuditedKind(Row row) => row.GetType().Name;

    private static async Task<List<Row>> All<T>(VakaDb db) where T : Row => [.. await db.Set<T>().AsNoTracking().Take(40).ToListAsync()];

    // The door's address for a row: its own page's address is the beginning of the door's.
    private static string? Address(string template, (string Kind, string Key, Guid Id, string Path) row)
    {
        if (row.Path.Length == 0) return null;
        var parts = template.Split('/').Skip(2).ToArray();
        var own = row.Path.Trim('/').Split('/');
        if (parts.Length < own.Length || parts[0] != own[0]) return null;
        for (var i = 0; i < own.Length; i++)
            if (parts[i] != own[i] && !parts[i].StartsWith('{')) return null;
        return "/en/" + string.Join('/', own.Concat(parts.Skip(own.Length).Select(p => Fill(p))));
    }
}
