using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vaka.Kernel.Data;
using Vaka.Kernel.Permissions;

namespace Vaka.Capacity.Competences;

/// <summary>Observations of the owners for whom the viewer may read them; a grant of another role for the same owner is not enough.</summary>
[Permit(CapacityPermissions.ObservationRead)]
internal sealed class ObservationsIndexModel(VakaDb db) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid? Competence { get; set; }

    public IReadOnlyList<Observation> Rows { get; private set; } = [];

    public IReadOnlyDictionary<Guid, Competence> Competences { get; private set; } = new Dictionary<Guid, Competence>();

    public async Task OnGetAsync(CancellationToken ct)
    {
        var owners = db.Viewer.OwnersFor(CapacityPermissions.ObservationRead).ToList();
        Rows = await db.Set<Observation>().AsNoTracking().Where(o => owners.Contains(o.Owner) && (Competence == null || o.CompetenceId == Competence))
            .OrderByDescending(o => o.Observed).ThenBy(o => o.Officer).Take(500).ToListAsync(ct);
        Competences = await db.Set<Competence>().AsNoTracking().ToDictionaryAsync(c => c.Id, ct);
    }
}
