using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vaka.Contracts.Evidence;
using Vaka.Contracts.Programme;
using Vaka.Kernel.Data;
using Vaka.Kernel.Permissions;
using Vaka.Kernel.Web;

namespace Vaka.Programme.Money;

/// <summary>Registers the budgets of projects.</summary>
internal static class MoneyFeature
{
    private static readonly string[] Columns = ["project", "line", "name_en", "name_fr", "year", "budget_usd", "spent_usd", "fictional"];

    public static void AddServices(IServiceCollection services) => services.AddScoped<IPackFile, BudgetFile>();

    public static void Configure(ModelBuilder model) => BudgetLine.Map(model);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapData("/projects/{code}/money", async (string code, IProjects projects, VakaDb db, CancellationToken ct) =>
        {
            if (await projects.Find(code, ct) is not { } project) return null;
            var money = await ProjectBudget.Of(db, code, ct);
            return new DataSheet(
                new
                {
                    project = project.Code, currency = "USD", fictional = project.Fictional, total = Sums(money.Budget, money.Spent),
                    years = money.Years.Select(y => new { y.Year, total = Sums(y.Budget, y.Spent) }),
                    lines = money.Lines.Select(l => new { l.Line, l.Name, l.Year, budgetUsd = l.BudgetCents / 100m, spentUsd = l.SpentCents / 100m }),
                },
                Columns, money.Lines.Select(IReadOnlyList<object?> (l) => [l.Project, l.Line, l.Name["en"], l.Name["fr"], l.Year, l.BudgetCents / 100m, l.SpentCents / 100m, l.Fictional]));
        }).Public().WithTags("projects").WithSummary("A project's budget and spending by line and year in US dollars; an amount that is not published is left out.");

    private static object Sums(Sum budget, Sum spent) =>
        new { budgetUsd = budget.Cents / 100m, budgetIsPartial = budget.IsPartial, spentUsd = spent.Cents / 100m, spentIsPartial = spent.IsPartial };
}
