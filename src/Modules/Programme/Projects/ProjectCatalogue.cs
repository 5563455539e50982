using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vaka.Kernel.Data;
using Vaka.Kernel.Ownership;
using Vaka.Kernel.Words;

namespace Vaka.Programme.Projects;

/// <summary>A facet of the list of projects.</summary>
internal enum Facet
{
    /// <summary>The Fund's region.</summary>
    Region,
    /// <summary>Benefiting state.</summary>
    State,
    /// <summary>Project type.</summary>
    Type,
    /// <summary>National or regional.</summary>
    Coverage,
    /// <summary>Status as found.</summary>
    Status,
    /// <summary>Year of allocation.</summary>
    Year,
}

/// <summary>A value of a facet with the number of projects that have it and everything else asked for.</summary>
/// <param name="Value">In addresses: the English or only text, a state's code, a year.</param>
/// <param name="Label">For people.</param>
/// <param name="Count">Projects.</param>
internal sealed record FacetValue(string Value, LocalText Label, int Count);

/// <summary>What a reader asked of the list.</summary>
/// <param name="Chosen">Facet → value; several facets narrow together.</param>
/// <param name="Q">Words that must all occur.</param>
/// <param name="Sort"><c>title</c>, <c>year</c> or <c>budget</c>.</param>
/// <param name="Skip">Projects to leave out.</param>
/// <param name="Take">Projects to give, at most.</param>
internal sealed record CatalogueQuestion(IReadOnlyDictionary<Facet, string> Chosen, string? Q, string Sort, int Skip, int Take);

/// <summary>The answer: ids in order, the total, and the counts of each facet with its own choice set aside.</summary>
internal sealed record CatalogueAnswer(IReadOnlyList<Guid> Ids, int Total, IReadOnlyDictionary<Facet, IReadOnlyList<FacetValue>> Facets);

/// <summary>
/// All projects in memory, to be searched and counted. Whether they are still those of the database is asked after every transaction of
/// this process, and once a second for what another process (an import beside the server) wrote. What is shown is read from the database
/// under its own rules, so a count may be a second old and a row may not.
/// </summary>
internal sealed class ProjectCatalogue(IServiceScopeFactory scopes, WriterGate gate, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Trusted = TimeSpan.FromSeconds(1);
    private readonly SemaphoreSlim _loading = new(1, 1);
    private volatile Checked? _checked;

    /// <summary>A snapshot, and until when it is known to be the database's state.</summary>
    private sealed record Checked(CatalogueSnapshot Snapshot, CatalogueStamp Stamp, long Commits, long At);

    /// <summary>Answers a question as far as the viewer may see.</summary>
    public async Task<CatalogueAnswer> Ask(CatalogueQuestion question, Viewer viewer, CancellationToken ct) => (await Fresh(ct)).Answer(question, viewer, Words.Language);

    private async Task<CatalogueSnapshot> Fresh(CancellationToken ct)
    {
        if (Known() is { } known) return known;
        await _loading.WaitAsync(ct);
        try
        {
            if (Known() is { } meanwhile) return meanwhile;
            // Before the question, so that what is committed during it is asked for again.
            var (commits, at) = (gate.Commits, clock.GetTimestamp());
            await using var scope = scopes.CreateSystemScope("catalogue");
            var db = scope.ServiceProvider.GetRequiredService<VakaDb>();
            var stamp = await Stamp(db, ct);
            var snapshot = _checked is { } last && last.Stamp == stamp ? last.Snapshot : await CatalogueLoading.Load(db, ct);
            _checked = new(snapshot, stamp, commits, at);
            return snapshot;
        }
        finally
        {
            _loading.Release();
        }
    }

    private CatalogueSnapshot? Known() => _checked is { } c && c.Commits == gate.Commits && clock.GetElapsedTime(c.At) < Trusted ? c.Snapshot : null;

    // Answered from one index. The sum sees a change that was made before the latest one and committed after it.
    private static async Task<CatalogueStamp> Stamp(VakaDb db, CancellationToken ct) =>
        await db.Set<Project>().IgnoreQueryFilters().GroupBy(_ => 1).Select(g => new CatalogueStamp(g.Count(), g.Sum(p => (long)p.Revision), g.Max(p => p.ChangedAt))).SingleOrDefaultAsync(ct)
        ?? new(0, 0, default);

    public void Dispose() => _loading.Dispose();
}

/// <summary>What differs when any project has changed.</summary>
internal sealed record CatalogueStamp(int Count, long Revisions, DateTime Last);
