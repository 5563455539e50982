using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vaka.Kernel.Modules;
using Vaka.Kernel.Permissions;
using Vaka.Programme.Countries;
using Vaka.Programme.Help;
using Vaka.Programme.Groups;
using Vaka.Programme.Money;
using Vaka.Programme.Projects;
using Vaka.Programme.Reports;
using Vaka.Programme.Results;
using Vaka.Programme.Pages;
using Vaka.Programme.Targets;

namespace Vaka.Programme;

/// <summary>The Programme module: the only type it shows.</summary>
public sealed class ProgrammeModule : IModule
{
    /// <inheritdoc/>
    public string Name => "programme";

    /// <inheritdoc/>
    public IReadOnlyList<Permission> Permissions { get; } = [.. ProjectsFeature.Permissions, .. ResultsFeature.Permissions,
        .. PagesFeature.Permissions, .. GroupsFeature.Permissions, .. ReportsFeature.Permissions,
        .. CountriesFeature.Permissions, .. HelpFeature.Permissions];

    /// <inheritdoc/>
    public void AddServices(IServiceCollection services)
    {
        CountriesFeature.AddServices(services);
        HelpFeature.AddServices(services);
        TargetsFeature.AddServices(services);
        ProjectsFeature.AddServices(services);
        ResultsFeature.AddServices(services);
        PagesFeature.AddServices(services);
        GroupsFeature.AddServices(services);
        MoneyFeature.AddServices(services);
        ReportsFeature.AddServices(services);
    }

    /// <inheritdoc/>
    public void Configure(ModelBuilder model)
    {
        CountriesFeature.Configure(model);
        HelpFeature.Configure(model);
        TargetsFeature.Configure(model);
        ProjectsFeature.Configure(model);
        ResultsFeature.Configure(model);
        PagesFeature.Configure(model);
        GroupsFeature.Configure(model);
        MoneyFeature.Configure(model);
    }

    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes)
    {
        CountriesFeature.Map(routes);
        ProjectsFeature.Map(routes);
        PagesFeature.Map(routes);
        ResultsFeature.Map(routes);
        MoneyFeature.Map(routes);
        ReportsFeature.Map(routes);
    }
}
