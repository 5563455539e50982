using Microsoft.EntityFrameworkCore;
using Vaka.Assessment.Collection;
using Vaka.Kernel.Data;

namespace Vaka.Assessment.Review;

/// <summary>What a reviewer decides.</summary>
internal static class SubmissionReview
{
    /// <summary>States that a person gives.</summary>
    public static IReadOnlyList<SubmissionState> Given { get; } = [SubmissionState.UnderReview, SubmissionState.Approved, SubmissionState.Rejected];

    /// <summary>Gives a submission a state, with a comment; why that cannot be, as a words key, else null.</summary>
    /// <param name="stored">The submission, tracked.</param>
    /// <param name="state">Null for a comment alone.</param>
    /// <param name="text">What is said; asked for when it is rejected.</param>
    public static string? Decide(VakaDb db, StoredSubmission stored, SubmissionState? state, string? text)
    {
        text = text?.Trim() ?? "";
        if (text.Length > 2000) return "submission.comment-too-long";
        if (state is { } given)
        {
            if (!Given.Contains(given)) return "submission.no-such-state";
            if (stored.ReplacedById is not null) return "submission.replaced";
            if (stored.Test && given == SubmissionState.Approved) return "submission.is-test";
            if (stored.Refused && given == SubmissionState.Approved) return "submission.is-refusal";
            if (given == SubmissionState.Rejected && text.Length == 0) return "submission.reason-missing";
            if (stored.State == given && text.Length == 0) return null;
            stored.State = given;
        }
        else if (text.Length == 0) return "submission.comment-missing";
        db.Add(new SubmissionComment { Owner = stored.Owner, SubmissionId = stored.Id, AuthorId = db.Viewer.UserId, Text = text, State = state, Fictional = stored.Fictional });
        return null;
    }

    /// <summary>The submissions of a form: the newest version of each.</summary>
    public static IQueryable<StoredSubmission> OfForm(VakaDb db, Guid form) =>
        db.Set<StoredSubmission>().Where(s => db.Set<FormVersion>().Any(v => v.Id == s.VersionId && v.FormId == form) && s.ReplacedById == null);
}
