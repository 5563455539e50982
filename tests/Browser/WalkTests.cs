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
        await ToIndicator(window, "MOTU-01", "");
        await BackAndForth(window, ["commencement"], ["manual-block", "lesson", "competence", "indicator"]);
    }

    /// <summary>The same walk over content that no one has seen before: three chains drawn from three seeds, read from their files.</summary>
    [Theory, InlineData(0, "en"), InlineData(1, "fr"), InlineData(2, "en")]
    public async Task Random_content_from_the_indicator_back_to_the_answer_and_forward_to_the_board(int place, string language)
    {
        var pack = Site.Packs[place];
        await using var window = await site.Open(language, place == 1 ? 360 : 1280);
        await ToIndicator(window, pack.Project, language == "fr" ? pack.Indicator.Fr : pack.Indicator.En);
        Assert.StartsWith($"{pack.Commenced}", await window.Page.Locator("main dl.facts strong").First.InnerTextAsync(), StringComparison.Ordinal);
        await BackAndForth(window, ["competence", "lesson", "manual-block", "commencement"], ["indicator"]);
    }

    private static async Task ToIndicator(Window window, string project, string title)
    {
        await window.Go("");
        await window.Follow("^/projects$");
        await window.Follow($"^/projects/{project}$");
        await window.Follow("^/indicators/", title);
    }

    // From an indicator's page back to an answer, forward over the same rows, and on to the board.
    private static async Task BackAndForth(Window window, string[] fromIndicator, string[] toIndicator)
    {
        await window.Follow("^/chain/");
        var rows = new Stack<string>();
        foreach (var kind in (string[])[.. fromIndicator, "validation", "amendment", "legal-gap", "rating", "need", "finding", "answer"])
        {
            await window.Follow($"^/chain/{kind}/");
            rows.Push(window.Path);
        }
        Assert.Contains(window.Language == "fr" ? "Fictif" : "Fictional", await window.Page.Locator("body").InnerTextAsync(), StringComparison.Ordinal);
        await window.Follow("^/answers/");
        foreach (var row in rows) await window.Follow($"^{row}");
        foreach (var kind in toIndicator) await window.Follow($"^/chain/{kind}/");
        await window.Follow("^/board");
    }
}
