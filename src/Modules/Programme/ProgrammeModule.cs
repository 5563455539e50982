using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vaka.Kernel.Importing;
using Vaka.Kernel.Modules;
using Vaka.Kernel.Permissions;
using Vaka.Programme.Countries;
using Vaka.Programme.Groups;
using Vaka.Programme.Money;
using Vaka.Programme.Projects;
using Vaka.Programme.Results;
using Vaka.Programme.Pages;

namespace Vaka.Programme;

/// <summary>The Programme module: the only type it shows.</summary>
public sealed class ProgrammeModule : IModule
{
    /// <inheritdoc/>
    public string Name => "programme";

    /// <inheritdoc/>
    public IReadOnlyList<Permission> Permissions { get; } = [.. ProjectsFeature.Permissions, .. ResultsFeature.Permissions,
        .. PagesFeature.Permissions, .. GroupsFeature.Permissions];

    /// <inheritdoc/>
    public void AddServices(IServiceCollection services)
    {
        services.AddScoped<IImporter, StateImporter>();
        ProjectsFeature.AddServices(services);
        ResultsFeature.AddServices(services);
        PagesFeature.AddServices(services);
        GroupsFeature.AddServices(services);
        MoneyFeature.AddServices(services);
    }

    /// <inheritdoc/>
    public void Configure(ModelBuilder model)
    {
        model.Entity<FundEligibility>().ToTable("fund_eligibility");
        ProjectsFeature.Configure(model);
        ResultsFeature.Configure(model);
        PagesFeature.Configure(model);
        GroupsFeature.Configure(model);
        MoneyFeature.Configure(model);
    }

    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes)
    {
        ProjectsFeature.Map(routes);
        PagesFeature.Map(routes);
        MoneyFeature.Map(routes);
    }
}
