using Microsoft.EntityFrameworkCore;
using Vaka.Capacity.Institutions;
using Vaka.Kernel.Chain;
using Vaka.Kernel.Data;
using Vaka.Kernel.Permissions;

namespace Vaka.Capacity.Ratings;

/// <summary>Institution by theme: the newest rating of each that the viewer may see.</summary>
[Public]
internal sealed class CapacityIndexModel(VakaDb db) : ChainIndexPage<CapacityRating>(db)
{
    private readonly VakaDb _db = db;

    public IReadOnlyList<Institution> Institutions { get; private set; } = [];

    /// <summary>Themes of the table: those that any rating of it has.</summary>
    public IReadOnlyList<ThemeItem> Columns { get; private set; } = [];

    public IReadOnlyDictionary<(Guid Institution, string Theme), CapacityRating> Cells { get; private set; } = new Dictionary<(Guid, string), CapacityRating>();

    public override async Task OnGetAsync(CancellationToken ct)
    {
        await base.OnGetAsync(ct);
        Cells = CapacityRating.Newest(Rows);
        var ids = Rows.Select(r => r.InstitutionId).Distinct().ToList();
        Institutions = await _db.Set<Institution>().AsNoTracking().Where(i => ids.Contains(i.Id)).OrderBy(i => i.Owner).ThenBy(i => i.Key).ToListAsync(ct);
        Columns = [.. AllThemes.Where(t => Cells.Keys.Any(c => c.Theme == t.Id) && (string.IsNullOrEmpty(Theme) || Theme == t.Id))];
    }
}
