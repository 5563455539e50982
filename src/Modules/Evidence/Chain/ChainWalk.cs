using Microsoft.EntityFrameworkCore;
using Vaka.Kernel.Chain;
using Vaka.Kernel.Data;

namespace Vaka.Evidence.Chain;

/// <summary>A version in a walk; its content is null where its owner has not shared it.</summary>
internal sealed record WalkNode(Ref Ref, ChainVersion? Version, int Distance, bool IsSuperseded);

/// <summary>An edge in a walk.</summary>
/// <param name="IsStale">An end has a newer published version than the edge knows.</param>
internal sealed record WalkEdge(ChainEdge Edge, bool IsStale);

/// <summary>What a walk found. Distances are negative for what lies before the start.</summary>
internal sealed record Walk(ChainVersion Start, IReadOnlyList<WalkNode> Nodes, IReadOnlyList<WalkEdge> Edges, bool IsCut);

/// <summary>Walks the chain from one row: back to the evidence (<em>why</em>) and on to what follows.</summary>
internal sealed class ChainWalk(VakaDb db)
{
    /// <summary>Most versions in one walk; more is cut, and said so.</summary>
    public const int Most = 250;

    /// <summary>Walks from the newest version of a row that the viewer may see, or from the version asked for; null when there is none.</summary>
    public async Task<Walk?> From(string kind, Guid id, int? version, CancellationToken ct)
    {
        var start = await db.Set<ChainVersion>().AsNoTracking().FirstOrDefaultAsync(v => v.Kind == kind && v.ItemId == id && (version == null ? v.IsLatest : v.Version == version), ct);
        if (start is null) return null;
        var distances = new Dictionary<Ref, int> { [start.Ref] = 0 };
        var edges = new Dictionary<Guid, ChainEdge>();
        var cut = await Spread(start, back: true, distances, edges, ct) | await Spread(start, back: false, distances, edges, ct);

        var ids = distances.Keys.Select(r => r.Id).Distinct().ToList();
        var versions = (await db.Set<ChainVersion>().AsNoTracking().Where(v => ids.Contains(v.ItemId)).ToListAsync(ct)).ToLookup(v => v.ItemId);
        var newest = versions.ToDictionary(g => g.Key, g => g.Max(v => v.Version));
        bool Old(Ref r) => newest.TryGetValue(r.Id, out var n) && n > r.Version;
        var nodes = distances.Select(d => new WalkNode(d.Key, versions[d.Key.Id].FirstOrDefault(v => v.Version == d.Key.Version), d.Value, Old(d.Key)))
            .OrderBy(n => n.Distance).ThenBy(n => n.Ref.Kind, StringComparer.Ordinal).ThenBy(n => n.Version?.Key, StringComparer.Ordinal).ToList();
        return new(start, nodes, [.. edges.Values.Select(e => new WalkEdge(e, Old(e.From) || Old(e.To)))], cut);
    }

    private async Task<bool> Spread(ChainVersion start, bool back, Dictionary<Ref, int> distances, Dictionary<Guid, ChainEdge> edges, CancellationToken ct)
    {
        var front = new HashSet<Ref> { start.Ref };
        for (var step = 1; front.Count > 0; step++)
        {
            var ids = front.Select(r => r.Id).Distinct().ToList();
            var found = await (back
                ? db.Set<ChainEdge>().AsNoTracking().Where(e => ids.Contains(e.ToItem))
                : db.Set<ChainEdge>().AsNoTracking().Where(e => ids.Contains(e.FromItem))).ToListAsync(ct);
            // Back from exactly the version; on from any version of the row, to versions that are still the newest of theirs.
            if (back) found = found.FindAll(e => front.Contains(e.To));
            else
            {
                var ends = found.Select(e => e.ToItem).Distinct().ToList();
                var newest = await db.Set<ChainVersion>().AsNoTracking().Where(v => ends.Contains(v.ItemId) && v.IsLatest).ToDictionaryAsync(v => v.ItemId, v => v.Version, ct);
                found = found.FindAll(e => !newest.TryGetValue(e.ToItem, out var n) || n == e.ToVersion);
            }
            front = [];
            foreach (var edge in found)
            {
                edges[edge.Id] = edge;
                var next = back ? edge.From : edge.To;
                if (distances.ContainsKey(next)) continue;
                if (distances.Count >= Most) return true;
                distances[next] = back ? -step : step;
                front.Add(next);
            }
        }
        return false;
    }
}
