using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Vaka.Kernel.Chain;
using Vaka.Kernel.Data;
using Vaka.Kernel.Ownership;
using Vaka.Kernel.Web;

namespace Vaka.Evidence.Chain;

/// <summary>Publishes versions and edges.</summary>
internal sealed class ChainStore(VakaDb db, TimeProvider clock) : IChain
{
    private static readonly JsonSerializerOptions Json = new(DataAddress.Json) { WriteIndented = false, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async Task<Ref> Publish(ChainRow row, IReadOnlyCollection<Ref>? because, CancellationToken ct = default)
    {
        var before = row.PublishedVersion == 0 ? null : await Tracked(row.Kind, row.Id, row.PublishedVersion, ct);
        var old = before is null ? [] : ChainWalk.Standing(await db.Set<ChainEdge>().AsNoTracking().Where(e => e.ToItem == row.Id && e.ToVersion == before.Version).ToListAsync(ct)).ToList();
        because = await WithUnseen(because, old, ct);
        var wrong = because.FirstOrDefault(b => EdgeTypes.Between(b.Kind, row.Kind) is null);
        if (wrong.Kind is not null) throw new InvalidOperationException($"A {row.Kind} cannot follow from a {wrong.Kind}.");

        if (before is not null) before.IsLatest = false;
        row.PublishedVersion++;
        var now = clock.GetUtcNow().UtcDateTime;
        var version = new ChainVersion
        {
            Kind = row.Kind, ItemId = row.Id, Version = row.PublishedVersion, Key = row.Key, Owner = row.Owner, Audience = row.Audience, SharedWith = row.SharedWith,
            Released = (row as IPrivileged)?.Released ?? true, Team = (row as IPrivileged)?.Team ?? "", Themes = row.Themes, Title = row.Title, Summary = row.Summary,
            Facts = JsonSerializer.Serialize(row.Facts().Where(f => !f.Value.IsEmpty).Select(f => new ChainFact(f.Field, f.Value)), Json),
            Path = row.Path, Fictional = row.Fictional, Synthetic = row.Synthetic, PublishedAt = now, PublisherId = db.Viewer.UserId,
        };
        db.Add(version);
        foreach (var from in because.Distinct())
        {
            var beginning = await Tracked(from.Kind, from.Id, from.Version, ct);
            var edge = new ChainEdge
            {
                FromKind = from.Kind, FromItem = from.Id, FromVersion = from.Version,
                FromOwner = beginning?.Owner ?? old.Find(e => e.From == from)?.FromOwner ?? throw new InvalidOperationException($"Nobody here can see {from}."), ToKind = row.Kind, ToItem = row.Id, ToVersion = version.Version,
                Type = EdgeTypes.Between(from.Kind, row.Kind)!, Owner = row.Owner, MadeAt = now,
            };
            edge.TakeAudience(version);
            db.Add(edge);
        }
        return version.Ref;
    }

    public async Task<bool> Follow(ChainRow row, IReadOnlyCollection<Ref> because, CancellationToken ct = default)
    {
        var saved = await db.Set<ChainEdge>().AsNoTracking().Where(e => e.ToItem == row.Id && e.ToVersion == row.PublishedVersion).ToListAsync(ct);
        var now = ChainWalk.Standing(db.Set<ChainEdge>().Local.Where(e => e.ToItem == row.Id && e.ToVersion == row.PublishedVersion).Concat(saved)).Select(e => e.From).ToHashSet();
        if (row.PublishedVersion > 0 && now.SetEquals(because)) return false;
        await Publish(row, because, ct);
        return true;
    }

    public async Task Share(ChainRow row, CancellationToken ct = default)
    {
        foreach (var version in await db.Set<ChainVersion>().Where(v => v.Kind == row.Kind && v.ItemId == row.Id).ToListAsync(ct))
        {
            (version.Audience, version.SharedWith) = (row.Audience, row.SharedWith);
            // What was published within the team before the release stays there: only the words released were released.
            if (row is IPrivileged p) (version.Released, version.Team) = (p.Released && (version.Released || version.Version == row.PublishedVersion), p.Team);
            foreach (var edge in await db.Set<ChainEdge>().Where(e => e.ToItem == row.Id && e.ToVersion == version.Version).ToListAsync(ct))
                edge.TakeAudience(version);
        }
    }

    public async Task<ChainItem?> Latest(string kind, Guid id, CancellationToken ct = default) =>
        (await db.Set<ChainVersion>().AsNoTracking().FirstOrDefaultAsync(v => v.Kind == kind && v.ItemId == id && v.IsLatest, ct))?.Item();

    public async Task<IReadOnlyList<ChainItem>> Offer(IReadOnlyCollection<string> kinds, string owner, CancellationToken ct = default) =>
        [.. (await db.Set<ChainVersion>().AsNoTracking().Where(v => kinds.Contains(v.Kind) && v.IsLatest)
            .OrderBy(v => v.Owner == owner ? 0 : 1).ThenBy(v => v.Kind).ThenBy(v => v.Key).Take(400).ToListAsync(ct)).Select(v => v.Item())];

    public async Task<IReadOnlyList<ChainItem>> Before(string kind, Guid id, CancellationToken ct = default)
    {
        var latest = await db.Set<ChainVersion>().AsNoTracking().Where(v => v.Kind == kind && v.ItemId == id && v.IsLatest).Select(v => (int?)v.Version).FirstOrDefaultAsync(ct);
        var from = await db.Set<ChainEdge>().AsNoTracking().Where(e => e.ToItem == id && e.ToVersion == latest).GroupBy(e => e.FromItem)
            .Select(g => new { FromItem = g.Key, FromVersion = g.Max(e => e.FromVersion) }).ToListAsync(ct);
        var newest = await Newest(from.ConvertAll(e => e.FromItem), ct);
        return [.. newest.Select(n => n with { IsStale = from.Exists(e => e.FromItem == n.Ref.Id && e.FromVersion < n.Ref.Version) })];
    }

    public async Task<IReadOnlyList<ChainItem>> After(string kind, Guid id, CancellationToken ct = default)
    {
        var edges = await db.Set<ChainEdge>().AsNoTracking().Where(e => e.FromItem == id).Select(e => new { e.ToItem, e.ToVersion }).ToListAsync(ct);
        var newest = await Newest(edges.ConvertAll(e => e.ToItem), ct);
        return [.. newest.Where(n => edges.Exists(e => e.ToItem == n.Ref.Id && e.ToVersion == n.Ref.Version))];
    }

    private async Task<IReadOnlyList<ChainItem>> Newest(List<Guid> ids, CancellationToken ct) =>
        [.. (await db.Set<ChainVersion>().AsNoTracking().Where(v => ids.Contains(v.ItemId) && v.IsLatest).OrderBy(v => v.Kind).ThenBy(v => v.Key).ToListAsync(ct)).Select(v => v.Item())];

    // An import publishes rows that follow from rows of the same import: look among the unsaved first.
    private async Task<ChainVersion?> Tracked(string kind, Guid id, int version, CancellationToken ct) =>
        db.Set<ChainVersion>().Local.FirstOrDefault(v => v.ItemId == id && v.Version == version && v.Kind == kind)
        ?? await db.Set<ChainVersion>().FirstOrDefaultAsync(v => v.Kind == kind && v.ItemId == id && v.Version == version, ct);

    // What the viewer cannot see they cannot have meant to take away: such beginnings of the version before stay. Those they can see are
    // what was said, or, where nothing was said, those of the version before at their newest versions.
    private async Task<List<Ref>> WithUnseen(IReadOnlyCollection<Ref>? because, List<ChainEdge> old, CancellationToken ct)
    {
        var ids = old.ConvertAll(e => e.FromItem);
        var newest = await db.Set<ChainVersion>().AsNoTracking().Where(v => ids.Contains(v.ItemId) && v.IsLatest).ToDictionaryAsync(v => v.ItemId, ct);
        var unseen = old.Where(e => !newest.ContainsKey(e.FromItem)).Select(e => e.From);
        return [.. because ?? old.Where(e => newest.ContainsKey(e.FromItem)).Select(e => newest[e.FromItem].Ref), .. unseen];
    }
}
