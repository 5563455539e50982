using Vaka.Kernel.Chain;
using Vaka.Kernel.Words;

namespace Vaka.Contracts.Programme;

/// <summary>The project records, as features that belong to a project need them.</summary>
public interface IProjects
{
    /// <summary>A project by its code that the viewer may see, saved or about to be saved; null when there is none.</summary>
    Task<ProjectItem?> Find(string code, CancellationToken ct = default);

    /// <summary>Publishes the project's next version because of these results, unless it follows from exactly them already.</summary>
    Task Follow(string code, IReadOnlyCollection<Ref> results, CancellationToken ct = default);
}

/// <summary>A project, briefly.</summary>
/// <param name="Id">The row.</param>
/// <param name="Code">Its code in addresses.</param>
/// <param name="Owner">Its owner.</param>
/// <param name="Title">Its title.</param>
/// <param name="Path">Address of its page, without a language.</param>
/// <param name="PublishedVersion">Newest published version.</param>
/// <param name="Fictional">Part of an invented example.</param>
public sealed record ProjectItem(Guid Id, string Code, string Owner, LocalText Title, string Path, int PublishedVersion, bool Fictional);
