using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vaka.Assessment.Collection;
using Vaka.Kernel.Data;

namespace Vaka.Product.Tests.Assessment.Collection;

/// <summary>An analyst takes in a form, tries it, publishes it, and reviews what comes in; through the pages, as people do.</summary>
public sealed class FormPagesTests(Databases databases)
{
    private const string Sheet = """
        | survey |
        | | type | name | label::English (en) | label::Français (fr) | required | constraint | relevant |
        | | start | start |
        | | end | end |
        | | select_one island | stratum | Island | Île | yes | | |
        | | select_one yn | consent | May I begin? | Puis-je commencer ? | yes | | |
        | | integer | age | Age | Âge | yes | . < 120 | ${consent} = 'yes' |
        | | select_one yn | paid | Were you paid? | Avez-vous été payé ? | | | ${consent} = 'yes' |
        | | geopoint | place | Village | Village | | | |
        | choices |
        | | list_name | name | label::English (en) | label::Français (fr) |
        | | yn | yes | Yes | Oui |
        | | yn | no | No | Non |
        | | island | n | North | Nord |
        | | island | s | South | Sud |
        | settings |
        | | form_title | form_id | version | default_language |
        | | Needs | needs | VERSION | English (en) |
        """;

    public static TheoryData<string> Providers => Databases.Providers;

    private static async Task<string> Upload(TestBrowser analyst, string version, string? sheet = null, string owner = "TO")
    {
        var page = await analyst.Open("/en/forms/upload");
        var token = page.QuerySelectorAll("main input[name=__RequestVerificationToken]").OfType<IHtmlInputElement>().First().Value;
        using var content = new MultipartFormDataContent
        {
            { new StringContent(token), "__RequestVerificationToken" }, { new StringContent(owner), "owner" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes((sheet ?? Sheet).Replace("VERSION", version, StringComparison.Ordinal))), "file", "needs.md" },
        };
        var answer = await analyst.Send(new(HttpMethod.Post, "/en/forms/upload") { Content = content });
        return await answer.Content.ReadAsStringAsync();
    }

    private static async Task<string> Device(TestBrowser analyst, string label, bool testing = false)
    {
        var page = await analyst.Submit("/en/devices", ("Form.Label", label), ("Form.Owner", "TO"), ("Form.ForTesting", testing ? "true" : "false"));
        return new Uri(page.QuerySelector("main .notice code")!.TextContent).AbsolutePath;
    }

    private static async Task<HttpStatusCode> Send(TestBrowser device, string key, string id, string answers, string version = "1", string? replaces = null)
    {
        var xml = $"<data id=\"needs\" version=\"{version}\">{answers}<meta><instanceID>{id}</instanceID>{(replaces is null ? "" : $"<deprecatedID>{replaces}</deprecatedID>")}</meta></data>";
        using var content = new MultipartFormDataContent { { new StringContent(xml, Encoding.UTF8, "text/xml"), "xml_submission_file", "submission.xml" } };
        return (await device.Send(new(HttpMethod.Post, key + "/submission") { Content = content })).StatusCode;
    }

    private static string Answers(string age, string stratum = "n", string minutes = "20", string place = "-21.13 -175.20 0 5") =>
        $"<start>2026-11-20T09:00:00.000+13:00</start><end>2026-11-20T09:{minutes}:00.000+13:00</end><stratum>{stratum}</stratum><consent>yes</consent><age>{age}</age><paid>no</paid><place>{place}</place>";

    private static async Task<(TestApp App, TestBrowser Analyst, string Form)> Start(Databases databases, string provider)
    {
        var app = await TestApp.Start(databases, provider);
        var analyst = await app.Browser(("analyst", "TO"));
        await Upload(analyst, "1");
        Assert.Equal(HttpStatusCode.OK, analyst.Status);
        return (app, analyst, analyst.Address);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task A_form_is_taken_in_tried_published_and_retired(string provider)
    {
        var (app, analyst, form) = await Start(databases, provider);
        await using var _ = app;
        var device = await app.Browser();
        var (real, trial) = (await Device(analyst, "Tablet 1"), await Device(analyst, "Tablet 2", testing: true));
        async Task<bool> Lists(string key) => (await device.Text(key + "/formList")).Contains("<formID>needs</formID>", StringComparison.Ordinal);
        // A draft is on no device, and what claims to answer it is refused.
        Assert.Equal((false, false), (await Lists(real), await Lists(trial)));
        Assert.Equal(HttpStatusCode.NotFound, await Send(device, trial, "uuid:0", Answers("30")));
        await analyst.Submit(form, "Test");
        Assert.Equal((false, true), (await Lists(real), await Lists(trial)));
        Assert.Equal(HttpStatusCode.NotFound, await Send(device, real, "uuid:1", Answers("30")));
        Assert.Equal(HttpStatusCode.Created, await Send(device, trial, "uuid:1", Answers("30")));
        await analyst.Submit(form, "Publish");
        Assert.Equal((true, true), (await Lists(real), await Lists(trial)));
        Assert.Equal(HttpStatusCode.Created, await Send(device, real, "uuid:2", Answers("30")));
        await analyst.Submit(form, "Retire");
        Assert.Equal((false, false), (await Lists(real), await Lists(trial)));
        Assert.Equal(HttpStatusCode.Created, await Send(device, real, "uuid:3", Answers("30")));
        await using var scope = app.System();
        Assert.Equal(["uuid:1 True", "uuid:2 False", "uuid:3 False"], (await scope.ServiceProvider.GetRequiredService<VakaDb>().Set<StoredSubmission>().OrderBy(s => s.InstanceId).ToListAsync()).Select(s => $"{s.InstanceId} {s.Test}"));
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Another_version_says_what_it_breaks_and_a_wrong_form_says_where_it_is_wrong(string provider)
    {
        var (app, analyst, form) = await Start(databases, provider);
        await using var _ = app;
        await Upload(analyst, "2", Sheet.Replace("| | integer | age |", "| | decimal | age |", StringComparison.Ordinal).Replace("Were you paid?", "Did you get your pay?", StringComparison.Ordinal));
        Assert.Equal(form, analyst.Address);
        var compare = (await analyst.Open(form)).QuerySelector("main a[href*='compare']")!.GetAttribute("href")!;
        var page = await analyst.Open(compare);
        Assert.Contains("age", page.QuerySelector("#breaks ~ .table-wrap tbody")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Did you get your pay?", page.QuerySelector("#affects ~ .table-wrap tbody")!.TextContent, StringComparison.Ordinal);
        // The same number for another form, a form that cannot be compiled, somebody else's country, somebody without the right.
        Assert.Contains("version", await Upload(analyst, "1", Sheet.Replace("Village", "Hamlet", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, analyst.Status);
        var wrong = new HtmlParser().ParseDocument(await Upload(analyst, "3", Sheet.Replace("${consent} = 'yes' |\n| | select_one yn | paid", "${nobody} = 'yes' |\n| | select_one yn | paid", StringComparison.Ordinal)));
        Assert.Contains("survey, line 6", wrong.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        await Upload(analyst, "4", owner: "FJ");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, analyst.Status);
        var trainer = await app.Browser(("trainer", "TO"));
        await trainer.Open("/en/forms/upload");
        Assert.Equal(HttpStatusCode.Forbidden, trainer.Status);
        await using var scope = app.System();
        Assert.Equal(["1", "2"], await scope.ServiceProvider.GetRequiredService<VakaDb>().Set<FormVersion>().OrderBy(v => v.Version).Select(v => v.Version).ToListAsync());
        var stranger = await app.Browser(("analyst", "FJ"));
        await stranger.Open(form);
        Assert.Equal(HttpStatusCode.NotFound, stranger.Status);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Submissions_are_reviewed_one_by_one_and_many_at_once(string provider)
    {
        var (app, analyst, form) = await Start(databases, provider);
        await using var running = app;
        await analyst.Submit(form, "Publish");
        var (device, key, trial) = (await app.Browser(), await Device(analyst, "Tablet 1"), await Device(analyst, "Tablet 2", testing: true));
        foreach (var (id, answers) in new[] { ("uuid:1", Answers("30")), ("uuid:2", Answers("140")), ("uuid:3", "<stratum>s</stratum><consent>no</consent>"), ("uuid:4", Answers("41", "s")) }) Assert.Equal(HttpStatusCode.Created, await Send(device, key, id, answers));
        Assert.Equal(HttpStatusCode.Created, await Send(device, trial, "uuid:5", Answers("50")));
        Assert.Equal(HttpStatusCode.Created, await Send(device, key, "uuid:6", Answers("42", "s"), replaces: "uuid:4"));
        await app.DeliverEvents();
        var inbox = form + "/submissions";
        var page = await analyst.Open(inbox);
        Assert.Equal(4, page.QuerySelectorAll("main tbody tr").Length);
        Assert.Single((await analyst.Open(inbox + "?tests=true")).QuerySelectorAll("main tbody tr"));
        var flagged = (await analyst.Open(inbox + "?state=Flagged")).QuerySelector("main tbody a")!.GetAttribute("href")!;
        var one = await analyst.Open(flagged);
        Assert.Contains("140", one.QuerySelector("main table")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Not accepted", one.QuerySelector("main table")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Âge", (await analyst.Open(flagged.Replace("/en/", "/fr/", StringComparison.Ordinal))).QuerySelector("main table")!.TextContent, StringComparison.Ordinal);
        // A rejection says why; a refusal is never approved; somebody else's decision is not overwritten.
        await analyst.Submit(flagged, ("decision", "Rejected"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, analyst.Status);
        await analyst.Submit(flagged, ("decision", "Rejected"), ("comment", "Nobody is 140."));
        Assert.Contains("Nobody is 140.", (await analyst.Open(flagged)).QuerySelector(".timeline")!.TextContent, StringComparison.Ordinal);
        await analyst.Submit(flagged, ("revision", "1"), ("decision", "Approved"));
        Assert.Equal(HttpStatusCode.Conflict, analyst.Status);
        var chosen = (await analyst.Open(inbox)).QuerySelectorAll("input[name=chosen]").OfType<IHtmlInputElement>().Select(i => ("chosen", i.Value)).ToArray();
        var outcome = await analyst.Submit(inbox, [.. chosen, ("decision", "Approved"), ("comment", "")]);
        Assert.Contains("3 submissions were decided. 1 was left", outcome.QuerySelector("main [role=status]")!.TextContent, StringComparison.Ordinal);
        await using var scope = app.System();
        var states = (await scope.ServiceProvider.GetRequiredService<VakaDb>().Set<StoredSubmission>().OrderBy(s => s.InstanceId).ToListAsync()).Select(s => $"{s.InstanceId} {s.State} {s.Stratum} {s.Refused} {s.Seconds}");
        Assert.Equal(["uuid:1 Approved n False 1200", "uuid:2 Approved n False 1200", "uuid:3 Received s True ", "uuid:4 Received s False 1200", "uuid:5 Received n False 1200", "uuid:6 Approved s False 1200"], states);
        var work = (await analyst.Open(form + "/fieldwork")).QuerySelector("main")!.TextContent;
        Assert.Contains("Tablet 1", work, StringComparison.Ordinal);
        // A stranger sees neither, and a trainer of the same country none of it.
        foreach (var other in new[] { await app.Browser(), await app.Browser(("analyst", "FJ")), await app.Browser(("trainer", "TO")) })
            foreach (var address in new[] { inbox, flagged, form + "/fieldwork" })
            {
                var seen = await other.Open(address);
                Assert.DoesNotContain("140", seen.Body!.TextContent, StringComparison.Ordinal);
                Assert.True(other.Status is HttpStatusCode.NotFound or HttpStatusCode.Forbidden || other.Address.Contains("sign-in", StringComparison.Ordinal), $"{address} {other.Status}");
            }
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Odd_submissions_are_marked(string provider)
    {
        var (app, analyst, form) = await Start(databases, provider);
        await using var _ = app;
        await analyst.Submit(form, "Publish");
        var (device, key) = (await app.Browser(), await Device(analyst, "Tablet 1"));
        for (var i = 0; i < 12; i++) Assert.Equal(HttpStatusCode.Created, await Send(device, key, $"uuid:a{i}", Answers($"{30 + i}")));
        await app.DeliverEvents();
        var odd = new[]
        {
            ("uuid:fast", Answers("60", minutes: "03")), ("uuid:nowhere", Answers("61", place: "0 0 0 0")), ("uuid:rough", Answers("62", place: "-21.13 -175.20 0 900")), ("uuid:far", Answers("63", place: "-18.65 -173.98 0 5")),
            ("uuid:clock", Answers("64").Replace("2026-11-20", "1970-01-01", StringComparison.Ordinal)),
        };
        foreach (var (id, answers) in odd) Assert.Equal(HttpStatusCode.Created, await Send(device, key, id, answers));
        await app.DeliverEvents();
        await using var scope = app.System();
        var signs = (await scope.ServiceProvider.GetRequiredService<VakaDb>().Set<StoredSubmission>().ToListAsync()).Where(s => SubmissionCheck.SignsOf(s).Count > 0).OrderBy(s => s.Id).Select(s => $"{s.InstanceId} {string.Join(' ', SubmissionCheck.SignsOf(s).Select(x => x.Kind))}");
        Assert.Equal(["uuid:fast Fast", "uuid:nowhere NoPlace", "uuid:rough RoughPlace", "uuid:far FarAway", "uuid:clock Clock"], signs);
    }
}
