using Microsoft.EntityFrameworkCore;
using Vaka.Capacity.Institutions;
using Vaka.Contracts.Capacity;
using Vaka.Contracts.Evidence;
using Vaka.Kernel.Data;
using Vaka.Kernel.Importing;
using Vaka.Kernel.Outbox;

namespace Vaka.Capacity.Competences;

/// <summary><c>observations.csv</c> of a pack.</summary>
internal sealed class ObservationFile(VakaDb db, IPublish events, TimeProvider clock) : IPackFile
{
    public string File => "observations.csv";

    public int Order => 350;

    public bool IsChain => false;

    public IReadOnlyList<string> Columns { get; } =
        ["competence*", "institution*", "officer*", "sex*", "age*", "observed*", "outcome*", "observer*", "owner", "synthetic"];

    public async Task Read(Sheet sheet, IPack pack, CancellationToken ct)
    {
        var known = await db.Set<Observation>().ToDictionaryAsync(o => (o.CompetenceId, o.Officer, o.Observed), ct);
        // The day it is anywhere: a morning in Tonga is still yesterday in UTC.
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.AddHours(14));
        foreach (var row in sheet.Rows)
        {
            var owner = await pack.OwnerOf(row);
            var (officer, age, observed) = (row.Required("officer"), row.Required("age"), row.Day("observed", true));
            var (sex, outcome, observer) = (row.Choice<Sex>("sex"), row.Choice<Outcome>("outcome"), row.Required("observer"));
            if (observed is not null && officer.Length > 0 && age.Length > 0 && Observation.Problem(officer, age, observed, today) is { } problem)
                row.Error(problem.Field, problem.Key);
            if (owner.Length == 0) continue;
            var competence = await pack.Find<Competence>(row, "competence", owner, row.Required("competence"), ct);
            var institution = await pack.Find<Institution>(row, "institution", owner, row.Required("institution"), ct);
            if (competence is null || institution is null || observed is not { } on || pack.Report.Errors > 0) continue;

            var existing = known.GetValueOrDefault((competence.Id, officer, on));
            var saved = await pack.UpsertPlain(row, "observation", owner, Observation.KeyOf(competence.Key, officer, on), existing,
                () => new Observation { Owner = owner, Officer = officer, CompetenceId = competence.Id, Observed = on },
                o =>
                {
                    (o.InstitutionId, o.Sex, o.Age, o.Outcome, o.Observer) = (institution.Id, sex, age, outcome, observer);
                    // The file has no such column: an observation belongs to the same example as its competence.
                    (o.Fictional, o.Synthetic) = (competence.Fictional, row.YesNo("synthetic"));
                }, ct);
            if (existing is null && saved is not null) events.Publish(new CompetenceObserved(competence.Id, owner, on));
        }
    }
}
