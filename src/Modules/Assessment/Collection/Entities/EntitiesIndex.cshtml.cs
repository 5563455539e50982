using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vaka.Kernel.Data;
using Vaka.Kernel.Permissions;

namespace Vaka.Assessment.Collection;

/// <summary>The lists that forms come back to.</summary>
[Permit(AssessmentPermissions.SubmissionRead)]
internal sealed class EntitiesIndexModel(VakaDb db) : PageModel
{
    /// <summary>A list with what is in it.</summary>
    internal sealed record Line(EntityList List, int Entities, int Open, int Waiting);

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public bool Fictional => Lines.Any(l => l.List.Fictional);

    /// <summary>Counts.</summary>
    public async Task OnGetAsync(CancellationToken ct)
    {
        var mine = db.Viewer.OwnersFor(AssessmentPermissions.SubmissionRead).ToList();
        var lists = await db.Set<EntityList>().AsNoTracking().Where(l => mine.Contains(l.Owner)).OrderBy(l => l.Owner).ThenBy(l => l.Name).ToListAsync(ct);
        var counts = await db.Set<Entity>().Where(e => !e.Deleted).GroupBy(e => e.ListId).ToDictionaryAsync(g => g.Key, g => g.Count(), ct);
        var open = await db.Set<EntityVersion>().Where(v => v.State == EntityVersionState.Open).Join(db.Set<Entity>(), v => v.EntityRowId, e => e.Id, (_, e) => e.ListId).GroupBy(l => l).ToDictionaryAsync(g => g.Key, g => g.Count(), ct);
        var waiting = await db.Set<WaitingUpdate>().GroupBy(w => w.ListId).ToDictionaryAsync(g => g.Key, g => g.Count(), ct);
        Lines = lists.ConvertAll(l => new Line(l, counts.GetValueOrDefault(l.Id), open.GetValueOrDefault(l.Id), waiting.GetValueOrDefault(l.Id)));
    }
}
