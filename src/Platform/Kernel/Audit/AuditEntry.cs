using System.ComponentModel.DataAnnotations;

namespace Vaka.Kernel.Audit;

/// <summary>An entity whose every change is written to the audit trail, in the transaction that makes it.</summary>
public interface IAudited;

/// <summary>A property whose value never reaches the audit trail, a log, an event or an address; the trail says only that it changed.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PersonalAttribute : Attribute;

/// <summary>Who did what to which row, from what to what. Never changed, never deleted: the database itself refuses it.</summary>
public sealed class AuditEntry
{
    /// <summary>Rises with every entry.</summary>
    public long Id { get; init; }
    /// <summary>UTC.</summary>
    public DateTime At { get; init; }
    /// <summary>The person; null for the system and the public.</summary>
    public Guid? ActorId { get; init; }
    /// <summary><c>user</c>, <c>public</c> or <c>system:…</c>: a person is found by <see cref="ActorId"/>, so that no name stands here.</summary>
    [MaxLength(60)]
    public required string Actor { get; init; }
    /// <summary>Owner of the row; empty for rows of the platform.</summary>
    [MaxLength(16)]
    public string Owner { get; init; } = "";
    /// <summary>Entity type, e.g. <c>finding</c>.</summary>
    [MaxLength(60)]
    public required string Kind { get; init; }
    /// <summary>Key of the row.</summary>
    [MaxLength(80)]
    public required string RowId { get; init; }
    /// <summary>Revision of the row after the change; 0 for a row without one.</summary>
    public int Revision { get; init; }
    /// <summary><c>created</c>, <c>changed</c>, <c>shared</c> or <c>deleted</c>.</summary>
    [MaxLength(20)]
    public required string Action { get; init; }
    /// <summary>JSON: property → [from, to]; a personal value is <c>"•"</c>.</summary>
    public string Changes { get; init; } = "{}";
}
