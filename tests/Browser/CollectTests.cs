using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using Vaka.App;
using Vaka.Contracts.Assessment;
using Vaka.Kernel.Data;
using Vaka.Kernel.Importing;
using Vaka.Kernel.Ownership;

namespace Vaka.Browser.Tests;

/// <summary>An enumerator's weeks: the device is joined, the server is gone, the browser is closed and opened, and what was filled arrives once.</summary>
public sealed class CollectTests : IAsyncLifetime
{
    private const string Form = """
        <h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml" xmlns:jr="http://openrosa.org/javarosa"><h:head><h:title>Needs</h:title><model>
          <instance><data id="needs" version="1"><village/><age/><double/><meta><instanceID/></meta></data></instance>
          <bind nodeset="/data/village" type="string" required="true()"/><bind nodeset="/data/age" type="int" required="true()" constraint=". &lt; 130"/>
          <bind nodeset="/data/double" type="int" calculate="/data/age * 2"/><bind nodeset="/data/meta/instanceID" type="string" readonly="true()" jr:preload="uid"/></model></h:head>
          <h:body><input ref="/data/village"><label>Village</label></input><input ref="/data/age"><label>Age</label></input></h:body></h:html>
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("vaka-collect-").FullName;
    private readonly List<string> _faults = [];
    private IPlaywright _playwright = null!;
    private WebApplication? _app;
    private string _url = "http://127.0.0.1:0";

    public async ValueTask InitializeAsync() => _playwright = await Playwright.CreateAsync();

    private async Task StartServer()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Testing", ApplicationName = typeof(WebHost).Assembly.GetName().Name, ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        WebHost.Configure(builder, new(Path.Combine(_folder, "vaka.db"), _url));
        _app = builder.Build();
        await using (var scope = _app.Services.GetRequiredService<IServiceScopeFactory>().CreateSystemScope("test"))
            await Migrator.Migrate(scope.ServiceProvider.GetRequiredService<VakaDb>());
        WebHost.Pipeline(_app);
        await _app.StartAsync();
        _url = _app.Urls.First();
    }

    private async Task StopServer()
    {
        await _app!.DisposeAsync();
        _app = null;
    }

    private async Task<T> Ask<T>(Func<IServiceProvider, Task<T>> ask)
    {
        await using var scope = _app!.Services.GetRequiredService<IServiceScopeFactory>().CreateSystemScope("test");
        return await ask(scope.ServiceProvider);
    }

    private async Task<ImportReport> Import(string kind, string name, string text, string? owner = null)
    {
        var file = Path.Combine(_folder, name);
        await File.WriteAllTextAsync(file, text);
        return await Ask(s => s.GetRequiredService<Imports>().Run(kind, file, owner));
    }

    // A browser with the same profile every time, 360 points wide; fails on a script error or a request that leaves the server.
    private async Task<(IBrowserContext Context, IPage Page)> Browser(string language)
    {
        var context = await _playwright.Chromium.LaunchPersistentContextAsync(Path.Combine(_folder, "profile"), new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium", Locale = language, ViewportSize = new() { Width = 360, Height = 740 }, ReducedMotion = ReducedMotion.Reduce,
            Args = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
        var page = context.Pages[0];
        page.PageError += (_, e) => _faults.Add(e);
        page.Console += (_, m) =>
        {
            if (m.Type == "error" && !m.Text.Contains("ERR_CONNECTION_REFUSED", StringComparison.Ordinal)) _faults.Add(m.Text);
        };
        page.Request += (_, r) =>
        {
            if (!r.Url.StartsWith(_url, StringComparison.Ordinal) && !r.Url.StartsWith("data:", StringComparison.Ordinal) && !r.Url.StartsWith("blob:", StringComparison.Ordinal) && r.Url != "about:blank") _faults.Add(r.Url);
        };
        return (context, page);
    }

    private static async Task Accessible(IPage page)
    {
        await page.EvaluateAsync(new Deque.AxeCore.Commons.BundledAxeScriptProvider().GetScript() + "\n;true");
        Assert.Empty(await page.EvaluateAsync<string[]>("async () => (await axe.run(document, { resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })).violations.map(v => `${v.id}: ${v.nodes[0].html}`)"));
        Assert.Equal(360, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    private static async Task Unlock(IPage page, string pin)
    {
        await page.Locator("#pin").FillAsync(pin);
        await page.Locator("form .primary").ClickAsync();
    }

    [Fact]
    public async Task What_is_filled_without_a_server_arrives_once_when_there_is_one()
    {
        await StartServer();
        Assert.True((await Import("states", "states.csv", "code,name_en,name_fr,region,fictional\nTO,Tonga,Tonga,TO,\n")).Applied);
        Assert.True((await Import("form", "needs.xml", Form, "TO")).Applied);
        var token = await Ask(s => s.GetRequiredService<ICollectDevices>().Add("TO", "Tablet 1"));

        // Joined, a PIN chosen, the form fetched.
        var (context, page) = await Browser("fr");
        await page.GotoAsync($"{_url}/collect/#{token}");
        await page.Locator("#again").WaitForAsync();
        Assert.Equal($"{_url}/collect/", page.Url);
        Assert.Equal("fr", await page.Locator("html").GetAttributeAsync("lang"));
        await Accessible(page);
        await page.Locator("#again").FillAsync("482913");
        await Unlock(page, "482913");
        await page.Locator(".cards .primary").ClickAsync();
        await page.Locator(".state.ok").WaitForAsync();
        await page.Locator("html[data-offline=ready]").WaitForAsync();
        await Accessible(page);
        await StopServer();
        await context.DisposeAsync();

        // Days later, no server: begun, closed without a word, opened again with the PIN, and finished.
        (context, page) = await Browser("fr");
        await page.GotoAsync($"{_url}/collect/");
        await Unlock(page, "482913");
        await page.Locator(".cards .primary").ClickAsync();
        await page.Locator(".odk-form input").First.FillAsync("Kolofoʻou");
        await page.Locator("[data-saved]:not([data-saved=''])").WaitForAsync();
        await context.DisposeAsync();
        (context, page) = await Browser("en");
        await page.GotoAsync($"{_url}/collect/");
        await Unlock(page, "000000");
        await Assertions.Expect(page.Locator(".problem")).ToHaveTextAsync("Wrong PIN.");
        await Unlock(page, "482913");
        await page.GetByRole(AriaRole.Button, new() { Name = "Continue", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".odk-form input").First).ToHaveValueAsync("Kolofoʻou");
        await page.Locator(".odk-form input").Nth(1).PressSequentiallyAsync("34");
        await page.Keyboard.PressAsync("Tab");
        await page.GetByRole(AriaRole.Button, new() { Name = "Finish" }).ClickAsync();
        await page.GetByText("finished ", new() { Exact = false }).First.WaitForAsync();
        Assert.Equal(["0", "1"], (await page.Locator(".count").AllInnerTextsAsync()).Skip(1));

        // The safe exit: a page that says nothing, no step back, and the PIN again.
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("Escape");
        await page.WaitForURLAsync("**/collect/exit");
        Assert.Equal("", (await page.Locator("body").InnerTextAsync()).Trim());

        // The server is back.
        await StartServer();
        await page.GotoAsync($"{_url}/collect/");
        await Unlock(page, "482913");
        await page.GetByText("1 sent", new() { Exact = false }).WaitForAsync();
        await context.DisposeAsync();
        var written = Path.Combine(_folder, "out");
        var report = await Ask(s => s.GetRequiredService<ICollectedAnswers>().Write("TO", "needs", written));
        Assert.Equal(1, report!.Submissions);
        var line = (await File.ReadAllLinesAsync(Path.Combine(written, report.Files[0]), Encoding.UTF8))[1];
        Assert.Contains("Kolofoʻou,34,68", line, StringComparison.Ordinal);
        Assert.Empty(_faults);
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null) await _app.DisposeAsync();
        _playwright.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, true);
    }
}
