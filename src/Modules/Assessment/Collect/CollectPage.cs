using System.Collections.Frozen;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Vaka.Kernel.Permissions;
using Vaka.Kernel.Words;

namespace Vaka.Assessment.Collect;

/// <summary>
/// The page with which enumerators fill forms in a browser, without a server for weeks. It is the same for everyone and carries its words in all
/// languages; who may fetch forms and send answers is asked at <c>/key/TOKEN</c>. It sets and reads no cookie.
/// </summary>
internal static class CollectPage
{
    // Forms are drawn by @getodk/web-forms: it compiles WebAssembly (which it carries in a data: address), sets styles, and shows what was just photographed
    // or recorded (blob:). Nothing of it may come from, or go to, another origin.
    private const string Policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; media-src 'self' blob:; font-src 'self' data:; "
        + "connect-src 'self' data: blob:; worker-src 'self'; manifest-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

    private const string Icon = "/_content/Vaka.Kernel/favicon.svg", Prefix = "collector.";
    private static readonly FrozenSet<string> Known = ClientFiles.Names.ToFrozenSet(StringComparer.Ordinal);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var collect = routes.MapGroup("/collect").Public().ExcludeFromDescription();
        // Relative addresses and the worker's scope need the slash.
        collect.MapGet("", (HttpContext http, WordsCatalogue words) => http.Request.Path.Value!.EndsWith('/') ? Page(http, words) : Results.LocalRedirect("~/collect/"));
        collect.MapGet("/sw.js", (HttpContext http, WordsCatalogue words) => Worker(http, words));
        collect.MapGet("/manifest.webmanifest", (HttpContext http) => Fresh(http, JsonSerializer.Serialize(new
        {
            name = "Vaka Collect", short_name = "Vaka", start_url = "/collect/", scope = "/collect/", display = "standalone", background_color = "#faf7f1", theme_color = "#0a2b3a",
            icons = new[] { new { src = Icon, sizes = "any", type = "image/svg+xml" } },
        }), "application/manifest+json"));
        // Where the safe exit leads: nothing to see, and in the worker's cache, so that it is there with no server too.
        collect.MapGet("/exit", (HttpContext http) => Fresh(http, "<!doctype html><meta charset=utf-8><title>Home</title><p>", "text/html; charset=utf-8"));
        collect.MapGet("/assets/{name}", Asset);
    }

    private static IResult Page(HttpContext http, WordsCatalogue words)
    {
        http.Response.Headers.ContentSecurityPolicy = Policy;
        http.Response.Headers["Permissions-Policy"] = "camera=(self), geolocation=(self), microphone=(self), interest-cohort=()";
        return Fresh(http, Html(words), "text/html; charset=utf-8");
    }

    private static IResult Worker(HttpContext http, WordsCatalogue words)
    {
        string[] files = ["/collect/", "/collect/exit", "/collect/manifest.webmanifest", Icon, .. ClientFiles.Names.Select(n => "/collect/assets/" + n)];
        var code = Encoding.UTF8.GetString(ClientFiles.Plain("sw.js"));
        return Fresh(http, $"const VERSION = '{ClientFiles.Version(Html(words), code)}', FILES = {JsonSerializer.Serialize(files)};\n{code}", "text/javascript; charset=utf-8");
    }

    private static IResult Asset(HttpContext http, string name)
    {
        if (!Known.Contains(name)) return Results.NotFound();
        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        http.Response.Headers.Vary = "Accept-Encoding";
        var type = name.EndsWith(".css", StringComparison.Ordinal) ? "text/css; charset=utf-8" : "text/javascript; charset=utf-8";
        if (!http.Request.GetTypedHeaders().AcceptEncoding.Any(e => e.Value == "br" && e.Quality is null or > 0)) return Results.Bytes(ClientFiles.Plain(name), type);
        http.Response.Headers.ContentEncoding = "br";
        return Results.Bytes(ClientFiles.Compressed(name), type);
    }

    // Asked for anew every time, answered with 304 while it is the same.
    private static IResult Fresh(HttpContext http, string text, string type)
    {
        http.Response.Headers.CacheControl = "no-cache";
        return Results.Bytes(Encoding.UTF8.GetBytes(text), type, entityTag: new($"\"{ClientFiles.Version(text)}\""));
    }

    private static string Html(WordsCatalogue words)
    {
        var all = Languages.Offered.ToDictionary(l => l.Code, l => words.In(l.Code).Where(w => w.Key.StartsWith(Prefix, StringComparison.Ordinal)).OrderBy(w => w.Key, StringComparer.Ordinal).ToDictionary(w => w.Key, w => w.Value));
        string In(string language, string key) => WebUtility.HtmlEncode(words.Find(language, Prefix + key));
        var without = string.Concat(Languages.Offered.Select(l => $"<div lang=\"{l.Code}\"><h1>{In(l.Code, "title")}</h1><p>{In(l.Code, "no-script")}</p></div>"));
        return $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <meta name="theme-color" content="#0a2b3a">
              <title>{In("en", "title")}</title>
              <link rel="icon" href="{Icon}" type="image/svg+xml">
              <link rel="manifest" href="/collect/manifest.webmanifest">
              <link rel="stylesheet" href="/collect/assets/{ClientFiles.Style}">
              <script type="application/json" id="words">{JsonSerializer.Serialize(all)}</script>
              <script type="module" src="/collect/assets/{ClientFiles.Main}"></script>
            </head>
            <body>
              <header class="head"><p class="name" id="name"></p><div class="languages" id="languages"></div><button class="exit" id="exit" type="button"></button></header>
              <div class="update" id="update" role="status" hidden></div>
              <p id="status" role="status"></p>
              <main class="main" id="main"><noscript>{without}</noscript></main>
            </body>
            </html>
            """;
    }
}
