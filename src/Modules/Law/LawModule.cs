using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vaka.Kernel.Modules;
using Vaka.Kernel.Permissions;

namespace Vaka.Law;

/// <summary>The Law module: the only type it shows.</summary>
public sealed class LawModule : IModule
{
    /// <inheritdoc/>
    public string Name => "law";

    /// <inheritdoc/>
    public IReadOnlyList<Permission> Permissions { get; } = [];

    /// <inheritdoc/>
    public void AddServices(IServiceCollection services) { }

    /// <inheritdoc/>
    public void Configure(ModelBuilder model) { }

    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) { }
}
