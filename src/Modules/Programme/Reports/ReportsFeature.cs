using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Vaka.Kernel.Permissions;
using Vaka.Kernel.Words;
using Answers = Microsoft.AspNetCore.Http.Results;

namespace Vaka.Programme.Reports;

/// <summary>Registers the draft of a project's period report: a page, and a Word file at the same address.</summary>
internal static class ReportsFeature
{
    public const string ReportDraft = "programme.report.draft", Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static IReadOnlyList<Permission> Permissions { get; } = [new(ReportDraft, Roles.ProjectManager, Roles.Administrator)];

    public static void AddServices(IServiceCollection services) => services.AddScoped<ReportComposer>().AddScoped<ReportResults>().AddScoped<ReportChain>();

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/projects/{code}/report", async (string code, string? from, string? to, string? format, HttpContext http, ReportComposer composer, CancellationToken ct) =>
        {
            http.Response.Headers.Vary = "Accept, Accept-Language, Cookie";
            var wanted = format?.ToLowerInvariant() ?? (http.Request.GetTypedHeaders().Accept.Any(a => a.MediaType == Docx) ? "docx" : "html");
            if (wanted == "html") return Answers.LocalRedirect($"~/{Words.Language}{http.Request.Path}{QueryString.Create(http.Request.Query.Where(q => q.Key != "format"))}");
            if (wanted != "docx") return TypedResults.Problem(statusCode: StatusCodes.Status406NotAcceptable, title: "This address has HTML and DOCX.");
            var (status, _, report, problem) = await composer.Of(code, from, to, ct);
            if (report is null) return TypedResults.Problem(statusCode: status, title: problem);
            var name = string.Concat($"{code}-{report.Period.From}-{report.Period.To}".Where(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.'));
            return Answers.File(ReportDocx.Write(report), Docx, $"draft-report-{name}.docx");
        }).Permit(ReportDraft).WithTags("projects").Produces(200, contentType: Docx).ProducesProblem(404).ProducesProblem(406).ProducesProblem(422)
            .WithSummary("Draft of a project's report for a period (from and to: a year or a month) as a Word file.");
}
