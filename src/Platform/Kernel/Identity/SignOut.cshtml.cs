using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Vaka.Kernel.Permissions;

namespace Vaka.Kernel.Identity;

/// <summary>Signs this device out, after asking; then says that it is.</summary>
[Public]
public sealed class SignOutModel(Sessions sessions) : PageModel
{
    /// <summary>Asks, or says that nobody is signed in.</summary>
    public void OnGet() { }

    /// <summary>Signs out.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        await sessions.Leave(User);
        return LocalRedirect($"/{Words.Words.Language}/account/sign-out");
    }
}
