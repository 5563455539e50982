using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Vaka.Kernel.Ownership;
using Vaka.Kernel.Permissions;
using Vaka.Kernel.Words;

namespace Vaka.Kernel.Identity;

/// <summary>Name and language, as posted.</summary>
public sealed class ProfileForm
{
    /// <summary>How colleagues know them.</summary>
    [Required, StringLength(120)]
    public string? DisplayName { get; set; }
    /// <summary>One of the offered languages.</summary>
    [Required]
    public string? Language { get; set; }
}

/// <summary>A change of password, as posted.</summary>
public sealed class PasswordForm
{
    /// <summary>The password until now.</summary>
    [Required, StringLength(Passwords.Longest)]
    public string? Current { get; set; }
    /// <summary>The new one.</summary>
    [Required, StringLength(Passwords.Longest)]
    public string? New { get; set; }
}

/// <summary>One's own account: what one may do, where one is signed in, name, language and password.</summary>
[SignedIn]
public sealed class AccountModel(UserManager<User> users, Sessions sessions, Administration administration, States states) : PageModel
{
    /// <summary>The signed-in user.</summary>
    public User Me { get; private set; } = null!;
    /// <summary>Grants with the name of their owner.</summary>
    public IReadOnlyList<(Grant Grant, LocalText Owner)> Grants { get; private set; } = [];
    /// <summary>Open sessions, the latest first.</summary>
    public IReadOnlyList<Session> Open { get; private set; } = [];
    /// <summary>This device's session.</summary>
    public Guid? Here => Sessions.Current(User);
    /// <summary>Words key of what was just done.</summary>
    public string? Done { get; private set; }
    /// <summary>Name and language.</summary>
    public ProfileForm Profile { get; private set; } = new();

    /// <summary>Shows the account; <paramref name="done"/> names what was just done.</summary>
    public Task<IActionResult> OnGetAsync(string? done, CancellationToken ct)
    {
        Done = done is "saved" or "password" or "ended" ? $"account.done-{done}" : null;
        return Show(ct);
    }

    /// <summary>Saves name and language.</summary>
    public async Task<IActionResult> OnPostProfileAsync([Bind(Prefix = "Profile")] ProfileForm profile, CancellationToken ct)
    {
        if (!Languages.Offered.Any(l => l.Code == profile.Language)) ModelState.AddModelError("Profile.Language", "form.invalid");
        if (!ModelState.IsValid) return await Show(ct, profile);
        var me = await Load();
        (me.DisplayName, me.Language) = (profile.DisplayName!.Trim(), profile.Language!);
        Passwords.Done(await users.UpdateAsync(me));
        Response.Cookies.Append(Languages.Cookie, me.Language, new() { HttpOnly = true, SameSite = SameSiteMode.Lax, MaxAge = TimeSpan.FromDays(365), IsEssential = true });
        return LocalRedirect($"/{me.Language}/account?done=saved");
    }

    /// <summary>Changes the password and ends every other session. A wrong current password counts as a failed sign-in.</summary>
    public async Task<IActionResult> OnPostPasswordAsync([Bind(Prefix = "Change")] PasswordForm change, CancellationToken ct)
    {
        if (!ModelState.IsValid) return await Show(ct);
        var me = await Load();
        if (await users.IsLockedOutAsync(me)) ModelState.AddModelError("Change.Current", "account.locked");
        else if (!await users.CheckPasswordAsync(me, change.Current!))
        {
            await users.AccessFailedAsync(me);
            ModelState.AddModelError("Change.Current", "account.password-wrong");
        }
        else
            foreach (var error in (await users.ChangePasswordAsync(me, change.Current!, change.New!)).Errors) ModelState.AddModelError("Change.New", Passwords.KeyOf(error));
        if (!ModelState.IsValid) return await Show(ct);
        await sessions.Revoke(me.Id, except: Here, ct: ct);
        return Back("password");
    }

    /// <summary>Ends one of one's own sessions.</summary>
    public async Task<IActionResult> OnPostRevokeAsync(Guid session, CancellationToken ct)
    {
        await sessions.Revoke((await Load()).Id, session, ct: ct);
        return Back("ended");
    }

    /// <summary>Ends all sessions but this.</summary>
    public async Task<IActionResult> OnPostRevokeOthersAsync(CancellationToken ct)
    {
        await sessions.Revoke((await Load()).Id, except: Here, ct: ct);
        return Back("ended");
    }

    private LocalRedirectResult Back(string done) => LocalRedirect($"/{Words.Words.Language}/account?done={done}");

    private async Task<User> Load() => await users.GetUserAsync(User) ?? throw new InvalidOperationException("The signed-in user is not there.");

    private async Task<IActionResult> Show(CancellationToken ct, ProfileForm? profile = null)
    {
        Me = await Load();
        Profile = profile ?? new() { DisplayName = Me.DisplayName, Language = Me.Language };
        var grants = new List<(Grant, LocalText)>();
        foreach (var grant in await administration.Grants(Me.Id, ct)) grants.Add((grant, await states.NameOf(grant.Owner, ct)));
        Grants = grants;
        Open = await sessions.Open(Me.Id, ct);
        if (!ModelState.IsValid) Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
