using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vaka.Kernel.Data;
using Vaka.Kernel.Permissions;
using Vaka.Kernel.Words;

namespace Vaka.Assessment.Collection;

/// <summary>One entity: what counts, what contradicts it with both sides beside each other, and all that was ever said of it.</summary>
[Permit(AssessmentPermissions.SubmissionRead), Writes(AssessmentPermissions.EntityResolve)]
internal sealed class EntityShowModel(VakaDb db, EntityDecision decision) : PageModel
{
    /// <summary>Something that an open version sets, beside what counts; null where nothing counts yet.</summary>
    internal sealed record Side(string Name, string? Counts, string Says);

    public EntityList List { get; private set; } = null!;

    public Entity Entity { get; private set; } = null!;

    /// <summary>All versions, newest first.</summary>
    public IReadOnlyList<EntityVersion> Versions { get; private set; } = [];

    /// <summary>Those that wait for a decision, in the order of arrival.</summary>
    public IEnumerable<EntityVersion> Open => Versions.Where(v => v.State == EntityVersionState.Open).OrderBy(v => v.Number);

    public IReadOnlyDictionary<string, string> Data { get; private set; } = new Dictionary<string, string>();

    /// <summary>Names of those who decided.</summary>
    public IReadOnlyDictionary<Guid, string> People { get; private set; } = new Dictionary<Guid, string>();

    public bool MayDecide => db.Viewer.May(AssessmentPermissions.EntityResolve, Entity.Owner);

    /// <summary>Why nothing was done: a words key.</summary>
    public string? Refusal { get; private set; }

    public IEnumerable<Side> Sides(EntityVersion open) =>
        EntityUpdates.Read(open.Changes).Select(c => c.Key == EntityUpdates.Label ? new Side(c.Key, Entity.Label, c.Value) : new Side(c.Key, Data.GetValueOrDefault(c.Key), c.Value));

    /// <summary>Shows it.</summary>
    public Task<IActionResult> OnGetAsync(Guid list, Guid id, CancellationToken ct) => Show(list, id, ct);

    /// <summary>Decides one contradiction.</summary>
    /// <param name="list">The list.</param>
    /// <param name="id">The entity.</param>
    /// <param name="number">The open version.</param>
    /// <param name="revision">Of the entity as it was shown.</param>
    /// <param name="choice"><c>keep</c>, <c>take</c>, or <c>ticked</c>.</param>
    /// <param name="take">What is ticked.</param>
    /// <param name="ct">Stops.</param>
    public async Task<IActionResult> OnPostDecideAsync(Guid list, Guid id, int number, int revision, string? choice, string[] take, CancellationToken ct)
    {
        var what = choice switch
        {
            "take" => [.. EntityUpdates.Read(await db.Set<EntityVersion>().Where(v => v.EntityRowId == id && v.Number == number).Select(v => v.Changes).FirstOrDefaultAsync(ct) ?? "{}").Keys],
            "ticked" => take,
            _ => Array.Empty<string>(),
        };
        if (choice is not ("keep" or "take" or "ticked") || (choice == "ticked" && what.Length == 0)) Refusal = "entity.choose";
        else Refusal = await decision.Decide(id, number, revision, what, ct);
        return Refusal is null ? LocalRedirect($"/{Words.Language}/entities/{list}/{id}") : await Show(list, id, ct);
    }

    /// <summary>Says that the entity is no more.</summary>
    public async Task<IActionResult> OnPostDeleteAsync(Guid list, Guid id, int revision, CancellationToken ct)
    {
        Refusal = await decision.Delete(id, revision, ct);
        return Refusal is null ? LocalRedirect($"/{Words.Language}/entities/{list}/{id}") : await Show(list, id, ct);
    }

    private async Task<IActionResult> Show(Guid list, Guid id, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        if (await db.Set<Entity>().AsNoTracking().FirstOrDefaultAsync(e => e.Id == id && e.ListId == list, ct) is not { } entity) return NotFound();
        (Entity, Data) = (entity, EntityUpdates.Read(entity.Data));
        List = await db.Set<EntityList>().AsNoTracking().SingleAsync(l => l.Id == list, ct);
        Versions = await db.Set<EntityVersion>().AsNoTracking().Where(v => v.EntityRowId == id).OrderByDescending(v => v.Number).ToListAsync(ct);
        var deciders = Versions.Select(v => v.DecidedBy).OfType<Guid>().Distinct().ToList();
        People = await db.Users.AsNoTracking().Where(u => deciders.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName ?? u.UserName ?? "", ct);
        if (Refusal is not null) Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }
}
