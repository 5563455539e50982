using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.FileProviders;
using Vaka.Kernel;
using Vaka.Kernel.Data;
using Vaka.Kernel.Permissions;
using Vaka.Kernel.Web;
using Vaka.Kernel.Words;

namespace Vaka.App;

/// <summary>How the server runs.</summary>
/// <param name="Connection">PostgreSQL with <c>Host=</c>, else an SQLite file.</param>
/// <param name="Urls">Addresses to bind; null leaves the host's own (tests).</param>
/// <param name="Demo">Says <em>demo</em> on every page.</param>
/// <param name="PseudoLocale">Serves the made-up language <c>qps</c> too.</param>
public sealed record HostOptions(string Connection, string? Urls = null, bool Demo = false, bool PseudoLocale = false);

/// <summary>Composes the web host.</summary>
public static class WebHost
{
    /// <summary>Registers everything.</summary>
    public static void Configure(WebApplicationBuilder builder, HostOptions options)
    {
        builder.WebHost.UseStaticWebAssets(); // a checkout serves the libraries' files from their folders
        builder.Configuration["ReloadStaticAssetsAtRuntime"] = "false"; // and as light as a release does: compressed at build
        LanguageConstraint.AllowPseudo = options.PseudoLocale;
        builder.Services.AddSingleton(options);
        builder.Services.AddVaka(VakaModules.All, options.Connection);
        builder.Services.AddVakaWeb();
        builder.Services.AddOpenApi();
        builder.Services.AddHealthChecks().AddCheck<DatabaseHealth>("database");
        builder.Services.AddResponseCompression(o =>
        {
            o.EnableForHttps = true;
            o.Providers.Add<BrotliCompressionProvider>();
            o.Providers.Add<GzipCompressionProvider>();
            o.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "image/svg+xml", "application/problem+json"];
        });
        builder.Services.Configure<BrotliCompressionProviderOptions>(o => o.Level = CompressionLevel.Fastest);
        if (options.Urls is not null) builder.WebHost.UseUrls(options.Urls.Split(';'));
        builder.WebHost.ConfigureKestrel(k =>
        {
            k.AddServerHeader = false;
            k.Limits.MaxRequestBodySize = 10 * 1024 * 1024;
        });
    }

    /// <summary>Lays the pipeline.</summary>
    public static void Pipeline(WebApplication app)
    {
        var options = app.Services.GetRequiredService<HostOptions>();
        app.UseSecurityHeaders();
        app.UseResponseCompression();
        app.UseDataAddresses();
        app.UseFailurePages();
        app.UseRouting();
        app.Use((context, next) =>
        {
            context.Items["vaka-demo"] = options.Demo;
            return next();
        });
        app.UseLanguage();
        app.UseAuthentication();
        app.UseViewer();
        app.UsePermissionGate();
        app.UseAuthorization();
        app.MapStaticAssets();
        app.MapRazorPages();
        app.MapOpenApi().Public();
        app.MapHealthChecks("/health").Public();
        app.MapGet("/exit", () => Results.Content("<!doctype html><meta charset=utf-8><title>Home</title><p>", "text/html; charset=utf-8")).Public().ExcludeFromDescription();
        foreach (var module in VakaModules.All) module.Map(app);
        app.MapLanguageRedirect().Public();
    }
}

/// <summary>Is the database there, and does it answer?</summary>
internal sealed class DatabaseHealth(IServiceScopeFactory scopes) : Microsoft.Extensions.Diagnostics.HealthChecks.IHealthCheck
{
    public async Task<Microsoft.Extensions.Diagnostics.HealthChecks.HealthCheckResult> CheckHealthAsync(
        Microsoft.Extensions.Diagnostics.HealthChecks.HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var scope = Vaka.Kernel.Ownership.SystemScope.CreateSystemScope(scopes, "health");
        return await scope.ServiceProvider.GetRequiredService<VakaDb>().Database.CanConnectAsync(cancellationToken)
            ? Microsoft.Extensions.Diagnostics.HealthChecks.HealthCheckResult.Healthy()
            : Microsoft.Extensions.Diagnostics.HealthChecks.HealthCheckResult.Unhealthy();
    }
}
