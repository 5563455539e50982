using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vaka.Capacity.Competences;
using Vaka.Capacity.Institutions;
using Vaka.Capacity.Lessons;
using Vaka.Capacity.Manual;
using Vaka.Capacity.Ratings;
using Vaka.Contracts.Evidence;
using Vaka.Contracts.Programme;
using Vaka.Kernel.Modules;
using Vaka.Kernel.Permissions;

namespace Vaka.Capacity;

/// <summary>The Capacity module: the only type it shows.</summary>
public sealed class CapacityModule : IModule
{
    /// <inheritdoc/>
    public string Name => "capacity";

    /// <inheritdoc/>
    public IReadOnlyList<Permission> Permissions { get; } = CapacityPermissions.All;

    /// <inheritdoc/>
    public void AddServices(IServiceCollection services)
    {
        services.AddScoped<IPackFile, InstitutionFile>();
        services.AddScoped<IPackFile, CapacityRatingFile>();
        services.AddScoped<IPackFile, ManualFile>();
        services.AddScoped<IPackFile, LessonFile>();
        services.AddScoped<IPackFile, CompetenceFile>();
        services.AddScoped<IPackFile, ObservationFile>();
        services.AddScoped<ObservedCounts>();
        services.AddScoped<IMeasure, OfficersCompetent>();
    }

    /// <inheritdoc/>
    public void Configure(ModelBuilder model)
    {
        Institution.Map(model);
        CapacityRating.Map(model);
        ManualBlock.Map(model);
        Lesson.Map(model);
        Competence.Map(model);
        Observation.Map(model);
    }

    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes)
    {
        CapacityApi.Map(routes);
        ManualApi.Map(routes);
        LessonApi.Map(routes);
    }
}

/// <summary>What may be done here.</summary>
internal static class CapacityPermissions
{
    public const string InstitutionWrite = "capacity.institution.write", RatingWrite = "capacity.rating.write", ManualWrite = "capacity.manual.write",
        LessonWrite = "capacity.lesson.write", ObservationRead = "capacity.observation.read", ObservationRecord = "capacity.observation.record";

    public static IReadOnlyList<Permission> All { get; } =
    [
        new(InstitutionWrite, Roles.Analyst, Roles.FocalPoint),
        new(RatingWrite, Roles.Analyst, Roles.FocalPoint),
        new(ManualWrite, Roles.Trainer),
        // A competence is what the lessons lead to: whoever writes lessons writes it.
        new(LessonWrite, Roles.Trainer),
        new(ObservationRead, Roles.Trainer, Roles.FocalPoint),
        new(ObservationRecord, Roles.Trainer),
    ];
}
