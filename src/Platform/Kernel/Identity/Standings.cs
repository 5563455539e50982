using Microsoft.EntityFrameworkCore;
using Vaka.Kernel.Data;
using Vaka.Kernel.Ownership;
using Vaka.Kernel.Permissions;

namespace Vaka.Kernel.Identity;

/// <summary>Makes the viewer of a signed-in person from their grants.</summary>
public sealed class Standings(VakaDb db, States states, PermissionMatrix matrix)
{
    /// <summary>The viewer, with the regions that their countries lie in.</summary>
    public async Task<Viewer> Of(Guid userId, string userName, CancellationToken ct = default)
    {
        var grants = await db.Set<Grant>().AsNoTracking().Where(g => g.UserId == userId).ToListAsync(ct);
        var standings = grants.ConvertAll(g => new Standing(g.Role, g.Owner, g.Organisation, matrix.Of(g.Role)));
        var regions = new List<string>();
        foreach (var owner in grants.Select(g => g.Owner).Distinct(StringComparer.Ordinal))
            if (await states.RegionOf(owner, ct) is { } region) regions.Add(region);
        return Viewer.Person(userId, userName, standings, regions);
    }
}
