using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Vaka.Kernel.Permissions;
using Vaka.Programme.Projects;

namespace Vaka.Programme.Reports;

/// <summary>The draft of a project's report for a period.</summary>
[Permit(ReportsFeature.ReportDraft)]
internal sealed class ReportShowModel(ReportComposer composer) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? To { get; set; }

    public Project Project { get; private set; } = null!;

    /// <summary>Null when the period makes no sense.</summary>
    public Report? Report { get; private set; }

    public string? Problem { get; private set; }

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken ct)
    {
        var (status, project, report, problem) = await composer.Of(code, From, To, ct);
        if (project is null) return status == StatusCodes.Status404NotFound ? NotFound() : Forbid();
        (Project, Report, Problem, Response.StatusCode) = (project, report, problem, status);
        (From, To) = (report?.Period.From.ToString() ?? From, report?.Period.To.ToString() ?? To);
        return Page();
    }
}
