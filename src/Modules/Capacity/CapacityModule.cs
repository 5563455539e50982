using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vaka.Kernel.Modules;
using Vaka.Kernel.Permissions;

namespace Vaka.Capacity;

/// <summary>The Capacity module: the only type it shows.</summary>
public sealed class CapacityModule : IModule
{
    /// <inheritdoc/>
    public string Name => "capacity";

    /// <inheritdoc/>
    public IReadOnlyList<Permission> Permissions { get; } = [];

    /// <inheritdoc/>
    public void AddServices(IServiceCollection services) { }

    /// <inheritdoc/>
    public void Configure(ModelBuilder model) { }

    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) { }
}
