using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Vaka.Assessment.Collection;
using Vaka.Kernel.Data;

namespace Vaka.Assessment.Review;

/// <summary>What looks odd in a submission that breaks no rule. A person judges; nothing is refused for it. Words: <c>submission-sign.duplicate</c> and so on.</summary>
internal enum SubmissionSignKind
{
    /// <summary>Another submission has the same answers.</summary>
    Duplicate,
    /// <summary>Filled in less than a third of the form's median time.</summary>
    Fast,
    /// <summary>The device's clock was wrong: more than a year before the form was taken in, after the answers were received, or the end before the start.</summary>
    Clock,
    /// <summary>At 0° 0′, where a device without a fix says it is.</summary>
    NoPlace,
    /// <summary>The place is known to no better than 500 m.</summary>
    RoughPlace,
    /// <summary>Farther than 50 km, and five times the median, from where the others of its stratum are.</summary>
    FarAway,
}

/// <summary>An odd thing.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Detail">The figure behind it, for the words' placeholder; empty for none.</param>
internal sealed record SubmissionSign(SubmissionSignKind Kind, string Detail);

/// <summary>Looks for odd things, comparing a submission with the others of its form.</summary>
internal sealed class SubmissionSigns(VakaDb db)
{
    /// <summary>Submissions with a known duration below which “fast” is not told from “one of the first”.</summary>
    public const int FewestForSpeed = 10;
    private const int FewestForPlace = 5;
    private const double FarKilometres = 50;
    private const double RoughMetres = 500;

    /// <summary>The odd things about a submission.</summary>
    /// <param name="stored">The submission, with its facts already set.</param>
    /// <param name="facts">What it says of how it was made.</param>
    /// <param name="version">Its version of the form.</param>
    /// <param name="ct">Stops it.</param>
    public async Task<IReadOnlyList<SubmissionSign>> Of(StoredSubmission stored, SubmissionFacts facts, FormVersion version, CancellationToken ct)
    {
        var signs = new List<SubmissionSign>();
        var versions = db.Set<FormVersion>().Where(v => v.FormId == version.FormId).Select(v => v.Id);
        var others = db.Set<StoredSubmission>().AsNoTracking().Where(s => s.Owner == stored.Owner && s.Id != stored.Id && versions.Contains(s.VersionId) && s.ReplacedById == null && s.Test == stored.Test);
        // The answers that it corrects are not another person's.
        if (facts.Fingerprint is { } print && await others.AnyAsync(s => s.Fingerprint == print && s.Id != stored.Id, ct)) signs.Add(new(SubmissionSignKind.Duplicate, ""));
        if (facts.Seconds is { } seconds && !facts.Refused)
        {
            var times = await others.Where(s => s.Seconds != null && !s.Refused).OrderByDescending(s => s.Id).Select(s => s.Seconds!.Value).Take(500).ToListAsync(ct);
            if (times.Count >= FewestForSpeed && Median(times.ConvertAll(t => (double)t)) is var median && seconds < median / 3)
                signs.Add(new(SubmissionSignKind.Fast, $"{Math.Max(1, seconds / 60)}/{Math.Round(median / 60)}"));
        }
        if (facts.Start < new DateTimeOffset(version.CreatedAt, TimeSpan.Zero).AddYears(-1) || facts.Start > new DateTimeOffset(stored.CreatedAt, TimeSpan.Zero).AddDays(1) || facts.End < facts.Start)
            signs.Add(new(SubmissionSignKind.Clock, facts.Start?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? ""));
        if (facts.Place is { } place) await Places(signs, place, others.Where(s => s.Stratum == stored.Stratum && s.Latitude != null), ct);
        return signs;
    }

    private static async Task Places(List<SubmissionSign> signs, Place place, IQueryable<StoredSubmission> others, CancellationToken ct)
    {
        if (Math.Abs(place.Latitude) < 0.001 && Math.Abs(place.Longitude) < 0.001)
        {
            signs.Add(new(SubmissionSignKind.NoPlace, ""));
            return;
        }
        if (place.Accuracy > RoughMetres) signs.Add(new(SubmissionSignKind.RoughPlace, place.Accuracy.Value.ToString("0", CultureInfo.InvariantCulture)));
        var points = await others.OrderByDescending(s => s.Id).Select(s => new { s.Latitude, s.Longitude }).Take(200).ToListAsync(ct);
        if (points.Count < FewestForPlace) return;
        var (latitude, longitude) = (Median(points.ConvertAll(p => p.Latitude!.Value / 100.0)), Median(points.ConvertAll(p => p.Longitude!.Value / 100.0)));
        var usual = Median(points.ConvertAll(p => new Place(p.Latitude!.Value / 100.0, p.Longitude!.Value / 100.0, null).KilometresTo(latitude, longitude)));
        var distance = place.KilometresTo(latitude, longitude);
        if (distance > FarKilometres && distance > 5 * usual) signs.Add(new(SubmissionSignKind.FarAway, distance.ToString("0", CultureInfo.InvariantCulture)));
    }

    /// <summary>The median of at least one number.</summary>
    public static double Median(List<double> numbers)
    {
        numbers.Sort();
        return numbers.Count % 2 == 1 ? numbers[numbers.Count / 2] : (numbers[(numbers.Count / 2) - 1] + numbers[numbers.Count / 2]) / 2;
    }
}
