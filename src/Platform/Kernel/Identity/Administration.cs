using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Vaka.Kernel.Data;
using Vaka.Kernel.Ownership;
using Vaka.Kernel.Permissions;

namespace Vaka.Kernel.Identity;

/// <summary>Who may keep whose account. An administrator of a country is no administrator elsewhere, nor of people who hold something elsewhere.</summary>
public static class AdministrationRule
{
    /// <summary>May the viewer give or take this role for this owner? Null when they may, else a words key.</summary>
    public static string? Refuses(Viewer viewer, string role, string owner) =>
        !Roles.Grantable.Contains(role) ? "admin.unknown-role"
        : !viewer.May(KernelPermissions.GrantAdminister, owner) ? "admin.not-your-owner"
        : null;

    /// <summary>May the viewer see the account? When it holds a grant for an owner of theirs, or none yet.</summary>
    public static bool Sees(Viewer viewer, IReadOnlyCollection<string> owners) =>
        viewer.IsSystem || (viewer.May(KernelPermissions.UserAdminister) && (owners.Count == 0 || owners.Any(o => viewer.May(KernelPermissions.UserAdminister, o))));

    /// <summary>
    /// May the viewer lock the account or issue a code for it? Only when it holds nothing beyond the viewer's owners: with a code for a wider
    /// account an administrator would take over what that account may do elsewhere.
    /// </summary>
    public static bool Keeps(Viewer viewer, IReadOnlyCollection<string> owners) =>
        Sees(viewer, owners) && owners.All(o => viewer.May(KernelPermissions.UserAdminister, o));
}

/// <summary>Keeps accounts and grants, for the pages and the command line alike. Refusals are words keys; null means done.</summary>
public sealed class Administration(VakaDb db, UserManager<User> users, OneTimeCodes codes, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Makes a user with a first grant. No password is set: the one-time code, shown once, is how its owner chooses one.</summary>
    public async Task<(User? User, string? Code, string? Refusal)> Create(string name, string displayName, string language, string role, string owner, string? organisation, CancellationToken ct = default)
    {
        if (AdministrationRule.Refuses(db.Viewer, role, owner) is { } refusal) return (null, null, refusal);
        var user = new User { UserName = name.Trim(), DisplayName = displayName.Trim(), Language = language };
        await using var write = await db.BeginWrite(ct);
        var made = await users.CreateAsync(user);
        if (!made.Succeeded) return (null, null, Passwords.KeyOf(made.Errors.First()));
        db.Add(new Grant { UserId = user.Id, Role = role, Owner = owner, Organisation = Blank(organisation), GivenAt = Now });
        var code = await codes.Issue(user.Id, ct);
        await write.Commit(ct);
        return (user, code, null);
    }

    /// <summary>The grants of a user.</summary>
    public Task<List<Grant>> Grants(Guid userId, CancellationToken ct = default) =>
        db.Set<Grant>().AsNoTracking().Where(g => g.UserId == userId).OrderBy(g => g.Owner).ThenBy(g => g.Role).ToListAsync(ct);

    /// <summary>Gives a grant; one that is there already is left.</summary>
    public async Task<string?> Give(Guid userId, string role, string owner, string? organisation, CancellationToken ct = default)
    {
        if (AdministrationRule.Refuses(db.Viewer, role, owner) is { } refusal) return refusal;
        var within = Blank(organisation);
        await using var write = await db.BeginWrite(ct);
        if (!await db.Set<Grant>().AnyAsync(g => g.UserId == userId && g.Role == role && g.Owner == owner && g.Organisation == within, ct))
            db.Add(new Grant { UserId = userId, Role = role, Owner = owner, Organisation = within, GivenAt = Now });
        await db.SaveChangesAsync(ct);
        await write.Commit(ct);
        return null;
    }

    /// <summary>Takes a grant back; effective at the person's next request.</summary>
    public async Task<string?> Take(Guid userId, Guid grantId, CancellationToken ct = default)
    {
        var grant = await db.Set<Grant>().SingleOrDefaultAsync(g => g.Id == grantId && g.UserId == userId, ct);
        if (grant is null) return "admin.no-grant";
        if (AdministrationRule.Refuses(db.Viewer, grant.Role, grant.Owner) is { } refusal) return refusal;
        db.Remove(grant);
        await db.SaveChangesAsync(ct);
        return null;
    }

    /// <summary>A new one-time code, which ends earlier ones.</summary>
    public async Task<(string? Code, string? Refusal)> IssueCode(Guid userId, CancellationToken ct = default) =>
        await Refused(userId, ct) is { } refusal ? (null, refusal) : (await codes.Issue(userId, ct), null);

    /// <summary>Locks an account until somebody unlocks it, and ends its sessions.</summary>
    public async Task<string?> Lock(Guid userId, CancellationToken ct = default)
    {
        if (await Refused(userId, ct) is { } refusal) return refusal;
        if (db.Viewer.UserId == userId) return "admin.not-yourself";
        await using var write = await db.BeginWrite(ct);
        var user = await db.Users.SingleAsync(u => u.Id == userId, ct);
        Passwords.Done(await users.SetLockoutEnabledAsync(user, true));
        Passwords.Done(await users.SetLockoutEndDateAsync(user, DateTimeOffset.MaxValue.AddDays(-1)));
        await Sessions.End(db, userId, Now, ct: ct);
        await write.Commit(ct);
        return null;
    }

    /// <summary>Unlocks an account and forgets its failed sign-ins.</summary>
    public async Task<string?> Unlock(Guid userId, CancellationToken ct = default)
    {
        if (await Refused(userId, ct) is { } refusal) return refusal;
        await using var write = await db.BeginWrite(ct);
        var user = await db.Users.SingleAsync(u => u.Id == userId, ct);
        Passwords.Done(await users.SetLockoutEndDateAsync(user, null));
        Passwords.Done(await users.ResetAccessFailedCountAsync(user));
        await write.Commit(ct);
        return null;
    }

    private async Task<string?> Refused(Guid userId, CancellationToken ct)
    {
        if (!await db.Users.AnyAsync(u => u.Id == userId, ct)) return "admin.no-user";
        var owners = await db.Set<Grant>().Where(g => g.UserId == userId).Select(g => g.Owner).Distinct().ToListAsync(ct);
        return AdministrationRule.Keeps(db.Viewer, owners) ? null : "admin.holds-elsewhere";
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
