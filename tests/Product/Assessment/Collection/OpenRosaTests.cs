using System.Net;
using System.Text;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using Vaka.Assessment;
using Vaka.Assessment.Collection;
using Vaka.Contracts.Assessment;
using Vaka.Kernel.Data;
using Vaka.Kernel.Ownership;
using Vaka.XForms.Checking;

namespace Vaka.Product.Tests.Assessment.Collection;

/// <summary>Devices fetch forms and send answers as ODK Collect does; what breaks the form's rules is stored and flagged.</summary>
public sealed class OpenRosaTests(Databases databases)
{
    private const string Form = """
        <h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml" xmlns:jr="http://openrosa.org/javarosa"><h:head><h:title>Needs</h:title><model>
          <instance><data id="needs" version="1"><age/><day/><photo/><start/><meta><instanceID/></meta></data></instance>
          <bind nodeset="/data/age" type="int" required="true()" constraint=". &lt; 130" jr:constraintMsg="Too old"/><bind nodeset="/data/photo" type="binary"/><bind nodeset="/data/start" type="dateTime"/>
          <bind nodeset="/data/day" type="date" constraint=". &lt;= today()"/></model></h:head>
          <h:body><input ref="/data/age"/><input ref="/data/day"/><upload ref="/data/photo" mediatype="image/*"/></h:body></h:html>
        """;

    // In Tonga the next day has begun.
    private static readonly DateTimeOffset Evening = new(2026, 11, 24, 20, 0, 0, TimeSpan.Zero);

    public static TheoryData<string> Providers => Databases.Providers;

    private static string Answers(string id, string age = "30", string? replaces = null, string version = "1", string more = "") =>
        $"<data id=\"needs\" version=\"{version}\"><age>{age}</age>{more}<meta><instanceID>{id}</instanceID>{(replaces is null ? "" : $"<deprecatedID>{replaces}</deprecatedID>")}</meta></data>";

    private static async Task<(TestApp App, TestBrowser Device, string Key)> Start(Databases databases, string provider, string owner = "TO")
    {
        var app = await TestApp.Start(databases, provider, services: s => s.Replace(ServiceDescriptor.Singleton<TimeProvider>(new FakeTimeProvider(Evening))));
        await Publish(app, databases, Form, owner);
        return (app, await app.Browser(), await Key(app, owner));
    }

    private static async Task<string> Key(TestApp app, string owner)
    {
        await using var scope = app.System();
        return "/key/" + await scope.ServiceProvider.GetRequiredService<ICollectDevices>().Add(owner, "Tablet 1");
    }

    private static async Task Publish(TestApp app, Databases databases, string form, string owner, params (string Name, string Text)[] media)
    {
        var report = await TryPublish(app, databases, form, owner, media);
        Assert.True(report.Applied, string.Join('\n', report.Problems.Select(p => $"{p.File}:{p.Line} {p.Key} {string.Join(' ', p.Arguments)}")));
    }

    private static async Task<Vaka.Kernel.Importing.ImportReport> TryPublish(TestApp app, Databases databases, string form, string owner, params (string Name, string Text)[] media)
    {
        var folder = databases.Folder();
        await File.WriteAllTextAsync(Path.Combine(folder, "needs.xml"), form);
        if (media.Length > 0) Directory.CreateDirectory(Path.Combine(folder, "needs-media"));
        foreach (var (name, text) in media) await File.WriteAllTextAsync(Path.Combine(folder, "needs-media", name), text);
        return await app.TryImport("form", Path.Combine(folder, "needs.xml"), owner);
    }

    private static async Task<(HttpStatusCode Status, string Message)> Send(TestBrowser device, string key, string? answers, params (string Name, string Text)[] files)
    {
        using var content = new MultipartFormDataContent();
        if (answers is not null) content.Add(new StringContent(answers, Encoding.UTF8, "text/xml"), "xml_submission_file", "submission.xml");
        foreach (var (name, text) in files) content.Add(new StringContent(text), name, name);
        var answer = await device.Send(new(HttpMethod.Post, key + "/submission?deviceID=collect%3A1") { Content = content });
        Assert.Equal("1.0", answer.Headers.GetValues("X-OpenRosa-Version").Single());
        Assert.Equal("text/xml", answer.Content.Headers.ContentType?.MediaType);
        var root = XDocument.Parse(await answer.Content.ReadAsStringAsync()).Root!;
        Assert.Equal("{http://openrosa.org/http/response}OpenRosaResponse", root.Name.ToString());
        return (answer.StatusCode, root.Elements().Single().Value);
    }

    private static async Task<List<StoredSubmission>> Stored(TestApp app)
    {
        await using var scope = app.System();
        return await scope.ServiceProvider.GetRequiredService<VakaDb>().Set<StoredSubmission>().AsNoTracking().OrderBy(s => s.Id).ToListAsync();
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task A_device_lists_fetches_and_keeps_the_forms_of_its_owner(string provider)
    {
        var (app, device, key) = await Start(databases, provider);
        await using var _ = app;
        await Publish(app, databases, Form.Replace("\"needs\"", "\"other\"", StringComparison.Ordinal), "FJ");
        var answer = await device.Send(new(HttpMethod.Get, key + "/formList?deviceID=collect%3A1"));
        XNamespace list = "http://openrosa.org/xforms/xformsList";
        var form = Assert.Single(XDocument.Parse(await answer.Content.ReadAsStringAsync()).Root!.Elements(list + "xform"));
        Assert.Equal(("needs", "Needs", "1"), (form.Element(list + "formID")!.Value, form.Element(list + "name")!.Value, form.Element(list + "version")!.Value));
        Assert.Null(form.Element(list + "manifestUrl"));
        Assert.Equal(Form, await device.Text(new Uri(form.Element(list + "downloadUrl")!.Value).PathAndQuery));
        var again = new HttpRequestMessage(HttpMethod.Get, key + "/formList?deviceID=collect%3A1");
        again.Headers.TryAddWithoutValidation("If-None-Match", answer.Headers.ETag!.ToString());
        Assert.Equal(HttpStatusCode.NotModified, (await device.Send(again)).StatusCode);
        Assert.Empty(XDocument.Parse(await device.Text(key + "/formList?formID=other")).Root!.Elements());
        // The form of somebody else is not there, even by its id.
        var foreign = XDocument.Parse(await device.Text(await Key(app, "FJ") + "/formList")).Root!.Elements(list + "xform").Single().Element(list + "downloadUrl")!.Value;
        await device.Text(key + new Uri(foreign).AbsolutePath[new Uri(foreign).AbsolutePath.IndexOf("/forms/", StringComparison.Ordinal)..]);
        Assert.Equal(HttpStatusCode.NotFound, device.Status);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Files_beside_a_form_are_in_its_manifest_and_a_version_never_changes(string provider)
    {
        var (app, device, key) = await Start(databases, provider);
        await using var _ = app;
        var second = Form.Replace("version=\"1\"", "version=\"2\"", StringComparison.Ordinal);
        await Publish(app, databases, second, "TO", ("villages é.csv", "name,label\nv1,Village"));
        XNamespace list = "http://openrosa.org/xforms/xformsList", manifest = "http://openrosa.org/xforms/xformsManifest";
        var form = XDocument.Parse(await device.Text(key + "/formList")).Root!.Elements(list + "xform").Single();
        Assert.Equal("2", form.Element(list + "version")!.Value);
        var file = XDocument.Parse(await device.Text(new Uri(form.Element(list + "manifestUrl")!.Value).PathAndQuery)).Root!.Elements(manifest + "mediaFile").Single();
        Assert.Equal("villages é.csv", file.Element(manifest + "filename")!.Value);
        Assert.Equal("name,label\nv1,Village", await device.Text(new Uri(file.Element(manifest + "downloadUrl")!.Value).PathAndQuery));
        Assert.Equal(1, (await TryPublish(app, databases, second, "TO", ("villages é.csv", "name,label\nv1,Village"))).Unchanged);
        var changed = await TryPublish(app, databases, second.Replace("130", "120", StringComparison.Ordinal), "TO", ("villages é.csv", "name,label\nv1,Village"));
        Assert.Equal("form.version-differs", Assert.Single(changed.Problems).Key);
        Assert.Equal("form.rule-unreadable", Assert.Single((await TryPublish(app, databases, Form.Replace(". &lt; 130", ". &lt;", StringComparison.Ordinal).Replace("version=\"1\"", "version=\"3\"", StringComparison.Ordinal), "TO")).Problems).Key);
        Assert.Equal("form.refused", Assert.Single((await TryPublish(app, databases, "<html/>", "TO")).Problems).Key);
        // What a device still holds of the first version is taken.
        Assert.Equal(HttpStatusCode.Created, (await Send(device, key, Answers("uuid:1"))).Status);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Answers_are_stored_once_and_contradictions_refused(string provider)
    {
        var (app, device, key) = await Start(databases, provider);
        await using var _ = app;
        Assert.Equal(HttpStatusCode.NoContent, (await device.Send(new(HttpMethod.Head, key + "/submission"))).StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await Send(device, key, Answers("uuid:1"))).Status);
        Assert.Equal(HttpStatusCode.Created, (await Send(device, key, Answers("uuid:1"))).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await Send(device, key, Answers("uuid:1", "31"))).Status);
        Assert.Equal(HttpStatusCode.Created, (await Send(device, key, Answers("uuid:2", "31", "uuid:1"))).Status);
        Assert.Equal(HttpStatusCode.Created, (await Send(device, key, Answers("uuid:2", "31", "uuid:1"))).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await Send(device, key, Answers("uuid:3", "32", "uuid:1"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Send(device, key, Answers("uuid:3", "32", "uuid:9"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Send(device, key, Answers("uuid:4", version: "9"))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await Send(device, key, "<data id='needs'")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await Send(device, key, null, ("a.jpg", "x"))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await Send(device, key, "<!DOCTYPE d [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><data id='needs' version='1'><age>&e;</age><meta><instanceID>uuid:5</instanceID></meta></data>")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Send(device, "/key/not-a-token", Answers("uuid:6"))).Status);
        var stored = await Stored(app);
        Assert.Equal(["uuid:1", "uuid:2"], stored.Select(s => s.InstanceId));
        Assert.Equal((stored[1].Id, null), (stored[0].ReplacedById, stored[1].ReplacedById));
        Assert.Equal(Answers("uuid:1"), Encoding.UTF8.GetString(stored[0].Xml));
    }

    [Theory, MemberData(nameof(Providers)), Trait("speed", "slow")]
    public async Task What_arrives_twice_at_the_same_moment_is_stored_once(string provider)
    {
        var (app, _, key) = await Start(databases, provider);
        await using var running = app;
        var devices = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => app.Browser()));
        var same = await Task.WhenAll(devices.Select(d => Send(d, key, Answers("uuid:1"), ("a.jpg", "x"))));
        Assert.All(same, s => Assert.Equal(HttpStatusCode.Created, s.Status));
        // Of corrections that exclude each other one is kept, and the others are told.
        var corrections = await Task.WhenAll(devices.Select((d, i) => Send(d, key, Answers($"uuid:1-{i}", "31", "uuid:1"))));
        Assert.Single(corrections, c => c.Status == HttpStatusCode.Created);
        Assert.Equal(7, corrections.Count(c => c.Status == HttpStatusCode.Conflict));
        Assert.Equal(2, (await Stored(app)).Count);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Files_arrive_with_the_answers_or_later_each_once(string provider)
    {
        var (app, device, key) = await Start(databases, provider);
        await using var _ = app;
        var answers = Answers("uuid:1", more: "<photo>../../evil.jpg</photo>");
        Assert.Equal(HttpStatusCode.Created, (await Send(device, key, answers, ("../../evil.jpg", "one"))).Status);
        Assert.Equal(HttpStatusCode.Created, (await Send(device, key, answers, ("evil.jpg", "again"), ("late é.jpg", "two"))).Status);
        await using var scope = app.System();
        var files = await scope.ServiceProvider.GetRequiredService<VakaDb>().Set<SubmissionFile>().AsNoTracking().OrderBy(f => f.Name).ToListAsync();
        Assert.Equal(["evil.jpg one", "late é.jpg two"], files.Select(f => $"{f.Name} {Encoding.UTF8.GetString(f.Content)}"));
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task What_breaks_a_rule_of_the_form_is_stored_and_flagged(string provider)
    {
        var (app, device, key) = await Start(databases, provider);
        await using var _ = app;
        Assert.Equal(HttpStatusCode.Created, (await Send(device, key, Answers("uuid:1", "140"))).Status);
        Assert.Equal(HttpStatusCode.Created, (await Send(device, key, Answers("uuid:2", ""))).Status);
        // A day that has begun in Tonga and not yet in UTC is no day in the future.
        var there = Evening.ToOffset(TimeSpan.FromHours(13));
        Assert.Equal(HttpStatusCode.Created, (await Send(device, key, Answers("uuid:3", more: $"<day>{there:yyyy-MM-dd}</day><start>{there:yyyy-MM-ddTHH:mm:ss.fffzzz}</start>"))).Status);
        Assert.Equal(HttpStatusCode.Created, (await Send(device, key, Answers("uuid:4", more: $"<day>{there.AddDays(1):yyyy-MM-dd}</day><start>{there:yyyy-MM-ddTHH:mm:ss.fffzzz}</start>"))).Status);
        await app.DeliverEvents();
        var stored = await Stored(app);
        Assert.Equal([SubmissionState.Flagged, SubmissionState.Flagged, SubmissionState.Received, SubmissionState.Flagged], stored.Select(s => s.State));
        var flag = Assert.Single(SubmissionCheck.FlagsOf(stored[0]));
        Assert.Equal((FlagKind.Constraint, "/data/age", "140", "Too old"), (flag.Kind, flag.Path, flag.Value, flag.Messages[""]));
        Assert.Equal(FlagKind.Required, Assert.Single(SubmissionCheck.FlagsOf(stored[1])).Kind);
        Assert.Equal((FlagKind.Constraint, "/data/day"), SubmissionCheck.FlagsOf(stored[3]).Select(f => (f.Kind, f.Path)).Single());
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Answers_of_people_are_read_by_their_owners_analysts_alone_and_leave_no_trace_elsewhere(string provider)
    {
        var (app, device, key) = await Start(databases, provider);
        await using var _ = app;
        await Send(device, key, Answers("uuid:secret", "77"), ("face.jpg", "picture"));
        await app.DeliverEvents();
        async Task<int> Seen(Viewer viewer, bool filters)
        {
            await using var scope = app.As(viewer, AssessmentPermissions.FindingWrite);
            var db = scope.ServiceProvider.GetRequiredService<VakaDb>();
            return filters ? await db.Set<StoredSubmission>().CountAsync() + await db.Set<SubmissionFile>().CountAsync()
                : await db.Set<StoredSubmission>().IgnoreQueryFilters().CountAsync() + await db.Set<SubmissionFile>().IgnoreQueryFilters().CountAsync();
        }
        Viewer Analyst(string owner) => Viewer.Person(Ids.New(), "somebody", [new("analyst", owner, null, new HashSet<string> { AssessmentPermissions.SubmissionRead, AssessmentPermissions.FindingWrite })], ["PACIFIC"]);
        Viewer trainer = Viewer.Person(Ids.New(), "trainer", [new("trainer", "TO", null, new HashSet<string>())], ["PACIFIC"]);
        Assert.Equal(2, await Seen(Analyst("TO"), true));
        foreach (var other in new[] { Viewer.Public, Analyst("FJ"), trainer })
        {
            Assert.Equal(0, await Seen(other, true));
            if (provider == Databases.Postgres) Assert.Equal(0, await Seen(other, false));
        }
        await using var system = app.System();
        var trail = await system.ServiceProvider.GetRequiredService<VakaDb>().Set<Vaka.Kernel.Audit.AuditEntry>().Where(a => a.Kind == "stored-submission" || a.Kind == "submission-file").Select(a => a.Changes).ToListAsync();
        Assert.NotEmpty(trail);
        Assert.All(trail, t => Assert.DoesNotContain("uuid:secret", t, StringComparison.Ordinal));
        Assert.All(trail, t => Assert.DoesNotContain("face.jpg", t, StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task A_revoked_device_is_let_in_no_longer(string provider)
    {
        var (app, device, key) = await Start(databases, provider);
        await using var _ = app;
        await using (var scope = app.System()) Assert.Equal(1, await scope.ServiceProvider.GetRequiredService<ICollectDevices>().Revoke("TO", "Tablet 1"));
        Assert.Equal(HttpStatusCode.Unauthorized, (await device.Send(new(HttpMethod.Get, key + "/formList"))).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Send(device, key, Answers("uuid:1"))).Status);
        Assert.Empty(await Stored(app));
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Answers_are_written_as_tables_with_the_rules_they_break(string provider)
    {
        var (app, device, key) = await Start(databases, provider);
        await using var _ = app;
        await Send(device, key, Answers("uuid:1"));
        await Send(device, key, Answers("uuid:2", "140", "uuid:1"));
        await Send(device, key, Answers("uuid:3", more: "<photo>=cmd.jpg</photo>"));
        await app.DeliverEvents();
        await using var scope = app.System();
        var answers = scope.ServiceProvider.GetRequiredService<ICollectedAnswers>();
        var folder = Path.Combine(databases.Folder(), "out");
        var report = await answers.Write("TO", "needs", folder);
        Assert.Equal((2, 1, 0), (report!.Submissions, report.Flagged, report.Encrypted));
        Assert.Equal(["data.csv", "flags.csv"], report.Files);
        var lines = await File.ReadAllLinesAsync(Path.Combine(folder, "data.csv"));
        Assert.Equal("key,form_version,received,state,flags,fictional,age,day,photo,start,meta-instanceID", lines[0]);
        Assert.Equal(["uuid:2,1,2026-11-24T20:00:00.0000000Z,flagged,1,no,140,,,,uuid:2", "uuid:3,1,2026-11-24T20:00:00.0000000Z,received,0,no,30,,\"'=cmd.jpg\",,uuid:3"], lines[1..]);
        Assert.Equal("uuid:2,constraint,/data/age,140,. < 130,Too old", (await File.ReadAllLinesAsync(Path.Combine(folder, "flags.csv")))[1]);
        await Assert.ThrowsAnyAsync<IOException>(() => answers.Write("TO", "needs", folder));
        Assert.Null(await answers.Write("FJ", "needs", folder));
    }
}
