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
        await window.Follow("^/chain/project/");
        await window.Follow("^/chain/result/");
        await window.Follow("^/board");
    }
}
