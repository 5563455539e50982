namespace Vaka.Kernel.Ownership;

/// <summary>Who besides its owner may read a row. A row reaches a wider audience by a recorded act of its owner, who can take it back.</summary>
public enum Audience
{
    /// <summary>People with a grant for the owner, and nobody else.</summary>
    OwnerOnly = 0,

    /// <summary>The countries listed in <see cref="IOwned.SharedWith"/> too.</summary>
    Named = 1,

    /// <summary>Everyone with a grant in the owner's region.</summary>
    Region = 2,

    /// <summary>Everyone, signed in or not.</summary>
    Public = 3,
}

/// <summary>A row that belongs to exactly one country or region.</summary>
public interface IOwned
{
    /// <summary>Code of the owning country (ISO 3166-1 alpha-2; <c>X?</c> for a fictional state) or region. Only the owner writes.</summary>
    string Owner { get; set; }

    /// <summary>Who may read.</summary>
    Audience Audience { get; set; }

    /// <summary>Codes the row is shared with, each between bars: <c>|FJ|TO|</c>; the region's code when the audience is the region. Empty otherwise.</summary>
    string SharedWith { get; set; }
}

/// <summary>A draft that even its owner's people see only when they are on its team, until it is released.</summary>
public interface IPrivileged
{
    /// <summary>True once released to all whom the audience names.</summary>
    bool Released { get; set; }

    /// <summary>User ids of the drafting team, each between bars: <c>|0199…|0198…|</c>.</summary>
    string Team { get; set; }
}

/// <summary>
/// Rows of this kind are read only with a permission for their owner, on top of their audience: on every page, in every form of data, in the
/// chain, and in PostgreSQL by the policy of the table. Of the permission's name the last part is <c>read</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ReadByAttribute(string permission) : Attribute
{
    /// <summary>The permission: <c>capacity.observation.read</c>.</summary>
    public string Permission { get; } = permission.EndsWith(".read", StringComparison.Ordinal) ? permission : throw new ArgumentException("The name of such a permission ends in .read.", nameof(permission));
}

/// <summary>
/// A condition that PostgreSQL's policy asks of a row of this kind on top of its audience, where no filter can say it; what the application
/// shows must follow the same rule.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ReadIfAttribute(string condition) : Attribute
{
    /// <summary>SQL over the row's columns.</summary>
    public string Condition { get; } = condition;
}

/// <summary>Reads and writes the bar-separated lists of codes that the filters search.</summary>
public static class Codes
{
    /// <summary><c>["FJ","TO"]</c> becomes <c>|FJ|TO|</c>; nothing becomes the empty string.</summary>
    public static string Join(IEnumerable<string> codes)
    {
        var list = codes.Select(c => c.Trim()).Where(c => c.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return list.Count == 0 ? "" : $"|{string.Join('|', list)}|";
    }

    /// <summary>The codes of a bar-separated list.</summary>
    public static string[] Split(string? joined) => (joined ?? "").Split('|', StringSplitOptions.RemoveEmptyEntries);
}
