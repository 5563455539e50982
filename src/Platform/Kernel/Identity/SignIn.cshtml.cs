using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Vaka.Kernel.Permissions;

namespace Vaka.Kernel.Identity;

/// <summary>What the sign-in form posts.</summary>
public sealed class SignInForm
{
    /// <summary>User name.</summary>
    [Required]
    public string? UserName { get; set; }
    /// <summary>Password.</summary>
    [Required, StringLength(Passwords.Longest)]
    public string? Password { get; set; }
}

/// <summary>Sign in with name and password. Says the same whether the name or the password is wrong.</summary>
[Public]
public sealed class SignInModel(SignInManager<User> signIn, Sessions sessions) : PageModel
{
    /// <summary>The form.</summary>
    [BindProperty]
    public SignInForm Form { get; set; } = new();

    /// <summary>Where to go afterwards.</summary>
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>Shows the form.</summary>
    public void OnGet() { }

    /// <summary>Signs in.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return Again();
        var user = await signIn.UserManager.FindByNameAsync(Form.UserName!);
        // The password of a demonstration's user is known to everyone: outside a demonstration it opens nothing.
        if (user is { IsDemo: true } && HttpContext.Items["vaka-demo"] is not true) user = null;
        if (user is null) Passwords.Waste(signIn.UserManager, Form.Password!);
        var result = user is null ? Microsoft.AspNetCore.Identity.SignInResult.Failed : await signIn.CheckPasswordSignInAsync(user, Form.Password!, lockoutOnFailure: true);
        if (!result.Succeeded)
        {
            ModelState.AddModelError("Form.UserName", result.IsLockedOut ? "account.locked" : "account.wrong");
            return Again();
        }
        await sessions.Start(user!, Request.Headers.UserAgent);
        return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl! : $"/{Words.Words.Language}");
    }

    private PageResult Again()
    {
        Response.StatusCode = 422;
        return Page();
    }
}
