using Microsoft.EntityFrameworkCore;
using Vaka.Kernel.Chain;
using Vaka.Kernel.Data;
using Vaka.Kernel.Permissions;
using Vaka.Kernel.Ownership;
using Vaka.Law.Amendments;
using Vaka.Law.Matrix;

namespace Vaka.Law.Instruments;

/// <summary>One provision as it reads now, how it was rated and what would change it.</summary>
[Public, Writes(LawPermissions.InstrumentWrite)]
internal sealed class ProvisionShowModel(VakaDb db, IChain chain) : ChainShowPage<Provision>(db, chain)
{
    protected override string WritePermission => LawPermissions.InstrumentWrite;

    /// <summary>The law it is part of; null when the viewer may not see that.</summary>
    public Instrument? Of { get; private set; }

    public IReadOnlyList<Provision> Related { get; private set; } = [];

    public IReadOnlyList<Rating> Ratings { get; private set; } = [];

    public IReadOnlyList<Amendment> Amendments { get; private set; } = [];

    protected override async Task Load(CancellationToken ct)
    {
        Of = await Db.Set<Instrument>().AsNoTracking().FirstOrDefaultAsync(i => i.Id == Row.InstrumentId, ct);
        Ratings = await Db.Set<Rating>().AsNoTracking().Where(r => r.ProvisionId == Row.Id).OrderBy(r => r.Key).ToListAsync(ct);
        Amendments = await Db.Set<Amendment>().AsNoTracking().Where(a => a.ProvisionId == Row.Id).OrderBy(a => a.Key).ToListAsync(ct);
        var keys = Codes.Split(Row.Related).ToList();
        if (keys.Count > 0) Related = await Db.Set<Provision>().AsNoTracking().Where(p => p.Owner == Row.Owner && keys.Contains(p.Key)).OrderBy(p => p.Key).ToListAsync(ct);
    }
}
