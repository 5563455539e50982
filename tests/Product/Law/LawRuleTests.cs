using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using System.Text;
using Vaka.Contracts.Law;
using Vaka.Evidence.Chain;
using Vaka.Kernel.Data;
using Vaka.Kernel.Importing;
using Vaka.Kernel.Words;
using Vaka.Law.Amendments;
using Vaka.Law.Instruments;
using Vaka.Law.Matrix;
using Vaka.Law.Norms;
using Vaka.Law.PathToLaw;
using Standing = Vaka.Law.Norms.Standing;

namespace Vaka.Product.Tests.Law;

/// <summary>The rules of the law, without a database where they need none, and what its files must not do.</summary>
public sealed class LawRuleTests(Databases databases)
{
    private const string Header = "id,instrument,article,theme,obligation_en,obligation_fr,kind,checked\n";

    public static TheoryData<string> Providers => Databases.Providers;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    // The path of a country as its content says it.
    private static List<PathStep> Path(string file, string country) =>
        [.. File.ReadLines(System.IO.Path.Combine(Motu.Content, file)).Skip(1).Select(l => l.Split(',')).Where(c => c[0] == country)
            .Select(c => new PathStep { Owner = c[0], Order = int.Parse(c[1], null), Key = c[2] })];

    private static AmendmentStep Taken(string step, int day) => new() { Owner = "VU", Step = step, On = new DateOnly(2026, 1, 1).AddDays(day) };

    [Fact]
    public void In_Vanuatu_approval_comes_before_drafting()
    {
        var steps = Path("reference/paths-to-law/steps.csv", "VU");
        var day = new DateOnly(2026, 3, 1);
        var path = new LawPath(steps, [Taken("drafting-committee", 0), Taken("legislative-plan", 1)]);
        Assert.Equal("ag-approval", path.Next!.Key);
        Assert.Equal("path.not-next", path.Refuse("consultation-drafting", day));
        Assert.Equal("path.not-next", path.Refuse("council-of-ministers", day));
        Assert.Null(path.Refuse("ag-approval", day));
        path = new(steps, [Taken("drafting-committee", 0), Taken("legislative-plan", 1), Taken("ag-approval", 2)]);
        Assert.Equal("path.not-next", path.Refuse("consultation-drafting", day));
        path = new(steps, [Taken("drafting-committee", 0), Taken("legislative-plan", 1), Taken("ag-approval", 2), Taken("council-of-ministers", 3)]);
        Assert.Null(path.Refuse("consultation-drafting", day));
    }

    [Theory, InlineData("reference/paths-to-law/steps.csv", "VU"), InlineData("demo/motu/steps.csv", "XM")]
    public void A_path_is_walked_in_its_order_alone_and_never_back_in_time(string file, string country)
    {
        var steps = Path(file, country);
        Assert.Equal(PathStep.Commencement, steps.MaxBy(s => s.Order)!.Key);
        var taken = new List<AmendmentStep>();
        foreach (var next in steps.OrderBy(s => s.Order))
        {
            var path = new LawPath(steps.AsEnumerable().Reverse(), taken);
            Assert.Equal(next.Key, path.Next?.Key);
            Assert.All(steps.Where(s => s.Order > next.Order), later => Assert.Equal("path.not-next", path.Refuse(later.Key, new(2030, 1, 1))));
            if (taken.Count > 0) Assert.Equal("path.before-earlier", path.Refuse(next.Key, taken[^1].On.AddDays(-1)));
            Assert.Null(path.Refuse(next.Key, new DateOnly(2026, 1, 1).AddDays(taken.Count)));
            taken.Add(Taken(next.Key, taken.Count));
        }
        var whole = new LawPath(steps, taken);
        Assert.Null(whole.Next);
        Assert.Equal("path.after-later", whole.Refuse(steps[0].Key, new(2030, 1, 1)));
        Assert.Equal("path.no-such-step", whole.Refuse("coronation", new(2030, 1, 1)));
        Assert.Equal("path.none", new LawPath([], []).Refuse("drafting", new(2030, 1, 1)));
    }

    [Fact]
    public void A_rating_without_a_reviewer_or_a_reason_is_refused()
    {
        var rating = new Rating { Owner = "VU", Key = "r", Reviewer = " " };
        Assert.Equal([("Reason", "form.required"), ("Reviewer", "matrix.no-reviewer")], rating.Problems());
        (rating.Reviewer, rating.Reason) = ("A law office", LocalText.Of("Why", null));
        Assert.Empty(rating.Problems());
    }

    [Fact]
    public void A_provision_is_worded_as_at_a_day_and_amended_words_only_by_amendments()
    {
        var (provision, text) = (new Provision { Owner = "VU", Key = "p", Number = "1" }, LocalText.Of("It is so.", null));
        Assert.Equal(("AsAt", "provision.as-at-needed"), provision.Reword(text, null));
        Assert.True(provision.Text.IsEmpty);
        Assert.Null(provision.Reword(text, new PartialDate(2011)));
        provision.Amend(Ids.New(), LocalText.Of("It is otherwise.", null), new(2026, 1, 2));
        Assert.Equal(("Text", "provision.words-by-amendment"), provision.Reword(text, new PartialDate(2011)));
        Assert.Null(provision.Reword(LocalText.Of("It is otherwise.", null), new PartialDate(2026, 1, 2)));
        Assert.Equal("It is otherwise.", provision.Text["en"]);
    }

    /// <summary>Both texts come back to the letter, whatever they are: words, marks, pairs of surrogates, lines, repeated pieces.</summary>
    [Fact]
    public void A_redline_gives_back_both_of_any_two_texts()
    {
        string[] pieces = ["a", "person", "Haʻatolu", "fakamāloloʻi", "l’État", "(1)", "12", " ", "  ", "\n", "\n\n", ", ", ".", "\t", "𝔞", "e\u0301", "—", "\r\n", "«\u00A0", "\uD800"];
        var random = new Random(20261124);
        for (var round = 0; round < 600; round++)
        {
            var before = Enumerable.Range(0, random.Next(0, 60)).Select(_ => pieces[random.Next(pieces.Length)]).ToList();
            // Half of the time a text of its own, else the same with some pieces taken out, put in or moved.
            var after = random.Next(2) == 0 ? [.. Enumerable.Range(0, random.Next(0, 60)).Select(_ => pieces[random.Next(pieces.Length)])] : before.ToList();
            for (var change = random.Next(6); change > 0 && after.Count > 0; change--)
            {
                var at = random.Next(after.Count);
                if (random.Next(3) > 0) after.RemoveAt(at);
                if (random.Next(3) > 0) after.Insert(Math.Min(at, after.Count), pieces[random.Next(pieces.Length)]);
            }
            var (a, b) = (string.Concat(before), string.Concat(after));
            var redline = Redline.Of(a, b);
            Assert.Equal(a, string.Concat(redline.Where(p => p.Kind != PieceKind.Inserted).Select(p => p.Text)));
            Assert.Equal(b, string.Concat(redline.Where(p => p.Kind != PieceKind.Deleted).Select(p => p.Text)));
            Assert.All(redline, p => Assert.NotEmpty(p.Text));
            for (var i = 1; i < redline.Count; i++) Assert.NotEqual(redline[i - 1].Kind, redline[i].Kind);
            if (a == b) Assert.All(redline, p => Assert.Equal(PieceKind.Same, p.Kind));
            // Cut into lines nothing but line breaks and blank lines is lost.
            Assert.Equal(Letters(a), Letters(string.Concat(Redline.Lines(redline).SelectMany(l => l).Where(p => p.Kind != PieceKind.Inserted).Select(p => p.Text))));
        }
        static string Letters(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
    }

    /// <summary>Whatever sources claim: binding needs a source that says party, and where one of equal weight says less, less counts.</summary>
    [Fact]
    public void No_norm_is_called_binding_without_a_source_that_says_so()
    {
        var random = new Random(7);
        Standing?[] standings = [null, Standing.Benchmark, Standing.Signed, Standing.Binding];
        for (var round = 0; round < 2000; round++)
        {
            var claims = Enumerable.Range(0, random.Next(0, 5)).Select(_ => new StandingClaim(standings[random.Next(4)], random.Next(2) == 0, null, "a list", null, "standing.binding", LocalText.Empty)).ToList();
            foreach (var kind in Enum.GetValues<NormKind>())
            {
                var of = NormStanding.Of(kind, claims);
                if (of.Value == Standing.Benchmark) continue;
                Assert.NotEqual(NormKind.Guidance, kind);
                Assert.Contains(claims, c => c.Standing == of.Value && c.IsVerified == of.IsVerified);
                Assert.DoesNotContain(claims, c => c.Standing < of.Value && c.IsVerified);
                if (!of.IsVerified) Assert.DoesNotContain(claims, c => c.Standing < of.Value);
            }
        }
        Assert.Equal((Standing.Benchmark, false), (NormStanding.Of(NormKind.Mandatory, []).Value, NormStanding.Of(NormKind.Mandatory, []).IsKnown));
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Norms_are_imported_once_as_versions_and_claim_nothing_about_a_state(string provider)
    {
        await using var app = await TestApp.Start(databases, provider);
        const string first = Header + "T-1,Treaty 2000,3(a); 5(1),shelter,\"Make it an offence, wholly.\",En faire une infraction.,mandatory,text\nT-2,Treaty 2000,9,training,Train,Former,optional,toc\nG-1,Guide 2002,7,shelter,Consider,Envisager,guidance,memory\n";
        await app.Import("norms", first, "PACIFIC");
        async Task<(int Norms, int Versions)> Count()
        {
            await using var scope = app.System();
            var db = scope.ServiceProvider.GetRequiredService<VakaDb>();
            return (await db.Set<Norm>().CountAsync(Ct), await db.Set<ChainVersion>().CountAsync(Ct));
        }
        Assert.Equal((3, 3), await Count());
        await app.Import("norms", first, "PACIFIC");
        Assert.Equal((3, 3), await Count());
        await app.Import("norms", first.Replace(",Train,", ",Train all,", StringComparison.Ordinal), "PACIFIC");
        Assert.Equal((3, 4), await Count());
        await using (var scope = app.System())
        {
            var norm = await scope.ServiceProvider.GetRequiredService<VakaDb>().Set<Norm>().SingleAsync(n => n.Key == "T-1", Ct);
            Assert.Equal(("Make it an offence, wholly.", NormKind.Mandatory, NormCheck.Text, "|shelter|"), (norm.Obligation["en"], norm.NormKind, norm.Checked, norm.Themes));
            // Nothing is known of any state: a benchmark to all of them.
            Assert.All(await scope.ServiceProvider.GetRequiredService<NormMatrix>().Read("VU", null, null, true, Ct), r => Assert.Equal((Standing.Benchmark, r.Norm.NormKind == NormKind.Guidance), (r.Standing.Value, r.Standing.IsKnown)));
        }
        // A state that says so without a source is refused, and nothing of the file stays.
        var refused = await app.TryImportPack("VU", ("norm-status.csv", "country,instrument,status,date,source,as_at,checked\nVU,Guide 2002,signed,,a list,2020,verified\nVU,Treaty 2000,binding,,,2020,verified\n"));
        Assert.False(refused.Applied);
        Assert.Contains(refused.Problems, p => p is { IsError: true, Line: 3, Column: "source" });
        await using var after = app.System();
        Assert.Empty(await after.ServiceProvider.GetRequiredService<ITreaties>().Of("VU", Ct));
        Assert.Equal(0, await after.ServiceProvider.GetRequiredService<VakaDb>().Set<NormStatus>().CountAsync(Ct));
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task A_damaged_file_of_norms_imports_nothing(string provider)
    {
        await using var app = await TestApp.Start(databases, provider);
        const string good = "T-1,Treaty 2000,3,shelter,Shelter,Héberger,mandatory,text\n";
        foreach (var damaged in new[]
        {
            "", "id,instrument\nT-1,Treaty\n", Header + good + "T-1,Treaty 2000,4,shelter,Twice,Deux fois,mandatory,text\n", Header + good + "T-2,Treaty 2000,4,no-such-theme,A,B,mandatory,text\n",
            Header + good + "T-2,Treaty 2000,4,shelter,A,B,compulsory,text\n", Header + good + "T-2,,4,shelter,A,B,mandatory,text\n", Header + good + "T-2,Treaty 2000,4,shelter,\"never closed,B,mandatory,text\n",
            Header + good + "T-2,Treaty 2000,4,shelter,,B,mandatory,\n",
        })
            Assert.False((await app.TryImport("norms", Encoding.UTF8.GetBytes(damaged), "PACIFIC")).Applied, damaged);
        Assert.False((await app.TryImport("norms", [.. Encoding.UTF8.GetBytes(Header + good), 0xC3, 0x28, 0xFF], "PACIFIC")).Applied);
        Assert.False((await app.TryImport("norms", Encoding.UTF8.GetBytes(Header + good), "NOWHERE")).Applied);
        await using var scope = app.System();
        var db = scope.ServiceProvider.GetRequiredService<VakaDb>();
        Assert.Equal((0, 0), (await db.Set<Norm>().CountAsync(Ct), await db.Set<ChainVersion>().CountAsync(Ct)));
    }

    /// <summary>The list of standards that was written for this project is carried whole, with what each wording was checked against.</summary>
    [Fact]
    public async Task The_norms_shipped_are_those_of_the_list_of_standards()
    {
        if (Standards() is not { } file)
        {
            Assert.Skip("The list of standards is not here.");
            return;
        }
        var report = new ImportReport();
        static string[] Row(SheetRow r) => [r["id"], r["instrument"], r["article"], r["theme"].Replace(' ', '-').Replace('/', '-'), r["kind"], r["checked"]];
        var (list, shipped) = ((await Sheet.Read(file, report, Ct))!, (await Sheet.Read(System.IO.Path.Combine(Motu.Content, "reference", "norms.csv"), report, Ct))!);
        Assert.Empty(report.Problems);
        Assert.Equal(160, list.Rows.Count);
        Assert.Equal(list.Rows.Select(r => string.Join('|', Row(r))).Order(StringComparer.Ordinal), shipped.Rows.Select(r => string.Join('|', Row(r))).Order(StringComparer.Ordinal));
    }

    private static string? Standards()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (System.IO.Path.Combine(folder.FullName, "shared", "data", "law", "standards.csv") is var file && File.Exists(file)) return file;
        return null;
    }
}
