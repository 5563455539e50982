using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vaka.Kernel.Data;

namespace Vaka.Programme.Results;

/// <summary>A result with its indicators and what stands below it.</summary>
internal sealed record TreeNode(ResultNode Result, IReadOnlyList<IndicatorView> Indicators, IReadOnlyList<TreeNode> Below)
{
    /// <summary>The node and all below it, from the top.</summary>
    public IEnumerable<TreeNode> All => Below.SelectMany(b => b.All).Prepend(this);
}

/// <summary>Loads the results framework of a project as far as the viewer may see it.</summary>
internal sealed class ResultTrees(VakaDb db, IndicatorViews views)
{
    public async Task<IReadOnlyList<TreeNode>> Of(string project, CancellationToken ct)
    {
        var nodes = await db.Set<ResultNode>().AsNoTracking().Where(r => r.Project == project).ToListAsync(ct);
        var ids = nodes.ConvertAll(n => n.Id);
        var indicators = (await views.Of(await db.Set<Indicator>().AsNoTracking().Where(i => ids.Contains(i.ResultId)).ToListAsync(ct), ct)).ToLookup(v => v.Indicator.ResultId);
        // A node whose parent the viewer may not see stands at the top.
        var top = nodes.Where(n => n.ParentId is null || !ids.Contains(n.ParentId.Value));
        return [.. Ordered(top).Select(Node)];

        TreeNode Node(ResultNode r) => new(r, [.. indicators[r.Id]], [.. Ordered(nodes.Where(n => n.ParentId == r.Id)).Select(Node)]);
        static IEnumerable<ResultNode> Ordered(IEnumerable<ResultNode> some) => some.OrderBy(n => n.Order).ThenBy(n => n.Key, StringComparer.Ordinal);
    }
}

/// <summary>The results framework on the project's page.</summary>
[ViewComponent(Name = "ProjectResults")]
public sealed class ProjectResultsViewComponent : ViewComponent
{
    /// <summary>Renders the tree.</summary>
    public async Task<IViewComponentResult> InvokeAsync(string code, Guid projectId)
    {
        _ = projectId;
        ViewData["Code"] = code;
        var trees = (ResultTrees)HttpContext.RequestServices.GetService(typeof(ResultTrees))!;
        return View("/Results/_ProjectResults.cshtml", await trees.Of(code, HttpContext.RequestAborted));
    }
}
