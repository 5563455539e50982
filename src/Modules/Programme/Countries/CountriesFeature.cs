using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vaka.Kernel.Importing;
using Vaka.Kernel.Permissions;

namespace Vaka.Programme.Countries;

/// <summary>Registers what is said of countries: the Fund's eligibility, facts, and their pages.</summary>
internal static class CountriesFeature
{
    public const string FactWrite = "programme.fact.write";

    public static IReadOnlyList<Permission> Permissions { get; } = [new(FactWrite, Roles.ProjectManager, Roles.Administrator)];

    public static void AddServices(IServiceCollection services) =>
        services.AddScoped<IImporter, StateImporter>().AddScoped<IImporter, FactImporter>().AddScoped<CountryRecords>();

    public static void Configure(ModelBuilder model)
    {
        model.Entity<FundEligibility>().ToTable("fund_eligibility");
        CountryFact.Map(model);
    }

    public static void Map(IEndpointRouteBuilder routes) => CountryApi.Map(routes);
}
