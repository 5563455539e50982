using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vaka.Assessment;
using Vaka.Assessment.Collection;
using Vaka.Contracts.Assessment;
using Vaka.Kernel.Data;
using Vaka.Kernel.Importing;
using Vaka.Kernel.Ownership;

namespace Vaka.Product.Tests.Assessment.Collection;

/// <summary>Two devices work for weeks on the same households without a network. Whatever arrives, in whatever order: nothing is lost and no last writer wins.</summary>
public sealed class EntityTests(Databases databases)
{
    private const string One = "11111111-1111-4111-8111-111111111111", New = "22222222-2222-4222-8222-222222222222";

    private const string List = "{\"name\":\"households\",\"kind\":\"household\",\"title\":{\"en\":\"Households\",\"fr\":\"Ménages\"},\"properties\":[\"water\",\"size\"],\"entities\":[{\"id\":\"" + One + "\",\"label\":\"H-001\",\"water\":\"well, \\\"old\\\"\",\"size\":\"4\"}]}";

    private const string Form = """
        <h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml" xmlns:entities="http://www.opendatakit.org/xforms/entities"><h:head><h:title>Visit</h:title><model entities:entities-version="2024.1.0">
          <instance><data id="visit" version="1"><water/><size/><meta><instanceID/><entity dataset="households" id="" update="1" create="1" baseVersion="" trunkVersion="" branchId=""><label/></entity></meta></data></instance>
          <instance id="households" src="jr://file-csv/households.csv"/>
          <bind nodeset="/data/water" type="string" entities:saveto="water"/><bind nodeset="/data/size" type="int" entities:saveto="size"/></model></h:head>
          <h:body><input ref="/data/water"/><input ref="/data/size"/></h:body></h:html>
        """;

    public static TheoryData<string> Providers => Databases.Providers;

    private int _sent;

    private sealed record Said(string Id, string? Water = null, string? Size = null, string? Label = null, int? Base = null, int? Trunk = null, string? Branch = null, bool Create = false);

    private string Xml(Said s, string instance, string? replaces = null) => $"<data id=\"visit\" version=\"1\">{(s.Water is null ? "" : $"<water>{s.Water}</water>")}{(s.Size is null ? "" : $"<size>{s.Size}</size>")}<meta><instanceID>{instance}</instanceID>{(replaces is null ? "" : $"<deprecatedID>{replaces}</deprecatedID>")}"
        + $"<entity dataset=\"households\" id=\"{s.Id}\" {(s.Create ? "create=\"1\"" : $"update=\"1\" baseVersion=\"{s.Base}\"")} trunkVersion=\"{s.Trunk}\" branchId=\"{s.Branch}\"><label>{s.Label}</label></entity></meta></data>";

    private async Task<(TestApp App, TestBrowser Device, string Key)> Start(string provider)
    {
        var app = await TestApp.Start(databases, provider);
        await Import(app, "entity-list", "households.json", List);
        await Import(app, "form", "visit.xml", Form);
        await using var scope = app.System();
        return (app, await app.Browser(), "/key/" + await scope.ServiceProvider.GetRequiredService<ICollectDevices>().Add("TO", "Tablet 1"));
    }

    private async Task<ImportReport> Import(TestApp app, string kind, string name, string text, bool applies = true)
    {
        var file = Path.Combine(databases.Folder(), name);
        await File.WriteAllTextAsync(file, text);
        var report = await app.TryImport(kind, file, "TO");
        Assert.True(report.Applied == applies, string.Join('\n', report.Problems.Select(p => $"{p.Key} {string.Join(' ', p.Arguments)}")));
        return report;
    }

    private async Task<string> Send(TestApp app, TestBrowser device, string key, Said said, string? instance = null, string? replaces = null)
    {
        instance ??= $"uuid:{++_sent}";
        using var content = new MultipartFormDataContent { { new StringContent(Xml(said, instance, replaces), Encoding.UTF8, "text/xml"), "xml_submission_file", "submission.xml" } };
        Assert.Equal(HttpStatusCode.Created, (await device.Send(new(HttpMethod.Post, key + "/submission") { Content = content })).StatusCode);
        await app.DeliverEvents();
        return instance;
    }

    private static async Task<(Entity? Entity, List<EntityVersion> Versions, int Waiting)> State(TestApp app, string id)
    {
        await using var scope = app.System();
        var db = scope.ServiceProvider.GetRequiredService<VakaDb>();
        var entity = await db.Set<Entity>().AsNoTracking().FirstOrDefaultAsync(e => e.EntityId == id);
        return (entity, entity is null ? [] : await db.Set<EntityVersion>().AsNoTracking().Where(v => v.EntityRowId == entity.Id).OrderBy(v => v.Number).ToListAsync(), await db.Set<WaitingUpdate>().CountAsync(w => w.EntityId == id));
    }

    private static string Shown((Entity? Entity, List<EntityVersion> Versions, int Waiting) s) =>
        $"{s.Entity?.Label} v{s.Entity?.Version} {(s.Entity is null ? "" : string.Join(' ', EntityUpdates.Read(s.Entity.Data).Select(p => $"{p.Key}={p.Value}")))} | {string.Join(' ', s.Versions.Select(v => $"{v.Number}:{v.State}{(v.Conflict == EntityConflict.None ? "" : "/" + v.Conflict)}"))} | {s.Waiting}";

    private static Viewer Analyst => Viewer.Person(Ids.New(), "analyst", [new("analyst", "TO", null, new HashSet<string> { AssessmentPermissions.SubmissionRead, AssessmentPermissions.EntityResolve })], ["PACIFIC"]);

    private static async Task<string?> Decide(TestApp app, string id, int number, params string[] take)
    {
        var entity = (await State(app, id)).Entity!;
        await using var scope = app.As(Analyst, AssessmentPermissions.EntityResolve);
        return await scope.ServiceProvider.GetRequiredService<EntityDecision>().Decide(entity.Id, number, entity.Revision, take, CancellationToken.None);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Blank_clears_absent_is_not_touched_and_a_blank_label_is_ignored(string provider)
    {
        var (app, device, key) = await Start(provider);
        await using var _ = app;
        await Send(app, device, key, new(One, Water: "", Base: 1));
        Assert.Equal("H-001 v2 size=4 water= | 1:Counted 2:Counted | 0", Shown(await State(app, One)));
        var again = new Said(One, Size: "5", Label: "H-001 new", Base: 2);
        await Send(app, device, key, again, "uuid:again");
        await Send(app, device, key, again, "uuid:again");
        Assert.Equal("H-001 new v3 size=5 water= | 1:Counted 2:Counted 3:Counted | 0", Shown(await State(app, One)));
        // Nobody is told that a submission about a list that is not here, or an entity without a UUID, was refused: it is stored.
        await Send(app, device, key, new("not-a-uuid", Size: "1", Create: true));
        Assert.Null((await State(app, "not-a-uuid")).Entity);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Two_devices_offline_on_one_household_are_both_kept_until_a_person_decides(string provider)
    {
        var (app, device, key) = await Start(provider);
        await using var _ = app;
        // Tablet A made three updates in a row offline, tablet B two; both began from version 1.
        await Send(app, device, key, new(One, Water: "pipe", Base: 1, Trunk: 1, Branch: "a"));
        await Send(app, device, key, new(One, Size: "5", Base: 2, Trunk: 1, Branch: "a"));
        await Send(app, device, key, new(One, Size: "6", Base: 3, Trunk: 1, Branch: "a"));
        Assert.Equal("H-001 v4 size=6 water=pipe | 1:Counted 2:Counted 3:Counted 4:Counted | 0", Shown(await State(app, One)));
        await Send(app, device, key, new(One, Water: "rain", Base: 1, Trunk: 1, Branch: "b"));
        await Send(app, device, key, new(One, Label: "H-001 B", Base: 2, Trunk: 1, Branch: "b"));
        // What counts has not moved; both sides are there.
        Assert.Equal("H-001 v4 size=6 water=pipe | 1:Counted 2:Counted 3:Counted 4:Counted 5:Open/Hard 6:Open/Soft | 0", Shown(await State(app, One)));
        var both = (await State(app, One)).Versions;
        Assert.Equal(["size=4 water=rain", "size=4 water=rain"], both[4..].Select(v => string.Join(' ', EntityUpdates.Read(v.Data).Select(p => $"{p.Key}={p.Value}"))));
        Assert.Null(await Decide(app, One, 5));
        Assert.Null(await Decide(app, One, 6, "label"));
        var after = await State(app, One);
        Assert.Equal("H-001 B v7 size=6 water=pipe | 1:Counted 2:Counted 3:Counted 4:Counted 5:Dismissed/Hard 6:Taken/Soft 7:Counted | 0", Shown(after));
        Assert.All(after.Versions.Where(v => v.Number >= 5), v => Assert.NotNull(v.DecidedBy));
        Assert.Equal("entity.decided-meanwhile", await Decide(app, One, 6, "label"));
        // The next link of a chain whose last link was taken goes on from there.
        await Send(app, device, key, new(One, Size: "7", Base: 3, Trunk: 1, Branch: "b"));
        Assert.Equal("H-001 B v8 size=7 water=pipe", Shown(await State(app, One)).Split(" |")[0]);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Updates_that_arrive_before_what_they_stand_on_wait_for_it(string provider)
    {
        var (app, device, key) = await Start(provider);
        await using var _ = app;
        await Send(app, device, key, new(New, Size: "3", Base: 2, Branch: "c"), "uuid:third");
        await Send(app, device, key, new(New, Size: "2", Base: 1, Branch: "c"));
        await Send(app, device, key, new(New, Size: "3", Base: 2, Branch: "c"), "uuid:third");
        Assert.Equal(" v  |  | 2", Shown(await State(app, New)));
        await Send(app, device, key, new(New, Water: "well", Label: "H-002", Branch: "c", Create: true));
        Assert.Equal("H-002 v3 size=3 water=well | 1:Counted 2:Counted 3:Counted | 0", Shown(await State(app, New)));
        // The same UUID made a second time, with other values, is no second household and overwrites nothing.
        await Send(app, device, key, new(New, Water: "river", Label: "H-002", Create: true));
        Assert.Equal("H-002 v3 size=3 water=well | 1:Counted 2:Counted 3:Counted 4:Open/Hard | 0", Shown(await State(app, New)));
        // A middle link that is missing is waited for, on a household that is there.
        await Send(app, device, key, new(One, Size: "9", Base: 2, Trunk: 1, Branch: "d"));
        Assert.Equal("H-001 v1 | 1", Shown(await State(app, One)) is var shown ? shown[..8] + " | " + shown[^1] : "");
        await Send(app, device, key, new(One, Size: "8", Base: 1, Trunk: 1, Branch: "d"));
        Assert.Equal("v3 size=9", Shown(await State(app, One))[6..15]);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task A_correction_of_a_submission_corrects_what_it_said_of_the_household(string provider)
    {
        var (app, device, key) = await Start(provider);
        await using var _ = app;
        var first = await Send(app, device, key, new(One, Size: "40", Base: 1));
        var second = await Send(app, device, key, new(One, Size: "14", Base: 1), replaces: first);
        Assert.Equal("v3 size=14", Shown(await State(app, One))[6..16]);
        await Send(app, device, key, new(One, Water: "rain", Base: 3));
        await Send(app, device, key, new(One, Size: "15", Base: 1), replaces: second);
        Assert.EndsWith("4:Counted 5:Open/Soft | 0", Shown(await State(app, One)), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Devices_get_the_list_as_a_file_whose_hash_fits_and_learn_what_is_no_more(string provider)
    {
        var (app, device, key) = await Start(provider);
        await using var _ = app;
        XNamespace list = "http://openrosa.org/xforms/xformsList", manifest = "http://openrosa.org/xforms/xformsManifest";
        async Task<XElement> Media() => XDocument.Parse(await device.Text(new Uri(XDocument.Parse(await device.Text(key + "/formList")).Descendants(list + "manifestUrl").Single().Value).PathAndQuery)).Root!.Elements(manifest + "mediaFile").Single();
        string Path(XElement media, string name) => new Uri(media.Element(manifest + name)!.Value).PathAndQuery;
        var media = await Media();
        Assert.Equal(("entityList", "households.csv"), ((string?)media.Attribute("type"), media.Element(manifest + "filename")!.Value));
        var answer = await device.Send(new(HttpMethod.Get, Path(media, "downloadUrl") + "?deviceID=1"));
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        Assert.Equal($"name,label,__version,water,size\n{One},H-001,1,\"well, \"\"old\"\"\",4\n", Encoding.UTF8.GetString(bytes));
#pragma warning disable CA5351 // OpenRosa's hash.
        Assert.Equal("md5:" + Convert.ToHexStringLower(MD5.HashData(bytes)), media.Element(manifest + "hash")!.Value);
#pragma warning restore CA5351
        var again = new HttpRequestMessage(HttpMethod.Get, Path(media, "downloadUrl"));
        again.Headers.TryAddWithoutValidation("If-None-Match", answer.Headers.ETag!.ToString());
        Assert.Equal(HttpStatusCode.NotModified, (await device.Send(again)).StatusCode);
        await Send(app, device, key, new(One, Size: "5", Base: 1));
        Assert.NotEqual(media.Element(manifest + "hash")!.Value, (await Media()).Element(manifest + "hash")!.Value);

        var integrity = Path(media, "integrityUrl") + $"?id={One},{New}";
        Assert.Equal($"<data><entities><entity id=\"{One}\"><deleted>false</deleted></entity></entities></data>", XDocument.Parse(await device.Text(integrity)).ToString(SaveOptions.DisableFormatting));
        var entity = (await State(app, One)).Entity!;
        await using (var scope = app.As(Analyst, AssessmentPermissions.EntityResolve)) Assert.Null(await scope.ServiceProvider.GetRequiredService<EntityDecision>().Delete(entity.Id, entity.Revision, CancellationToken.None));
        Assert.Contains("<deleted>true</deleted>", await device.Text(integrity), StringComparison.Ordinal);
        Assert.Equal("name,label,__version,water,size\n", await device.Text(Path(media, "downloadUrl")));
        // What a device still says of it waits for a decision, which can bring it back.
        await Send(app, device, key, new(One, Size: "6", Base: 2));
        Assert.Equal("H-001 v3 | 4:Open/Hard", Shown(await State(app, One)) is var s ? $"{s[..8]} | {s.Split(" | ")[1].Split(' ')[^1]}" : "");
        Assert.Null(await Decide(app, One, 4, "size"));
        Assert.False((await State(app, One)).Entity!.Deleted);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task What_a_form_writes_into_is_declared_and_never_a_list_of_persons(string provider)
    {
        var (app, device, key) = await Start(provider);
        await using var _ = app;
        Assert.Equal("form.no-entity-list", Assert.Single((await Import(app, "form", "other.xml", Form.Replace("\"visit\"", "\"other\"", StringComparison.Ordinal).Replace("dataset=\"households\"", "dataset=\"survivors\"", StringComparison.Ordinal), applies: false)).Problems).Key);
        Assert.Equal("form.entities-too-new", Assert.Single((await Import(app, "form", "other.xml", Form.Replace("\"visit\"", "\"other\"", StringComparison.Ordinal).Replace("2024.1.0", "2027.1.0", StringComparison.Ordinal), applies: false)).Problems).Key);
        Assert.Equal("entity-list.bad-kind", Assert.Single((await Import(app, "entity-list", "p.json", "{\"name\":\"survivors\",\"kind\":\"person\"}", applies: false)).Problems).Key);
        Assert.Equal("entity-list.other-kind", Assert.Single((await Import(app, "entity-list", "p.json", "{\"name\":\"households\",\"kind\":\"place\"}", applies: false)).Problems).Key);
        Assert.Equal("entity-list.unreadable", Assert.Single((await Import(app, "entity-list", "p.json", "[", applies: false)).Problems).Key);
        Assert.Equal(1, (await Import(app, "entity-list", "households.json", List)).Unchanged);
        Assert.Equal(1, (await Import(app, "entity-list", "households.json", List.Replace("\"4\"", "\"9\"", StringComparison.Ordinal))).Updated);
        // What devices have said since is not overwritten by a file.
        await Send(app, device, key, new(One, Size: "5", Base: 2));
        Assert.Equal(1, (await Import(app, "entity-list", "households.json", List)).Kept);
        Assert.Equal("v3 size=5", Shown(await State(app, One))[6..15]);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Entities_are_read_by_their_owners_analysts_alone_and_leave_no_values_in_the_trail(string provider)
    {
        var (app, device, key) = await Start(provider);
        await using var _ = app;
        await Send(app, device, key, new(One, Water: "secret-spring", Base: 1));
        await Send(app, device, key, new(New, Water: "secret-spring", Base: 1, Branch: "x"));
        async Task<int> Seen(Viewer viewer, bool filters)
        {
            await using var scope = app.As(viewer);
            var db = scope.ServiceProvider.GetRequiredService<VakaDb>();
            return filters ? await db.Set<Entity>().CountAsync() + await db.Set<EntityVersion>().CountAsync() + await db.Set<WaitingUpdate>().CountAsync()
                : await db.Set<Entity>().IgnoreQueryFilters().CountAsync() + await db.Set<EntityVersion>().IgnoreQueryFilters().CountAsync() + await db.Set<WaitingUpdate>().IgnoreQueryFilters().CountAsync();
        }
        Assert.Equal(4, await Seen(Analyst, true));
        foreach (var other in new[] { Viewer.Public, Viewer.Person(Ids.New(), "trainer", [new("trainer", "TO", null, new HashSet<string>())], []) })
        {
            Assert.Equal(0, await Seen(other, true));
            if (provider == Databases.Postgres) Assert.Equal(0, await Seen(other, false));
        }
        await using var system = app.System();
        Assert.All(await system.ServiceProvider.GetRequiredService<VakaDb>().Set<Vaka.Kernel.Audit.AuditEntry>().Select(a => a.Changes).ToListAsync(), t => Assert.DoesNotContain("secret-spring", t, StringComparison.Ordinal));
    }
}
