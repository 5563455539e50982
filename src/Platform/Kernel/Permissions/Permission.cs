namespace Vaka.Kernel.Permissions;

/// <summary>A permission, named by what is done (<c>law.amendment.validate</c>), and the roles that hold it.</summary>
public sealed record Permission(string Name, params string[] Roles);

/// <summary>The roles a grant can give. Everyone, signed in or not, also has what is public.</summary>
public static class Roles
{
    /// <summary>Not signed in, or signed in without a grant.</summary>
    public const string Public = "public";
    /// <summary>Collects evidence, writes findings, needs and knowledge gaps.</summary>
    public const string Analyst = "analyst";
    /// <summary>Rates law against norms, drafts amendments.</summary>
    public const string LegalDrafter = "legal-drafter";
    /// <summary>Records a named body's validation.</summary>
    public const string Validator = "validator";
    /// <summary>Writes the manual and lessons, records observed competence.</summary>
    public const string Trainer = "trainer";
    /// <summary>Speaks for a government: shares its rows, replies, records decisions.</summary>
    public const string FocalPoint = "focal-point";
    /// <summary>Keeps the project record, results and money.</summary>
    public const string ProjectManager = "project-manager";
    /// <summary>Keeps users, grants and pages; reads the audit trail.</summary>
    public const string Administrator = "administrator";

    /// <summary>All roles that a grant can give.</summary>
    public static IReadOnlyList<string> Grantable { get; } =
        [Analyst, LegalDrafter, Validator, Trainer, FocalPoint, ProjectManager, Administrator];
}

/// <summary>Marks a page (its GET handlers) or a handler as open to everyone. What it shows still passes the audience filter.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class PublicAttribute : Attribute;

/// <summary>Needs somebody signed in, whatever their grants: their own account.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class SignedInAttribute : Attribute;

/// <summary>On a page: the permission of all its handlers without one of their own. On a handler: its permission.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class PermitAttribute(string permission) : Attribute
{
    /// <summary>The permission.</summary>
    public string Permission { get; } = permission;
}

/// <summary>The permission of every handler of a page that is not a GET or HEAD, unless it has its own.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class WritesAttribute(string permission) : Attribute
{
    /// <summary>The permission.</summary>
    public string Permission { get; } = permission;
}
