using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Vaka.Assessment.Collection;
using Vaka.Kernel.Data;
using Vaka.Kernel.Identity;
using Vaka.Kernel.Permissions;
using Vaka.Kernel.Ui;
using Vaka.Kernel.Words;
using Vaka.XForms.Forms;
using Vaka.XForms.Submissions;

namespace Vaka.Assessment.Review;

/// <summary>One submission: its answers with the rules they break, how it changed, and what is decided. Never as data, never kept by a browser.</summary>
[Permit(AssessmentPermissions.SubmissionRead), Writes(AssessmentPermissions.SubmissionReview)]
internal sealed class SubmissionShowModel(VakaDb db, FormChecks checks, SubmissionReader reader) : PageModel
{
    public StoredSubmission Stored { get; private set; } = null!;

    public SurveyForm Form { get; private set; } = null!;

    public string Version { get; private set; } = "";

    public string? Device { get; private set; }

    public IReadOnlyList<AnswerLine> Lines { get; private set; } = [];

    public IReadOnlyList<SubmissionSign> Signs { get; private set; } = [];

    public IReadOnlyList<(SubmissionComment Comment, string? Author)> Comments { get; private set; } = [];

    public IReadOnlyList<string> Files { get; private set; } = [];

    /// <summary>Files that an answer names and that have not come.</summary>
    public IReadOnlyList<string> MissingFiles { get; private set; } = [];

    /// <summary>The version of the answers before this one; null for the first.</summary>
    public Guid? Before { get; private set; }

    /// <summary>What changed since that.</summary>
    public IReadOnlyList<AnswerChange> Changes { get; private set; } = [];

    /// <summary>The next that waits for a decision; null when none does.</summary>
    public Guid? Next { get; private set; }

    public bool MayReview { get; private set; }

    /// <summary>False when the answers are encrypted under a key that is not here.</summary>
    public bool Readable { get; private set; }

    public string? Problem { get; private set; }

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => Show(id, null, ct);

    public async Task<IActionResult> OnPostAsync(Guid id, int revision, SubmissionState? decision, string? comment, CancellationToken ct)
    {
        if (await db.Set<StoredSubmission>().FirstOrDefaultAsync(s => s.Id == id, ct) is not { } stored) return NotFound();
        if (stored.Revision != revision) return await Show(id, "edit.stale", ct);
        if (SubmissionReview.Decide(db, stored, decision, comment) is { } refused) return await Show(id, refused, ct);
        await db.SaveChangesAsync(ct);
        return LocalRedirect(Links.Local($"/submissions/{id}"));
    }

    private async Task<IActionResult> Show(Guid id, string? problem, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        if (await db.Set<StoredSubmission>().AsNoTracking().FirstOrDefaultAsync(s => s.Id == id, ct) is not { } stored) return NotFound();
        Response.Headers.CacheControl = "no-store";
        (Stored, Problem, MayReview) = (stored, problem, db.Viewer.May(AssessmentPermissions.SubmissionReview, stored.Owner));
        var version = await db.Set<FormVersion>().AsNoTracking().Where(v => v.Id == stored.VersionId).Select(v => new { v.FormId, v.Version }).SingleAsync(ct);
        (Form, Version) = (await db.Set<SurveyForm>().AsNoTracking().SingleAsync(f => f.Id == version.FormId, ct), version.Version);
        Device = stored.DeviceId is { } device ? await db.Set<CollectDevice>().Where(d => d.Id == device).Select(d => d.Label).FirstOrDefaultAsync(ct) : null;
        Files = await db.Set<SubmissionFile>().Where(f => f.SubmissionId == id).OrderBy(f => f.Name).Select(f => f.Name).ToListAsync(ct);
        Signs = SubmissionCheck.SignsOf(stored);
        Readable = await Answers(stored, ct);
        var comments = await db.Set<SubmissionComment>().AsNoTracking().Where(c => c.SubmissionId == id).OrderBy(c => c.Id).ToListAsync(ct);
        var authors = comments.Select(c => c.AuthorId).OfType<Guid>().Distinct().ToList();
        var names = await db.Set<User>().AsNoTracking().Where(u => authors.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, ct);
        Comments = comments.ConvertAll(c => (c, c.AuthorId is { } a ? names.GetValueOrDefault(a) : null));
        Next = await SubmissionReview.OfForm(db, Form.Id).Where(s => s.Id != id && !s.Test && (s.State == SubmissionState.Received || s.State == SubmissionState.Flagged || s.State == SubmissionState.UnderReview)).OrderBy(s => s.Id).Select(s => (Guid?)s.Id).FirstOrDefaultAsync(ct);
        if (problem is not null) Response.StatusCode = problem == "edit.stale" ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task<bool> Answers(StoredSubmission stored, CancellationToken ct)
    {
        if (await reader.Open(stored, ct) is not { Answers: { } submission } opened) return false;
        var form = (await checks.Of(db, stored.VersionId, ct)).Form;
        Lines = AnswerSheet.Of(form, submission, SubmissionCheck.FlagsOf(stored), Words.Language);
        MissingFiles = [.. submission.NamedFiles(form).Except(Files).Except(opened.Files.Keys)];
        if (await db.Set<StoredSubmission>().AsNoTracking().FirstOrDefaultAsync(s => s.ReplacedById == stored.Id, ct) is not { } older) return true;
        Before = older.Id;
        if (await reader.Open(older, ct) is { Answers: { } earlier }) Changes = SubmissionDiff.Of(earlier, submission);
        return true;
    }
}

/// <summary>Files that came with submissions.</summary>
internal static class SubmissionFilesApi
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/submissions/{id:guid}/files/{name}", async (Guid id, string name, VakaDb db, HttpContext http, CancellationToken ct) =>
        {
            http.Response.Headers.CacheControl = "no-store";
            return await db.Set<SubmissionFile>().AsNoTracking().FirstOrDefaultAsync(f => f.SubmissionId == id && f.Name == name, ct) is { } file
                ? Results.File(file.Content, "application/octet-stream", file.Name) : Results.NotFound();
        }).Permit(AssessmentPermissions.SubmissionRead).ExcludeFromDescription();
}
