using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vaka.Kernel.Data;
using Vaka.Kernel.Ownership;
using Vaka.Programme.Projects;

namespace Vaka.Programme.Groups;

/// <summary>The working groups of the project's owner and of the states it serves, on the project's page, as far as the reader may see them.</summary>
[ViewComponent(Name = "ProjectGroups")]
public sealed class ProjectGroupsViewComponent : ViewComponent
{
    /// <summary>Renders the links.</summary>
    public async Task<IViewComponentResult> InvokeAsync(string code, Guid projectId)
    {
        _ = code;
        var (db, ct) = (HttpContext.RequestServices.GetRequiredService<VakaDb>(), HttpContext.RequestAborted);
        var project = await db.Set<Project>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == projectId, ct);
        var owners = project is null ? [] : Codes.Split(project.States).Append(project.Owner).ToList();
        var groups = await db.Set<WorkingGroup>().AsNoTracking().Where(g => owners.Contains(g.Owner)).OrderBy(g => g.Owner).ThenBy(g => g.Key).ToListAsync(ct);
        return View("/Groups/_ProjectGroups.cshtml", groups);
    }
}
