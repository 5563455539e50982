using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Vaka.Contracts.Programme;
using Vaka.Kernel.Data;
using Vaka.Kernel.Permissions;

namespace Vaka.Programme.Results;

/// <summary>A project's results and indicators, the page of the data address.</summary>
[Public]
internal sealed class ResultsShowModel(VakaDb db, IProjects projects, ResultTrees trees) : PageModel
{
    public ProjectItem Project { get; private set; } = null!;

    public IReadOnlyList<TreeNode> Tree { get; private set; } = [];

    public bool MayWrite { get; private set; }

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken ct)
    {
        if (await projects.Find(code, ct) is not { } project) return NotFound();
        (Project, Tree, MayWrite) = (project, await trees.Of(code, ct), db.Viewer.May(ResultsFeature.ResultWrite, project.Owner));
        return Page();
    }
}
