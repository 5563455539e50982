namespace Vaka.Kernel.Ownership;

/// <summary>One grant as the running request sees it: a role for a country or region, possibly within one organisation.</summary>
/// <param name="Role">One of <see cref="Permissions.Roles"/>.</param>
/// <param name="Owner">Country or region code.</param>
/// <param name="Organisation">Institution the person acts for; null when not bound to one.</param>
/// <param name="Permissions">What the role may do.</param>
public sealed record Standing(string Role, string Owner, string? Organisation, IReadOnlySet<string> Permissions);

/// <summary>On whose behalf code runs: the public, a signed-in person, or the system itself. There is no default: see <see cref="CurrentViewer"/>.</summary>
public sealed class Viewer
{
    private Viewer(bool system, Guid? userId, string name, IReadOnlyList<Standing> standings, IEnumerable<string> regions)
    {
        (IsSystem, UserId, Name, Standings) = (system, userId, name, standings);
        Owners = [.. standings.Select(s => s.Owner).Distinct(StringComparer.Ordinal)];
        Reads = [.. standings.SelectMany(s => s.Permissions.Where(p => p.EndsWith(".read", StringComparison.Ordinal)).Select(p => $"{p}@{s.Owner}")).Distinct(StringComparer.Ordinal)];
        Codes = [.. Owners.Concat(regions).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Nobody signed in: reads what is public, writes nothing.</summary>
    public static Viewer Public { get; } = new(false, null, "public", [], []);

    /// <summary>The system at work (import, event handlers, aggregates). <paramref name="name"/> appears in the audit trail.</summary>
    public static Viewer System(string name) => new(true, null, $"system:{name}", [], []);

    /// <summary>A signed-in person with their grants; <paramref name="regions"/> are the regions of the countries they have a grant for.</summary>
    public static Viewer Person(Guid userId, string name, IReadOnlyList<Standing> standings, IEnumerable<string> regions) =>
        new(false, userId, name, standings, regions);

    /// <summary>True for the system, which reads and writes every row.</summary>
    public bool IsSystem { get; }

    /// <summary>Null for the public and the system.</summary>
    public Guid? UserId { get; }

    /// <summary>Name for the audit trail: a user name, <c>public</c> or <c>system:…</c>.</summary>
    public string Name { get; }

    /// <summary>The person's grants.</summary>
    public IReadOnlyList<Standing> Standings { get; }

    /// <summary>Countries and regions the person has a grant for: their rows are readable, and writable as the roles allow.</summary>
    public string[] Owners { get; }

    /// <summary>Codes that a shared row may name to reach this person: their owners and the regions those lie in.</summary>
    public string[] Codes { get; }

    /// <summary>Permissions to read with the owners they hold for, <c>capacity.observation.read@XM</c>: see <see cref="ReadByAttribute"/>.</summary>
    public string[] Reads { get; }

    /// <summary>True when someone is signed in.</summary>
    public bool IsSignedIn => UserId is not null;

    /// <summary>May the viewer do this for at least one owner?</summary>
    public bool May(string permission) => IsSystem || Standings.Any(s => s.Permissions.Contains(permission));

    /// <summary>May the viewer do this for this owner?</summary>
    public bool May(string permission, string owner) =>
        IsSystem || Standings.Any(s => s.Owner == owner && s.Permissions.Contains(permission));

    /// <summary>The owners for whom the viewer may do this.</summary>
    public IEnumerable<string> OwnersFor(string permission) =>
        Standings.Where(s => s.Permissions.Contains(permission)).Select(s => s.Owner).Distinct(StringComparer.Ordinal);
}

/// <summary>The viewer of this scope. Reading it before it was set throws: no code runs for a country by default.</summary>
public sealed class CurrentViewer
{
    private Viewer? _viewer;

    /// <summary>The viewer.</summary>
    /// <exception cref="InvalidOperationException">Nobody said on whose behalf this scope runs.</exception>
    public Viewer Value => _viewer ?? throw new InvalidOperationException("This code runs on nobody's behalf: set a viewer for the scope first.");

    /// <summary>The permission that the running page handler or endpoint declared; writes are checked against it.</summary>
    public string? Permission { get; set; }

    /// <summary>True once a viewer was set.</summary>
    public bool IsSet => _viewer is not null;

    /// <summary>Says on whose behalf the scope runs.</summary>
    public void Set(Viewer viewer) => _viewer = viewer;

    /// <summary>May rows of this owner be written now? The system may; a person may with the declared permission for that owner.</summary>
    public bool MayWrite(string owner) => Value.IsSystem || (Permission is not null && Value.May(Permission, owner));
}

/// <summary>A write to a row of an owner for whom the viewer holds no right. Shown as 403.</summary>
public sealed class NotYourRowException(string kind, string owner)
    : Exception($"A row of kind {kind} belongs to {owner}; this viewer may not write it.");
