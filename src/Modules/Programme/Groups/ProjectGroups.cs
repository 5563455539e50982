using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vaka.Contracts.Programme;
using Vaka.Kernel.Data;

namespace Vaka.Programme.Groups;

/// <summary>The working groups of the project's owner, on the project's page. Groups of other owners stay on their own pages: a group does not say which project it serves.</summary>
[ViewComponent(Name = "ProjectGroups")]
public sealed class ProjectGroupsViewComponent : ViewComponent
{
    /// <summary>Renders the links.</summary>
    public async Task<IViewComponentResult> InvokeAsync(string code, Guid projectId)
    {
        _ = projectId;
        var (services, ct) = (HttpContext.RequestServices, HttpContext.RequestAborted);
        var owner = (await services.GetRequiredService<IProjects>().Find(code, ct))?.Owner;
        var groups = await services.GetRequiredService<VakaDb>().Set<WorkingGroup>().AsNoTracking().Where(g => g.Owner == owner).OrderBy(g => g.Key).ToListAsync(ct);
        return View("/Groups/_ProjectGroups.cshtml", groups);
    }
}
