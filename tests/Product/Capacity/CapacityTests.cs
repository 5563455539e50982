using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vaka.Capacity.Competences;
using Vaka.Contracts.Programme;
using Vaka.Kernel.Audit;
using Vaka.Kernel.Data;
using Vaka.Kernel.Outbox;
using Vaka.Kernel.Ownership;
using Vaka.Kernel.Permissions;

namespace Vaka.Product.Tests.Capacity;

public sealed class CapacityTests(Databases databases)
{
    private static readonly string[] Files = ["institutions.csv", "capacity-ratings.csv", "manual.csv", "lessons.csv", "competences.csv", "observations.csv"];
    private static readonly string[] Kinds = ["institution", "capacity-rating", "manual-block", "lesson", "competence"];

    public static TheoryData<string> Providers => Databases.Providers;

    // The worked example's own files, without what they follow from in other modules' files.
    private static (string File, string Text)[] Motu()
    {
        var folder = AppContext.BaseDirectory;
        while (!Directory.Exists(Path.Combine(folder, "content", "demo", "motu"))) folder = Path.GetDirectoryName(folder.TrimEnd(Path.DirectorySeparatorChar))!;
        return [.. Files.Select(f => (f, Regex.Replace(File.ReadAllText(Path.Combine(folder, "content", "demo", "motu", f)),
            "(?<=[,;])[a-z-]+:[A-Za-z0-9.-]+(;|(?=\r?\n|$))", m => Kinds.Contains(m.Value.Split(':')[0]) ? m.Value : "", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5))))];
    }

    private static async Task<TestApp> WithMotu(Databases databases, string provider)
    {
        var app = await TestApp.Start(databases, provider);
        var folder = AppContext.BaseDirectory;
        while (!Directory.Exists(Path.Combine(folder, "content", "reference"))) folder = Path.GetDirectoryName(folder.TrimEnd(Path.DirectorySeparatorChar))!;
        Assert.True((await app.TryImport("themes", Path.Combine(folder, "content", "reference", "themes.csv"))).Applied);
        await app.ImportPack("XM", Motu());
        return app;
    }

    private static async Task<Guid> Id<T>(TestApp app, string key) where T : Vaka.Kernel.Chain.ChainRow
    {
        await using var scope = app.System();
        return await scope.ServiceProvider.GetRequiredService<VakaDb>().Set<T>().Where(r => r.Key == key).Select(r => r.Id).SingleAsync();
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task The_worked_example_is_imported_once_and_counts_fourteen_officers(string provider)
    {
        await using var app = await WithMotu(databases, provider);
        var again = await app.TryImportPack("XM", Motu());
        Assert.Equal((true, 0, 0), (again.Applied, again.Created, again.Updated));
        await using var scope = app.System();
        var db = scope.ServiceProvider.GetRequiredService<VakaDb>();
        var rows = await db.Set<Observation>().ToListAsync();
        Assert.Equal((24, 16), (rows.Count, rows.Select(o => o.Officer).Distinct().Count()));
        Assert.Equal(24, await db.Set<EventRecord>().CountAsync(e => e.Name == "capacity.competence-observed"));
        // Fourteen: the sixteen screened, without the two whose newest screening says not yet and who were not observed in referral.
        var measure = scope.ServiceProvider.GetServices<IMeasure>().Single(m => m.Name == "capacity.officers-competent");
        Assert.True(measure.CountsPeople);
        Assert.Equal(14, (await measure.Rows("XM")).Count);
        Assert.Empty(await measure.Rows("FJ"));
        Assert.DoesNotContain(await db.Set<AuditEntry>().ToListAsync(), a => System.Text.Json.JsonSerializer.Serialize(a).Contains("XM-P-0", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Observations_are_read_by_the_owners_trainers_and_counted_for_everyone_else(string provider)
    {
        await using var app = await WithMotu(databases, provider);
        var (screening, referral) = (await Id<Competence>(app, "comp-screening"), await Id<Competence>(app, "comp-referral"));
        async Task<int> Rows(TestBrowser browser) => (await browser.Open("/en/observations")).QuerySelectorAll("tbody tr").Length;

        Assert.Equal(24, await Rows(await app.Browser((Roles.Trainer, "XM"))));
        Assert.Equal(24, await Rows(await app.Browser((Roles.FocalPoint, "XM"))));
        Assert.Equal(0, await Rows(await app.Browser((Roles.Trainer, "FJ"))));
        // Trainer of one country, analyst of the other: the analyst's grant opens nothing here.
        Assert.Equal(0, await Rows(await app.Browser((Roles.Trainer, "FJ"), (Roles.Analyst, "XM"))));
        var analyst = await app.Browser((Roles.Analyst, "XM"));
        await analyst.Open("/en/observations");
        Assert.Equal(HttpStatusCode.Forbidden, analyst.Status);

        var stranger = await app.Browser();
        Assert.Equal("14", (await stranger.Open($"/en/competences/{screening}")).QuerySelector(".facts dd")!.TextContent.Trim());
        Assert.Equal("Withheld: fewer than 5 officers", (await stranger.Open($"/en/competences/{referral}")).QuerySelector(".facts dd")!.TextContent.Trim());
        foreach (var address in (string[])["/capacity", "/manual", "/lessons"])
        {
            Assert.DoesNotContain("XM-P-", await stranger.Text(address + "?format=csv"), StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.OK, stranger.Status);
        }
        Assert.DoesNotContain("cap-labour", await stranger.Text("/capacity?format=json"), StringComparison.Ordinal);
        Assert.DoesNotContain("XM-P-", await stranger.Text("/observations?format=json", "application/json"), StringComparison.Ordinal);
    }

    /// <summary>Not only the page asks for the permission: the table gives no row without it, whatever code asks, on either database.</summary>
    [Theory, MemberData(nameof(Providers))]
    public async Task Observations_are_read_with_the_permission_alone_whatever_asks(string provider)
    {
        await using var app = await WithMotu(databases, provider);
        const string read = "capacity.observation.read";
        async Task<int> Seen(Viewer viewer, bool filtered)
        {
            await using var scope = app.As(viewer);
            var rows = scope.ServiceProvider.GetRequiredService<VakaDb>().Set<Observation>();
            return filtered ? await rows.CountAsync() : await rows.IgnoreQueryFilters().CountAsync();
        }
        static Viewer With(params (string Owner, string Permission)[] grants) =>
            Viewer.Person(Ids.New(), "somebody", [.. grants.Select(g => new Standing(Roles.Analyst, g.Owner, null, new HashSet<string> { g.Permission }))], ["PACIFIC"]);
        foreach (var (viewer, rows) in new[]
        {
            (Viewer.Public, 0), (With(("XM", "capacity.rating.write")), 0), (With(("FJ", read)), 0), (With(("FJ", read), ("XM", "capacity.rating.write")), 0),
            (With(("XM", read)), 24), (Viewer.System("test"), 24),
        })
        {
            Assert.Equal(rows, await Seen(viewer, true));
            // As the runtime role, with the filters switched off.
            if (provider == Databases.Postgres) Assert.Equal(rows, await Seen(viewer, false));
        }
        // Nor does any form of the chain hold an officer's code.
        var screening = await Id<Competence>(app, "comp-screening");
        foreach (var browser in new[] { await app.Browser(), await app.Browser((Roles.Analyst, "XM")), await app.Browser((Roles.Trainer, "XM")) })
            foreach (var address in (string[])[$"/en/chain/competence/{screening}", $"/chain/competence/{screening}?format=json", $"/chain/competence/{screening}?format=csv"])
                Assert.DoesNotContain("XM-P-", await browser.Text(address), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task A_trainer_records_an_observation_and_a_name_is_refused(string provider)
    {
        await using var app = await WithMotu(databases, provider);
        var address = $"/en/competences/{await Id<Competence>(app, "comp-screening")}/observe";
        var trainer = await app.Browser((Roles.Trainer, "XM"));
        var refused = await trainer.Submit(address, ("Form.Officer", "Mele"), ("Form.Observed", "2026-06-01"), ("Form.Observer", "Head of post"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, trainer.Status);
        Assert.NotNull(refused.QuerySelector("#form-officer-error"));
        await trainer.Submit(address, ("Form.Officer", "XM-P-099"), ("Form.Observed", "2026-06-01"), ("Form.Observer", "Head of post"));
        Assert.Equal(HttpStatusCode.OK, trainer.Status);
        Assert.StartsWith("/en/observations", trainer.Address, StringComparison.Ordinal);
        var other = await app.Browser((Roles.Trainer, "FJ"));
        await other.Open(address);
        Assert.Equal(HttpStatusCode.Forbidden, other.Status);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Anyone_answers_a_lesson_and_reads_why(string provider)
    {
        await using var app = await WithMotu(databases, provider);
        var id = await Id<Vaka.Capacity.Lessons.Lesson>(app, "les-notice");
        var anyone = await app.Browser();
        var wrong = await anyone.Submit($"/en/lessons/{id}", "Answer", ("choice", "1"));
        Assert.Contains("Not this one.", wrong.QuerySelector("#feedback")!.TextContent, StringComparison.Ordinal);
        var right = await anyone.Submit($"/fr/lessons/{id}", "Answer", ("choice", "2"));
        Assert.Contains("C’est juste.", right.QuerySelector("#feedback")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("non une compétence", right.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("2", right.QuerySelector("input[aria-describedby=feedback]")!.GetAttribute("value"));
        await anyone.Submit($"/en/lessons/{id}", "Answer");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, anyone.Status);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task A_block_whose_ground_has_moved_asks_to_be_looked_at(string provider)
    {
        await using var app = await WithMotu(databases, provider);
        var analyst = await app.Browser((Roles.Analyst, "XM"));
        Assert.Empty((await analyst.Open("/en/manual")).QuerySelectorAll("article .notice"));
        await analyst.Submit($"/en/capacity/{await Id<Vaka.Capacity.Ratings.CapacityRating>(app, "cap-police")}/edit", "Publish", ("Form.Level", "4"));
        Assert.Equal(HttpStatusCode.OK, analyst.Status);
        var notice = Assert.Single((await analyst.Open("/fr/manual")).QuerySelectorAll("article .notice"));
        Assert.Equal("XM-npl-003", notice.Closest("article")!.Id);
        Assert.Single((await analyst.Open("/en/capacity?owner=XM")).QuerySelectorAll("tbody td a strong"), e => e.TextContent == "4");
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task A_bad_cell_is_named_by_line_and_column(string provider)
    {
        await using var app = await TestApp.Start(databases, provider);
        var report = await app.TryImportPack("XM",
            ("institutions.csv", "key,title_en,kind\ni-1,One,police\ni-2,Two,circus\n"),
            ("capacity-ratings.csv", "key,title_en,institution,level,reason_en,date\nr-1,R,i-1,6,Why,2024\n"),
            ("lessons.csv", "key,title_en,body_en,question_en,options_en,correct\nl-1,L,B,Q,a;b,3\n"),
            ("competences.csv", "key,title_en\nc-1,C\n"),
            ("observations.csv", "competence,institution,officer,sex,age,observed,outcome,observer\nc-1,i-1,Mele,f,18-24,2026-01-01,competent,Head\n"));
        Assert.False(report.Applied);
        foreach (var (file, line, column) in new[] { ("institutions.csv", 3, "kind"), ("capacity-ratings.csv", 2, "level"), ("lessons.csv", 2, "correct"), ("observations.csv", 2, "officer") })
            Assert.Contains(report.Problems, p => p.IsError && p.File == file && p.Line == line && p.Column == column);
    }
}
