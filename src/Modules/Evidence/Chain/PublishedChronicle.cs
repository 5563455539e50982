using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Vaka.Contracts.Evidence;
using Vaka.Kernel.Chain;
using Vaka.Kernel.Data;
using Vaka.Kernel.Web;
using Vaka.Kernel.Words;

namespace Vaka.Evidence.Chain;

/// <summary>What was opened: needs and gaps first published here; and which questions were answered: knowledge gaps whose newer version says that it is known.</summary>
internal sealed class PublishedChronicle(VakaDb db) : IChronicle
{
    private static readonly string[] Opened = [Kinds.Need, Kinds.KnowledgeGap, Kinds.LegalGap];

    public async Task<IReadOnlyList<ChronicleEntry>> Between(IReadOnlyCollection<string> owners, DateOnly from, DateOnly to, CancellationToken ct = default)
    {
        var (first, after) = (from.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc), to == DateOnly.MaxValue ? DateTime.MaxValue : to.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc));
        var published = await db.Set<ChainVersion>().AsNoTracking()
            .Where(v => owners.Contains(v.Owner) && Opened.Contains(v.Kind) && (v.Version == 1 || v.Kind == Kinds.KnowledgeGap) && v.PublishedAt >= first && v.PublishedAt < after).ToListAsync(ct);
        var entries = published.Where(v => v.Version == 1).Select(v => Entry(ChronicleAct.Opened, v)).ToList();
        var answered = published.FindAll(v => v.Version > 1 && IsKnown(v));
        var items = answered.ConvertAll(v => v.ItemId);
        var versions = await db.Set<ChainVersion>().AsNoTracking().Where(v => items.Contains(v.ItemId)).ToListAsync(ct);
        entries.AddRange(answered.Where(a => versions.Exists(v => v.ItemId == a.ItemId && v.Version == a.Version - 1 && !IsKnown(v))).Select(v => Entry(ChronicleAct.Closed, v)));
        return entries;
    }

    private static bool IsKnown(ChainVersion version) =>
        JsonSerializer.Deserialize<List<ChainFact>>(version.Facts, DataAddress.Json)!.Exists(f => f.Field == "knowledge-gap.state" && f.Value["mul"] == "known");

    private static ChronicleEntry Entry(ChronicleAct act, ChainVersion v) =>
        new(act, DateOnly.FromDateTime(v.PublishedAt), v.Kind, v.Owner, v.Title, v.Path, LocalText.Empty, v.Audience, v.Fictional, v.Synthetic);
}
