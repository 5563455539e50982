using Vaka.Kernel.Ownership;
using Vaka.Kernel.Words;

namespace Vaka.Contracts.Evidence;

/// <summary>What the rows of a module say happened, and when. Each module registers its own; a report asks all of them.</summary>
public interface IChronicle
{
    /// <summary>What happened to rows of these owners from one day to another, both included, as far as the viewer may see it; in no order.</summary>
    Task<IReadOnlyList<ChronicleEntry>> Between(IReadOnlyCollection<string> owners, DateOnly from, DateOnly to, CancellationToken ct = default);
}

/// <summary>What can happen to a row of the chain. Words: <c>chronicle.commenced</c> and so on.</summary>
public enum ChronicleAct
{
    /// <summary>First published here.</summary>
    Opened,
    /// <summary>Closed: an amendment that closes it came into force, or its question is answered.</summary>
    Closed,
    /// <summary>A named body sent it back to its drafters.</summary>
    Returned,
    /// <summary>A named body validated it.</summary>
    Validated,
    /// <summary>It came into force.</summary>
    Commenced,
}

/// <summary>One thing that happened to one row.</summary>
/// <param name="Act">What happened.</param>
/// <param name="On">The day.</param>
/// <param name="Kind">Kind of the row in the chain.</param>
/// <param name="Owner">Its owner.</param>
/// <param name="Title">Its title.</param>
/// <param name="Path">Address of its page, without a language.</param>
/// <param name="Note">Who did it, or what to know besides; empty when there is nothing.</param>
/// <param name="Audience">Who may read the row.</param>
/// <param name="Fictional">Part of an invented example.</param>
/// <param name="Synthetic">Made up by a computer.</param>
public sealed record ChronicleEntry(ChronicleAct Act, DateOnly On, string Kind, string Owner, LocalText Title, string Path, LocalText Note, Audience Audience, bool Fictional, bool Synthetic);
