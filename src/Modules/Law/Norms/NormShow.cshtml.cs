using Microsoft.EntityFrameworkCore;
using Vaka.Kernel.Chain;
using Vaka.Kernel.Data;
using Vaka.Kernel.Permissions;
using Vaka.Kernel.Ownership;
using Vaka.Kernel.Words;
using Vaka.Law.Matrix;

namespace Vaka.Law.Norms;

/// <summary>One norm: what it asks, what it is to each state, and the laws rated against it.</summary>
[Public, Writes(LawPermissions.NormWrite)]
internal sealed class NormShowModel(VakaDb db, IChain chain, StandingReader standings, States states) : ChainShowPage<Norm>(db, chain)
{
    protected override string WritePermission => LawPermissions.NormWrite;

    public IReadOnlyList<(LocalText State, NormStanding Standing)> Standings { get; private set; } = [];

    public IReadOnlyList<Rating> Ratings { get; private set; } = [];

    protected override async Task Load(CancellationToken ct)
    {
        Ratings = await Db.Set<Rating>().AsNoTracking().Where(r => r.NormId == Row.Id).OrderBy(r => r.Owner).ThenBy(r => r.Key).ToListAsync(ct);
        var all = await states.All(ct);
        Standings = [.. (await standings.Claims(null, Row.Instrument, ct)).Where(c => all.ContainsKey(c.Key.State)).OrderBy(c => c.Key.State, StringComparer.Ordinal)
            .Select(c => (all[c.Key.State].Name, NormStanding.Of(Row.NormKind, [.. c])))];
    }
}
