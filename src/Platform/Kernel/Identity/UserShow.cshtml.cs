using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vaka.Kernel.Data;
using Vaka.Kernel.Ownership;
using Vaka.Kernel.Permissions;

namespace Vaka.Kernel.Identity;

/// <summary>One account: its grants for the administrator's owners, code, lock. An account that the administrator does not see is not found.</summary>
[Permit(KernelPermissions.UserAdminister)]
public sealed class UserShowModel(VakaDb db, Administration administration, States states, TimeProvider clock) : PageModel
{
    /// <summary>The account.</summary>
    public UserRow Row { get; private set; } = null!;
    /// <summary>May the viewer lock it and issue codes?</summary>
    public bool Keeps { get; private set; }
    /// <summary>Choices of the form that gives a grant.</summary>
    public GrantChoices Choices { get; private set; } = null!;
    /// <summary>The code just issued, shown this once.</summary>
    public ShownCode? Issued { get; private set; }

    private GrantForm Form { get; set; } = new();

    /// <summary>Shows the account.</summary>
    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => Show(id, ct);

    /// <summary>Gives a grant.</summary>
    [Permit(KernelPermissions.GrantAdminister)]
    public async Task<IActionResult> OnPostGiveAsync(Guid id, [Bind(Prefix = "Form")] GrantForm form, CancellationToken ct)
    {
        Form = form;
        if (!ModelState.IsValid || !await Sees(id, ct)) return await Show(id, ct);
        return After(id, await administration.Give(id, form.Role!, form.Owner!, form.Organisation, ct));
    }

    /// <summary>Takes a grant back.</summary>
    [Permit(KernelPermissions.GrantAdminister)]
    public async Task<IActionResult> OnPostTakeAsync(Guid id, Guid grant, CancellationToken ct) =>
        await Sees(id, ct) ? After(id, await administration.Take(id, grant, ct)) : NotFound();

    /// <summary>Locks the account.</summary>
    public async Task<IActionResult> OnPostLockAsync(Guid id, CancellationToken ct) =>
        await Sees(id, ct) ? After(id, await administration.Lock(id, ct)) : NotFound();

    /// <summary>Unlocks the account.</summary>
    public async Task<IActionResult> OnPostUnlockAsync(Guid id, CancellationToken ct) =>
        await Sees(id, ct) ? After(id, await administration.Unlock(id, ct)) : NotFound();

    /// <summary>Issues a one-time code and shows it on this one answer.</summary>
    public async Task<IActionResult> OnPostCodeAsync(Guid id, CancellationToken ct)
    {
        if (!await Sees(id, ct)) return NotFound();
        var (code, refusal) = await administration.IssueCode(id, ct);
        if (refusal is not null) return After(id, refusal);
        Issued = new((await db.Users.AsNoTracking().SingleAsync(u => u.Id == id, ct)).UserName!, code!);
        return await Show(id, ct);
    }

    // Whoever reaches for what is not theirs gets 403; a grant that is gone meanwhile, 404.
    private ActionResult After(Guid id, string? refusal) => refusal switch
    {
        null => LocalRedirect($"/{Words.Words.Language}/admin/users/{id}"),
        "admin.no-grant" or "admin.no-user" => NotFound(),
        "admin.unknown-role" => BadRequest(),
        _ => Forbid(),
    };

    private async Task<bool> Sees(Guid id, CancellationToken ct) =>
        await db.Users.AnyAsync(u => u.Id == id, ct) && AdministrationRule.Sees(db.Viewer, [.. (await administration.Grants(id, ct)).Select(g => g.Owner)]);

    private async Task<IActionResult> Show(Guid id, CancellationToken ct)
    {
        var user = await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == id, ct);
        var grants = await administration.Grants(id, ct);
        var owners = grants.ConvertAll(g => g.Owner);
        if (user is null || !AdministrationRule.Sees(db.Viewer, owners)) return NotFound();
        var mine = grants.FindAll(g => db.Viewer.May(KernelPermissions.UserAdminister, g.Owner));
        Row = new(user, mine, grants.Count - mine.Count, clock.GetUtcNow());
        Keeps = AdministrationRule.Keeps(db.Viewer, owners);
        Choices = await GrantChoices.Of(db.Viewer, states, Form, ct);
        if (!ModelState.IsValid) Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
