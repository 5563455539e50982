using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vaka.Contracts.Evidence;
using Vaka.Contracts.Programme;
using Vaka.Kernel.Importing;
using Vaka.Kernel.Permissions;

namespace Vaka.Programme.Projects;

/// <summary>Registers the project record, its importers and its list.</summary>
internal static class ProjectsFeature
{
    public const string ProjectWrite = "programme.project.write";

    public static IReadOnlyList<Permission> Permissions { get; } = [new(ProjectWrite, Roles.ProjectManager)];

    public static void AddServices(IServiceCollection services)
    {
        services.AddSingleton<ProjectCatalogue>();
        services.AddScoped<ProjectWriter>().AddScoped<IProjects, ProjectRows>();
        services.AddScoped<IImporter, IdfPageImporter>().AddScoped<IImporter, IdfRecordsImporter>().AddScoped<IPackFile, ProjectFile>();
    }

    public static void Configure(ModelBuilder model) => Project.Map(model);

    public static void Map(IEndpointRouteBuilder routes) => ProjectApi.Map(routes);
}
