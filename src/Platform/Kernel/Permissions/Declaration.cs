using System.Reflection;
using Microsoft.AspNetCore.Http;

namespace Vaka.Kernel.Permissions;

/// <summary>What a page handler or endpoint declares about who may call it.</summary>
/// <param name="Permission">The permission; null when <paramref name="IsPublic"/> or <paramref name="NeedsSignIn"/>.</param>
/// <param name="IsPublic">Open to everyone.</param>
/// <param name="NeedsSignIn">Open to whoever is signed in.</param>
public sealed record Declaration(string? Permission, bool IsPublic, bool NeedsSignIn)
{
    /// <summary>Reads a page handler's declaration: the handler's own attribute, else the page's for that method, else the page's; null when nothing is declared.</summary>
    /// <param name="page">The page model's type.</param>
    /// <param name="handler">The handler; null for a page without one, which is a GET.</param>
    /// <param name="method">HTTP method of the handler, e.g. <c>Post</c>.</param>
    public static Declaration? Of(Type page, MethodInfo? handler, string method)
    {
        if (handler is not null && From(handler) is { } own) return own;
        var writes = page.GetCustomAttribute<WritesAttribute>(true);
        if (writes is not null && !HttpMethods.IsGet(method) && !HttpMethods.IsHead(method)) return new(writes.Permission, false, false);
        return From(page);
    }

    private static Declaration? From(MemberInfo member) =>
        member.GetCustomAttribute<PermitAttribute>(true) is { } permit ? new(permit.Permission, false, false)
        : member.GetCustomAttribute<PublicAttribute>(true) is not null ? new(null, true, false)
        : member.GetCustomAttribute<SignedInAttribute>(true) is not null ? new(null, false, true)
        : null;
}
