using Microsoft.EntityFrameworkCore;
using Vaka.Contracts.Programme;
using Vaka.Kernel.Chain;
using Vaka.Kernel.Data;

namespace Vaka.Programme.Projects;

/// <summary>Project records by id and code.</summary>
internal sealed class ProjectRows(VakaDb db, IChain chain) : IProjects
{
    /// <summary>The rows of these ids that the viewer may see, in their order; in parts, since a database takes only so many parameters.</summary>
    public static async Task<List<Project>> InOrder(VakaDb db, IReadOnlyList<Guid> ids, CancellationToken ct)
    {
        var found = new Dictionary<Guid, Project>(ids.Count);
        foreach (var part in ids.Chunk(500))
            foreach (var project in await db.Set<Project>().AsNoTracking().Where(p => part.Contains(p.Id)).ToListAsync(ct)) found[project.Id] = project;
        return [.. ids.Where(found.ContainsKey).Select(id => found[id])];
    }

    public async Task<ProjectItem?> Find(string code, CancellationToken ct = default) =>
        await Row(code, ct) is { } p ? new(p.Id, p.Key, p.Owner, p.Title, p.Path, p.PublishedVersion, p.Fictional) : null;

    public async Task Follow(string code, IReadOnlyCollection<Ref> results, CancellationToken ct = default)
    {
        if (await Row(code, ct) is { } project) await chain.Follow(project, results, ct);
    }

    private async Task<Project?> Row(string code, CancellationToken ct) =>
        db.Set<Project>().Local.FirstOrDefault(p => p.Key == code) ?? await db.Set<Project>().FirstOrDefaultAsync(p => p.Key == code, ct);
}
