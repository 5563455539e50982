using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vaka.Contracts.Capacity;
using Vaka.Contracts.Evidence;
using Vaka.Contracts.Law;
using Vaka.Kernel.Outbox;
using Vaka.Kernel.Permissions;

namespace Vaka.Programme.Results;

/// <summary>Registers the results framework.</summary>
internal static class ResultsFeature
{
    public const string ResultWrite = "programme.result.write", ActualRecord = "programme.actual.record";

    public static IReadOnlyList<Permission> Permissions { get; } = [new(ResultWrite, Roles.ProjectManager), new(ActualRecord, Roles.ProjectManager)];

    public static void AddServices(IServiceCollection services)
    {
        services.AddScoped<BoundCounts>().AddScoped<IndicatorViews>().AddScoped<ResultTrees>();
        services.AddScoped<IPackFile, ResultFile>().AddScoped<IPackFile, IndicatorFile>().AddScoped<IPackFile, ActualFile>();
        services.AddHandler<AmendmentCommenced, CommencementCounted>().AddHandler<CompetenceObserved, CompetenceCounted>();
    }

    public static void Map(Microsoft.AspNetCore.Routing.IEndpointRouteBuilder routes) => ResultApi.Map(routes);

    public static void Configure(ModelBuilder model)
    {
        ResultNode.Map(model);
        Indicator.Map(model);
    }
}
