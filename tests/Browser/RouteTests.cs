using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using Vaka.Kernel.Permissions;

namespace Vaka.Browser.Tests;

/// <summary>Walks every route: accessibility, weight, words.</summary>
public sealed partial class RouteTests(Site site)
{
    // Everyone at once: whoever may open most doors, so that every page is reached by links.
    private static readonly (string Role, string Owner)[] Everything = [.. Site.Packs.Select(p => p.Owner).Append("XM").SelectMany(o => Roles.Grantable.Select(r => (r, o))), (Roles.Administrator, "PACIFIC"), (Roles.ProjectManager, "PACIFIC"), (Roles.ProjectManager, "VU"), (Roles.ProjectManager, "FJ")];

    // Pages that no link leads to: where failures lead, and a form's paper until forms have pages.
    private static readonly string[] Unlinked = ["/status/{code:int}"];

    /// <summary>No axe violation (WCAG 2.2 AA and best practice) on any page, wide in English and narrow in French.</summary>
    [Fact]
    public async Task Every_page_passes_axe()
    {
        var faults = new List<string>();
        foreach (var (language, width) in (IEnumerable<(string, int)>)[("en", 1280), ("fr", 360)])
        {
            await using var everyone = await site.Open(language, width, true, Everything);
            await using var nobody = await site.Open(language, width);
            foreach (var (template, address) in await Samples(language))
            {
                var window = template.StartsWith("/account", StringComparison.Ordinal) && template != "/account" ? nobody : everyone;
                await window.Page.GotoAsync(site.Url + address);
                faults.AddRange((await window.Faults()).Select(f => $"{address} at {width}: {f}"));
                var overflow = await window.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
                if (overflow > 1) faults.Add($"{address} at {width}: {overflow} px too wide");
            }
        }
        Assert.Empty(faults);
    }

    /// <summary>In the made-up language no letter stands outside transformed words, marked languages and untranslatable data.</summary>
    [Fact]
    public async Task No_page_shows_a_text_that_is_not_in_the_words()
    {
        var faults = new List<string>();
        using var client = await SignedIn();
        foreach (var (_, address) in await Samples("qps"))
        {
            // Every address answered when it was found; a row that another test has taken back since then has no text to look at.
            var answer = await client.GetAsync(address);
            if (answer.StatusCode == HttpStatusCode.NotFound) continue;
            var page = new HtmlParser().ParseDocument(await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync());
            foreach (var text in page.QuerySelectorAll("body").SelectMany(e => e.Descendants<IText>()))
            {
                if (text.ParentElement is null or { LocalName: "script" or "style" } || text.ParentElement.Closest("[translate=no], [lang]:not(html)") is not null) continue;
                if (Untransformed(text.Data)) faults.Add($"{address}: {text.Data.Trim()}");
            }
            // A title has no marks in it: what it says beside the words stands marked on its page.
            var marked = page.QuerySelectorAll("[translate=no], [lang]:not(html)").Select(e => Folded(e.TextContent)).Where(t => t.Length > 1).OrderByDescending(t => t.Length);
            var title = marked.Aggregate(Folded(page.Title!), (t, m) => t.Replace(m, "", StringComparison.Ordinal));
            if (Untransformed(title)) faults.Add($"{address}: title {page.Title}");
            foreach (var element in page.QuerySelectorAll("[aria-label], [title], [placeholder], [data-label], [alt]"))
                foreach (var name in (string[])["aria-label", "title", "placeholder", "data-label", "alt"])
                    if (element.GetAttribute(name) is { } value && element.Closest("[translate=no], [lang]:not(html)") is null && Untransformed(value)) faults.Add($"{address}: {name}={value}");
        }
        Assert.Empty(faults.Distinct());
    }

    /// <summary>Every page of the application is reached by following links.</summary>
    [Fact]
    public async Task Every_page_is_linked()
    {
        var reached = (await Samples("en", 8)).Select(s => s.Template).ToHashSet(StringComparer.Ordinal);
        Assert.Empty(Templates().Select(t => t.Template).Except(reached).Except(Unlinked));
    }

    [Theory, InlineData("en", ""), InlineData("fr", "/projects"), InlineData("fr", "/projects/PX.0220"), InlineData("en", "/board?owner=XM")]
    public async Task A_first_view_weighs_at_most_50_kilobytes(string language, string path)
    {
        await using var window = await site.Open(language);
        var bodies = new List<Task<long>>();
        window.Page.RequestFinished += (_, r) => bodies.Add(Size(r));
        await window.Go(path);
        await window.Page.WaitForLoadStateAsync(Microsoft.Playwright.LoadState.NetworkIdle);
        Assert.InRange((await Task.WhenAll(bodies)).Sum(), 1, 50 * 1024);

        static async Task<long> Size(Microsoft.Playwright.IRequest request)
        {
            var sizes = await request.SizesAsync();
            return sizes.ResponseBodySize + sizes.ResponseHeadersSize;
        }
    }

    [Fact]
    public async Task Quick_exit_leaves_at_once_and_the_keyboard_reaches_everything()
    {
        await using var window = await site.Open("en");
        await window.Go("/help");
        await window.Page.Keyboard.PressAsync("Tab");
        Assert.Equal("#main", await window.Page.EvaluateAsync<string>("() => document.activeElement.getAttribute('href')"));
        // As somebody in need does: again and again. Three presses within 1.5 s are enough, but a busy machine may pass them on more slowly.
        var left = window.Page.WaitForURLAsync("**/exit");
        for (var press = 0; press < 60 && !left.IsCompleted; press++) await window.Page.Keyboard.PressAsync("Escape");
        await left;
        await window.Go("/help");
        await window.Page.Locator(".quick-exit").ClickAsync();
        await window.Page.WaitForURLAsync("**/exit");
    }

    private static string Folded(string text) => Spaces().Replace(text, " ").Trim();

    // Words within words (a label that holds a label) are taken away from the inside out; months and currencies come from the culture.
    private static bool Untransformed(string text)
    {
        for (var before = ""; before != text;) (before, text) = (text, Transformed().Replace(text, ""));
        return Letters().IsMatch(FromTheCulture().Replace(text, ""));
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex("⟦[^⟦⟧]*⟧")]
    private static partial Regex Transformed();

    [GeneratedRegex(@"\b(UTC|USD|\d{1,2} \p{Lu}\p{Ll}+ \d{4}|\p{Lu}\p{Ll}+ \d{4})\b")]
    private static partial Regex FromTheCulture();

    [GeneratedRegex(@"\p{L}{2,}")]
    private static partial Regex Letters();

    private IEnumerable<(string Template, Regex Address)> Templates() =>
        site.Services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items.OfType<PageActionDescriptor>()
            .Select(p => p.AttributeRouteInfo!.Template!.Replace("{language:language}", "", StringComparison.Ordinal)).Select(t => t.Length == 0 ? "/" : t).Distinct()
            .Select(t => (t, new Regex("^" + Regex.Replace(t == "/" ? "" : t, @"\{[^}]+\}", m => m.Value.Contains("guid", StringComparison.Ordinal) ? "[0-9a-f-]{36}" : m.Value.Contains("**", StringComparison.Ordinal) ? ".+" : "[^/]+") + "$", RegexOptions.None)));

    // Addresses found by following links, signed in with every role and as nobody: so many of each page.
    private async Task<List<(string Template, string Address)>> Samples(string language, int each = 2)
    {
        using var client = await SignedIn();
        using var stranger = Client();
        var templates = Templates().OrderBy(t => t.Template.Count(c => c == '{')).ToList();
        var taken = new Dictionary<string, int>(StringComparer.Ordinal);
        var samples = new List<(string, string)>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var queue = new Queue<(HttpClient Who, string Address)>([(client, $"/{language}"), (stranger, $"/{language}/account/sign-in")]);
        while (queue.TryDequeue(out var next))
        {
            var path = next.Address.Split('?', '#')[0];
            if (!path.StartsWith($"/{language}", StringComparison.Ordinal)) continue;
            var template = templates.FirstOrDefault(t => t.Address.IsMatch(path[(language.Length + 1)..])).Template;
            if (template is null || taken.GetValueOrDefault(template) >= each || !seen.Add(next.Address)) continue;
            var answer = await next.Who.GetAsync(next.Address);
            if (answer.StatusCode == HttpStatusCode.Redirect) continue;
            Assert.True(answer.IsSuccessStatusCode, $"{next.Address}: {(int)answer.StatusCode}");
            taken[template] = taken.GetValueOrDefault(template) + 1;
            samples.Add((template, next.Address));
            var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
            foreach (var link in page.QuerySelectorAll("a[href], form[method=get][action]"))
            {
                var href = link.GetAttribute("href") ?? link.GetAttribute("action") ?? "";
                if (href.StartsWith('?')) href = path + href;
                if (href.StartsWith($"/{language}", StringComparison.Ordinal) && !href.Contains("format=", StringComparison.Ordinal)) queue.Enqueue((next.Who, href));
            }
        }
        return samples;
    }

    private HttpClient Client()
    {
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(site.Url) };
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        return client;
    }

    private async Task<HttpClient> SignedIn()
    {
        await using var window = await site.Open("en", 1280, true, Everything);
        var cookies = await window.Page.Context.CookiesAsync();
        var client = Client();
        client.DefaultRequestHeaders.Add("Cookie", cookies.Aggregate(new StringBuilder(), (s, c) => s.Append(c.Name).Append('=').Append(c.Value).Append("; ")).ToString());
        return client;
    }
}
