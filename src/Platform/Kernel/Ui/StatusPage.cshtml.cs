using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Vaka.Kernel.Permissions;

namespace Vaka.Kernel.Ui;

/// <summary>Explains an HTTP status to a person: what happened and what to do.</summary>
[Public, IgnoreAntiforgeryToken]
public sealed class StatusPageModel : PageModel
{
    private static readonly int[] Explained = [400, 401, 403, 404, 409, 413, 507];

    /// <summary>Words prefix of the explanation.</summary>
    public string Key { get; private set; } = "";

    /// <summary>Shows it.</summary>
    public void OnGet(int code)
    {
        Key = $"status.{(Explained.Contains(code) ? code : code >= 500 ? 500 : 400)}";
        Response.StatusCode = code is >= 400 and <= 599 ? code : 404;
    }
}
