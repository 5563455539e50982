using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vaka.Kernel.Importing;
using Vaka.Kernel.Permissions;

namespace Vaka.Programme.Help;

/// <summary>Registers where people in need can turn.</summary>
internal static class HelpFeature
{
    public const string ServiceWrite = "programme.service.write";

    public static IReadOnlyList<Permission> Permissions { get; } = [new(ServiceWrite, Roles.ProjectManager, Roles.Administrator)];

    public static void AddServices(IServiceCollection services) => services.AddScoped<IImporter, ServiceImporter>();

    public static void Configure(ModelBuilder model) => HelpService.Map(model);
}
