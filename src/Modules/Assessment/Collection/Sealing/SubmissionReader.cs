using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Vaka.Kernel.Data;
using Vaka.XForms;
using Vaka.XForms.Encryption;
using Vaka.XForms.Submissions;

namespace Vaka.Assessment.Collection;

/// <summary>The answers of a submission as they can be read here. What was encrypted is in clear in memory alone.</summary>
/// <param name="Answers">Null when they are encrypted for somebody else, or not all there yet.</param>
/// <param name="Files">Files in clear, of what was encrypted; empty for the others, whose files are stored as they are.</param>
/// <param name="IsSigned">The device's signature fits; null for what was not encrypted.</param>
internal sealed record OpenedSubmission(Submission? Answers, IReadOnlyDictionary<string, byte[]> Files, bool? IsSigned);

/// <summary>Reads stored submissions, decrypting each time those that the server has the key of: nothing in clear is stored.</summary>
internal sealed class SubmissionReader(VakaDb db, FormKeys keys)
{
    private static readonly OpenedSubmission Closed = new(null, new Dictionary<string, byte[]>(), null);

    /// <summary>Reads with the server's key where one is needed.</summary>
    public async Task<OpenedSubmission> Open(StoredSubmission stored, CancellationToken ct)
    {
        if (!stored.Encrypted) return Closed with { Answers = Submission.Read(stored.Xml) };
        using var key = await keys.Private(stored.VersionId, ct);
        return key is null ? Closed : await Open(stored, key, ct);
    }

    /// <summary>Reads with a key at hand.</summary>
    public async Task<OpenedSubmission> Open(StoredSubmission stored, RSA key, CancellationToken ct)
    {
        var files = await db.Set<SubmissionFile>().AsNoTracking().Where(f => f.SubmissionId == stored.Id).ToDictionaryAsync(f => f.Name, f => f.Content, StringComparer.Ordinal, ct);
        try
        {
            var opened = SealedAnswers.Open(Submission.Read(stored.Xml), files.GetValueOrDefault, key);
            var answers = Submission.Read(opened.Xml);
            // Answers of another submission in this one's cover are not what was sent, whoever signed.
            return new(answers, opened.Files, opened.IsSigned && answers.InstanceId == stored.InstanceId);
        }
        catch (Exception e) when (e is SealedException or XmlRefusedException)
        {
            return Closed;
        }
    }
}
