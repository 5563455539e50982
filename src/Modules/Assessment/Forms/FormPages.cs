using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vaka.Assessment.Collection;
using Vaka.Kernel.Data;
using Vaka.Kernel.Importing;
using Vaka.Kernel.Ownership;
using Vaka.Kernel.Permissions;
using Vaka.Kernel.Ui;
using Vaka.Kernel.Words;
using Vaka.XForms.Forms;

namespace Vaka.Assessment.Forms;

/// <summary>A form in the list, with how many submissions wait, count and do not.</summary>
internal sealed record FormLine(SurveyForm Form, FormVersion? Current, SubmissionCounts? Counts);

/// <summary>The forms that the viewer may see.</summary>
[Public]
internal sealed class FormsIndexModel(VakaDb db) : PageModel
{
    public IReadOnlyList<FormLine> Forms { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var forms = await db.Set<SurveyForm>().AsNoTracking().OrderBy(f => f.Owner).ThenBy(f => f.FormId).ToListAsync(ct);
        var current = forms.ConvertAll(f => f.CurrentVersionId);
        var versions = await FormVersions.Light(db.Set<FormVersion>().Where(v => current.Contains(v.Id))).ToDictionaryAsync(v => v.Id, ct);
        var lines = new List<FormLine>();
        foreach (var form in forms)
            lines.Add(new(form, form.CurrentVersionId is { } id ? versions.GetValueOrDefault(id) : null, db.Viewer.May(AssessmentPermissions.SubmissionRead, form.Owner) ? await SubmissionCounts.Of(db, form.Id, ct) : null));
        Forms = lines;
    }
}

/// <summary>Versions without the bytes of their form.</summary>
internal static class FormVersions
{
    public static IQueryable<FormVersion> Light(IQueryable<FormVersion> versions) => versions.AsNoTracking().Select(v => new FormVersion
    {
        Id = v.Id, Owner = v.Owner, FormId = v.FormId, Version = v.Version, Md5 = v.Md5, PublishedAt = v.PublishedAt, SourceName = v.SourceName, Warnings = v.Warnings, CreatedAt = v.CreatedAt, Revision = v.Revision,
    });
}

/// <summary>How far the submissions of a form have come; the newest version of each, tests left out.</summary>
internal sealed record SubmissionCounts(int Received, int Flagged, int UnderReview, int Approved, int Rejected, int Refused, int Tests)
{
    public int Waiting => Received + Flagged + UnderReview;

    public int All => Waiting + Approved + Rejected;

    /// <summary>Counts, one question to the database.</summary>
    public static async Task<SubmissionCounts> Of(VakaDb db, Guid form, CancellationToken ct)
    {
        var versions = db.Set<FormVersion>().Where(v => v.FormId == form).Select(v => v.Id);
        var counts = await db.Set<StoredSubmission>().Where(s => versions.Contains(s.VersionId) && s.ReplacedById == null)
            .GroupBy(s => new { s.State, s.Test, s.Refused }).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct);
        int In(SubmissionState state) => counts.Where(c => !c.Key.Test && c.Key.State == state).Sum(c => c.Count);
        return new(In(SubmissionState.Received), In(SubmissionState.Flagged), In(SubmissionState.UnderReview), In(SubmissionState.Approved), In(SubmissionState.Rejected),
            counts.Where(c => !c.Key.Test && c.Key.Refused).Sum(c => c.Count), counts.Where(c => c.Key.Test).Sum(c => c.Count));
    }
}

/// <summary>A version on the form's page.</summary>
internal sealed record VersionLine(FormVersion Version, VersionStage Stage, IReadOnlyList<string> Warnings, FormVersion? Before);

/// <summary>What the settings of a form post.</summary>
public sealed class FormSettingsForm
{
    /// <summary>The form's revision when it was shown.</summary>
    public int Revision { get; set; }
    /// <summary>Name of a question.</summary>
    public string? Consent { get; set; }
    /// <summary>An answer.</summary>
    public string? Refusal { get; set; }
    /// <summary>Name of a question.</summary>
    public string? Stratum { get; set; }
    /// <summary>Name of a question.</summary>
    public string? Sex { get; set; }
    /// <summary>A line per stratum: <c>code = number</c>.</summary>
    public string? Targets { get; set; }
}

/// <summary>One form: its versions, and what the system has to know of its questions.</summary>
[Public, Writes(AssessmentPermissions.FormWrite)]
internal sealed class FormShowModel(VakaDb db, FormIntake intake) : PageModel
{
    public SurveyForm Form { get; private set; } = null!;

    public IReadOnlyList<VersionLine> Versions { get; private set; } = [];

    public XForm? Read { get; private set; }

    public SubmissionCounts? Counts { get; private set; }

    public bool MayWrite { get; private set; }

    public FormSettingsForm Settings { get; private set; } = new();

    /// <summary>Names of the questions that people answer, of the newest version.</summary>
    public IReadOnlyList<string> Questions { get; private set; } = [];

    /// <summary>Words key of why the last act was refused.</summary>
    public string? Problem { get; private set; }

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => Show(id, null, ct);

    public Task<IActionResult> OnPostPublishAsync(Guid id, Guid version, int revision, CancellationToken ct) => Act(id, version, revision, (form, v) => { intake.Publish(form, v); return null; }, ct);

    public Task<IActionResult> OnPostTestAsync(Guid id, Guid version, int revision, CancellationToken ct) => Act(id, version, revision, (form, v) => { form.TestVersionId = v.Id; return null; }, ct);

    public Task<IActionResult> OnPostStopTestAsync(Guid id, int revision, CancellationToken ct) => Act(id, null, revision, (form, _) => { form.TestVersionId = null; return null; }, ct);

    public Task<IActionResult> OnPostRetireAsync(Guid id, int revision, CancellationToken ct) => Act(id, null, revision, (form, _) =>
    {
        if (form.State != FormState.Published) return "form.not-published";
        form.State = FormState.Retired;
        return null;
    }, ct);

    public async Task<IActionResult> OnPostSettingsAsync(Guid id, [Bind(Prefix = "Settings")] FormSettingsForm settings, CancellationToken ct)
    {
        Settings = settings;
        var targets = TargetLines.Parse(settings.Targets);
        if (targets is null) ModelState.AddModelError("Settings.Targets", "form.targets-unreadable");
        if (!string.IsNullOrWhiteSpace(settings.Consent) && string.IsNullOrWhiteSpace(settings.Refusal)) ModelState.AddModelError("Settings.Refusal", "form.refusal-missing");
        if (!ModelState.IsValid) return await Show(id, null, ct);
        return await Act(id, null, settings.Revision, (form, _) =>
        {
            (form.ConsentQuestion, form.RefusalAnswer) = (settings.Consent?.Trim() ?? "", settings.Refusal?.Trim() ?? "");
            (form.StratumQuestion, form.SexQuestion, form.Targets) = (settings.Stratum?.Trim() ?? "", settings.Sex?.Trim() ?? "", JsonSerializer.Serialize(targets));
            return null;
        }, ct);
    }

    private async Task<IActionResult> Act(Guid id, Guid? version, int revision, Func<SurveyForm, FormVersion, string?> act, CancellationToken ct)
    {
        if (await db.Set<SurveyForm>().FirstOrDefaultAsync(f => f.Id == id, ct) is not { } form) return NotFound();
        if (form.Revision != revision) return await Show(id, "edit.stale", ct);
        var row = version is null ? null : await db.Set<FormVersion>().FirstOrDefaultAsync(v => v.Id == version && v.FormId == id, ct);
        if (version is not null && row is null) return NotFound();
        if (act(form, row!) is { } refused) return await Show(id, refused, ct);
        await db.SaveChangesAsync(ct);
        return LocalRedirect(Links.Local($"/forms/{id}"));
    }

    private async Task<IActionResult> Show(Guid id, string? problem, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        if (await db.Set<SurveyForm>().AsNoTracking().FirstOrDefaultAsync(f => f.Id == id, ct) is not { } form) return NotFound();
        (Form, Problem, MayWrite) = (form, problem, db.Viewer.May(AssessmentPermissions.FormWrite, form.Owner));
        var versions = await FormVersions.Light(db.Set<FormVersion>().Where(v => v.FormId == id)).OrderByDescending(v => v.Id).ToListAsync(ct);
        Versions = [.. versions.Select((v, i) => new VersionLine(v, v.StageIn(form), JsonSerializer.Deserialize<List<string>>(v.Warnings)!, i + 1 < versions.Count ? versions[i + 1] : null))];
        if ((form.CurrentVersionId ?? versions.FirstOrDefault()?.Id) is { } shown) Read = XForm.Read(await db.Set<FormVersion>().Where(v => v.Id == shown).Select(v => v.Xml).SingleAsync(ct));
        Questions = Read is null ? [] : [.. Read.Root.All().Where(n => n.Control is not null && n.Kind == FormNodeKind.Value).Select(n => n.Name).Distinct()];
        if (db.Viewer.May(AssessmentPermissions.SubmissionRead, form.Owner)) Counts = await SubmissionCounts.Of(db, id, ct);
        if (ModelState.IsValid) Settings = new() { Consent = form.ConsentQuestion, Refusal = form.RefusalAnswer, Stratum = form.StratumQuestion, Sex = form.SexQuestion, Targets = TargetLines.Write(form.Targets) };
        Settings.Revision = form.Revision;
        if (problem is not null || !ModelState.IsValid) Response.StatusCode = problem == "edit.stale" ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}

/// <summary>Targets per stratum as people type them: a line each, <c>code = number</c>.</summary>
internal static class TargetLines
{
    /// <summary>Reads them; null when a line is none.</summary>
    public static SortedDictionary<string, int>? Parse(string? text)
    {
        var targets = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var line in (text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var at = line.LastIndexOf('=');
            if (at <= 0 || !int.TryParse(line[(at + 1)..], out var count) || count is < 0 or > 10_000_000 || !targets.TryAdd(line[..at].Trim(), count)) return null;
        }
        return targets;
    }

    /// <summary>The lines of a form's targets.</summary>
    public static string Write(string json) => string.Join('\n', Of(json).Select(t => $"{t.Key} = {t.Value}"));

    /// <summary>Stratum → wanted.</summary>
    public static SortedDictionary<string, int> Of(string json) => new(JsonSerializer.Deserialize<Dictionary<string, int>>(json)!, StringComparer.Ordinal);
}

/// <summary>Takes in a form as a draft, or another version of one.</summary>
[Permit(AssessmentPermissions.FormWrite)]
internal sealed class FormUploadModel(VakaDb db, FormIntake intake, States states) : PageModel
{
    public const long MostUpload = 64 * 1024 * 1024;

    public IReadOnlyList<(string Code, LocalText Name)> Owners { get; private set; } = [];

    public string? Owner { get; private set; }

    public ImportReport? Report { get; private set; }

    public Task OnGetAsync(CancellationToken ct) => Load(ct);

    [RequestSizeLimit(MostUpload), RequestFormLimits(MultipartBodyLengthLimit = MostUpload)]
    public async Task<IActionResult> OnPostAsync(string? owner, IFormFile? file, IReadOnlyList<IFormFile>? beside, CancellationToken ct)
    {
        Owner = owner;
        await Load(ct);
        if (!Owners.Any(o => o.Code == owner)) ModelState.AddModelError("owner", "form.choose");
        if (file is null || file.Length == 0) ModelState.AddModelError("file", "form.file-missing");
        if (ModelState.IsValid)
        {
            Report = new();
            await using var write = await db.BeginWrite(ct);
            var media = new List<SentFile>();
            foreach (var m in beside ?? []) media.Add(new(Uploads.NameOf(m), await Uploads.Bytes(m, ct)));
            var fictional = (await states.All(ct)).TryGetValue(owner!, out var state) && state.Fictional;
            if (await intake.Take(owner!, fictional, Uploads.NameOf(file!), await Uploads.Bytes(file!, ct), media, false, Report, ct) is { } taken && Report.Errors == 0)
            {
                await db.SaveChangesAsync(ct);
                await write.Commit(ct);
                return LocalRedirect(Links.Local($"/forms/{taken.Form.Id}"));
            }
        }
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task Load(CancellationToken ct)
    {
        var owners = new List<(string, LocalText)>();
        foreach (var code in db.Viewer.OwnersFor(AssessmentPermissions.FormWrite).Order(StringComparer.Ordinal)) owners.Add((code, await states.NameOf(code, ct)));
        Owners = owners;
    }
}

/// <summary>What changed between two versions of a form, and what that does to the answers.</summary>
[Public]
internal sealed class FormCompareModel(VakaDb db) : PageModel
{
    public SurveyForm Form { get; private set; } = null!;

    public FormVersion From { get; private set; } = null!;

    public FormVersion To { get; private set; } = null!;

    public IReadOnlyList<FormChange> Changes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, Guid from, Guid to, CancellationToken ct)
    {
        var found = await db.Set<FormVersion>().AsNoTracking().Where(v => v.FormId == id && (v.Id == from || v.Id == to)).ToDictionaryAsync(v => v.Id, ct);
        if (await db.Set<SurveyForm>().AsNoTracking().FirstOrDefaultAsync(f => f.Id == id, ct) is not { } form || !found.TryGetValue(from, out var older) || !found.TryGetValue(to, out var newer)) return NotFound();
        (Form, From, To, Changes) = (form, older, newer, FormDiff.Of(XForm.Read(older.Xml), XForm.Read(newer.Xml)));
        return Page();
    }
}
