using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Vaka.Kernel.Data;
using Vaka.Kernel.Importing;
using Vaka.Kernel.Ownership;
using Vaka.Kernel.Words;

namespace Vaka.Assessment.Collection;

/// <summary>
/// <c>vaka import entity-list FILE.json --owner CODE</c>: declares a list, of a kind from the closed set, and gives its first entities. What devices or
/// people have said since is not overwritten.
/// </summary>
internal sealed class EntityListImporter(VakaDb db, States states, EntityBook book) : IImporter
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow };

    public string Name => "entity-list";

    private sealed record Given(string? Name, string? Kind, Dictionary<string, string>? Title, List<string>? Properties, List<Dictionary<string, string>>? Entities);

    public async Task Read(string path, string? owner, ImportReport report, CancellationToken ct)
    {
        var file = Path.GetFileName(path);
        void Error(string key, params object?[] arguments) => report.Add(new(true, file, 0, null, key, arguments));
        if (owner is null || !(await states.All(ct)).TryGetValue(owner, out var state))
        {
            Error("import.unknown-owner", owner ?? "");
            return;
        }
        if (await TextFile.Read(path, report, ct) is not { } text) return;
        Given given;
        try
        {
            given = JsonSerializer.Deserialize<Given>(text, Json) ?? new(null, null, null, null, null);
        }
        catch (JsonException e)
        {
            Error("entity-list.unreadable", e.Message);
            return;
        }
        if (!NameRule.Fits(given.Name)) Error("entity-list.bad-name", given.Name ?? "");
        var kinds = Enum.GetValues<EntityKind>().ToDictionary(k => Words.KeyOf(k), StringComparer.Ordinal);
        if (!kinds.TryGetValue(given.Kind ?? "", out var kind)) Error("entity-list.bad-kind", given.Kind ?? "", string.Join(", ", kinds.Keys));
        foreach (var name in (given.Properties ?? []).Concat((given.Entities ?? []).SelectMany(e => e.Keys.Where(k => k is not ("id" or "label")))).Distinct(StringComparer.Ordinal))
            if (!NameRule.Fits(name) || name is "name" or "label") Error("entity-list.bad-property", name);
        foreach (var entity in given.Entities ?? [])
            if (!Guid.TryParse(entity.GetValueOrDefault("id"), out _) || string.IsNullOrWhiteSpace(entity.GetValueOrDefault("label"))) Error("entity-list.bad-entity", entity.GetValueOrDefault("id") ?? entity.GetValueOrDefault("label") ?? "");
        if (report.Errors > 0) return;

        var list = await db.Set<EntityList>().FirstOrDefaultAsync(l => l.Owner == owner && l.Name == given.Name, ct);
        if (list is not null && list.Kind != kind)
        {
            Error("entity-list.other-kind", given.Name);
            return;
        }
        if (list is null) db.Add(list = new() { Owner = owner, Name = given.Name!, Kind = kind, Fictional = state.Fictional });
        list.Title = given.Title is { } title ? LocalText.FromJson(JsonSerializer.Serialize(title)) : LocalText.Same(given.Name!);
        foreach (var property in given.Properties ?? []) EntityBook.Column(list, property);
        foreach (var entity in given.Entities ?? []) await Entity(list, entity, report, ct);
    }

    private async Task Entity(EntityList list, Dictionary<string, string> given, ImportReport report, CancellationToken ct)
    {
        var id = Guid.Parse(given["id"]).ToString();
        var said = EntityUpdates.Said(given["label"], given.Where(g => g.Key is not ("id" or "label")).ToDictionary());
        foreach (var name in said.Keys.Where(k => k != EntityUpdates.Label)) EntityBook.Column(list, name);
        var version = new EntityVersion { Owner = list.Owner, Changes = EntityUpdates.Write(said), Fictional = list.Fictional };
        if (await db.Set<Entity>().FirstOrDefaultAsync(e => e.ListId == list.Id && e.EntityId == id, ct) is not { } known)
        {
            book.Begin(list, id, said, version);
            ImportMemory.Count(ImportFate.Create, report);
            return;
        }
        var (label, data) = EntityUpdates.Over(known.Label, EntityUpdates.Read(known.Data), said);
        if (label == known.Label && EntityUpdates.Write(data) == known.Data)
        {
            ImportMemory.Count(ImportFate.Unchanged, report);
            return;
        }
        var versions = await db.Set<EntityVersion>().Where(v => v.EntityRowId == known.Id).ToListAsync(ct);
        var mine = !known.Deleted && versions.TrueForAll(v => v is { SubmissionId: null, DecidedBy: null });
        if (mine) book.Continue(known, versions, versions.Single(v => v.Number == known.Version), said, version);
        ImportMemory.Count(mine ? ImportFate.Update : ImportFate.Keep, report);
    }
}
