using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vaka.Kernel.Data;

namespace Vaka.Programme.Targets;

/// <summary>The agreed aims on the project's page; nothing when none is mapped.</summary>
[ViewComponent(Name = "ProjectTargets")]
public sealed class ProjectTargetsViewComponent : ViewComponent
{
    /// <summary>Renders the list, by framework and number.</summary>
    public async Task<IViewComponentResult> InvokeAsync(string code, Guid projectId)
    {
        _ = projectId;
        var db = (VakaDb)HttpContext.RequestServices.GetService(typeof(VakaDb))!;
        var targets = await db.Set<ProjectTarget>().AsNoTracking().Where(t => t.Project == code).ToListAsync(HttpContext.RequestAborted);
        IReadOnlyList<ProjectTarget> ordered = [.. targets.OrderBy(t => t.Framework).ThenBy(t => t.Order)];
        return View("/Targets/_ProjectTargets.cshtml", ordered);
    }
}
