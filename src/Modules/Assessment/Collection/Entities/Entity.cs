using System.ComponentModel.DataAnnotations;
using Vaka.Kernel.Audit;
using Vaka.Kernel.Data;
using Vaka.Kernel.Ownership;

namespace Vaka.Assessment.Collection;

/// <summary>One thing of a list, as it counts now: what its current version says.</summary>
[ReadBy(AssessmentPermissions.SubmissionRead)]
internal sealed class Entity : Row
{
    public Guid ListId { get; set; }

    /// <summary>The UUID that devices know it by.</summary>
    [MaxLength(100)]
    public string EntityId { get; set; } = "";

    [MaxLength(500), Personal]
    public string Label { get; set; } = "";

    /// <summary>JSON object of its properties.</summary>
    [Personal]
    public string Data { get; set; } = "{}";

    /// <summary>Number of the version that counts; devices get it as <c>__version</c>.</summary>
    public int Version { get; set; }

    /// <summary>No longer given to devices; those that carry it are told.</summary>
    public bool Deleted { get; set; }
}

/// <summary>Where a version stands. Words: <c>entity-version-state.counted</c> and so on.</summary>
internal enum EntityVersionState
{
    /// <summary>Counts, or counted until a later one did.</summary>
    Counted,
    /// <summary>Was made from a version that no longer counted: a person is to decide.</summary>
    Open,
    /// <summary>A person decided that it, or some of it, counts: see <see cref="EntityVersion.CountedAs"/>.</summary>
    Taken,
    /// <summary>A person decided that it does not count.</summary>
    Dismissed,
}

/// <summary>How an open version contradicts what counts. Words: <c>entity-conflict.soft</c> and so on.</summary>
internal enum EntityConflict
{
    /// <summary>It does not.</summary>
    None,
    /// <summary>Both sides changed, but not the same properties.</summary>
    Soft,
    /// <summary>Both sides changed the same property to different values.</summary>
    Hard,
}

/// <summary>What one submission, import or person said of an entity. What it said never changes; what became of it is written beside.</summary>
[ReadBy(AssessmentPermissions.SubmissionRead)]
internal sealed class EntityVersion : Row, ISealed
{
    public Guid EntityRowId { get; set; }

    /// <summary>From 1 in the order of arrival.</summary>
    public int Number { get; set; }

    [MaxLength(500), Personal]
    public string Label { get; set; } = "";

    /// <summary>JSON object of all properties, as they were where it was made.</summary>
    [Personal]
    public string Data { get; set; } = "{}";

    /// <summary>JSON object of what it set, the label as <c>label</c>: the rest it did not touch.</summary>
    [Personal]
    public string Changes { get; set; } = "{}";

    /// <summary>Number of the version that it was made from; null for a first one, and where it did not say.</summary>
    public int? Base { get; set; }

    /// <summary>The chain of updates made offline that it is part of.</summary>
    [MaxLength(100)]
    public string? Branch { get; set; }

    /// <summary>What the device called the version it was made from: within a chain not a number of ours.</summary>
    public int? BranchBase { get; set; }

    /// <summary>The submission it came by; null for an import and a person's decision.</summary>
    public Guid? SubmissionId { get; set; }

    /// <summary>Where in the submission: a path with positions.</summary>
    [MaxLength(400)]
    public string Place { get; set; } = "";

    /// <summary>It says that the entity is no more.</summary>
    public bool Deletes { get; set; }

    public EntityVersionState State { get; set; }

    public EntityConflict Conflict { get; set; }

    /// <summary>Number of the version in which it came to count, once a person had decided.</summary>
    public int? CountedAs { get; set; }

    /// <summary>Who decided.</summary>
    public Guid? DecidedBy { get; set; }

    /// <summary>UTC.</summary>
    public DateTime? DecidedAt { get; set; }

    /// <inheritdoc/>
    [MaxLength(64)]
    public string Seal { get; set; } = "";

    /// <inheritdoc/>
    public string Sealed() => string.Join('\u001F', EntityRowId, Number, Label, Data, Changes, Base, Branch, BranchBase, SubmissionId, Place, Deletes);
}

/// <summary>An update whose turn has not come: the create, or the link of the chain before it, is still on some device.</summary>
[ReadBy(AssessmentPermissions.SubmissionRead)]
internal sealed class WaitingUpdate : Row
{
    public Guid ListId { get; set; }

    [MaxLength(100)]
    public string EntityId { get; set; } = "";

    public Guid SubmissionId { get; set; }

    [MaxLength(400)]
    public string Place { get; set; } = "";

    /// <summary>JSON of what the form said.</summary>
    [Personal]
    public string Said { get; set; } = "{}";
}
