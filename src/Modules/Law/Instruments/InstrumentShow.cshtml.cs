using Microsoft.EntityFrameworkCore;
using Vaka.Kernel.Chain;
using Vaka.Kernel.Data;
using Vaka.Kernel.Permissions;

namespace Vaka.Law.Instruments;

/// <summary>One law or policy, with its provisions.</summary>
[Public, Writes(LawPermissions.InstrumentWrite)]
internal sealed class InstrumentShowModel(VakaDb db, IChain chain) : ChainShowPage<Instrument>(db, chain)
{
    protected override string WritePermission => LawPermissions.InstrumentWrite;

    public IReadOnlyList<Provision> Provisions { get; private set; } = [];

    protected override async Task Load(CancellationToken ct) =>
        Provisions = await Db.Set<Provision>().AsNoTracking().Where(p => p.InstrumentId == Row.Id).OrderBy(p => p.Key).ToListAsync(ct);
}
