using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vaka.Kernel.Permissions;

namespace Vaka.Kernel.Modules;

/// <summary>What the application asks of a module. It is the only type a module shows to others.</summary>
public interface IModule
{
    /// <summary>Lower-case name: schema in PostgreSQL, table prefix in SQLite, prefix of its permissions and words.</summary>
    string Name { get; }

    /// <summary>Every permission the module's pages and endpoints name, with the roles that hold it.</summary>
    IReadOnlyList<Permission> Permissions { get; }

    /// <summary>Registers what the module needs and what it answers for others (contracts, importers, event handlers).</summary>
    void AddServices(IServiceCollection services);

    /// <summary>Adds the module's entities to the one relational model.</summary>
    void Configure(ModelBuilder model);

    /// <summary>Maps the module's endpoints; its Razor Pages are found by themselves.</summary>
    void Map(IEndpointRouteBuilder routes);
}
