using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vaka.Assessment.Collection;
using Vaka.Assessment.Forms;
using Vaka.Kernel.Data;
using Vaka.Kernel.Permissions;

namespace Vaka.Assessment.Review;

/// <summary>What fieldwork reads of a submission: no answer but the stratum.</summary>
internal sealed record FieldRow(SubmissionState State, string Stratum, Guid? Device, int? Seconds, bool Refused, bool Flagged, DateTime At, int? Latitude, int? Longitude);

/// <summary>A stratum against what is wanted of it.</summary>
/// <param name="Name">As answered; empty for submissions without.</param>
/// <param name="Target">How many are wanted; null when nobody said.</param>
internal sealed record StratumLine(string Name, int? Target, int Approved, int Waiting, int Rejected, int Refused)
{
    /// <summary>Interviews done or still to be decided, refusals aside: what more fieldwork is not needed for, if all are approved.</summary>
    public int Done => Approved + Waiting - Refused;
}

/// <summary>How a device, and so the person who carries it, compares with the others.</summary>
/// <param name="Minutes">Median; null when no duration is known.</param>
internal sealed record DeviceLine(string? Label, int All, int Flagged, int Rejected, int Refused, double? Minutes);

/// <summary>A day's submissions.</summary>
internal sealed record DayLine(DateOnly Day, int Count);

/// <summary>How many submissions came from about the same square kilometre, in hundredths of a degree.</summary>
internal sealed record PlaceCount(int Latitude, int Longitude, int Count);

/// <summary>Fieldwork while it runs: response by stratum against target, refusals, durations, devices, days, places.</summary>
internal sealed record Fieldwork(IReadOnlyList<StratumLine> Strata, IReadOnlyList<DeviceLine> Devices, IReadOnlyList<DayLine> Days, IReadOnlyList<PlaceCount> Places, double? Minutes)
{
    private const int DaysShown = 28;

    /// <summary>Adds up.</summary>
    public static Fieldwork Of(IReadOnlyList<FieldRow> rows, IReadOnlyDictionary<string, int> targets, IReadOnlyDictionary<Guid, string> devices)
    {
        var byStratum = rows.ToLookup(r => r.Stratum, StringComparer.Ordinal);
        var strata = byStratum.Select(g => g.Key).Union(targets.Keys).Order(StringComparer.Ordinal).Select(name => new StratumLine(name, targets.TryGetValue(name, out var t) ? t : null,
            byStratum[name].Count(r => r.State == SubmissionState.Approved), byStratum[name].Count(r => r.State is SubmissionState.Received or SubmissionState.Flagged or SubmissionState.UnderReview),
            byStratum[name].Count(r => r.State == SubmissionState.Rejected), byStratum[name].Count(r => r.Refused && r.State is not (SubmissionState.Approved or SubmissionState.Rejected))));
        var carried = rows.GroupBy(r => r.Device).Select(g => new DeviceLine(g.Key is { } d ? devices.GetValueOrDefault(d) : null, g.Count(), g.Count(r => r.Flagged), g.Count(r => r.State == SubmissionState.Rejected), g.Count(r => r.Refused), Median(g)))
            .OrderBy(d => d.Label, StringComparer.Ordinal);
        var days = rows.GroupBy(r => DateOnly.FromDateTime(r.At)).Select(g => new DayLine(g.Key, g.Count())).OrderByDescending(d => d.Day).Take(DaysShown).Reverse();
        // Where a device without a fix says it is, nobody is.
        var places = rows.Where(r => r is { Latitude: not null, Longitude: not null } and not { Latitude: 0, Longitude: 0 }).GroupBy(r => (r.Latitude!.Value, r.Longitude!.Value)).Select(g => new PlaceCount(g.Key.Item1, g.Key.Item2, g.Count())).OrderByDescending(p => p.Count);
        return new([.. strata], [.. carried], [.. days], [.. places], Median(rows));
    }

    private static double? Median(IEnumerable<FieldRow> rows)
    {
        var times = rows.Where(r => r is { Seconds: not null, Refused: false }).Select(r => r.Seconds!.Value / 60.0).ToList();
        return times.Count == 0 ? null : SubmissionSigns.Median(times);
    }
}

/// <summary>Shows fieldwork while it runs, to those who may read the submissions.</summary>
[Permit(AssessmentPermissions.SubmissionRead)]
internal sealed class FieldworkModel(VakaDb db) : PageModel
{
    public SurveyForm Form { get; private set; } = null!;

    public SubmissionCounts Counts { get; private set; } = null!;

    public Fieldwork Work { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await db.Set<SurveyForm>().AsNoTracking().FirstOrDefaultAsync(f => f.Id == id, ct) is not { } form) return NotFound();
        if (!db.Viewer.May(AssessmentPermissions.SubmissionRead, form.Owner)) return Forbid();
        Response.Headers.CacheControl = "no-store";
        (Form, Counts) = (form, await SubmissionCounts.Of(db, id, ct));
        var rows = await SubmissionReview.OfForm(db, id).AsNoTracking().Where(s => !s.Test)
            .Select(s => new FieldRow(s.State, s.Stratum, s.DeviceId, s.Seconds, s.Refused, s.Flags != null && (s.Flags != "[]" || s.Signs != "[]"), s.CreatedAt, s.Latitude, s.Longitude)).ToListAsync(ct);
        var devices = await db.Set<CollectDevice>().AsNoTracking().Where(d => d.Owner == form.Owner).ToDictionaryAsync(d => d.Id, d => d.Label, ct);
        Work = Fieldwork.Of(rows, TargetLines.Of(form.Targets), devices);
        return Page();
    }
}
