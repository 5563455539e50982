using Microsoft.Extensions.DependencyInjection;
using Vaka.Kernel.Importing;
using Vaka.Kernel.Outbox;
using Vaka.Kernel.Ownership;

namespace Vaka.Product.Tests;

/// <summary>The worked example that ships with the product, imported as the demonstration does.</summary>
internal static class Motu
{
    /// <summary>Folder <c>content</c> of the checkout.</summary>
    public static string Content { get; } = Find();

    private static readonly (string Kind, string Path, string? Owner)[] All =
    [
        ("themes", "reference/themes.csv", null), ("states", "reference/states.csv", null), ("pages", "pages", null),
        ("norms", "reference/norms.csv", "PACIFIC"), ("treaties", "reference/treaties.csv", null), ("facts", "reference/facts.csv", null), ("services", "reference/services.csv", null), ("targets", "reference/targets.csv", null),
        ("idf-records", "demo/px0220/records.json", "PACIFIC"), ("pack", "reference/paths-to-law", "PACIFIC"), ("pack", "reference/vanuatu-law", "VU"),
        ("pack", "demo/px0220", "PACIFIC"), ("pack", "demo/motu", "XM"),
        ("form", "demo/motu-listening/listening-1.md", "XM"), ("form", "demo/motu-listening/listening-2.md", "XM"), ("submissions", "demo/motu-listening/motu-listening.csv", "XM"),
        ("entity-list", "demo/motu-services.json", "XM"), ("form", "forms/needs-assessment.xlsx", "XM"),
    ];

    /// <summary>Imports content and example, and delivers the events that causes.</summary>
    public static async Task Import(IServiceProvider services)
    {
        foreach (var (kind, path, owner) in All) await Import(services, kind, Path.Combine(Content, path), owner);
        while (await services.GetRequiredService<Deliveries>().Pass(CancellationToken.None) > 0) { }
    }

    /// <summary>Imports one file or folder; it must succeed.</summary>
    public static async Task Import(IServiceProvider services, string kind, string path, string? owner)
    {
        await using var scope = services.GetRequiredService<IServiceScopeFactory>().CreateSystemScope("test");
        var report = await scope.ServiceProvider.GetRequiredService<Imports>().Run(kind, path, owner);
        Assert.True(report.Applied, $"{path}: " + string.Join('\n', report.Problems.Where(p => p.IsError).Select(p => $"{p.File}:{p.Line} {p.Column} {p.Key} {string.Join(' ', p.Arguments)}")));
    }

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Directory.Exists(Path.Combine(folder.FullName, "content", "reference"))) return Path.Combine(folder.FullName, "content");
        throw new DirectoryNotFoundException("content");
    }
}
