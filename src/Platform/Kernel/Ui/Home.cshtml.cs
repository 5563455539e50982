using Microsoft.AspNetCore.Mvc.RazorPages;
using Vaka.Kernel.Permissions;

namespace Vaka.Kernel.Ui;

/// <summary>Placeholder of the first page until Programme has its own.</summary>
[Public]
public sealed class HomeModel : PageModel;
