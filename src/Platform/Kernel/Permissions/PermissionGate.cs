using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using Vaka.Kernel.Ownership;

namespace Vaka.Kernel.Permissions;

/// <summary>Lets a page handler run only when its declaration allows the viewer; a handler that declares nothing never runs.</summary>
internal sealed class PagePermissionFilter(CurrentViewer viewer) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var page = context.ActionDescriptor.HandlerTypeInfo;
        var declared = Declaration.Of(page, context.HandlerMethod?.MethodInfo, context.HttpContext.Request.Method)
            ?? throw new InvalidOperationException($"{page.Name} declares no permission for {context.HttpContext.Request.Method}.");
        if (PermissionGate.Refusal(declared, viewer) is { } status)
        {
            context.Result = status == StatusCodes.Status401Unauthorized ? new ChallengeResult() : new ForbidResult();
            return;
        }
        viewer.Permission = declared.Permission;
        await next();
    }
}

/// <summary>Declares and enforces permissions on minimal API endpoints.</summary>
public static class PermissionGate
{
    /// <summary>Open to everyone.</summary>
    public static TBuilder Public<TBuilder>(this TBuilder builder) where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(new Declaration(null, true, false));

    /// <summary>Open to holders of a permission.</summary>
    public static TBuilder Permit<TBuilder>(this TBuilder builder, string permission) where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(new Declaration(permission, false, false));

    /// <summary>Enforces the declarations; an endpoint with none (and which is not a page, which has its own filter) is refused as a defect.</summary>
    public static void UsePermissionGate(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var endpoint = context.GetEndpoint();
        if (endpoint is null || endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null || IsFile(endpoint))
        {
            await next();
            return;
        }
        var declared = endpoint.Metadata.GetMetadata<Declaration>()
            ?? throw new InvalidOperationException($"Endpoint {endpoint.DisplayName} declares no permission.");
        var viewer = context.RequestServices.GetRequiredService<CurrentViewer>();
        if (Refusal(declared, viewer) is { } status)
        {
            await TypedResults.Problem(statusCode: status).ExecuteAsync(context);
            return;
        }
        viewer.Permission = declared.Permission;
        await next();
    });

    /// <summary>401 or 403 when the viewer may not, null when they may.</summary>
    internal static int? Refusal(Declaration declared, CurrentViewer current)
    {
        if (declared.IsPublic) return null;
        var viewer = current.Value;
        if (declared.NeedsSignIn) return viewer.IsSignedIn ? null : StatusCodes.Status401Unauthorized;
        if (viewer.May(declared.Permission!)) return null;
        return viewer.IsSignedIn ? StatusCodes.Status403Forbidden : StatusCodes.Status401Unauthorized;
    }

    /// <summary>One of MapStaticAssets' endpoints, or its catch-all in a checkout: built files, the same for everyone.</summary>
    internal static bool IsFile(Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.StaticAssets.StaticAssetDescriptor>() is not null
        || endpoint is Microsoft.AspNetCore.Routing.RouteEndpoint { RoutePattern.RawText: "{**path:file}" };
}
