using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vaka.Assessment.Findings;
using Vaka.Contracts.Evidence;
using Vaka.Kernel.Modules;
using Vaka.Kernel.Permissions;

namespace Vaka.Assessment;

/// <summary>The Assessment module: the only type it shows.</summary>
public sealed class AssessmentModule : IModule
{
    /// <inheritdoc/>
    public string Name => "assessment";

    /// <inheritdoc/>
    public IReadOnlyList<Permission> Permissions { get; } = AssessmentPermissions.All;

    /// <inheritdoc/>
    public void AddServices(IServiceCollection services)
    {
        services.AddScoped<IPackFile, FindingFile>();
    }

    /// <inheritdoc/>
    public void Configure(ModelBuilder model)
    {
        Finding.Map(model);
    }

    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) { }
}

/// <summary>What may be done here.</summary>
internal static class AssessmentPermissions
{
    public const string FindingWrite = "assessment.finding.write";

    public static IReadOnlyList<Permission> All { get; } =
    [
        new(FindingWrite, Roles.Analyst),
    ];
}
