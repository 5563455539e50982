using System.Text;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Vaka.Assessment.Collection;
using Vaka.Contracts.Assessment;
using Vaka.Kernel.Data;
using Vaka.Kernel.Importing;
using Vaka.Kernel.Ownership;
using Vaka.Kernel.Permissions;
using Vaka.Standards.Tests.XForms.Programs;

namespace Vaka.Browser.Tests;

/// <summary>A form of Motu in the light client, by keyboard alone, and on paper.</summary>
public sealed class LightClientTests(Site site)
{
    private const string Policy = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' blob:";

    private async Task<(SurveyForm Form, string Key)> Publish()
    {
        await using var scope = site.Services.GetRequiredService<IServiceScopeFactory>().CreateSystemScope("test");
        var db = scope.ServiceProvider.GetRequiredService<VakaDb>();
        var folder = Directory.CreateTempSubdirectory("vaka-form-").FullName;
        try
        {
            var file = System.IO.Path.Combine(folder, "house.xml");
            await File.WriteAllTextAsync(file, MotuForm.Xml);
            var report = await scope.ServiceProvider.GetRequiredService<Imports>().Run("form", file, "XM");
            Assert.True(report.Applied, string.Join('\n', report.Problems.Select(p => $"{p.Key} {string.Join(' ', p.Arguments)}")));
        }
        finally
        {
            Directory.Delete(folder, true);
        }
        return (await db.Set<SurveyForm>().AsNoTracking().SingleAsync(f => f.FormId == "motu_house"), "/key/" + await scope.ServiceProvider.GetRequiredService<ICollectDevices>().Add("XM", "Tablet 1"));
    }

    [Fact]
    public async Task A_form_is_filled_by_keyboard_in_the_light_client_and_taken_by_the_server()
    {
        var (form, key) = await Publish();
        await using var window = await site.Open("en", 360);
        var page = window.Page;
        await page.RouteAsync("**/light-test/**", route => Serve(route, $"""
            import form from '{key}/forms/{form.CurrentVersionId}.js';
            const files = {ScriptOf(MotuForm.Files)};
            import('/light-test/runtime.js').then(light => window.light = light.open(Object.assign({ScriptOf("device 7")}, {Open})));
            """));
        await page.GotoAsync(site.Url + "/light-test/");
        await page.Locator("h1", new() { HasText = "Household of Motu" }).WaitForAsync();
        Assert.Empty(await window.Faults());
        await page.FocusAsync(".lf-q input");
        foreach (var pressed in (string[])["2", "Enter"]) await page.Keyboard.PressAsync(pressed);
        await page.Keyboard.TypeAsync("Tora");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.TypeAsync("Ana");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.TypeAsync("130");
        await page.Keyboard.PressAsync("Control+Enter");
        Assert.Contains("How old is Ana? (Person 1) – Nobody is older than 120.", await page.InnerTextAsync(".lf-summary"), StringComparison.Ordinal);
        Assert.Empty(await window.Faults());
        await page.ClickAsync(".lf-summary a");
        await page.Keyboard.TypeAsync("12");
        await page.Keyboard.PressAsync("Enter");
        // What has become relevant is next.
        Assert.Equal("yes", await page.EvaluateAsync<string>("() => document.activeElement.value"));
        await page.Keyboard.PressAsync("Control+Enter");
        var xml = await (await page.WaitForFunctionAsync("() => window.sent")).EvaluateAsync<string>("x => x");
        Assert.Equal(("t", "12", "device 7"), (XDocument.Parse(xml).Root!.Element("village")!.Value, XDocument.Parse(xml).Root!.Element("person")!.Element("age")!.Value, XDocument.Parse(xml).Root!.Element("device")!.Value));
        using var content = new MultipartFormDataContent { { new StringContent(xml, Encoding.UTF8, "text/xml"), "xml_submission_file", "submission.xml" } };
        using var client = new HttpClient { BaseAddress = new(site.Url) };
        Assert.Equal(System.Net.HttpStatusCode.Created, (await client.PostAsync(new Uri(key + "/submission", UriKind.Relative), content)).StatusCode);
        // In the other language, with the answers that were kept.
        await page.EvaluateAsync("() => window.light.setLanguage('fr')");
        Assert.Equal(("Quel âge a Ana ?", "Terminer"), ((await page.InnerTextAsync(".lf-repeat .lf-q:nth-of-type(2) .lf-label")).Split(" (")[0], await page.InnerTextAsync(".lf-finish")));
    }

    private const string Open = "{ element: document.getElementById('form'), program: form, attachment: name => Promise.resolve(files[name] === undefined ? null : new Blob([files[name]])), onSubmit: done => { window.sent = done.xml; } }";

    private static string ScriptOf(string device) => $"{{ deviceId: {System.Text.Json.JsonSerializer.Serialize(device)} }}";

    private static string ScriptOf(IReadOnlyDictionary<string, string> files) => System.Text.Json.JsonSerializer.Serialize(files);

    // The client's files, and a page around them with the policy of the site.
    private static async Task Serve(IRoute route, string start)
    {
        var name = new Uri(route.Request.Url).Segments[^1];
        var (type, body) = name switch
        {
            "light-test/" => ("text/html", "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>Form</title><link rel=\"stylesheet\" href=\"light.css\"><main id=\"form\"></main><script type=\"module\" src=\"start.js\"></script></html>"),
            "start.js" => ("text/javascript", start),
            _ => (name.EndsWith(".css", StringComparison.Ordinal) ? "text/css" : "text/javascript", await File.ReadAllTextAsync(System.IO.Path.Combine(AppContext.BaseDirectory, "light", name))),
        };
        await route.FulfillAsync(new() { ContentType = type + "; charset=utf-8", Body = body, Headers = new Dictionary<string, string> { ["Content-Security-Policy"] = Policy, ["Content-Type"] = type + "; charset=utf-8" } });
    }

    [Fact]
    public async Task A_form_on_paper_is_readable_on_screen_and_prints()
    {
        var (form, _) = await Publish();
        foreach (var (language, width) in (IEnumerable<(string, int)>)[("en", 1280), ("fr", 360)])
        {
            await using var window = await site.Open(language, width, true, (Roles.Analyst, "XM"));
            await window.Go($"/forms/{form.Id}/paper?copies=4");
            Assert.Empty(await window.Faults());
            Assert.InRange(await window.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth"), 0, 1);
            Assert.InRange(await window.Page.EvaluateAsync<double>("() => document.querySelector('.paper-box').getBoundingClientRect().width"), 15, 20);
            await window.Page.EmulateMediaAsync(new() { Media = Media.Print });
            Assert.False(await window.Page.IsVisibleAsync(".site-header nav"));
            // Motu is invented, and its paper says so; that the sign-ins are public is said on screen alone.
            Assert.True(await window.Page.IsVisibleAsync(".banner-fictional"));
            Assert.False(await window.Page.IsVisibleAsync(".banner-demo"));
            Assert.Equal("table-header-group", await window.Page.EvaluateAsync<string>("() => getComputedStyle(document.querySelector('.paper thead')).display"));
            Assert.Equal("avoid", await window.Page.EvaluateAsync<string>("() => getComputedStyle(document.querySelector('.paper-question')).breakInside"));
        }
    }
}
