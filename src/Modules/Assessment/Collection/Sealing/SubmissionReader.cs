using Vaka.XForms.Submissions;

namespace Vaka.Assessment.Collection;

/// <summary>The answers of a submission as they can be read here.</summary>
/// <param name="Answers">Null when they are encrypted for somebody else, or not all there yet.</param>
internal sealed record OpenedSubmission(Submission? Answers);

/// <summary>Reads stored submissions.</summary>
internal sealed class SubmissionReader
{
    public Task<OpenedSubmission> Open(StoredSubmission stored, CancellationToken ct) =>
        Task.FromResult(new OpenedSubmission(stored.Encrypted ? null : Submission.Read(stored.Xml)));
}
