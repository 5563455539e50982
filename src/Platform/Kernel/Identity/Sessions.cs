using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vaka.Kernel.Data;
using Vaka.Kernel.Failures;
using Vaka.Kernel.Ownership;

namespace Vaka.Kernel.Identity;

/// <summary>Starts, lists and ends sign-ins.</summary>
public sealed class Sessions(VakaDb db, TimeProvider clock, SignInManager<User> signIn)
{
    /// <summary>Claim that carries the session's id.</summary>
    public const string Claim = "vaka:session";

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Signs a user in on this device.</summary>
    /// <param name="user">Who.</param>
    /// <param name="userAgent">The browser's header; only a word or two of it are kept.</param>
    public async Task Start(User user, string? userAgent)
    {
        var session = new Session { UserId = user.Id, StartedAt = Now, SeenAt = Now, Device = DeviceOf(userAgent) };
        db.Add(session);
        await db.SaveChangesAsync();
        await signIn.SignInWithClaimsAsync(user, isPersistent: true, [new Claim(Claim, session.Id.ToString())]);
    }

    /// <summary>A user's open sessions, the latest first.</summary>
    public Task<List<Session>> Open(Guid userId, CancellationToken ct = default) =>
        db.Set<Session>().AsNoTracking().Where(s => s.UserId == userId && s.RevokedAt == null).OrderByDescending(s => s.SeenAt).ToListAsync(ct);

    /// <summary>Ends one session of a user, or all of them but one.</summary>
    public Task Revoke(Guid userId, Guid? only = null, Guid? except = null, CancellationToken ct = default) => End(db, userId, Now, only, except, ct);

    /// <summary>Signs this device out.</summary>
    public async Task Leave(ClaimsPrincipal user)
    {
        if (Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id) && Current(user) is { } session) await Revoke(id, session);
        await signIn.SignOutAsync();
    }

    /// <summary>The session of a request; null when nobody is signed in.</summary>
    public static Guid? Current(ClaimsPrincipal user) => Guid.TryParse(user.FindFirstValue(Claim), out var id) ? id : null;

    internal static async Task End(VakaDb db, Guid userId, DateTime now, Guid? only = null, Guid? except = null, CancellationToken ct = default)
    {
        foreach (var session in await db.Set<Session>().Where(s => s.UserId == userId && s.RevokedAt == null && (only == null || s.Id == only) && (except == null || s.Id != except)).ToListAsync(ct))
            session.RevokedAt = now;
        await db.SaveChangesAsync(ct);
    }

    internal static string DeviceOf(string? userAgent)
    {
        var agent = userAgent ?? "";
        var browser = agent.Contains("Edg/", StringComparison.Ordinal) ? "Edge" : agent.Contains("Firefox/", StringComparison.Ordinal) ? "Firefox"
            : agent.Contains("Chrom", StringComparison.Ordinal) ? "Chrome" : agent.Contains("Safari/", StringComparison.Ordinal) ? "Safari" : "?";
        var system = agent.Contains("Android", StringComparison.Ordinal) ? "Android" : agent.Contains("iPhone", StringComparison.Ordinal) || agent.Contains("iPad", StringComparison.Ordinal) ? "iOS"
            : agent.Contains("Windows", StringComparison.Ordinal) ? "Windows" : agent.Contains("Mac OS", StringComparison.Ordinal) ? "macOS" : agent.Contains("Linux", StringComparison.Ordinal) ? "Linux" : "?";
        return $"{browser}, {system}";
    }
}

/// <summary>Ends a cookie whose session was revoked, at its next request.</summary>
internal static class SessionCheck
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(5);

    public static async Task Validate(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        await using var scope = services.GetRequiredService<IServiceScopeFactory>().CreateSystemScope("sessions");
        var db = scope.ServiceProvider.GetRequiredService<VakaDb>();
        var session = Guid.TryParse(context.Principal?.FindFirstValue(Sessions.Claim), out var id)
            ? await db.Set<Session>().FirstOrDefaultAsync(s => s.Id == id && s.RevokedAt == null)
            : null;
        if (session is null || session.UserId.ToString() != context.Principal?.FindFirstValue(ClaimTypes.NameIdentifier))
        {
            context.RejectPrincipal();
            context.Response.Cookies.Delete("vaka-session");
            return;
        }
        if (now - session.SeenAt < Fresh) return;
        session.SeenAt = now;
        try
        {
            await db.SaveChangesAsync();
        }
        catch (Exception e) when (DiskFull.Is(e))
        {
            // Reading goes on while the disk is full.
        }
    }
}
