using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vaka.Contracts.Programme;
using Vaka.Disclosure;
using Vaka.Kernel.Data;
using Vaka.Kernel.Ownership;

namespace Vaka.Capacity.Competences;

/// <summary>What everyone may know of the observations: how many officers, small counts withheld.</summary>
internal sealed class ObservedCounts(IServiceScopeFactory scopes)
{
    /// <summary>Fewer officers than this are not told.</summary>
    public const int Threshold = 5;

    /// <summary>
    /// Officers whose newest observation of a competence says competent, for readers of the competence. How many were observed in all is not
    /// given beside it: the difference would tell of the few who are not yet competent.
    /// </summary>
    public async Task<PublishedCount> Competent(Guid competence, CancellationToken ct)
    {
        await using var scope = scopes.CreateSystemScope("observed-counts");
        var rows = await scope.ServiceProvider.GetRequiredService<VakaDb>().Set<Observation>().AsNoTracking().Where(o => o.CompetenceId == competence).ToListAsync(ct);
        return Of(rows);
    }

    /// <summary>The count of observations of one competence, as it may be published.</summary>
    public static PublishedCount Of(IEnumerable<Observation> observations) =>
        SmallCells.Withhold([Observation.OfCompetentOfficers(observations).Count()], Threshold).Cells[0];
}

/// <summary>Officers seen to be competent, each once: see <see cref="Observation.OfCompetentOfficers"/>.</summary>
internal sealed class OfficersCompetent(IServiceScopeFactory scopes) : IMeasure
{
    public string Name => "capacity.officers-competent";

    public bool CountsPeople => true;

    public async Task<IReadOnlyList<MeasuredRow>> Rows(string owner, CancellationToken ct = default)
    {
        await using var scope = scopes.CreateSystemScope("officers-competent");
        var rows = await scope.ServiceProvider.GetRequiredService<VakaDb>().Set<Observation>().AsNoTracking().Where(o => o.Owner == owner).ToListAsync(ct);
        return [.. Observation.OfCompetentOfficers(rows).OrderBy(o => o.Observed).ThenBy(o => o.Officer, StringComparer.Ordinal)
            .Select(o => new MeasuredRow(o.Owner, o.Observed, Vaka.Kernel.Words.Words.KeyOf(o.Sex), o.Age, o.Officer, $"/competences/{o.CompetenceId}"))];
    }
}
