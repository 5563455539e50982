using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using Vaka.Contracts.Programme;
using Vaka.Kernel.Data;
using Vaka.Kernel.Permissions;

namespace Vaka.Programme.Money;

/// <summary>A project's money by line and year.</summary>
[Public]
internal sealed class MoneyShowModel(VakaDb db, IProjects projects) : PageModel
{
    public ProjectItem Project { get; private set; } = null!;

    public ProjectBudget Money { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken ct)
    {
        if (await projects.Find(code, ct) is not { } project) return NotFound();
        (Project, Money) = (project, await ProjectBudget.Of(db, code, ct));
        return Page();
    }
}

/// <summary>What the section of the project's page shows.</summary>
internal sealed record MoneySection(string Code, ProjectBudget Money);

/// <summary>The sums on the project's page, with the way to the lines.</summary>
[ViewComponent(Name = "ProjectMoney")]
public sealed class ProjectMoneyViewComponent : ViewComponent
{
    /// <summary>Renders the sums.</summary>
    public async Task<IViewComponentResult> InvokeAsync(string code, Guid projectId)
    {
        _ = projectId;
        var db = HttpContext.RequestServices.GetRequiredService<VakaDb>();
        return View("/Money/_ProjectMoney.cshtml", new MoneySection(code, await ProjectBudget.Of(db, code, HttpContext.RequestAborted)));
    }
}
