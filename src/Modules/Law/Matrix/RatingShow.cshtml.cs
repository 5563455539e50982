using Microsoft.EntityFrameworkCore;
using Vaka.Kernel.Chain;
using Vaka.Kernel.Data;
using Vaka.Kernel.Permissions;
using Vaka.Law.Instruments;
using Vaka.Law.Norms;

namespace Vaka.Law.Matrix;

/// <summary>One rating: a provision against a norm, with the reason.</summary>
[Public, Writes(LawPermissions.RatingWrite)]
internal sealed class RatingShowModel(VakaDb db, IChain chain, StandingReader standings) : ChainShowPage<Rating>(db, chain)
{
    protected override string WritePermission => LawPermissions.RatingWrite;

    public Norm? Norm { get; private set; }

    public NormStanding? Standing { get; private set; }

    public Provision? Provision { get; private set; }

    protected override async Task Load(CancellationToken ct)
    {
        Norm = await Db.Set<Norm>().AsNoTracking().FirstOrDefaultAsync(n => n.Id == Row.NormId, ct);
        if (Row.ProvisionId is { } provision) Provision = await Db.Set<Provision>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == provision, ct);
        if (Norm is { } norm) Standing = NormStanding.Of(norm.NormKind, [.. (await standings.Claims(Row.Owner, norm.Instrument, ct))[(Row.Owner, norm.Instrument)]]);
    }
}
