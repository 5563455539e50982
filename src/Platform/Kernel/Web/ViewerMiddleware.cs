using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Vaka.Kernel.Identity;
using Vaka.Kernel.Ownership;

namespace Vaka.Kernel.Web;

/// <summary>Says on whose behalf a request runs: the signed-in person, else the public.</summary>
public static class ViewerMiddleware
{
    /// <summary>After authentication.</summary>
    public static void UseViewer(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var current = context.RequestServices.GetRequiredService<CurrentViewer>();
        if (!Guid.TryParse(context.User.FindFirstValue(ClaimTypes.NameIdentifier), out var id)) current.Set(Viewer.Public);
        else
        {
            current.Set(Viewer.System("standings"));
            current.Set(await context.RequestServices.GetRequiredService<Standings>().Of(id, context.User.Identity?.Name ?? "", context.RequestAborted));
        }
        await next();
    });
}
