using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vaka.Kernel.Data;
using Vaka.Kernel.Words;

namespace Vaka.Kernel.Ownership;

/// <summary>The countries and regions, kept in memory: every page names some, and they change only by import.</summary>
public sealed class States(IServiceScopeFactory scopes)
{
    private volatile Dictionary<string, State>? _all;

    /// <summary>All of them, by code.</summary>
    public async ValueTask<IReadOnlyDictionary<string, State>> All(CancellationToken ct = default)
    {
        if (_all is { } all) return all;
        await using var scope = scopes.CreateSystemScope("states");
        var db = scope.ServiceProvider.GetRequiredService<VakaDb>();
        var loaded = await db.Set<State>().AsNoTracking().ToDictionaryAsync(s => s.Code, StringComparer.Ordinal, ct);
        if (loaded.Count > 0) _all = loaded;
        return loaded;
    }

    /// <summary>The region that a country lies in; a region lies in itself; null when unknown.</summary>
    public async ValueTask<string?> RegionOf(string owner, CancellationToken ct = default) =>
        (await All(ct)).TryGetValue(owner, out var state) ? (state.IsRegion ? state.Code : state.Region) : null;

    /// <summary>Its name, or its code when it is not listed.</summary>
    public async ValueTask<LocalText> NameOf(string owner, CancellationToken ct = default) =>
        (await All(ct)).TryGetValue(owner, out var state) ? state.Name : LocalText.Same(owner);

    /// <summary>Forgets what is in memory, after an import.</summary>
    public void Forget() => _all = null;
}

/// <summary>Scopes that run on the system's behalf.</summary>
public static class SystemScope
{
    /// <summary>A scope whose viewer is the system; <paramref name="name"/> appears in the audit trail as <c>system:name</c>.</summary>
    public static AsyncServiceScope CreateSystemScope(this IServiceScopeFactory scopes, string name)
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentViewer>().Set(Viewer.System(name));
        return scope;
    }
}
