using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vaka.Kernel.Data;
using Vaka.Kernel.Identity;
using Vaka.Kernel.Ownership;
using Vaka.Kernel.Permissions;

namespace Vaka.Kernel.Audit;

/// <summary>One property of an audit entry and what became of it: <c>from → to</c>, or nothing where values are not shown.</summary>
public sealed record ShownChange(string Property, string Text);

/// <summary>An audit entry as the page shows it.</summary>
public sealed record ShownEntry(long Id, DateTime At, Guid? ActorId, string Actor, string Owner, string Kind, string RowId, string Action, IReadOnlyList<ShownChange> Changes)
{
    /// <summary>The row's id without what all ids of one time have in common.</summary>
    public string ShortRow => RowId.Length > 12 ? "…" + RowId[^8..] : RowId;
}

/// <summary>
/// The audit trail of the owners whose trail the viewer may read, the newest first. Values of privileged drafts stay with their team, so
/// for their kinds only the names of the changed properties show; personal values are not in the trail at all.
/// </summary>
[Permit(KernelPermissions.AuditRead)]
public sealed class AuditIndexModel(VakaDb db) : PageModel
{
    private const int PageSize = 50;

    /// <summary>Entity type.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }
    /// <summary>Country or region code.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Owner { get; set; }
    /// <summary>Key of a row.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Row { get; set; }
    /// <summary>Entries with a lower id.</summary>
    [BindProperty(SupportsGet = true)]
    public long? Before { get; set; }

    /// <summary>Owners to choose from.</summary>
    public IReadOnlyList<string> Owners { get; private set; } = [];
    /// <summary>Kinds to choose from.</summary>
    public IReadOnlyList<string> Kinds { get; private set; } = [];
    /// <summary>The entries of this page.</summary>
    public IReadOnlyList<ShownEntry> Rows { get; private set; } = [];
    /// <summary>Where the next page begins; null on the last.</summary>
    public long? Next { get; private set; }

    /// <summary>Shows the list.</summary>
    public async Task OnGetAsync(CancellationToken ct)
    {
        var owners = db.Viewer.OwnersFor(KernelPermissions.AuditRead).Order(StringComparer.Ordinal).ToArray();
        var people = await PeopleSeen(ct);
        var audited = db.Model.GetEntityTypes().Where(e => typeof(IAudited).IsAssignableFrom(e.ClrType)).ToList();
        (Owners, Kinds) = (owners, [.. audited.Select(e => AuditTrail.KindOf(e.ClrType)).Order(StringComparer.Ordinal)]);
        var entries = db.Set<AuditEntry>().AsNoTracking().Where(e => owners.Contains(e.Owner) || (e.Kind == "user" && people.Contains(e.RowId)));
        if (!string.IsNullOrEmpty(Kind)) entries = entries.Where(e => e.Kind == Kind);
        if (!string.IsNullOrEmpty(Owner)) entries = entries.Where(e => e.Owner == Owner);
        if (!string.IsNullOrWhiteSpace(Row))
        {
            var row = Row.Trim();
            entries = entries.Where(e => e.RowId == row);
        }
        if (Before is { } before) entries = entries.Where(e => e.Id < before);
        var page = await entries.OrderByDescending(e => e.Id).Take(PageSize + 1).ToListAsync(ct);
        Next = page.Count > PageSize ? page[PageSize - 1].Id : null;
        var privileged = audited.Where(e => typeof(IPrivileged).IsAssignableFrom(e.ClrType)).Select(e => AuditTrail.KindOf(e.ClrType)).ToHashSet(StringComparer.Ordinal);
        Rows = [.. page.Take(PageSize).Select(e => new ShownEntry(e.Id, e.At, e.ActorId, e.Actor, e.Owner, e.Kind, e.RowId, e.Action, [.. Changes(e, privileged.Contains(e.Kind))]))];
    }

    /// <summary>The address of an older page with the same filters.</summary>
    public string To(long before) =>
        "?" + string.Join('&', Request.Query.Where(p => p.Key != "before").Select(p => $"{p.Key}={Uri.EscapeDataString(p.Value.ToString())}").Append($"before={before}"));

    // Accounts belong to no owner: their trail is for the administrators who see them.
    private async Task<string[]> PeopleSeen(CancellationToken ct)
    {
        var owners = db.Viewer.OwnersFor(KernelPermissions.UserAdminister).ToArray();
        if (owners.Length == 0) return [];
        var grants = db.Set<Grant>();
        var ids = await db.Users.Where(u => grants.Any(g => g.UserId == u.Id && owners.Contains(g.Owner)) || !grants.Any(g => g.UserId == u.Id)).Select(u => u.Id).ToListAsync(ct);
        return [.. ids.Select(id => id.ToString())];
    }

    private static IEnumerable<ShownChange> Changes(AuditEntry entry, bool namesOnly)
    {
        using var document = JsonDocument.Parse(entry.Changes);
        foreach (var change in document.RootElement.EnumerateObject())
            yield return new(change.Name, namesOnly ? "" : change.Value.GetArrayLength() == 2 ? $"{Text(change.Value[0])} → {Text(change.Value[1])}" : "");
    }

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => "–",
        JsonValueKind.String when value.GetString()!.Length > 300 => value.GetString()![..300] + "…",
        _ => value.ToString(),
    };
}
