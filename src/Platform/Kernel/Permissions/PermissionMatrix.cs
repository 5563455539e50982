using Vaka.Kernel.Modules;

namespace Vaka.Kernel.Permissions;

/// <summary>Which role holds which permission: the kernel's own and what each module declares.</summary>
public sealed class PermissionMatrix
{
    private readonly Dictionary<string, HashSet<string>> _byRole;

    /// <summary>Collects the declarations.</summary>
    /// <exception cref="InvalidOperationException">Two modules declare one name, or a name does not start with its module's.</exception>
    public PermissionMatrix(IEnumerable<IModule> modules)
    {
        var all = new List<Permission>(KernelPermissions.All);
        foreach (var module in modules)
        {
            if (module.Permissions.FirstOrDefault(p => !p.Name.StartsWith(module.Name + ".", StringComparison.Ordinal)) is { } stray)
                throw new InvalidOperationException($"Permission {stray.Name} of module {module.Name} must start with {module.Name}.");
            all.AddRange(module.Permissions);
        }
        if (all.GroupBy(p => p.Name, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new InvalidOperationException($"Permission {twice.Key} is declared twice.");
        All = all;
        _byRole = Roles.Grantable.ToDictionary(
            role => role, role => all.Where(p => p.Roles.Contains(role)).Select(p => p.Name).ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    /// <summary>Every permission there is.</summary>
    public IReadOnlyList<Permission> All { get; }

    /// <summary>What a role may do; nothing for a role that is not known.</summary>
    public IReadOnlySet<string> Of(string role) => _byRole.TryGetValue(role, out var set) ? set : new HashSet<string>(StringComparer.Ordinal);
}

/// <summary>Permissions of the platform itself.</summary>
public static class KernelPermissions
{
    /// <summary>Create users, issue recovery codes, lock and unlock.</summary>
    public const string UserAdminister = "kernel.user.administer";
    /// <summary>Give and take back grants.</summary>
    public const string GrantAdminister = "kernel.grant.administer";
    /// <summary>Read the audit trail.</summary>
    public const string AuditRead = "kernel.audit.read";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Permission> All { get; } =
    [
        new(UserAdminister, Roles.Administrator),
        new(GrantAdminister, Roles.Administrator),
        new(AuditRead, Roles.Administrator, Roles.FocalPoint),
    ];
}
