using Vaka.Capacity.Institutions;
using Microsoft.EntityFrameworkCore;
using Vaka.Kernel.Chain;
using Vaka.Kernel.Data;
using Vaka.Kernel.Permissions;

namespace Vaka.Capacity.Ratings;

/// <summary>One capacity rating.</summary>
[Public, Writes(CapacityPermissions.RatingWrite)]
internal sealed class CapacityRatingShowModel(VakaDb db, IChain chain) : ChainShowPage<CapacityRating>(db, chain)
{
    protected override string WritePermission => CapacityPermissions.RatingWrite;

    public Institution? Institution { get; private set; }

    protected override async Task Load(CancellationToken ct) => Institution = await Db.Set<Institution>().AsNoTracking().FirstOrDefaultAsync(i => i.Id == Row.InstitutionId, ct);
}
