using Microsoft.EntityFrameworkCore;
using Vaka.Contracts.Evidence;
using Vaka.Kernel.Chain;
using Vaka.Kernel.Data;
using Vaka.Kernel.Words;
using Vaka.Law.LegalGaps;
using Vaka.Law.Validations;

namespace Vaka.Law.PathToLaw;

/// <summary>What was validated or returned, what came into force, and which legal gaps that closed.</summary>
internal sealed class LawChronicle(VakaDb db, IChain chain) : IChronicle
{
    public async Task<IReadOnlyList<ChronicleEntry>> Between(IReadOnlyCollection<string> owners, DateOnly from, DateOnly to, CancellationToken ct = default)
    {
        var entries = new List<ChronicleEntry>();
        foreach (var v in await db.Set<Validation>().AsNoTracking().Where(v => owners.Contains(v.Owner) && v.On >= from && v.On <= to).ToListAsync(ct))
            entries.Add(Entry(v.Decision == ValidationDecision.Validated ? ChronicleAct.Validated : ChronicleAct.Returned, v.On, v, v.Body));
        foreach (var c in await db.Set<Commencement>().AsNoTracking().Where(c => owners.Contains(c.Owner) && c.On >= from && c.On <= to).ToListAsync(ct))
        {
            entries.Add(Entry(ChronicleAct.Commenced, c.On, c, LocalText.Empty));
            var gaps = (await chain.Before(Kinds.Amendment, c.AmendmentId, ct)).Where(b => b.Ref.Kind == Kinds.LegalGap).Select(b => b.Ref.Id).ToList();
            foreach (var gap in await db.Set<LegalGap>().AsNoTracking().Where(g => gaps.Contains(g.Id)).ToListAsync(ct)) entries.Add(Entry(ChronicleAct.Closed, c.On, gap, LocalText.Empty));
        }
        return entries;
    }

    private static ChronicleEntry Entry(ChronicleAct act, DateOnly on, ChainRow row, LocalText note) =>
        new(act, on, row.Kind, row.Owner, row.Title, row.Path, note, row.Audience, row.Fictional, row.Synthetic);
}
