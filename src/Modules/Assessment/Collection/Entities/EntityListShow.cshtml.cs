using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vaka.Kernel.Data;
using Vaka.Kernel.Permissions;

namespace Vaka.Assessment.Collection;

/// <summary>A list with its entities: what waits for a decision first.</summary>
[Permit(AssessmentPermissions.SubmissionRead)]
internal sealed class EntityListShowModel(VakaDb db) : PageModel
{
    private const int Most = 200;

    public EntityList List { get; private set; } = null!;

    /// <summary>The entities of this page, each with how many contradictions are open.</summary>
    public IReadOnlyList<(Entity Entity, int Open)> Lines { get; private set; } = [];

    public int All { get; private set; }

    public int Waiting { get; private set; }

    /// <summary>From 1.</summary>
    public int Number { get; private set; }

    public int Pages => Math.Max(1, (All + Most - 1) / Most);

    /// <summary>Shows the list.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, [FromQuery(Name = "p")] int number = 1, CancellationToken ct = default)
    {
        if (await db.Set<EntityList>().AsNoTracking().FirstOrDefaultAsync(l => l.Id == id, ct) is not { } list || !db.Viewer.May(AssessmentPermissions.SubmissionRead, list.Owner)) return NotFound();
        List = list;
        var open = await db.Set<EntityVersion>().Where(v => v.State == EntityVersionState.Open).Join(db.Set<Entity>().Where(e => e.ListId == id), v => v.EntityRowId, e => e.Id, (_, e) => e.Id).GroupBy(e => e).ToDictionaryAsync(g => g.Key, g => g.Count(), ct);
        All = await db.Set<Entity>().CountAsync(e => e.ListId == id, ct);
        Number = Math.Clamp(number, 1, Pages);
        var first = open.Keys.ToList();
        var entities = await db.Set<Entity>().AsNoTracking().Where(e => e.ListId == id).OrderByDescending(e => first.Contains(e.Id)).ThenBy(e => e.Label).ThenBy(e => e.Id).Skip((Number - 1) * Most).Take(Most).ToListAsync(ct);
        Lines = entities.ConvertAll(e => (e, open.GetValueOrDefault(e.Id)));
        Waiting = await db.Set<WaitingUpdate>().CountAsync(w => w.ListId == id, ct);
        return Page();
    }
}
