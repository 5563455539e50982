using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Vaka.App;
using Vaka.Kernel.Data;
using Vaka.Kernel.Identity;
using Vaka.Kernel.Importing;
using Vaka.Kernel.Outbox;
using Vaka.Kernel.Ownership;

namespace Vaka.Product.Tests;

/// <summary>The whole application on one database, spoken to over HTTP. Intent methods do what users do.</summary>
public sealed class TestApp : IAsyncDisposable
{
    public const string Password = "only-for-these-tests";

    private readonly WebApplication _app;

    private TestApp(WebApplication app) => _app = app;

    public IServiceProvider Services => _app.Services;

    /// <summary>Starts the application on a new database with states and themes.</summary>
    public static async Task<TestApp> Start(Databases databases, string provider, bool pseudo = false, Action<IServiceCollection>? services = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Testing", ApplicationName = typeof(WebHost).Assembly.GetName().Name, ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        WebHost.Configure(builder, new(await databases.New(provider), PseudoLocale: pseudo));
        builder.WebHost.UseTestServer();
        // Hashing as slowly as the product does would be an eighth of the whole run.
        builder.Services.Configure<PasswordHasherOptions>(o => o.IterationCount = 1000);
        services?.Invoke(builder.Services);
        var app = builder.Build();
        WebHost.Pipeline(app);
        await app.StartAsync();
        var test = new TestApp(app);
        await test.Import("states", "code,name_en,name_fr,region,fictional\nPACIFIC,Pacific,Pacifique,PACIFIC,\nFJ,Fiji,Fidji,PACIFIC,\nTO,Tonga,Tonga,PACIFIC,\nVU,Vanuatu,Vanuatu,PACIFIC,\nJM,Jamaica,Jamaïque,,\nXM,Motu,Motu,PACIFIC,yes\n");
        await test.Import("themes", "id,name_en,name_fr\nshelter,Shelter,Hébergement\nidentification,Identification,Identification des victimes\nnon-punishment,Non-punishment,Non-sanction\ntraining,Training,Formation\n");
        return test;
    }

    /// <summary>Imports text as a file of a kind; the import must succeed.</summary>
    public async Task Import(string kind, string text, string? owner = null)
    {
        var report = await TryImport(kind, Encoding.UTF8.GetBytes(text), owner);
        Assert.True(report.Applied, string.Join('\n', report.Problems.Select(p => $"{p.File}:{p.Line} {p.Column} {p.Key} {string.Join(' ', p.Arguments)}")));
    }

    /// <summary>Imports bytes as a file of a kind.</summary>
    public async Task<ImportReport> TryImport(string kind, byte[] bytes, string? owner = null)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("vaka-import-").FullName, $"{kind}.csv");
        await File.WriteAllBytesAsync(file, bytes);
        try
        {
            return await TryImport(kind, file, owner);
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(file)!, true);
        }
    }

    /// <summary>Imports a file or folder.</summary>
    public async Task<ImportReport> TryImport(string kind, string path, string? owner = null)
    {
        await using var scope = System();
        return await scope.ServiceProvider.GetRequiredService<Imports>().Run(kind, path, owner);
    }

    /// <summary>Imports a pack given as (file, text); the import must succeed.</summary>
    public async Task ImportPack(string owner, params (string File, string Text)[] files)
    {
        var report = await TryImportPack(owner, files);
        Assert.True(report.Applied, string.Join('\n', report.Problems.Select(p => $"{p.File}:{p.Line} {p.Column} {p.Key} {string.Join(' ', p.Arguments)}")));
    }

    /// <summary>Imports a pack given as (file, text).</summary>
    public async Task<ImportReport> TryImportPack(string owner, params (string File, string Text)[] files)
    {
        var folder = Directory.CreateTempSubdirectory("vaka-pack-").FullName;
        foreach (var (file, text) in files) await File.WriteAllTextAsync(Path.Combine(folder, file), text);
        try
        {
            return await TryImport("pack", folder, owner);
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    /// <summary>Delivers all events that are due.</summary>
    public async Task DeliverEvents()
    {
        while (await Services.GetRequiredService<Deliveries>().Pass(CancellationToken.None) > 0) { }
    }

    /// <summary>A scope on the system's behalf.</summary>
    public AsyncServiceScope System() => Services.GetRequiredService<IServiceScopeFactory>().CreateSystemScope("test");

    /// <summary>A scope on somebody's behalf, with the permission that a handler would have declared.</summary>
    public AsyncServiceScope As(Viewer viewer, string? permission = null)
    {
        var scope = Services.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        var current = scope.ServiceProvider.GetRequiredService<CurrentViewer>();
        current.Set(viewer);
        current.Permission = permission;
        return scope;
    }

    /// <summary>A browser of somebody with these grants (role, owner), signed in through the sign-in page; of the public when there are none.</summary>
    public async Task<TestBrowser> Browser(params (string Role, string Owner)[] grants)
    {
        var browser = new TestBrowser(_app.GetTestServer());
        if (grants.Length == 0) return browser;
        var name = $"{Ids.New():N}@test";
        await MakeUser(name, grants);
        await browser.SignIn(name, Password);
        return browser;
    }

    /// <summary>Makes a user with grants.</summary>
    public async Task<Guid> MakeUser(string name, params (string Role, string Owner)[] grants)
    {
        await using var scope = System();
        var user = new User { UserName = name, DisplayName = name };
        var made = await scope.ServiceProvider.GetRequiredService<UserManager<User>>().CreateAsync(user, Password);
        Assert.True(made.Succeeded, string.Join(' ', made.Errors.Select(e => e.Description)));
        var db = scope.ServiceProvider.GetRequiredService<VakaDb>();
        foreach (var (role, owner) in grants) db.Add(new Grant { UserId = user.Id, Role = role, Owner = owner });
        await db.SaveChangesAsync();
        return user.Id;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}

/// <summary>A browser without JavaScript: follows redirects by hand, keeps cookies, submits forms with their tokens.</summary>
public sealed class TestBrowser(TestServer server)
{
    private readonly CookieContainer _cookies = new();
    private readonly HttpMessageHandler _handler = server.CreateHandler();

    /// <summary>True after signing in.</summary>
    public bool SignedIn { get; private set; }

    /// <summary>Address of the last page.</summary>
    public string Address { get; private set; } = "";

    /// <summary>Status of the last answer.</summary>
    public HttpStatusCode Status { get; private set; }

    /// <summary>The page at an address, redirects followed.</summary>
    public async Task<IHtmlDocument> Open(string address) => Parse(await Send(new(HttpMethod.Get, address)));

    /// <summary>The body at an address, as it is.</summary>
    public async Task<string> Text(string address, string? accept = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (accept is not null) request.Headers.Add("Accept", accept);
        return await (await Send(request)).Content.ReadAsStringAsync();
    }

    /// <summary>Fills and submits the form of the page at an address that has the first named field (or, for none, its only form in main).</summary>
    public async Task<IHtmlDocument> Submit(string address, params (string Name, string Value)[] fields) => await Submit(address, null, fields);

    /// <summary>Submits to a handler other than the form's own.</summary>
    public async Task<IHtmlDocument> Submit(string address, string? handler, params (string Name, string Value)[] fields)
    {
        var page = await Open(address);
        var forms = page.QuerySelectorAll("main form[method=post]").OfType<IHtmlFormElement>().ToList();
        var form = (handler is not null ? forms.FirstOrDefault(f => f.GetAttribute("action")?.Contains($"handler={handler}", StringComparison.Ordinal) == true) : null)
            ?? forms.FirstOrDefault(f => fields.Length == 0 || f.QuerySelector($"[name='{fields[0].Name}']") is not null)
            ?? throw new InvalidOperationException($"No form with {(fields.Length > 0 ? fields[0].Name : "method post")} at {Address} ({Status}).");
        var values = form.Elements.Where(e => e.GetAttribute("name") is { Length: > 0 } && e is not IHtmlButtonElement)
            .SelectMany(e => e switch
            {
                IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } => [],
                IHtmlInputElement i => [(i.Name!, i.Value)],
                IHtmlTextAreaElement t => [(t.Name!, t.Value)],
                IHtmlSelectElement s => s.SelectedOptions.Select(o => (s.Name!, o.Value)),
                _ => Array.Empty<(string, string)>(),
            }).Where(v => !fields.Any(f => f.Name == v.Item1)).Concat(fields);
        var action = form.GetAttribute("action") is { Length: > 0 } a ? a : Address;
        if (handler is not null && !action.Contains("handler=", StringComparison.Ordinal)) action += (action.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "handler=" + handler;
        return Parse(await Send(new(HttpMethod.Post, action) { Content = new FormUrlEncodedContent(values.Select(v => KeyValuePair.Create(v.Item1, v.Item2))) }));
    }

    /// <summary>Signs in through the page.</summary>
    public async Task SignIn(string name, string password)
    {
        await Submit("/en/account/sign-in", ("Form.UserName", name), ("Form.Password", password));
        SignedIn = true;
        Assert.True(Status == HttpStatusCode.OK && !Address.Contains("sign-in", StringComparison.Ordinal), $"{name} could not sign in: {Status} {Address}");
    }

    /// <summary>Sends a request with this browser's cookies; redirects are followed as a browser does.</summary>
    public async Task<HttpResponseMessage> Send(HttpRequestMessage request)
    {
        using var client = new HttpClient(_handler, false) { BaseAddress = server.BaseAddress };
        for (var hops = 0; ; hops++)
        {
            var address = new Uri(client.BaseAddress, request.RequestUri!);
            if (_cookies.GetCookieHeader(address) is { Length: > 0 } cookies) request.Headers.TryAddWithoutValidation("Cookie", cookies);
            if (request.Headers.Accept.Count == 0) request.Headers.TryAddWithoutValidation("Accept", "text/html");
            var answer = await client.SendAsync(request);
            if (answer.Headers.TryGetValues("Set-Cookie", out var set))
                foreach (var cookie in set) _cookies.SetCookies(address, cookie);
            (Address, Status) = (address.PathAndQuery, answer.StatusCode);
            if ((int)answer.StatusCode is not (301 or 302 or 303) || answer.Headers.Location is null) return answer;
            Assert.True(hops < 10, $"{Address} redirects without end");
            request = new(HttpMethod.Get, new Uri(address, answer.Headers.Location));
        }
    }

    private static IHtmlDocument Parse(HttpResponseMessage answer) => new HtmlParser().ParseDocument(answer.Content.ReadAsStringAsync().GetAwaiter().GetResult());
}
