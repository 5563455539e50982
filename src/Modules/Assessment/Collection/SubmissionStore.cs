using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Vaka.Kernel.Data;
using Vaka.Kernel.Outbox;
using Vaka.XForms;
using Vaka.XForms.Submissions;

namespace Vaka.Assessment.Collection;

/// <summary>What became of a submission: an HTTP status, and the words key of what the client shows.</summary>
internal sealed record Receipt(int Status, string Key, params object?[] Arguments)
{
    public bool IsStored => Status == StatusCodes.Status201Created;
}

/// <summary>A file that came with a submission.</summary>
internal sealed record SentFile(string Name, byte[] Content);

/// <summary>
/// Stores submissions: first durably and whole, judged later. Refused is only what cannot be read, answers a form that is not here, or
/// contradicts what is stored. Sending again what was stored, because the answer was lost on the way, succeeds.
/// </summary>
internal sealed class SubmissionStore(VakaDb db, IPublish events)
{
    /// <summary>Stores what a device sent.</summary>
    public async Task<Receipt> Receive(CollectDevice device, byte[] xml, IReadOnlyList<SentFile> files, CancellationToken ct)
    {
        Submission sent;
        try
        {
            sent = Submission.Read(xml);
        }
        catch (XmlRefusedException e)
        {
            return new(StatusCodes.Status400BadRequest, "collect.unreadable", e.Message);
        }
        if (sent.InstanceId!.Length > 250) return new(StatusCodes.Status400BadRequest, "collect.unreadable", "meta/instanceID");
        try
        {
            return await Store(device, sent, xml, files, ct);
        }
        catch (DbUpdateException)
        {
            // The same answers, or another correction of the same ones, arrived at the same moment by another way: now they are there to be seen.
            db.ChangeTracker.Clear();
            return await Store(device, sent, xml, files, ct);
        }
    }

    private async Task<Receipt> Store(CollectDevice device, Submission sent, byte[] xml, IReadOnlyList<SentFile> files, CancellationToken ct)
    {
        await using var write = await db.BeginWrite(ct);
        var (receipt, _) = await Add(device, sent, xml, files, ct);
        if (!receipt.IsStored) return receipt;
        await db.SaveChangesAsync(ct);
        await write.Commit(ct);
        return receipt;
    }

    /// <summary>Adds what was sent to the context, within the caller's transaction; the caller saves. The row is null when it is refused.</summary>
    public async Task<(Receipt Receipt, StoredSubmission? Row)> Add(CollectDevice device, Submission sent, byte[] xml, IReadOnlyList<SentFile> files, CancellationToken ct)
    {
        var known = await Stored(device.Owner, sent.InstanceId!, ct);
        if (known is not null && !known.Xml.AsSpan().SequenceEqual(xml)) return (new(StatusCodes.Status409Conflict, "collect.other-answers"), null);
        if (known is null)
        {
            var version = await db.Set<FormVersion>().AsNoTracking().Where(v => v.Owner == device.Owner && v.Version == sent.Version)
                .Join(db.Set<SurveyForm>().Where(f => f.FormId == sent.FormId), v => v.FormId, f => f.Id, (v, f) => new { v.Id, v.Fictional, Known = v.PublishedAt != null || (device.ForTesting && f.TestVersionId == v.Id) })
                .FirstOrDefaultAsync(v => v.Known, ct);
            if (version is null) return (new(StatusCodes.Status404NotFound, "collect.unknown-form", sent.FormId, sent.Version), null);
            StoredSubmission? replaced = null;
            if (sent.DeprecatedId is { } older)
            {
                replaced = await Stored(device.Owner, older, ct);
                if (replaced is null) return (new(StatusCodes.Status404NotFound, "collect.unknown-original"), null);
                if (replaced.ReplacedById is not null) return (new(StatusCodes.Status409Conflict, "collect.edited-meanwhile"), null);
            }
            db.Add(known = new() { Owner = device.Owner, VersionId = version.Id, DeviceId = device.Id == Guid.Empty ? null : device.Id, InstanceId = sent.InstanceId!, Xml = xml, Encrypted = sent.IsEncrypted, Test = device.ForTesting, Fictional = version.Fictional });
            if (replaced is not null) replaced.ReplacedById = known.Id;
            events.Publish(new SubmissionReceived(known.Id, device.Owner));
        }
        var names = (await db.Set<SubmissionFile>().Where(f => f.SubmissionId == known.Id).Select(f => f.Name).ToListAsync(ct)).ToHashSet(StringComparer.Ordinal);
        // An encrypted submission is read once its files are there, which may be later.
        if (known.Encrypted && db.Entry(known).State != EntityState.Added && files.Any(f => !names.Contains(f.Name))) events.Publish(new SubmissionReceived(known.Id, device.Owner));
        foreach (var file in files)
            if (names.Add(file.Name)) db.Add(new SubmissionFile { Owner = device.Owner, SubmissionId = known.Id, Name = file.Name, Content = file.Content, Fictional = known.Fictional });
        return (new(StatusCodes.Status201Created, "collect.stored"), known);
    }

    private Task<StoredSubmission?> Stored(string owner, string instance, CancellationToken ct) => db.Set<StoredSubmission>().FirstOrDefaultAsync(s => s.Owner == owner && s.InstanceId == instance, ct);
}
