using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using Vaka.App;
using Vaka.Kernel.Data;
using Vaka.Kernel.Identity;
using Vaka.Kernel.Ownership;
using Vaka.Kernel.Permissions;
using Vaka.Product.Tests;

[assembly: AssemblyFixture(typeof(Vaka.Browser.Tests.Site))]


namespace Vaka.Browser.Tests;

/// <summary>One running site with the worked example, and one Chromium, for all tests of this assembly.</summary>
public sealed class Site : IAsyncLifetime
{
    public const string Password = "only-for-these-tests";

    private readonly string _folder = Directory.CreateTempSubdirectory("vaka-browser-").FullName;
    private WebApplication _app = null!;
    private IPlaywright? _playwright;

    /// <summary>Chains of content that nobody has seen before.</summary>
    internal static IReadOnlyList<RandomPack> Packs { get; } = [new(1), new(2), new(3)];

    public IBrowser Chromium { get; private set; } = null!;

    /// <summary>Origin of the site.</summary>
    public string Url { get; private set; } = "";

    public IServiceProvider Services => _app.Services;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Testing", ApplicationName = typeof(WebHost).Assembly.GetName().Name, ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        WebHost.Configure(builder, new(Path.Combine(_folder, "vaka.db"), "http://127.0.0.1:0", Demo: true, PseudoLocale: true));
        _app = builder.Build();
        await using (var scope = _app.Services.GetRequiredService<IServiceScopeFactory>().CreateSystemScope("test"))
            await Migrator.Migrate(scope.ServiceProvider.GetRequiredService<VakaDb>());
        await Motu.Import(_app.Services);
        foreach (var pack in Packs) await pack.Import(_app.Services, Path.Combine(_folder, pack.Owner));
        WebHost.Pipeline(_app);
        await _app.StartAsync();
        Url = _app.Urls.First();
        _playwright = await Playwright.CreateAsync();
        Chromium = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    /// <summary>A fresh browser window. Fails the test on a script error, a blocked resource or a request that leaves the site.</summary>
    public async Task<Window> Open(string language, int width = 1280, bool script = true, params (string Role, string Owner)[] grants)
    {
        var context = await Chromium.NewContextAsync(new() { Locale = language == "fr" ? "fr-FR" : "en-NZ", ViewportSize = new() { Width = width, Height = 900 }, JavaScriptEnabled = script, ReducedMotion = ReducedMotion.Reduce });
        var window = new Window(this, context, await context.NewPageAsync(), language);
        if (grants.Length > 0) await window.SignIn(await MakeUser(grants));
        return window;
    }

    private async Task<string> MakeUser((string Role, string Owner)[] grants)
    {
        var name = $"{Ids.New():N}@test";
        await using var scope = Services.GetRequiredService<IServiceScopeFactory>().CreateSystemScope("test");
        var user = new User { UserName = name, DisplayName = name };
        Assert.True((await scope.ServiceProvider.GetRequiredService<UserManager<User>>().CreateAsync(user, Password)).Succeeded);
        var db = scope.ServiceProvider.GetRequiredService<VakaDb>();
        foreach (var (role, owner) in grants) db.Add(new Grant { UserId = user.Id, Role = role, Owner = owner });
        await db.SaveChangesAsync();
        return name;
    }

    public async ValueTask DisposeAsync()
    {
        // What never started must not hide why.
        if (Chromium is not null) await Chromium.DisposeAsync();
        _playwright?.Dispose();
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, true);
    }
}

/// <summary>A browser window on the site, in one language.</summary>
public sealed class Window : IAsyncDisposable
{
    private readonly Site _site;
    private readonly IBrowserContext _context;
    private readonly List<string> _faults = [];

    internal Window(Site site, IBrowserContext context, IPage page, string language)
    {
        (_site, _context, Page, Language) = (site, context, page, language);
        page.Console += (_, m) =>
        {
            if (m.Type == "error" && !m.Text.Contains("status of 4", StringComparison.Ordinal)) _faults.Add($"{page.Url}: {m.Text}");
        };
        page.PageError += (_, e) => _faults.Add($"{page.Url}: {e}");
        page.Request += (_, r) =>
        {
            if (!r.Url.StartsWith(site.Url, StringComparison.Ordinal) && !r.Url.StartsWith("data:", StringComparison.Ordinal)) _faults.Add($"{page.Url} asks {r.Url}");
        };
    }

    public IPage Page { get; }

    public string Language { get; }

    /// <summary>Path of the page shown, without its language.</summary>
    public string Path => Uri.UnescapeDataString(new Uri(Page.Url).AbsolutePath) is var p && p.StartsWith($"/{Language}", StringComparison.Ordinal) ? p[(Language.Length + 1)..] : p;

    /// <summary>Types an address, as at the beginning of a visit.</summary>
    public async Task Go(string path)
    {
        var answer = await Page.GotoAsync($"{_site.Url}/{Language}{path}");
        Assert.True(answer!.Ok, $"{path}: {answer.Status}");
    }

    /// <summary>Types an address and says what the server answered.</summary>
    public async Task<int> Status(string path) => (await Page.GotoAsync($"{_site.Url}/{Language}{path}"))!.Status;

    /// <summary>What a program with the same session reads at an address.</summary>
    public async Task<string> Data(string path) => await (await Page.APIRequest.GetAsync(_site.Url + path)).TextAsync();

    /// <summary>Follows the first visible link in the page whose address, without language, matches; fails when there is none.</summary>
    public async Task Follow(string pattern, string? text = null)
    {
        var links = Page.Locator("a[href]");
        if (text is not null) links = links.Filter(new() { HasTextString = text });
        var places = await links.EvaluateAllAsync<string?[]>("all => all.map(a => a.checkVisibility() ? a.getAttribute('href') : null)");
        for (var i = 0; i < places.Length; i++)
        {
            var href = Uri.UnescapeDataString(places[i] ?? "");
            var path = href.StartsWith($"/{Language}", StringComparison.Ordinal) ? href[(Language.Length + 1)..] : href;
            if (places[i] is null || !System.Text.RegularExpressions.Regex.IsMatch(path, pattern)) continue;
            await links.Nth(i).ClickAsync();
            await Page.WaitForLoadStateAsync(LoadState.Load);
            Assert.Matches(pattern, Path + new Uri(Page.Url).Query);
            return;
        }
        Assert.Fail($"No visible link to {pattern}{(text is null ? "" : $" saying '{text}'")} on {Page.Url}");
    }

    public async Task SignIn(string name)
    {
        await Go("/account/sign-in");
        await Page.Locator("#form-username").FillAsync(name);
        await Page.Locator("#form-password").FillAsync(Site.Password);
        await Page.Locator("main form button").ClickAsync();
        await Page.WaitForLoadStateAsync(LoadState.Load);
        Assert.DoesNotContain("sign-in", Page.Url, StringComparison.Ordinal);
    }

    // WCAG 2.2 AA and best practice.
    private const string Axe = """
        async () => (await axe.run(document, { resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }))
            .violations.map(v => `${v.id}: ${v.nodes[0].html}`)
        """;

    /// <summary>What axe finds on the page shown: rule and first element.</summary>
    /// <remarks>By hand, not by the package's own runner, which opens a second page for every run.</remarks>
    public async Task<string[]> Faults()
    {
        await Page.EvaluateAsync(AxeScript);
        return await Page.EvaluateAsync<string[]>(Axe);
    }

    private static readonly string AxeScript = new Deque.AxeCore.Commons.BundledAxeScriptProvider().GetScript() + "\n;true";

    /// <summary>Everything the page says.</summary>
    public Task<string> Says() => Page.Locator("main").InnerTextAsync();

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        Assert.Empty(_faults);
    }
}
