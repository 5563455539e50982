using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Vaka.Kernel.Data;
using Vaka.XForms.Entities;

namespace Vaka.Assessment.Collection;

/// <summary>Where something was said of an entity: in a submission, or in those that it corrects.</summary>
internal sealed record EntitySource(Guid SubmissionId, bool Fictional, IReadOnlyList<Guid> Corrects);

/// <summary>Writes down what was said of entities, and works out what counts. Each thing said is written once, however often it is told.</summary>
internal sealed class EntityBook(VakaDb db)
{
    /// <summary>Writes down what a form says; an update whose turn has not come waits, and is tried again with whatever comes after.</summary>
    public async Task Say(EntityList list, EntityNode node, EntitySource source, CancellationToken ct)
    {
        if (await db.Set<EntityVersion>().AnyAsync(v => v.SubmissionId == source.SubmissionId && v.Place == node.Place, ct)) return;
        if (await db.Set<WaitingUpdate>().AnyAsync(w => w.SubmissionId == source.SubmissionId && w.Place == node.Place, ct)) return;
        if (!await Try(list, node, source, ct))
        {
            db.Add(new WaitingUpdate { Owner = list.Owner, ListId = list.Id, EntityId = node.Id, SubmissionId = source.SubmissionId, Place = node.Place, Said = JsonSerializer.Serialize(new Waiting(node, source)), Fictional = source.Fictional });
            await db.SaveChangesAsync(ct);
            return;
        }
        await TryWaiting(list, node.Id, ct);
    }

    // Each that goes may let another go.
    private async Task TryWaiting(EntityList list, string id, CancellationToken ct)
    {
        var waiting = await db.Set<WaitingUpdate>().Where(w => w.ListId == list.Id && w.EntityId == id).OrderBy(w => w.CreatedAt).ThenBy(w => w.Id).ToListAsync(ct);
        for (var went = true; went && waiting.Count > 0;)
        {
            went = false;
            foreach (var one in waiting.ToList())
            {
                var said = JsonSerializer.Deserialize<Waiting>(one.Said)!;
                if (!await Try(list, said.Node, said.Source, ct)) continue;
                db.Remove(one);
                await db.SaveChangesAsync(ct);
                waiting.Remove(one);
                went = true;
            }
        }
    }

    private async Task<bool> Try(EntityList list, EntityNode node, EntitySource source, CancellationToken ct)
    {
        var said = EntityUpdates.Said(node.Label, node.Properties);
        var entity = await db.Set<Entity>().FirstOrDefaultAsync(e => e.ListId == list.Id && e.EntityId == node.Id, ct);
        if (entity is null && !node.Creates) return false;
        var version = new EntityVersion
        {
            Owner = list.Owner, Branch = node.Branch, BranchBase = node.Updates ? node.Base : null, SubmissionId = source.SubmissionId, Place = node.Place, Changes = EntityUpdates.Write(said), Fictional = source.Fictional,
        };
        if (entity is null) Begin(list, node.Id, said, version);
        else
        {
            var versions = await db.Set<EntityVersion>().Where(v => v.EntityRowId == entity.Id).OrderBy(v => v.Number).ToListAsync(ct);
            var corrected = versions.LastOrDefault(v => v.SubmissionId is { } s && source.Corrects.Contains(s) && v.Place == node.Place);
            var from = corrected ?? (node.Updates ? EntityUpdates.BaseOf(node.Base, node.Trunk, node.Branch, versions) : null);
            // A link of a chain whose link before is still on the device; what names no base at all is not waited for.
            if (from is null && node is { Updates: true, Branch: not null, Base: not null }) return false;
            Continue(entity, versions, from, said, version);
        }
        foreach (var name in said.Keys.Where(k => k != EntityUpdates.Label)) Column(list, name);
        await db.SaveChangesAsync(ct);
        return true;
    }

    /// <summary>The first version of an entity.</summary>
    public Entity Begin(EntityList list, string id, IReadOnlyDictionary<string, string> said, EntityVersion version)
    {
        var (label, data) = EntityUpdates.Over(id, new Dictionary<string, string>(), said);
        var entity = new Entity { Owner = list.Owner, ListId = list.Id, EntityId = id, Label = label, Data = EntityUpdates.Write(data), Version = 1, Fictional = version.Fictional };
        db.Add(entity);
        (version.EntityRowId, version.Number, version.Label, version.Data) = (entity.Id, 1, entity.Label, entity.Data);
        db.Add(version);
        return entity;
    }

    /// <summary>A further version: it counts when it was made from the one that counts; else it waits for a person, and nothing changes.</summary>
    public void Continue(Entity entity, IReadOnlyList<EntityVersion> versions, EntityVersion? from, IReadOnlyDictionary<string, string> said, EntityVersion version)
    {
        var current = EntityUpdates.Read(entity.Data);
        (version.EntityRowId, version.Number, version.Base) = (entity.Id, versions.Max(v => v.Number) + 1, from?.Number);
        var number = from is null ? null : EntityUpdates.NumberThatCounts(from);
        var counts = number == entity.Version && !entity.Deleted;
        var (label, data) = counts || from is null ? EntityUpdates.Over(entity.Label, current, said) : EntityUpdates.Over(from.Label, EntityUpdates.Read(from.Data), said);
        (version.Label, version.Data) = (label, EntityUpdates.Write(data));
        if (counts) (entity.Label, entity.Data, entity.Version) = (version.Label, version.Data, version.Number);
        else if (!entity.Deleted && said.All(s => s.Key == EntityUpdates.Label ? entity.Label == s.Value : current.GetValueOrDefault(s.Key, "") == s.Value))
            // It says what counts already: there is nothing to decide.
            (version.State, version.CountedAs) = (EntityVersionState.Taken, entity.Version);
        else
        {
            version.State = EntityVersionState.Open;
            var since = from is null
                ? [new SortedDictionary<string, string>(current, StringComparer.Ordinal) { [EntityUpdates.Label] = entity.Label }]
                : versions.Where(v => v.State == EntityVersionState.Counted && v.Number > (number ?? from.Base ?? 0)).Select(v => EntityUpdates.Read(v.Changes));
            version.Conflict = EntityUpdates.Weigh(said, since, entity.Deleted);
        }
        db.Add(version);
    }

    /// <summary>A property gets its column in the list with its first use.</summary>
    public static void Column(EntityList list, string name)
    {
        if (!list.Properties.Contains($"|{name}|", StringComparison.Ordinal) && list.Properties.Length + name.Length < 7990) list.Properties = $"{(list.Properties.Length == 0 ? "|" : list.Properties)}{name}|";
    }

    private sealed record Waiting(EntityNode Node, EntitySource Source);
}
