using Vaka.Capacity.Ratings;
using Microsoft.EntityFrameworkCore;
using Vaka.Kernel.Chain;
using Vaka.Kernel.Data;
using Vaka.Kernel.Permissions;

namespace Vaka.Capacity.Institutions;

/// <summary>One institution.</summary>
[Public, Writes(CapacityPermissions.InstitutionWrite)]
internal sealed class InstitutionShowModel(VakaDb db, IChain chain) : ChainShowPage<Institution>(db, chain)
{
    protected override string WritePermission => CapacityPermissions.InstitutionWrite;

    public IReadOnlyList<CapacityRating> Ratings { get; private set; } = [];

    protected override async Task Load(CancellationToken ct) =>
        Ratings = [.. (await Db.Set<CapacityRating>().AsNoTracking().Where(r => r.InstitutionId == Row.Id).ToListAsync(ct)).OrderByDescending(r => r.Date)];
}
