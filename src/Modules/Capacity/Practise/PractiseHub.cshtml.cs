using Microsoft.AspNetCore.Mvc.RazorPages;
using Vaka.Kernel.Permissions;

namespace Vaka.Capacity.Practise;

/// <summary>Where the stage “practise” begins.</summary>
[Public]
internal sealed class PractiseHubModel : PageModel
{
    /// <summary>Words prefix and address of each part, in the order of the chain.</summary>
    public IReadOnlyList<(string Words, string To)> Parts { get; } =
        [("institution", "/institutions"), ("capacity-rating", "/capacity"), ("manual", "/manual"), ("lesson", "/lessons"), ("competence", "/competences")];
}
