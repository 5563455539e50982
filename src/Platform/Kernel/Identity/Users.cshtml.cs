using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vaka.Kernel.Data;
using Vaka.Kernel.Ownership;
using Vaka.Kernel.Permissions;
using Vaka.Kernel.Words;

namespace Vaka.Kernel.Identity;

/// <summary>A grant, as posted.</summary>
public class GrantForm
{
    /// <summary>One of the roles.</summary>
    [Required]
    public string? Role { get; set; }
    /// <summary>Country or region code.</summary>
    [Required, StringLength(16)]
    public string? Owner { get; set; }
    /// <summary>Institution; blank for any.</summary>
    [StringLength(120)]
    public string? Organisation { get; set; }
}

/// <summary>A new user with a first grant, as posted.</summary>
public sealed class UserForm : GrantForm
{
    /// <summary>User name.</summary>
    [Required, StringLength(120)]
    public string? UserName { get; set; }
    /// <summary>How colleagues know them.</summary>
    [Required, StringLength(120)]
    public string? DisplayName { get; set; }
    /// <summary>One of the offered languages.</summary>
    public string Language { get; set; } = Words.Words.Language;
}

/// <summary>A one-time code on the one page that shows it.</summary>
public sealed record ShownCode(string UserName, string Code);

/// <summary>What a grant can be chosen from: the owners for whom the viewer is administrator.</summary>
public sealed record GrantChoices(IReadOnlyList<string> Roles, IReadOnlyList<(string Code, LocalText Name)> Owners, string? Role, string? Owner, string? Organisation)
{
    internal static async Task<GrantChoices> Of(Viewer viewer, States states, GrantForm form, CancellationToken ct)
    {
        var owners = new List<(string, LocalText)>();
        foreach (var code in viewer.OwnersFor(KernelPermissions.GrantAdminister).Order(StringComparer.Ordinal)) owners.Add((code, await states.NameOf(code, ct)));
        return new(Permissions.Roles.Grantable, owners, form.Role, form.Owner, form.Organisation);
    }
}

/// <summary>A user as an administrator sees them: grants of the administrator's owners in full, others as a number.</summary>
public sealed record UserRow(User User, IReadOnlyList<Grant> Grants, int Elsewhere, DateTimeOffset Now)
{
    /// <summary>Words key of the account's condition.</summary>
    public string StatusKey =>
        User.LockoutEnd > Now ? (User.LockoutEnd.Value.Year > 9000 ? "admin.status-locked" : "admin.status-locked-for-a-while")
        : User.PasswordHash is null ? "admin.status-no-password" : "admin.status-active";
}

/// <summary>The accounts that hold a grant for an owner of the administrator's, or none; and the form that makes one.</summary>
[Permit(KernelPermissions.UserAdminister)]
public sealed class UsersModel(VakaDb db, Administration administration, States states, TimeProvider clock) : PageModel
{
    private const int PageSize = 50;

    /// <summary>Text to find in user and display names.</summary>
    [BindProperty(SupportsGet = true), StringLength(120)]
    public string? Q { get; set; }
    /// <summary>Page number, from 1.</summary>
    [BindProperty(SupportsGet = true), Range(1, 1_000_000)]
    public int Number { get; set; } = 1;
    /// <summary>How many accounts there are.</summary>
    public int Total { get; private set; }
    /// <summary>How many pages.</summary>
    public int Pages => (Total + PageSize - 1) / PageSize;
    /// <summary>The accounts of this page.</summary>
    public IReadOnlyList<UserRow> Rows { get; private set; } = [];
    /// <summary>Choices of the form.</summary>
    public GrantChoices Choices { get; private set; } = null!;
    /// <summary>The form.</summary>
    public UserForm Form { get; private set; } = new();
    /// <summary>The new user's code, shown this once.</summary>
    public ShownCode? Made { get; private set; }

    /// <summary>Shows the list.</summary>
    public Task<IActionResult> OnGetAsync(CancellationToken ct) => Show(ct);

    /// <summary>Makes a user and shows the code on this one answer, which no cache keeps: it carries a form.</summary>
    public async Task<IActionResult> OnPostCreateAsync([Bind(Prefix = "Form")] UserForm form, CancellationToken ct)
    {
        Form = form;
        if (!Languages.Offered.Any(l => l.Code == form.Language)) ModelState.AddModelError("Form.Language", "form.invalid");
        if (ModelState.IsValid)
        {
            var (user, code, refusal) = await administration.Create(form.UserName!, form.DisplayName!, form.Language, form.Role!, form.Owner!, form.Organisation, ct);
            if (refusal == "admin.not-your-owner") return Forbid();
            if (refusal is not null) ModelState.AddModelError(refusal == "admin.unknown-role" ? "Form.Role" : "Form.UserName", refusal);
            else (Made, Form) = (new(user!.UserName!, code!), new());
        }
        return await Show(ct);
    }

    private async Task<IActionResult> Show(CancellationToken ct)
    {
        Choices = await GrantChoices.Of(db.Viewer, states, Form, ct);
        var owners = db.Viewer.OwnersFor(KernelPermissions.UserAdminister).ToArray();
        var grants = db.Set<Grant>().AsNoTracking();
        var seen = db.Users.AsNoTracking().Where(u => grants.Any(g => g.UserId == u.Id && owners.Contains(g.Owner)) || !grants.Any(g => g.UserId == u.Id));
        if (!string.IsNullOrWhiteSpace(Q))
        {
            var text = Q.Trim().ToUpperInvariant();
#pragma warning disable CA1862 // translated to SQL, which has no comparer
            seen = seen.Where(u => u.NormalizedUserName!.Contains(text) || u.DisplayName.ToUpper().Contains(text));
#pragma warning restore CA1862
        }
        Total = await seen.CountAsync(ct);
        var users = await seen.OrderBy(u => u.NormalizedUserName).Skip((Math.Max(Number, 1) - 1) * PageSize).Take(PageSize).ToListAsync(ct);
        var ids = users.ConvertAll(u => u.Id);
        var held = (await grants.Where(g => ids.Contains(g.UserId)).OrderBy(g => g.Owner).ThenBy(g => g.Role).ToListAsync(ct)).ToLookup(g => g.UserId);
        Rows = users.ConvertAll(u => new UserRow(u, [.. held[u.Id].Where(g => owners.Contains(g.Owner))], held[u.Id].Count(g => !owners.Contains(g.Owner)), clock.GetUtcNow()));
        if (!ModelState.IsValid) Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
