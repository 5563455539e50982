using Microsoft.EntityFrameworkCore;
using Vaka.Kernel;
using Vaka.Kernel.Data;
using Vaka.Kernel.Ownership;
using Vaka.Kernel.Words;

namespace Vaka.App.Commands;

/// <summary>What commands run in: the services without the web, on the system's behalf.</summary>
internal static class Terminal
{
    private static readonly Lazy<WordsCatalogue> Catalogue = new(() => new WordsCatalogue([typeof(VakaDb).Assembly, typeof(Terminal).Assembly, .. VakaModules.All.Select(m => m.GetType().Assembly)]));

    /// <summary>The words of the terminal's language.</summary>
    public static Words Words => new(Catalogue.Value);

    /// <summary>A message in the terminal's language.</summary>
    public static string Say(string key, params object?[] arguments) => Words[key, arguments];

    /// <summary>Services for one command, the database migrated.</summary>
    public static async Task<ServiceProvider> Services(string connection, bool migrate = true, CancellationToken ct = default)
    {
        var services = new ServiceCollection();
        services.AddLogging(l => l.AddSimpleConsole(o => o.SingleLine = true).SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Error).AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error));
        services.AddVaka(VakaModules.All, connection);
        services.AddVakaAccounts();
        var provider = services.BuildServiceProvider();
        if (migrate)
        {
            await using var scope = System(provider, "start");
            await Migrator.Migrate(scope.ServiceProvider.GetRequiredService<VakaDb>(), ct);
        }
        return provider;
    }

    /// <summary>A scope on the system's behalf.</summary>
    public static AsyncServiceScope System(IServiceProvider services, string name) =>
        services.GetRequiredService<IServiceScopeFactory>().CreateSystemScope(name);
}
