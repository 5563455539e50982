using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vaka.Kernel.Chain;
using Vaka.Kernel.Data;
using Vaka.Kernel.Permissions;
using Vaka.Law.Amendments;
using Vaka.Law.Consultation;
using Vaka.Law.Instruments;
using Vaka.Law.Matrix;
using Vaka.Law.Norms;
using Vaka.Law.PathToLaw;
using Vaka.Law.Validations;

namespace Vaka.Product.Tests.Law;

/// <summary>The forms of the law as its people use them: from an instrument to a commencement, without a file.</summary>
public sealed class LawFormTests(Databases databases)
{
    private const string Norms = "id,instrument,article,theme,obligation_en,obligation_fr,kind,checked\nN-1,Treaty 2000,9,non-punishment,Protect victims,Protéger les victimes,mandatory,text\nN-2,Treaty 2000,10,shelter,Shelter,Héberger,optional,toc\n";
    private const string Steps = "country,order,key,name_en,name_fr,source\nVU,1,approval,Approval,Approbation,for tests\nVU,2,drafting,Drafting,Rédaction,for tests\nVU,3,commencement,Commencement,Entrée en vigueur,for tests\n";

    public static TheoryData<string> Providers => Databases.Providers;

    private static async Task<Guid> Id<T>(TestApp app, string key) where T : ChainRow
    {
        await using var scope = app.System();
        return (await scope.ServiceProvider.GetRequiredService<VakaDb>().Set<T>().SingleAsync(r => r.Key == key)).Id;
    }

    private static async Task<T> Row<T>(TestApp app, string key) where T : ChainRow
    {
        await using var scope = app.System();
        return await scope.ServiceProvider.GetRequiredService<VakaDb>().Set<T>().SingleAsync(r => r.Key == key);
    }

    private static async Task<string[]> Before(TestApp app, ChainRow row)
    {
        await using var scope = app.System();
        return [.. (await scope.ServiceProvider.GetRequiredService<IChain>().Before(row.Kind, row.Id)).Select(b => $"{b.Ref.Kind}:{b.Key}").Order(StringComparer.Ordinal)];
    }

    private static void Ok(TestBrowser browser, AngleSharp.Html.Dom.IHtmlDocument page) =>
        Assert.True(browser.Status == HttpStatusCode.OK, $"{browser.Status} {browser.Address}: {page.QuerySelector(".error-summary, .notice-bad")?.TextContent}");

    private static async Task<TestApp> Written(Databases databases, string provider)
    {
        var app = await TestApp.Start(databases, provider);
        await app.Import("norms", Norms, "PACIFIC");
        await app.ImportPack("VU", ("steps.csv", Steps));
        var drafter = await app.Browser((Roles.LegalDrafter, "VU"));
        Ok(drafter, await drafter.Submit("/en/instruments/new", "Publish", ("Form.Key", "act"), ("Form.Title[en]", "Test Act"), ("Form.InstrumentKind", "Act"), ("Form.Citation", "Act 1"), ("Form.InForce", "2011-03"), ("Form.Source", "for tests")));
        Ok(drafter, await drafter.Submit($"/en/provisions/new?instrument={await Id<Instrument>(app, "act")}", "Publish", ("Form.Key", "s-1"), ("Form.Title[en]", "Section 1"), ("Form.Number", "1"),
            ("Form.Text[en]", "It is an offence."), ("Form.AsAt", "2011"), ("Form.Checked", "Verified")));
        return app;
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task A_drafter_writes_down_a_law_and_rates_it(string provider)
    {
        await using var app = await Written(databases, provider);
        var provision = await Row<Provision>(app, "s-1");
        Assert.Equal(("It is an offence.", new PartialDate(2011), 1), (provision.Text["en"], provision.AsAt, provision.PublishedVersion));
        Assert.Equal(["instrument:act"], await Before(app, provision));
        var drafter = await app.Browser((Roles.LegalDrafter, "VU"));
        var norm = await Id<Norm>(app, "N-1");
        (string, string)[] rating = [("Form.Key", "r-1"), ("Form.Title[en]", "Rated"), ("Form.Provision", provision.Id.ToString()), ("Form.Fulfilment", "Partly"), ("Form.Reason[en]", "An exception is missing")];

        var refused = await drafter.Submit($"/fr/ratings/new?norm={norm}", "Publish", [.. rating, ("Form.Reviewer", " ")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, drafter.Status);
        Assert.Contains("aucune appréciation sans évaluateur désigné", refused.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Ok(drafter, await drafter.Submit($"/en/ratings/new?norm={norm}", "Publish", [.. rating, ("Form.Reviewer", "A law office")]));
        Assert.Equal(["norm:N-1", "provision:s-1"], await Before(app, await Row<Rating>(app, "r-1")));

        // A fact that is a code is told in words, in both languages; data keeps the code.
        var chain = $"/chain/rating/{await Id<Rating>(app, "r-1")}";
        Assert.Contains("Partly met", (await drafter.Open("/en" + chain)).QuerySelector(".facts")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("mars 2011", (await drafter.Open($"/fr/chain/instrument/{await Id<Instrument>(app, "act")}")).QuerySelector(".facts")!.TextContent, StringComparison.Ordinal);
        var facts = JsonDocument.Parse(await drafter.Text(chain + "?format=json")).RootElement.GetProperty("nodes").EnumerateArray().Single(n => n.GetProperty("kind").GetString() == "rating").GetProperty("facts");
        Assert.Equal("partly", facts[0].GetProperty("value").GetProperty("mul").GetString());

        // Nobody else writes here.
        foreach (var other in new[] { await app.Browser((Roles.Analyst, "VU")), await app.Browser((Roles.LegalDrafter, "FJ")) })
            foreach (var address in new[] { $"/en/ratings/{await Id<Rating>(app, "r-1")}/edit", $"/en/provisions/{provision.Id}/edit", $"/en/instruments/{await Id<Instrument>(app, "act")}/edit" })
            {
                await other.Open(address);
                Assert.True(other.Status is HttpStatusCode.Forbidden or HttpStatusCode.NotFound, $"{address}: {other.Status}");
            }
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task The_matrix_shows_each_cell_under_its_theme_to_those_who_may_see_it(string provider)
    {
        await using var app = await Written(databases, provider);
        var drafter = await app.Browser((Roles.LegalDrafter, "VU"));
        Ok(drafter, await drafter.Submit($"/en/ratings/new?norm={await Id<Norm>(app, "N-1")}", "Publish", ("Form.Key", "r-1"), ("Form.Title[en]", "Rated"), ("Form.Provision", (await Id<Provision>(app, "s-1")).ToString()),
            ("Form.Fulfilment", "Not"), ("Form.Reason[en]", "No exception"), ("Form.Reviewer", "A law office")));
        var page = await drafter.Open("/en/matrix?owner=VU");
        Assert.Equal(["Non-punishment"], page.QuerySelectorAll("main section h2").Select(h => h.TextContent.Trim()));
        var row = Assert.Single(page.QuerySelectorAll("main tbody tr"));
        foreach (var said in (string[])["Treaty 2000, 9", "Protect victims", "Benchmark, not an obligation", "Section 1", "Not met", "No exception", "A law office"]) Assert.Contains(said, row.TextContent, StringComparison.Ordinal);
        Assert.All(row.QuerySelectorAll("td"), cell => Assert.False(string.IsNullOrEmpty(cell.GetAttribute("data-label"))));
        page = await drafter.Open("/fr/matrix?owner=VU&all=true");
        Assert.Equal(["Hébergement", "Non-sanction"], page.QuerySelectorAll("main section h2").Select(h => h.TextContent.Trim()).Order(StringComparer.Ordinal));
        var rate = page.QuerySelector("main tbody a[href*='/ratings/new']")!.GetAttribute("href")!;
        Assert.Equal(await Id<Norm>(app, "N-2"), Guid.Parse((await drafter.Open(rate)).QuerySelector("#form-norm option[selected]")!.GetAttribute("value")!));

        // The data address leads a browser to the page, and a rating that was not shared is in neither for a stranger.
        var stranger = await app.Browser();
        await stranger.Open("/matrix?owner=VU");
        Assert.Equal((HttpStatusCode.OK, "/en/matrix?owner=VU"), (stranger.Status, stranger.Address));
        foreach (var address in (string[])["/en/matrix?owner=VU&all=true", "/matrix?owner=VU&all=true&format=json", "/matrix?owner=VU&all=true&format=csv"])
        {
            var text = await stranger.Text(address);
            Assert.Equal(HttpStatusCode.OK, stranger.Status);
            Assert.Contains("Treaty 2000", text, StringComparison.Ordinal);
            Assert.DoesNotContain("No exception", text, StringComparison.Ordinal);
            Assert.DoesNotContain("/ratings/", text, StringComparison.Ordinal);
        }
        await stranger.Open("/en/matrix?owner=ZZ");
        Assert.Equal(HttpStatusCode.NotFound, stranger.Status);
        await stranger.Open("/en/matrix");
        Assert.Equal(HttpStatusCode.OK, stranger.Status);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task A_form_older_than_the_row_is_refused_with_both_versions_and_words_for_the_fields(string provider)
    {
        await using var app = await Written(databases, provider);
        var drafter = await app.Browser((Roles.LegalDrafter, "VU"));
        var address = $"/fr/provisions/{await Id<Provision>(app, "s-1")}/edit";
        Ok(drafter, await drafter.Submit(address, ("Form.Number", "1A")));
        var clash = await drafter.Submit(address, ("Form.Number", "1B"), ("Form.Revision", "1"));
        Assert.Equal(HttpStatusCode.Conflict, drafter.Status);
        Assert.Equal(["Numéro", "1A", "1B"], Assert.Single(clash.QuerySelectorAll(".notice-warn tbody tr")).Children.Select(c => c.TextContent));
        Assert.Equal("1A", (await Row<Provision>(app, "s-1")).Number);
    }

    [Theory, MemberData(nameof(Providers)), Trait("speed", "slow")]
    public async Task An_amendment_is_commented_answered_validated_and_brought_into_force_by_forms(string provider)
    {
        await using var app = await Written(databases, provider);
        var (drafter, validator, focal) = (await app.Browser((Roles.LegalDrafter, "VU")), await app.Browser((Roles.Validator, "VU")), await app.Browser((Roles.FocalPoint, "VU")));
        Ok(drafter, await drafter.Submit("/en/amendments/new", "Publish", ("Form.Key", "a-1"), ("Form.Title[en]", "An exception"), ("Form.Provision", (await Id<Provision>(app, "s-1")).ToString()),
            ("Form.After[en]", "It is no offence."), ("Form.Reason[en]", "To protect"), ("Form.Priority", "High")));
        var (amendment, page) = (await Id<Amendment>(app, "a-1"), $"/en/amendments/{await Id<Amendment>(app, "a-1")}");
        (string, string)[] comment = [("Form.Key", "c-1"), ("Form.Title[en]", "A question"), ("Form.Amendment", amendment.ToString()), ("Form.From[en]", "A centre"), ("Form.Text[en]", "Who?"), ("Form.On", "2025-02-01")];
        (string, string)[] decision = [("Form.Key", "v-1"), ("Form.Title[en]", "A reading"), ("Form.Amendment", amendment.ToString()), ("Form.Body[en]", "A workshop"), ("Form.Decision", "Validated"), ("Form.On", "2025-03-01")];
        // A draft is neither commented nor validated.
        await drafter.Submit("/en/comments/new", "Publish", comment);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, drafter.Status);
        Ok(drafter, await drafter.Submit(page, "Release", ("revision", (await Row<Amendment>(app, "a-1")).Revision.ToString(null, null))));

        Ok(focal, await focal.Submit($"/en/comments/new?amendment={amendment}", "Publish", comment));
        Ok(drafter, await drafter.Submit($"/en/comments/{await Id<Comment>(app, "c-1")}/edit", "Publish", ("Form.Answer[en]", "A victim.")));
        var answered = await Row<Comment>(app, "c-1");
        Assert.Equal(("A victim.", 2), (answered.Answer["en"], answered.PublishedVersion));
        Assert.Equal(["amendment:a-1"], await Before(app, answered));

        await drafter.Open("/en/validations/new");
        Assert.Equal(HttpStatusCode.Forbidden, drafter.Status);
        await validator.Submit("/en/validations/new", "Publish", [.. decision.Where(d => d.Item1 != "Form.On"), ("Form.On", "2999-01-01")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, validator.Status);
        Ok(validator, await validator.Submit($"/en/validations/new?amendment={amendment}", "Publish", decision));
        Assert.Equal((await Row<Amendment>(app, "a-1")).TextHash, (await Row<Validation>(app, "v-1")).TextHash);

        var refused = await drafter.Submit(page, "Record", ("step", "drafting"), ("on", "2025-04-01"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, drafter.Status);
        Assert.Contains(refused.QuerySelectorAll(".notice-bad"), n => n.TextContent.Contains("Approval", StringComparison.Ordinal));
        foreach (var (step, day) in new[] { ("approval", "2025-04-01"), ("drafting", "2025-05-01"), ("commencement", "2025-06-01") })
            Ok(drafter, await drafter.Submit(page, "Record", ("step", step), ("on", day)));
        Assert.Equal("It is no offence.", (await Row<Provision>(app, "s-1")).Text["en"]);
        var commencement = await Row<Commencement>(app, "a-1");
        Assert.Equal(["amendment:a-1", "validation:v-1"], await Before(app, commencement));
        Assert.Contains("1 juin 2025", (await drafter.Open($"/fr/chain/commencement/{commencement.Id}")).QuerySelector(".facts")!.TextContent, StringComparison.Ordinal);

        // What the amendment made of the provision, the provision's form leaves alone.
        var edit = $"/en/provisions/{await Id<Provision>(app, "s-1")}/edit";
        await drafter.Submit(edit, ("Form.Text[en]", "It is an offence again."));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, drafter.Status);
        Ok(drafter, await drafter.Submit(edit, ("Form.Source", "for tests")));
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Releasing_an_amendment_releases_no_earlier_draft_of_it(string provider)
    {
        await using var app = await Written(databases, provider);
        var (drafter, colleague) = (await app.Browser((Roles.LegalDrafter, "VU")), await app.Browser((Roles.LegalDrafter, "VU")));
        Ok(drafter, await drafter.Submit("/en/amendments/new", "Publish", ("Form.Key", "a-1"), ("Form.Title[en]", "A rash title"), ("Form.Provision", (await Id<Provision>(app, "s-1")).ToString()),
            ("Form.After[en]", "It is rash."), ("Form.Reason[en]", "To protect"), ("Form.Priority", "High")));
        var id = await Id<Amendment>(app, "a-1");
        Ok(drafter, await drafter.Submit($"/en/amendments/{id}/edit", "Publish", ("Form.Title[en]", "A sober title"), ("Form.After[en]", "It is sober.")));
        Ok(drafter, await drafter.Submit($"/en/amendments/{id}", "Release", ("revision", (await Row<Amendment>(app, "a-1")).Revision.ToString(null, null))));
        Assert.Equal(3, (await drafter.Open($"/en/chain/amendment/{id}")).QuerySelectorAll("section[aria-labelledby=versions] li").Length);
        var seen = await colleague.Open($"/en/chain/amendment/{id}");
        Ok(colleague, seen);
        Assert.Single(seen.QuerySelectorAll("section[aria-labelledby=versions] li"));
        foreach (var version in (int[])[1, 2])
        {
            var text = await colleague.Text($"/chain/amendment/{id}?version={version}&format=json");
            Assert.Equal(HttpStatusCode.NotFound, colleague.Status);
            Assert.DoesNotContain("rash", text, StringComparison.OrdinalIgnoreCase);
        }
    }
}
