using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Vaka.Kernel.Audit;
using Vaka.Kernel.Data;

namespace Vaka.Kernel.Identity;

/// <summary>Somebody who can sign in. What they may do is in their <see cref="Grant"/>s alone.</summary>
public sealed class User : IdentityUser<Guid>, IAudited
{
    /// <summary>A new user has a version-7 id.</summary>
    public User() => Id = Ids.New();

    /// <summary>How colleagues know them.</summary>
    [MaxLength(120), Personal]
    public string DisplayName { get; set; } = "";

    /// <summary>Language of their pages when the address has none.</summary>
    [MaxLength(12)]
    public string Language { get; set; } = "en";

    /// <summary>Made for a demonstration: its password is known to everyone.</summary>
    public bool IsDemo { get; set; }
}

/// <summary>A role for a user, for one country or region, possibly within one organisation. Taken back by deleting it; the audit trail remembers.</summary>
public sealed class Grant : IAudited
{
    /// <summary>UUID version 7.</summary>
    public Guid Id { get; init; } = Ids.New();
    /// <summary>Whose.</summary>
    public Guid UserId { get; init; }
    /// <summary>One of <see cref="Permissions.Roles.Grantable"/>.</summary>
    [MaxLength(40)]
    public required string Role { get; init; }
    /// <summary>Country or region code.</summary>
    [MaxLength(16)]
    public required string Owner { get; init; }
    /// <summary>Institution the person acts for; null when not bound to one.</summary>
    [MaxLength(120)]
    public string? Organisation { get; init; }
    /// <summary>UTC.</summary>
    public DateTime GivenAt { get; init; }
}

/// <summary>One sign-in on one device. Revoking it ends it at the next request.</summary>
public sealed class Session
{
    /// <summary>UUID version 7; in the cookie as a claim.</summary>
    public Guid Id { get; init; } = Ids.New();
    /// <summary>Whose.</summary>
    public Guid UserId { get; init; }
    /// <summary>UTC.</summary>
    public DateTime StartedAt { get; init; }
    /// <summary>UTC, kept to about five minutes.</summary>
    public DateTime SeenAt { get; set; }
    /// <summary>UTC; null while it lasts.</summary>
    public DateTime? RevokedAt { get; set; }
    /// <summary>Browser and system in a few words, never an address.</summary>
    [MaxLength(80)]
    public string Device { get; init; } = "";
}

/// <summary>A one-time code with which a user who has lost the password sets a new one. Only its hash is kept; it lasts a day and works once.</summary>
public sealed class RecoveryCode
{
    /// <summary>UUID version 7.</summary>
    public Guid Id { get; init; } = Ids.New();
    /// <summary>Whose.</summary>
    public Guid UserId { get; init; }
    /// <summary>SHA-256 of the code, hex.</summary>
    [MaxLength(64)]
    public required string CodeHash { get; init; }
    /// <summary>UTC.</summary>
    public DateTime ExpiresAt { get; init; }
    /// <summary>UTC; null until used.</summary>
    public DateTime? UsedAt { get; set; }
}
