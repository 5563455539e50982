using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vaka.Kernel.Importing;

namespace Vaka.Programme.Help;

/// <summary>Registers where people in need can turn.</summary>
internal static class HelpFeature
{
    public static void AddServices(IServiceCollection services) => services.AddScoped<IImporter, ServiceImporter>();

    public static void Configure(ModelBuilder model) => HelpService.Map(model);
}
