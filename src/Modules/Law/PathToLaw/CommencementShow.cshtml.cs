using Microsoft.EntityFrameworkCore;
using Vaka.Kernel.Chain;
using Vaka.Kernel.Data;
using Vaka.Kernel.Permissions;
using Vaka.Law.Amendments;
using Vaka.Law.Instruments;

namespace Vaka.Law.PathToLaw;

/// <summary>One commencement: which amendment came into force, and when.</summary>
[Public, Writes(LawPermissions.PathRecord)]
internal sealed class CommencementShowModel(VakaDb db, IChain chain) : ChainShowPage<Commencement>(db, chain)
{
    protected override string WritePermission => LawPermissions.PathRecord;

    /// <summary>Null when the viewer may not see it.</summary>
    public Amendment? Amendment { get; private set; }

    public Provision? Provision { get; private set; }

    protected override async Task Load(CancellationToken ct)
    {
        Amendment = await Db.Set<Amendment>().AsNoTracking().FirstOrDefaultAsync(a => a.Id == Row.AmendmentId, ct);
        if (Amendment is { } amendment) Provision = await Db.Set<Provision>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == amendment.ProvisionId, ct);
    }
}
