using System.ComponentModel.DataAnnotations;
using Vaka.Kernel.Audit;
using Vaka.Kernel.Ownership;

namespace Vaka.Kernel.Data;

/// <summary>A row that can be edited: every save raises <see cref="Revision"/>, and a save made from an older one is refused.</summary>
public interface IEditable
{
    /// <summary>1 when created, one more after every save. The concurrency token.</summary>
    int Revision { get; set; }
}

/// <summary>What every row of a module has: an id, one owner, one audience, a concurrency token and an audit trail.</summary>
public abstract class Row : IOwned, IEditable, IAudited
{
    /// <summary>UUID version 7.</summary>
    public Guid Id { get; set; } = Ids.New();

    /// <inheritdoc/>
    [MaxLength(16)]
    public required string Owner { get; set; }

    /// <inheritdoc/>
    public Audience Audience { get; set; }

    /// <inheritdoc/>
    [MaxLength(400)]
    public string SharedWith { get; set; } = "";

    /// <inheritdoc/>
    public int Revision { get; set; }

    /// <summary>Part of an invented example; marked so on every page and in every format.</summary>
    public bool Fictional { get; set; }

    /// <summary>UTC, set when first saved.</summary>
    public DateTime CreatedAt { get; set; }

    /// <summary>UTC, set at every save.</summary>
    public DateTime ChangedAt { get; set; }
}
