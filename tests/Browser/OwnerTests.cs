using Vaka.Kernel.Permissions;

namespace Vaka.Browser.Tests;

/// <summary>Two owners and a stranger, with the mouse: each sees what the owner of a row has decided, and nothing else.</summary>
public sealed class OwnerTests(Site site)
{
    [Theory, InlineData("en", 1280), InlineData("fr", 360)]
    public async Task A_finding_is_seen_by_its_owner_then_by_whom_it_names_then_by_all_and_can_be_taken_back(string language, int width)
    {
        var (mine, other) = (Site.Packs[0].Owner, Site.Packs[1].Owner);
        var title = $"Haʻatolu, {language}: “ouvrière d’été”";
        await using var owner = await site.Open(language, width, false, (Roles.Analyst, mine));
        await using var neighbour = await site.Open(language, width, false, (Roles.Analyst, other));
        await using var stranger = await site.Open(language, width, false);

        await owner.Go("");
        await owner.Follow("^/assess$");
        await owner.Follow("^/findings$");
        await owner.Follow("^/findings/new$");
        await owner.Page.Locator("#form-key").FillAsync($"seen-{language}");
        await owner.Page.Locator($"#form-title-{language}").FillAsync(title);
        await owner.Page.Locator("button[formaction$=Publish]").ClickAsync();
        Assert.Contains(title, await owner.Says(), StringComparison.Ordinal);
        var address = owner.Path;
        var chain = "/chain/finding/" + address.Split('/')[^1];

        await Sees(owner, true);
        await Sees(neighbour, false);
        await Sees(stranger, false);

        await Share("Named", other);
        await Sees(neighbour, true);
        await Sees(stranger, false);
        Assert.Equal(0, await neighbour.Page.Locator("main form[method=post]").CountAsync()); // Who sees does not therefore write.
        Assert.Contains(await neighbour.Status(address + "/edit"), (int[])[403, 404]);

        await Share("Public", "");
        await Sees(stranger, true);
        await Share("OwnerOnly", "");
        await Sees(owner, true);
        await Sees(neighbour, false);
        await Sees(stranger, false);

        async Task Share(string audience, string countries)
        {
            await owner.Go(address);
            await owner.Page.Locator("#audience").SelectOptionAsync(audience);
            await owner.Page.Locator("#countries").FillAsync(countries);
            await owner.Page.Locator("form[action*=Share] button").ClickAsync();
            await owner.Page.WaitForLoadStateAsync();
        }

        // In the list, by its address, in its chain, and as data.
        async Task Sees(Window reader, bool seen)
        {
            await reader.Go("/findings");
            Assert.Equal(seen, (await reader.Says()).Contains(title, StringComparison.Ordinal));
            Assert.Equal(seen, (await reader.Data("/findings?format=json")).Contains(address.Split('/')[^1], StringComparison.Ordinal));
            foreach (var place in (string[])[chain, chain + "?format=json", address]) Assert.Equal(seen ? 200 : 404, await reader.Status(place));
        }
    }
}
