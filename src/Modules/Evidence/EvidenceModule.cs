using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vaka.Contracts.Evidence;
using Vaka.Evidence.Board;
using Vaka.Evidence.Chain;
using Vaka.Evidence.Packs;
using Vaka.Evidence.Themes;
using Vaka.Kernel.Chain;
using Vaka.Kernel.Importing;
using Vaka.Kernel.Modules;
using Vaka.Kernel.Permissions;

namespace Vaka.Evidence;

/// <summary>The Evidence module: the chain and the board. The only type it shows.</summary>
public sealed class EvidenceModule : IModule
{
    /// <inheritdoc/>
    public string Name => "evidence";

    /// <inheritdoc/>
    public IReadOnlyList<Permission> Permissions { get; } = EvidencePermissions.All;

    /// <inheritdoc/>
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<ThemeList>().AddSingleton<IThemes>(s => s.GetRequiredService<ThemeList>());
        services.AddScoped<IChronicle, PublishedChronicle>().AddScoped<IChain, ChainStore>().AddScoped<ChainWalk>().AddScoped<BoardCounts>();
        services.AddScoped<IImporter, ThemeImporter>().AddScoped<IImporter, PackImporter>();
    }

    /// <inheritdoc/>
    public void Configure(ModelBuilder model) => ChainModel.Configure(model);

    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes)
    {
        ChainApi.Map(routes);
        BoardApi.Map(routes);
    }
}

/// <summary>What may be done here.</summary>
internal static class EvidencePermissions
{
    /// <summary>Say that a stale edge was looked at and still holds.</summary>
    public const string EdgeConfirm = "evidence.edge.confirm";

    public static IReadOnlyList<Permission> All { get; } =
        [new(EdgeConfirm, Roles.Analyst, Roles.LegalDrafter, Roles.Trainer, Roles.FocalPoint, Roles.ProjectManager)];
}
