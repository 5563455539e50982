using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vaka.Kernel.Importing;

namespace Vaka.Programme.Targets;

/// <summary>Registers the mapping of projects to aims that states have agreed on.</summary>
internal static class TargetsFeature
{
    public static void AddServices(IServiceCollection services) => services.AddScoped<IImporter, TargetImporter>();

    public static void Configure(ModelBuilder model) => ProjectTarget.Map(model);
}
