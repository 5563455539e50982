using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Vaka.Kernel.Permissions;

namespace Vaka.Kernel.Identity;

/// <summary>What the recovery form posts.</summary>
public sealed class RecoverForm
{
    /// <summary>User name.</summary>
    [Required, StringLength(256)]
    public string? UserName { get; set; }
    /// <summary>One-time code, in any case, with or without hyphens.</summary>
    [Required, StringLength(80)]
    public string? Code { get; set; }
    /// <summary>New password.</summary>
    [Required, StringLength(Passwords.Longest)]
    public string? Password { get; set; }
}

/// <summary>Sets a password with a one-time code from an administrator: the first one, or a new one when it was lost.</summary>
[Public]
public sealed class RecoverModel(OneTimeCodes codes) : PageModel
{
    /// <summary>The form.</summary>
    [BindProperty]
    public RecoverForm Form { get; set; } = new();

    /// <summary>True once the password is set.</summary>
    public bool Done { get; private set; }

    /// <summary>Shows the form.</summary>
    public void OnGet() { }

    /// <summary>Sets the password.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (ModelState.IsValid)
            foreach (var (field, key) in await codes.Use(Form.UserName!, Form.Code!, Form.Password!, ct)) ModelState.AddModelError(field, key);
        Done = ModelState.IsValid;
        if (!Done) Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
