namespace Vaka.Browser.Tests;

/// <summary>The whole idea, by visible links only, in both languages and without JavaScript too.</summary>
public sealed class WalkTests(Site site)
{
    public static TheoryData<string, int, bool> Readers => new() { { "en", 1280, true }, { "fr", 360, true }, { "en", 360, false }, { "fr", 1280, false } };

    [Theory, MemberData(nameof(Readers))]
    public async Task From_the_list_of_projects_to_an_outcome_and_to_the_facts_of_a_country(string language, int width, bool script)
    {
        await using var window = await site.Open(language, width, script);
        await window.Go("");
        await window.Follow("^/projects$");
        await window.Follow("^/projects/PX\\.0220$");
        var record = await window.Says();
        Assert.Contains("FJ10P0514", record, StringComparison.Ordinal);
        Assert.Contains(language == "fr" ? "400\u202F000" : "400,000", record.Replace('\u00A0', ' '), StringComparison.Ordinal);
        await window.Follow("^/results/", language == "fr" ? "besoins" : "needs");
        await window.Follow("^/projects/PX\\.0220$");
        await window.Follow("^/countries/VU$");
        var country = await window.Says();
        foreach (var fact in (string[])["102", "34", "2018", "48"]) Assert.Contains(fact, country, StringComparison.Ordinal);
        Assert.Contains(language == "fr" ? "Source :" : "Source:", country.Replace('\u00A0', ' '), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Readers))]
    public async Task Motu_from_the_indicator_back_to_the_answer_and_forward_to_the_board(string language, int width, bool script)
    {
        await using var window = await site.Open(language, width, script);
        await window.Go("");
        await window.Follow("^/projects$");
        await window.Follow("^/projects/MOTU-01$");
        await window.Follow("^/indicators/");
        await Back(window, ["commencement", "validation", "amendment", "legal-gap", "rating", "need", "finding", "answer"]);
        Assert.Contains(language == "fr" ? "Fictif" : "Fictional", await window.Page.Locator("body").InnerTextAsync(), StringComparison.Ordinal);
        await window.Follow("^/answers/");
        // And on again.
        await window.Follow("^/chain/answer/");
        await window.Follow("^/chain/finding/");
        await window.Follow("^/chain/need/");
        await window.Follow("^/chain/rating/");
        await window.Follow("^/chain/legal-gap/");
        await window.Follow("^/chain/amendment/");
        await window.Follow("^/chain/commencement/");
        await window.Follow("^/chain/manual-block/");
        await window.Follow("^/chain/lesson/");
        await window.Follow("^/chain/competence/");
        await window.Follow("^/chain/indicator/");
        await window.Follow("^/board");
    }

    // From a row's page to its chain page, and from there back, kind by kind.
    private static async Task Back(Window window, string[] kinds)
    {
        await window.Follow("^/chain/");
        foreach (var kind in kinds) await window.Follow($"^/chain/{kind}/");
    }
}
