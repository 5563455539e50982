using Microsoft.EntityFrameworkCore;
using Vaka.Kernel.Data;

namespace Vaka.Assessment.Collection;

/// <summary>What a person decides of two sides that contradict each other, or of an entity that is no more.</summary>
internal sealed class EntityDecision(VakaDb db, TimeProvider clock)
{
    /// <summary>Decides an open version.</summary>
    /// <param name="id">Row of the entity.</param>
    /// <param name="number">The open version.</param>
    /// <param name="revision">Of the entity as the person saw it: a decision about other values than those that count now is refused.</param>
    /// <param name="take">What of it shall count: names of properties, and <c>label</c>; none to keep what counts.</param>
    /// <returns>Words key of a refusal; null when it is done.</returns>
    public async Task<string?> Decide(Guid id, int number, int revision, IReadOnlyCollection<string> take, CancellationToken ct)
    {
        if (await db.Set<Entity>().FirstOrDefaultAsync(e => e.Id == id, ct) is not { } entity) return "entity.gone";
        var versions = await db.Set<EntityVersion>().Where(v => v.EntityRowId == id).ToListAsync(ct);
        if (versions.Find(v => v.Number == number) is not { State: EntityVersionState.Open } open) return "entity.decided-meanwhile";
        if (entity.Revision != revision) return "entity.changed-meanwhile";
        (open.DecidedBy, open.DecidedAt, open.State) = (db.Viewer.UserId, clock.GetUtcNow().UtcDateTime, EntityVersionState.Dismissed);
        var said = EntityUpdates.Read(open.Changes).Where(c => take.Contains(c.Key)).ToDictionary(StringComparer.Ordinal);
        if (said.Count > 0)
        {
            var (label, data) = EntityUpdates.Over(entity.Label, EntityUpdates.Read(entity.Data), said);
            entity.Deleted = false;
            (open.State, open.CountedAs) = (EntityVersionState.Taken, Count(entity, versions, label, EntityUpdates.Write(data), said, deletes: false));
        }
        await db.SaveChangesAsync(ct);
        return null;
    }

    /// <summary>Says that an entity is no more: devices are told, and what is still said of it waits for a decision.</summary>
    public async Task<string?> Delete(Guid id, int revision, CancellationToken ct)
    {
        if (await db.Set<Entity>().FirstOrDefaultAsync(e => e.Id == id && !e.Deleted, ct) is not { } entity) return "entity.gone";
        if (entity.Revision != revision) return "entity.changed-meanwhile";
        var versions = await db.Set<EntityVersion>().Where(v => v.EntityRowId == id).ToListAsync(ct);
        entity.Deleted = true;
        Count(entity, versions, entity.Label, entity.Data, new Dictionary<string, string>(), deletes: true);
        await db.SaveChangesAsync(ct);
        return null;
    }

    private int Count(Entity entity, List<EntityVersion> versions, string label, string data, IReadOnlyDictionary<string, string> said, bool deletes)
    {
        var number = versions.Max(v => v.Number) + 1;
        db.Add(new EntityVersion
        {
            Owner = entity.Owner, EntityRowId = entity.Id, Number = number, Label = label, Data = data, Changes = EntityUpdates.Write(said), Base = entity.Version, Deletes = deletes,
            DecidedBy = db.Viewer.UserId, DecidedAt = clock.GetUtcNow().UtcDateTime, Fictional = entity.Fictional,
        });
        (entity.Label, entity.Data, entity.Version) = (label, data, number);
        return number;
    }
}
