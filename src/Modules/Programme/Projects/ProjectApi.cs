using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using System.Text.Json;
using Vaka.Kernel.Data;
using Vaka.Kernel.Ownership;
using Vaka.Kernel.Permissions;
using Vaka.Kernel.Web;
using Vaka.Kernel.Words;

namespace Vaka.Programme.Projects;

/// <summary>The records as data: the list with the page's filters, and one record.</summary>
internal static class ProjectApi
{
    private const int Most = 5_000;

    private static readonly string[] Columns =
        ["code", "project_id", "prima_id", "title_en", "title_fr", "start", "end", "status", "type", "budget_usd", "coverage", "year", "idf_region", "states", "owner", "fictional", "source", "retrieved", "address"];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapData("/projects", async (HttpRequest request, ProjectCatalogue catalogue, VakaDb db, CancellationToken ct) =>
        {
            var answer = await catalogue.Ask(ProjectQuestions.From(request.Query, Most), db.Viewer, ct);
            var rows = await ProjectRows.InOrder(db, answer.Ids, ct);
            return new DataSheet(
                new { answer.Total, facets = answer.Facets.ToDictionary(f => ProjectQuestions.NameOf(f.Key), f => f.Value), projects = rows.Select(Brief) },
                Columns, rows.Select(Cells));
        }).Public().WithTags("projects").WithSummary("Project records, narrowed by q, region, state, type, coverage, status and year; at most 5,000.");
        routes.MapData("/projects/{code}", async (string code, VakaDb db, CancellationToken ct) =>
            await db.Set<Project>().AsNoTracking().FirstOrDefaultAsync(p => p.Key == code, ct) is { } p ? new DataSheet(Whole(p), Columns, [Cells(p)]) : null)
            .Public().WithTags("projects").WithSummary("One project record, each field with its source.");
    }

    private static object Brief(Project p) => new { code = p.Key, p.Title, p.Start, p.End, p.Status, p.Type, budgetUsd = p.Budget / 100m, p.Year, states = Codes.Split(p.States), fictional = p.Fictional, p.Path };

    private static object Whole(Project p) => new
    {
        code = p.Key, p.ProjectId, p.PrimaId, p.Title, p.Summary, p.Start, p.End, p.Status, p.Type, budgetUsd = p.Budget / 100m, p.Coverage, p.Year, p.IdfRegion, states = Codes.Split(p.States),
        p.Areas, p.Narrative, p.Partners, p.ManagingOffice, documents = JsonSerializer.Deserialize<JsonElement>(p.Documents), sources = JsonSerializer.Deserialize<JsonElement>(p.Sources),
        p.Owner, p.Audience, fictional = p.Fictional, version = p.PublishedVersion, p.Url, p.Path,
    };

    private static IReadOnlyList<object?> Cells(Project p) =>
    [
        p.Key, p.ProjectId, p.PrimaId, p.Title["en"], p.Title["fr"], p.Start, p.End, p.Status, p.Type, p.Budget / 100m, p.Coverage, p.Year, p.IdfRegion, string.Join(';', Codes.Split(p.States)), p.Owner,
        p.Fictional, p.SourceOf("title")?.From, p.SourceOf("title")?.Retrieved, p.Path,
    ];
}
