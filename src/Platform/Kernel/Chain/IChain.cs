using Vaka.Kernel.Words;

namespace Vaka.Kernel.Chain;

/// <summary>The chain as other modules use it. Everything is added to the current context and saved with the caller's own change.</summary>
public interface IChain
{
    /// <summary>
    /// Makes the row's next immutable version, with an edge from each row it follows from, and raises <see cref="ChainRow.PublishedVersion"/>.
    /// Who may see the version is the row's audience.
    /// </summary>
    /// <param name="row">The row, as it is to be published; new or tracked by the current context.</param>
    /// <param name="because">What it follows from; null keeps what the version before followed from, at the newest versions.</param>
    /// <param name="ct">Stops it.</param>
    /// <returns>The new version's reference.</returns>
    /// <exception cref="InvalidOperationException">One of the kinds in <paramref name="because"/> cannot be followed by this one (<see cref="EdgeTypes"/>).</exception>
    Task<Ref> Publish(ChainRow row, IReadOnlyCollection<Ref>? because, CancellationToken ct = default);

    /// <summary>Publishes a row's next version because of these, unless its newest version follows from exactly them already.</summary>
    /// <returns>True when a version was published.</returns>
    Task<bool> Follow(ChainRow row, IReadOnlyCollection<Ref> because, CancellationToken ct = default);

    /// <summary>Gives all versions of a row, and the edges to it, the audience that the row now has.</summary>
    Task Share(ChainRow row, CancellationToken ct = default);

    /// <summary>The newest version of a row that the viewer may see; null when there is none.</summary>
    Task<ChainItem?> Latest(string kind, Guid id, CancellationToken ct = default);

    /// <summary>Newest versions of these kinds that the viewer may see, of one owner and of all who share theirs, to choose from in a form.</summary>
    Task<IReadOnlyList<ChainItem>> Offer(IReadOnlyCollection<string> kinds, string owner, CancellationToken ct = default);

    /// <summary>What the newest version of a row follows from, as far as the viewer may see it.</summary>
    Task<IReadOnlyList<ChainItem>> Before(string kind, Guid id, CancellationToken ct = default);

    /// <summary>What follows from a row, as far as the viewer may see it.</summary>
    Task<IReadOnlyList<ChainItem>> After(string kind, Guid id, CancellationToken ct = default);
}

/// <summary>A published version of a row, as others may show it.</summary>
/// <param name="Ref">Which version of which row.</param>
/// <param name="Key">The row's key.</param>
/// <param name="Owner">Its owner.</param>
/// <param name="Title">Its title.</param>
/// <param name="Path">Address of its page, without a language.</param>
/// <param name="IsFictional">Part of an invented example.</param>
/// <param name="IsStale">Only from <see cref="IChain.Before"/>: this version is newer than the one that the row was published from, so the row asks to be looked at.</param>
public sealed record ChainItem(Ref Ref, string Key, string Owner, LocalText Title, string Path, bool IsFictional, bool IsStale = false);

/// <summary>The themes that tag every link of the chain.</summary>
public interface IThemes
{
    /// <summary>All themes, in alphabetical order of their ids.</summary>
    ValueTask<IReadOnlyList<ThemeItem>> All(CancellationToken ct = default);
}

/// <summary>A theme.</summary>
/// <param name="Id">Slug, e.g. <c>non-punishment</c>.</param>
/// <param name="Name">Its name.</param>
public sealed record ThemeItem(string Id, LocalText Name);
