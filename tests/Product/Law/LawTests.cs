using Standing = Vaka.Law.Norms.Standing;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vaka.Contracts.Law;
using Vaka.Contracts.Programme;
using Vaka.Kernel.Data;
using Vaka.Kernel.Ownership;
using Vaka.Kernel.Permissions;
using Vaka.Law.Amendments;
using Vaka.Law.Instruments;
using Vaka.Law.Norms;
using Vaka.Law.PathToLaw;

namespace Vaka.Product.Tests.Law;

public sealed class LawTests(Databases databases)
{
    public static TheoryData<string> Providers => Databases.Providers;

    private const string Norms = """
        id,instrument,article,theme,obligation_en,obligation_fr,kind,checked
        TIP-09,UN Trafficking Protocol 2000,9,non-punishment,Protect victims,Protéger les victimes,mandatory,text
        G-1,Recommended Principles 2002,7,non-punishment,Do not punish victims,Ne pas punir les victimes,guidance,memory
        """;

    private const string Treaties = """
        country,instrument,name_en,name_fr,status,date,source,as_at,checked,note_en,note_fr
        VU,UN Trafficking Protocol 2000,Protocol,Protocole,party,2010,list A,2020,verified,,
        VU,UN Trafficking Protocol 2000,Protocol,Protocole,signed,,list B,2021,verified,,
        """;

    private static readonly (string, string)[] Pack =
    [
        ("instruments.csv", "key,audience,themes,title_en,title_fr,kind,citation,in_force,source\nact,public,non-punishment,Test Act,Loi d’essai,act,Act 1,2011,for tests\n"),
        ("provisions.csv", "key,audience,title_en,instrument,number,text_en,text_fr,as_at\ns-24,public,Section 24,act,24,It is an offence to stay.,C’est une infraction de rester.,2011\n"),
        ("ratings.csv", "key,audience,title_en,norm,provision,rating,reason_en,reason_fr,reviewer\nr-1,public,Section 24 rated,TIP-09,s-24,not,No exception,Aucune exception,A law office\n"),
        ("legal-gaps.csv", "key,audience,title_en,priority,because\ng-1,public,No exception,high,rating:r-1\n"),
        ("amendments.csv", "key,audience,title_en,provision,before_en,after_en,reason_en,priority,because\na-1,public,An exception,s-24,It is an offence to stay.,It is no offence to stay as a victim.,To protect,high,legal-gap:g-1\n"),
        ("comments.csv", "key,audience,title_en,amendment,from_en,text_en,answer_en,date\nc-1,public,A question,a-1,A centre,Who is a victim?,Section 2 says so.,2025-02-01\n"),
        ("validations.csv", "key,audience,title_en,amendment,body_en,decision,date\nv-1,public,First reading,a-1,A workshop,returned,2025-03-01\nv-2,public,Second reading,a-1,A workshop,validated,2025-04-01\n"),
        ("steps.csv", "country,order,key,name_en,name_fr,source\nVU,1,drafting,Drafting,Rédaction,for tests\nVU,2,commencement,Commencement,Entrée en vigueur,for tests\n"),
        ("progress.csv", "amendment,step,date,note_en,note_fr\na-1,drafting,2025-01-10,,\na-1,commencement,2025-06-01,,\n"),
    ];

    private static async Task Prepare(TestApp app)
    {
        await app.Import("norms", Norms, "PACIFIC");
        await app.Import("treaties", Treaties);
        await app.ImportPack("VU", Pack);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task A_pack_leads_from_a_norm_to_a_commencement_and_again_changes_nothing(string provider)
    {
        await using var app = await TestApp.Start(databases, provider);
        await Prepare(app);
        await using var scope = app.System();
        var db = scope.ServiceProvider.GetRequiredService<VakaDb>();
        var commencement = await db.Set<Commencement>().SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal(("a-1", new DateOnly(2025, 6, 1), 1), (commencement.Key, commencement.On, commencement.PublishedVersion));
        var provision = await db.Set<Provision>().SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal(("It is no offence to stay as a victim.", (string?)null, 2), (provision.Text["en"], provision.Text["fr"], provision.PublishedVersion));
        var before = await scope.ServiceProvider.GetRequiredService<Kernel.Chain.IChain>().Before("commencement", commencement.Id, TestContext.Current.CancellationToken);
        Assert.Equal(["amendment:a-1", "validation:v-2"], before.Select(b => $"{b.Ref.Kind}:{b.Key}").Order(StringComparer.Ordinal));
        var measure = scope.ServiceProvider.GetServices<IMeasure>().Single(m => m.Name == "law.amendments-commenced");
        Assert.Equal("a-1", Assert.Single(await measure.Rows("VU", TestContext.Current.CancellationToken)).Label);
        Assert.Equal(2, (await scope.ServiceProvider.GetRequiredService<ITreaties>().Of("VU", TestContext.Current.CancellationToken)).Count);

        var again = await app.TryImportPack("VU", Pack);
        Assert.Equal((true, 0, 0, 0), (again.Applied, again.Created, again.Updated, again.Kept));
        await using var after = app.System();
        Assert.Equal(2, (await after.ServiceProvider.GetRequiredService<VakaDb>().Set<Provision>().SingleAsync(TestContext.Current.CancellationToken)).PublishedVersion);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task The_public_reads_every_page_of_the_law_in_both_languages(string provider)
    {
        await using var app = await TestApp.Start(databases, provider);
        await Prepare(app);
        var browser = await app.Browser();
        foreach (var language in (string[])["en", "fr"])
            foreach (var list in (string[])["reform", "norms", "instruments", "ratings", "legal-gaps", "amendments"])
            {
                var page = await browser.Open($"/{language}/{list}");
                Assert.Equal(HttpStatusCode.OK, browser.Status);
                foreach (var link in page.QuerySelectorAll("main tbody th a").Select(a => a.GetAttribute("href")!).ToList())
                {
                    var shown = await browser.Open(link);
                    Assert.Equal(HttpStatusCode.OK, browser.Status);
                    foreach (var inner in shown.QuerySelectorAll("main section a, main .facts a").Select(a => a.GetAttribute("href")!).Distinct().ToList())
                    {
                        await browser.Open(inner);
                        Assert.True(browser.Status == HttpStatusCode.OK, $"{link} leads to {inner}: {browser.Status}");
                    }
                }
            }
        var list2 = await browser.Open("/en/amendments");
        var amendment = await browser.Open(list2.QuerySelector("main tbody th a")!.GetAttribute("href")!);
        Assert.Equal("an", amendment.QuerySelector(".redline del")?.TextContent);
        Assert.Equal(["no", "as a victim"], amendment.QuerySelectorAll(".redline ins").Select(i => i.TextContent.Trim()));
        Assert.Equal(2, amendment.QuerySelectorAll(".timeline .done").Length);
        Assert.Contains("Section 2 says so.", amendment.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task A_draft_is_seen_by_its_drafter_alone_until_it_is_released(string provider)
    {
        await using var app = await TestApp.Start(databases, provider);
        await Prepare(app);
        await using var scope = app.System();
        var provision = await scope.ServiceProvider.GetRequiredService<VakaDb>().Set<Provision>().SingleAsync(TestContext.Current.CancellationToken);
        var (drafter, colleague) = (await app.Browser((Roles.LegalDrafter, "VU")), await app.Browser((Roles.LegalDrafter, "VU")));
        await drafter.Submit("/en/amendments/new", "Publish", ("Form.Key", "a-2"), ("Form.Title[en]", "A draft"), ("Form.Provision", provision.Id.ToString()),
            ("Form.After[en]", "It is no offence."), ("Form.Reason[en]", "To protect"), ("Form.Priority", "Low"));
        Assert.Equal(HttpStatusCode.OK, drafter.Status);
        var address = drafter.Address;
        await colleague.Open(address);
        Assert.Equal(HttpStatusCode.NotFound, colleague.Status);
        await drafter.Submit(address, "Release", ("revision", Revision(await drafter.Open(address))));
        Assert.Equal(HttpStatusCode.OK, drafter.Status);
        await colleague.Open(address);
        Assert.Equal(HttpStatusCode.OK, colleague.Status);

        await drafter.Submit(address, "Record", ("on", "2026-01-05"));
        Assert.Equal(HttpStatusCode.OK, drafter.Status);
        await drafter.Submit(address, "Record", ("on", "2026-02-05"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, drafter.Status);
        Assert.Single((await drafter.Open(address)).QuerySelectorAll(".timeline .done"));
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task A_legal_gap_is_recorded_from_a_rating(string provider)
    {
        await using var app = await TestApp.Start(databases, provider);
        await Prepare(app);
        var drafter = await app.Browser((Roles.LegalDrafter, "VU"));
        var form = await drafter.Open("/fr/legal-gaps/new");
        var rating = form.QuerySelector("[name='Form.Because']")!.GetAttribute("value")!;
        var page = await drafter.Submit("/fr/legal-gaps/new", "Publish", ("Form.Key", "g-2"), ("Form.Title[fr]", "Lacune"), ("Form.Priority", "Medium"), ("Form.Because", rating));
        Assert.Equal(HttpStatusCode.OK, drafter.Status);
        Assert.Contains("Section 24 rated", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void The_redline_gives_back_both_texts()
    {
        const string before = "(1) A person at Haʻatolu commits an offence.\n(2) Removed.", after = "(1) A child at Haʻatolu commits no offence.\n(2) Kept.\n(3) New.";
        var pieces = Redline.Of(before, after);
        Assert.Equal(before, string.Concat(pieces.Where(p => p.Kind != PieceKind.Inserted).Select(p => p.Text)));
        Assert.Equal(after, string.Concat(pieces.Where(p => p.Kind != PieceKind.Deleted).Select(p => p.Text)));
        Assert.Equal(["person", "an", "Removed"], pieces.Where(p => p.Kind == PieceKind.Deleted).Select(p => p.Text));
    }

    [Fact]
    public void Guidance_binds_nobody_and_the_weakest_of_equal_claims_counts()
    {
        StandingClaim Claim(Standing standing, bool verified) => new(standing, verified, null, "a list", null, "standing.binding", Kernel.Words.LocalText.Empty);
        Assert.Equal(Standing.Benchmark, NormStanding.Of(NormKind.Guidance, [Claim(Standing.Binding, true)]).Value);
        var disputed = NormStanding.Of(NormKind.Mandatory, [Claim(Standing.Binding, true), Claim(Standing.Signed, true), Claim(Standing.Benchmark, false)]);
        Assert.Equal((Standing.Signed, true), (disputed.Value, disputed.IsDisputed));
    }

    private static string Revision(AngleSharp.Html.Dom.IHtmlDocument page) => page.QuerySelector("[name=revision]")!.GetAttribute("value")!;
}
