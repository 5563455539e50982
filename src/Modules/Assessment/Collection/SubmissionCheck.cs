using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Vaka.Assessment.Review;
using Vaka.Kernel.Data;
using Vaka.Kernel.Outbox;
using Vaka.XForms.Checking;
using Vaka.XForms.Forms;
using Vaka.XForms.Submissions;

namespace Vaka.Assessment.Collection;

/// <summary>The rules of form versions, read once.</summary>
internal sealed class FormChecks
{
    private const int Most = 64;
    private readonly ConcurrentDictionary<Guid, FormCheck> _checks = new();

    /// <summary>The rules of a version.</summary>
    public async Task<FormCheck> Of(VakaDb db, Guid version, CancellationToken ct)
    {
        if (_checks.TryGetValue(version, out var known)) return known;
        if (_checks.Count >= Most) _checks.Clear();
        var xml = await db.Set<FormVersion>().Where(v => v.Id == version).Select(v => v.Xml).SingleAsync(ct);
        return _checks[version] = new(XForm.Read(xml));
    }
}

/// <summary>Checks a stored submission against the logic of its form, and looks for what is odd in it.</summary>
internal sealed partial class SubmissionCheck(VakaDb db, FormChecks checks, SubmissionSigns signs, SubmissionReader reader, FormFiles lists) : IHandle<SubmissionReceived>
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) } };

    public async Task Handle(SubmissionReceived happened, CancellationToken ct)
    {
        if (await db.Set<StoredSubmission>().FirstOrDefaultAsync(s => s.Id == happened.SubmissionId, ct) is not { } stored) return;
        var check = await checks.Of(db, stored.VersionId, ct);
        // What only its owner can read is not checked here, and not called right either: it stays without flags.
        if (await reader.Open(stored, ct) is not { Answers: { } submission } opened) return;
        var flags = check.Check(submission, new(ZoneOf(submission), new At(stored.CreatedAt)) { Files = await lists.Of(check.Form, stored.VersionId, stored.Owner, ct) });
        if (opened.IsSigned == false) flags = [.. flags, new(FlagKind.Signature, "/", "", "base64EncryptedElementSignature", new Dictionary<string, string>())];
        stored.Flags = JsonSerializer.Serialize(flags, Json);
        var odd = stored.Encrypted ? [] : await Look(stored, check.Form, submission, ct);
        stored.Signs = JsonSerializer.Serialize(odd, Json);
        // What people decided stays.
        if (stored.State is SubmissionState.Received or SubmissionState.Flagged) stored.State = flags.Count + odd.Count > 0 ? SubmissionState.Flagged : SubmissionState.Received;
        await db.SaveChangesAsync(ct);
    }

    private async Task<IReadOnlyList<SubmissionSign>> Look(StoredSubmission stored, XForm form, Submission submission, CancellationToken ct)
    {
        var version = await db.Set<FormVersion>().AsNoTracking().Where(v => v.Id == stored.VersionId).Select(v => new FormVersion { Owner = v.Owner, FormId = v.FormId, CreatedAt = v.CreatedAt }).SingleAsync(ct);
        var row = await db.Set<SurveyForm>().AsNoTracking().SingleAsync(f => f.Id == version.FormId, ct);
        var facts = SubmissionFacts.Of(submission, form, row);
        (stored.Refused, stored.Stratum, stored.Seconds, stored.Fingerprint) = (facts.Refused, facts.Stratum, facts.Seconds, facts.Fingerprint);
        (stored.Latitude, stored.Longitude) = facts.Place is { } p ? ((int)Math.Round(p.Latitude * 100), (int)Math.Round(p.Longitude * 100)) : ((int?)null, (int?)null);
        return await signs.Of(stored, facts, version, ct);
    }

    /// <summary>The flags of a checked submission.</summary>
    public static IReadOnlyList<Flag> FlagsOf(StoredSubmission stored) => stored.Flags is null ? [] : JsonSerializer.Deserialize<List<Flag>>(stored.Flags, Json)!;

    /// <summary>The odd things about a checked submission.</summary>
    public static IReadOnlyList<SubmissionSign> SignsOf(StoredSubmission stored) => stored.Signs is null ? [] : JsonSerializer.Deserialize<List<SubmissionSign>>(stored.Signs, Json)!;

    // Where the form was filled: the offset of the first moment that the device wrote. "Today" in Tonga is not today in UTC.
    private static TimeZoneInfo ZoneOf(Submission submission)
    {
        var offset = submission.Document.Descendants().Where(e => !e.HasElements).Select(e => Offset().Match(e.Value)).FirstOrDefault(m => m.Success);
        return offset is not null && TimeSpan.TryParse(offset.Groups["by"].Value, CultureInfo.InvariantCulture, out var by) && by <= TimeSpan.FromHours(14)
            ? TimeZoneInfo.CreateCustomTimeZone("device", offset.Groups["sign"].Value == "-" ? -by : by, "device", "device") : TimeZoneInfo.Utc;
    }

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}T[\d:.]+(?<sign>[+-])(?<by>\d{2}:\d{2})$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Offset();

    private sealed class At(DateTime utc) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(utc, TimeSpan.Zero);
    }
}
