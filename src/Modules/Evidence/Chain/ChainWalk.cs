using Microsoft.EntityFrameworkCore;
using Vaka.Kernel.Chain;
using Vaka.Kernel.Data;

namespace Vaka.Evidence.Chain;

/// <summary>A version in a walk; its content is null where its owner has not shared it.</summary>
internal sealed record WalkNode(Ref Ref, ChainVersion? Version, int Distance, bool IsSuperseded);

/// <summary>
/// An edge in a walk, between the nodes that are shown. On the way forward the beginning shown may be another version of its row than the
/// one the edge was made from: what follows from any version of a row is shown as following from it.
/// </summary>
/// <param name="Edge">The edge as it was made.</param>
/// <param name="From">Node where it begins.</param>
/// <param name="To">Node where it ends.</param>
/// <param name="IsStale">An end has a newer published version than the edge knows.</param>
internal sealed record WalkEdge(ChainEdge Edge, WalkNode From, WalkNode To, bool IsStale);

/// <summary>What a walk found. Distances are negative for what lies before the start; a row that lies on both sides is a node on each.</summary>
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
        var (back, on) = (new Dictionary<Ref, int> { [start.Ref] = 0 }, new Dictionary<Ref, int> { [start.Ref] = 0 });
        var (backEdges, onEdges) = (new List<Step>(), new List<Step>());
        var cut = await Back(start.Ref, back, backEdges, ct) | await On(start.Ref, back.Count, on, onEdges, ct);

        var ids = back.Keys.Concat(on.Keys).Select(r => r.Id).Distinct().ToList();
        var versions = (await db.Set<ChainVersion>().AsNoTracking().Where(v => ids.Contains(v.ItemId)).ToListAsync(ct)).ToLookup(v => v.ItemId);
        var newest = versions.ToDictionary(g => g.Key, g => g.Max(v => v.Version));
        bool Old(Ref r) => newest.TryGetValue(r.Id, out var n) && n > r.Version;
        WalkNode Node(Ref r, int distance) => new(r, versions[r.Id].FirstOrDefault(v => v.Version == r.Version), distance, Old(r));
        var first = Node(start.Ref, 0);
        Dictionary<Ref, WalkNode> Nodes(Dictionary<Ref, int> distances) => distances.ToDictionary(d => d.Key, d => d.Value == 0 ? first : Node(d.Key, d.Value));
        var (before, after) = (Nodes(back), Nodes(on));
        IEnumerable<WalkEdge> Edges(List<Step> steps, Dictionary<Ref, WalkNode> nodes) =>
            steps.Select(s => new WalkEdge(s.Edge, nodes[s.From], nodes[s.To], Old(s.Edge.From) || Old(s.Edge.To)));
        return new(start, [.. before.Values.Union(after.Values).OrderBy(n => n.Distance).ThenBy(n => n.Ref.Kind, StringComparer.Ordinal).ThenBy(n => n.Version?.Key, StringComparer.Ordinal)],
            [.. Edges(backEdges, before), .. Edges(onEdges, after)], cut);
    }

    /// <summary>
    /// Of the edges from one row to one version only the newest counts: it was added when somebody looked at the older one and said that
    /// it still holds.
    /// </summary>
    public static IEnumerable<ChainEdge> Standing(IEnumerable<ChainEdge> edges) =>
        edges.GroupBy(e => (e.FromItem, e.To)).Select(g => g.OrderByDescending(e => e.FromVersion).ThenByDescending(e => e.MadeAt).First());

    // Back from exactly the version that an edge knows.
    private async Task<bool> Back(Ref start, Dictionary<Ref, int> distances, List<Step> steps, CancellationToken ct)
    {
        var front = new HashSet<Ref> { start };
        for (var step = 1; front.Count > 0; step++)
        {
            var ids = front.Select(r => r.Id).Distinct().ToList();
            var found = Standing(await Told((await db.Set<ChainEdge>().AsNoTracking().Where(e => ids.Contains(e.ToItem)).ToListAsync(ct)).FindAll(e => front.Contains(e.To)), ct)).ToList();
            front = [];
            foreach (var edge in found.OrderBy(e => e.Id))
            {
                if (!distances.ContainsKey(edge.From))
                {
                    if (distances.Count >= Most) return true;
                    distances[edge.From] = -step;
                    front.Add(edge.From);
                }
                steps.Add(new(edge, edge.From, edge.To));
            }
        }
        return false;
    }

    // On from any version of a row to the versions that are still the newest of theirs: a row is met once.
    private async Task<bool> On(Ref start, int already, Dictionary<Ref, int> distances, List<Step> steps, CancellationToken ct)
    {
        var met = new Dictionary<Guid, Ref> { [start.Id] = start };
        var front = new List<Guid> { start.Id };
        for (var step = 1; front.Count > 0; step++)
        {
            var found = Standing(await Told(await db.Set<ChainEdge>().AsNoTracking().Where(e => front.Contains(e.FromItem)).ToListAsync(ct), ct)).ToList();
            var ends = found.Select(e => e.ToItem).Distinct().ToList();
            var newest = await db.Set<ChainVersion>().AsNoTracking().Where(v => ends.Contains(v.ItemId) && v.IsLatest).ToDictionaryAsync(v => v.ItemId, v => v.Version, ct);
            // Of a row that is not shared the edges are all that is known: the newest end among them stands for it.
            foreach (var hidden in found.Where(e => !newest.ContainsKey(e.ToItem)).GroupBy(e => e.ToItem).ToList())
                newest[hidden.Key] = met.TryGetValue(hidden.Key, out var known) ? known.Version : hidden.Max(e => e.ToVersion);
            var next = new List<Guid>();
            foreach (var edge in found.Where(e => newest[e.ToItem] == e.ToVersion).OrderBy(e => e.Id))
            {
                if (!met.TryGetValue(edge.ToItem, out var end))
                {
                    if (already + distances.Count > Most) return true;
                    met[edge.ToItem] = end = edge.To;
                    distances[end] = step;
                    next.Add(edge.ToItem);
                }
                steps.Add(new(edge, met[edge.FromItem], end));
            }
            front = next;
        }
        return false;
    }

    // Across owners whoever sees both ends sees the edge, the owners of the two ends that something is there, and others nothing. Of a draft
    // not even that is told: that an amendment is being written is privileged.
    private async Task<List<ChainEdge>> Told(List<ChainEdge> edges, CancellationToken ct)
    {
        var ids = edges.SelectMany(e => new[] { e.FromItem, e.ToItem }).Distinct().ToList();
        var seen = (await db.Set<ChainVersion>().AsNoTracking().Where(v => ids.Contains(v.ItemId)).Select(v => v.ItemId).Distinct().ToListAsync(ct)).ToHashSet();
        return edges.FindAll(e => seen.Contains(e.FromItem) && seen.Contains(e.ToItem)
            || (e.FromKind != Kinds.Amendment || seen.Contains(e.FromItem)) && (e.FromOwner == e.Owner || db.Viewer.Owners.Contains(e.Owner) || db.Viewer.Owners.Contains(e.FromOwner)));
    }

    /// <summary>An edge that was walked and the ends it has in the walk.</summary>
    private readonly record struct Step(ChainEdge Edge, Ref From, Ref To);
}
