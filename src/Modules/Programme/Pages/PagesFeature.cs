using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vaka.Kernel.Importing;
using Vaka.Kernel.Permissions;

namespace Vaka.Programme.Pages;

/// <summary>What the public reads: pages of text. Registers it for the module.</summary>
internal static class PagesFeature
{
    /// <summary>Edit the pages of text.</summary>
    public const string PageWrite = "programme.page.write";

    public static IReadOnlyList<Permission> Permissions { get; } = [new(PageWrite, Roles.Administrator)];

    public static void AddServices(IServiceCollection services)
    {
        services.AddScoped<IImporter, PageImporter>();
    }

    public static void Configure(ModelBuilder model)
    {
        ContentPage.Map(model);
    }

    public static void Map(IEndpointRouteBuilder routes) { }
}
