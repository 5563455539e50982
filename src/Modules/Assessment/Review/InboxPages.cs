using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vaka.Assessment.Collection;
using Vaka.Assessment.Forms;
using Vaka.Kernel.Data;
using Vaka.Kernel.Permissions;
using Vaka.Kernel.Words;

namespace Vaka.Assessment.Review;

/// <summary>A submission in the inbox. No answer of it is shown here.</summary>
internal sealed record InboxLine(Guid Id, int Revision, DateTime ReceivedAt, SubmissionState State, string? Device, string Stratum, int? Seconds, int Flags, IReadOnlyList<SubmissionSign> Signs, bool Test, bool Refused, bool Encrypted);

/// <summary>The submissions of a form by state, and decisions about many at once. Never as data, never kept by a browser.</summary>
[Permit(AssessmentPermissions.SubmissionRead), Writes(AssessmentPermissions.SubmissionReview)]
internal sealed class InboxModel(VakaDb db) : PageModel
{
    public const int PageSize = 50;

    [BindProperty(SupportsGet = true)]
    public SubmissionState? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Device { get; set; }

    /// <summary>Only what has this sign.</summary>
    [BindProperty(SupportsGet = true)]
    public SubmissionSignKind? Sign { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Tests { get; set; }

    [BindProperty(SupportsGet = true, Name = "page")]
    public int PageNumber { get; set; } = 1;

    public SurveyForm Form { get; private set; } = null!;

    public SubmissionCounts Counts { get; private set; } = null!;

    public IReadOnlyList<InboxLine> Lines { get; private set; } = [];

    public IReadOnlyList<(Guid Id, string Label)> Devices { get; private set; } = [];

    public int Total { get; private set; }

    public int Pages => Math.Max(1, (Total + PageSize - 1) / PageSize);

    public bool MayReview { get; private set; }

    /// <summary>Words key of why nothing was done.</summary>
    public string? Problem { get; private set; }

    /// <summary>How many were decided, and how many not because somebody was faster or it cannot be.</summary>
    public (int Done, int Left)? Outcome { get; private set; }

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => Show(id, ct);

    /// <summary>Decides about the chosen ones; each is decided or left, and the page says how many.</summary>
    /// <param name="id">The form.</param>
    /// <param name="chosen">Submission and revision it was shown at: <c>id:revision</c>.</param>
    /// <param name="decision">The state to give.</param>
    /// <param name="comment">What is said of all of them.</param>
    /// <param name="ct">Stops it.</param>
    public async Task<IActionResult> OnPostAsync(Guid id, string[] chosen, SubmissionState? decision, string? comment, CancellationToken ct)
    {
        if (chosen.Length == 0) Problem = "submission.none-chosen";
        else if (decision is null) Problem = "submission.no-such-state";
        else if (decision == SubmissionState.Rejected && string.IsNullOrWhiteSpace(comment)) Problem = "submission.reason-missing";
        else
        {
            var (done, left) = (0, 0);
            foreach (var choice in chosen.Take(PageSize))
            {
                var parts = choice.Split(':');
                if (parts.Length != 2 || !Guid.TryParse(parts[0], out var submission) || !int.TryParse(parts[1], out var revision)) continue;
                var stored = await SubmissionReview.OfForm(db, id).FirstOrDefaultAsync(s => s.Id == submission, ct);
                if (stored is null || stored.Revision != revision || SubmissionReview.Decide(db, stored, decision, comment) is not null) left++;
                else done++;
            }
            await db.SaveChangesAsync(ct);
            Outcome = (done, left);
        }
        if (Problem is not null) Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await Show(id, ct);
    }

    private async Task<IActionResult> Show(Guid id, CancellationToken ct)
    {
        if (await db.Set<SurveyForm>().AsNoTracking().FirstOrDefaultAsync(f => f.Id == id, ct) is not { } form) return NotFound();
        if (!db.Viewer.May(AssessmentPermissions.SubmissionRead, form.Owner)) return Forbid();
        Response.Headers.CacheControl = "no-store";
        (Form, Counts, MayReview) = (form, await SubmissionCounts.Of(db, id, ct), db.Viewer.May(AssessmentPermissions.SubmissionReview, form.Owner));
        Devices = (await db.Set<CollectDevice>().AsNoTracking().Where(d => d.Owner == form.Owner).OrderBy(d => d.Label).Select(d => new { d.Id, d.Label }).ToListAsync(ct)).ConvertAll(d => (d.Id, d.Label));
        var rows = SubmissionReview.OfForm(db, id).AsNoTracking().Where(s => s.Test == Tests);
        if (State is { } state) rows = rows.Where(s => s.State == state);
        if (Device is { } device) rows = rows.Where(s => s.DeviceId == device);
        if (Sign is { } sign)
        {
            var mark = $"\"{Words.KeyOf(sign)}\"";
            rows = rows.Where(s => s.Signs != null && s.Signs.Contains(mark));
        }
        Total = await rows.CountAsync(ct);
        PageNumber = Math.Clamp(PageNumber, 1, Pages);
        var labels = Devices.ToDictionary(d => d.Id, d => d.Label);
        var found = await rows.OrderByDescending(s => s.Id).Skip((PageNumber - 1) * PageSize).Take(PageSize)
            .Select(s => new StoredSubmission { Owner = s.Owner, Id = s.Id, Revision = s.Revision, CreatedAt = s.CreatedAt, State = s.State, DeviceId = s.DeviceId, Stratum = s.Stratum, Seconds = s.Seconds, Flags = s.Flags, Signs = s.Signs, Test = s.Test, Refused = s.Refused, Encrypted = s.Encrypted }).ToListAsync(ct);
        Lines = found.ConvertAll(s => new InboxLine(s.Id, s.Revision, s.CreatedAt, s.State, s.DeviceId is { } d ? labels.GetValueOrDefault(d) : null, s.Stratum, s.Seconds, SubmissionCheck.FlagsOf(s).Count, SubmissionCheck.SignsOf(s), s.Test, s.Refused, s.Encrypted));
        return Page();
    }
}
