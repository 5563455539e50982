using Microsoft.AspNetCore.Mvc.RazorPages;
using Vaka.Kernel.Permissions;

namespace Vaka.Law.Reform;

/// <summary>Where the stage “reform” begins.</summary>
[Public]
internal sealed class ReformHubModel : PageModel
{
    /// <summary>Words prefix and address of each part, in the order of the chain.</summary>
    public IReadOnlyList<(string Words, string To)> Parts { get; } =
        [("norm", "/norms"), ("instrument", "/instruments"), ("matrix-page", "/matrix"), ("matrix", "/ratings"), ("legal-gap", "/legal-gaps"), ("amendment", "/amendments")];
}
