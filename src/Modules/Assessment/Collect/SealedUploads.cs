using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Vaka.Assessment.Collection;
using Vaka.Kernel.Data;

namespace Vaka.Assessment.Collect;

/// <summary>How far an envelope has come: bytes that are here and, once all are, what became of it.</summary>
internal sealed record Progress(int Offset, Receipt? Receipt);

/// <summary>
/// Takes envelopes in chunks. An envelope is known by the hash of its bytes, so that whichever side was restarted, the device asks how far it had come and
/// goes on. What is unfinished is bounded per device and swept after two weeks.
/// </summary>
internal sealed partial class SealedUploads(VakaDb db, SealedAnswers answers, TimeProvider clock)
{
    /// <summary>Bytes of the largest chunk.</summary>
    public const int MostChunk = 256 * 1024;

    /// <summary>Bytes of all that a device may have begun and not finished.</summary>
    public const long MostUnfinished = 2L * Envelope.MostBytes;

    private static readonly TimeSpan Kept = TimeSpan.FromDays(14);
    private static readonly Receipt Damaged = new(StatusCodes.Status400BadRequest, "collect.cut-short");

    /// <summary>Bytes of an envelope that are here.</summary>
    public async Task<int> Offset(CollectDevice device, string id, CancellationToken ct) => (await Known(device, id, ct))?.Received ?? 0;

    /// <summary>Takes a chunk that begins at a position of its envelope.</summary>
    public async Task<Progress> Take(CollectDevice device, string id, int size, int offset, byte[] chunk, CancellationToken ct)
    {
        if (!Hash().IsMatch(id) || size is <= 0 or > Envelope.MostBytes || offset < 0 || chunk.Length > MostChunk || (long)offset + chunk.Length > size) return new(0, Damaged);
        // Most envelopes are of one chunk: they need no place to wait in.
        if (offset == 0 && chunk.Length == size) return new(size, Is(chunk, id) ? await answers.Receive(device, chunk, ct) : Damaged);
        SealedUpload upload;
        try
        {
            if (await Add(device, id, size, offset, chunk, ct) is var (found, progress) && progress is not null) return progress;
            upload = found!;
        }
        catch (DbUpdateException)
        {
            // The same chunk arrived at the same moment by another way.
            db.ChangeTracker.Clear();
            return new(await Offset(device, id, ct), null);
        }
        if (upload.Received < upload.Size) return new(upload.Received, null);
        if (upload.Stored) return new(upload.Size, new(StatusCodes.Status201Created, "collect.stored"));
        return new(upload.Size, await Finish(device, upload, ct));
    }

    private async Task<(SealedUpload? Upload, Progress? Answer)> Add(CollectDevice device, string id, int size, int offset, byte[] chunk, CancellationToken ct)
    {
        await using var write = await db.BeginWrite(ct);
        var upload = await Known(device, id, ct);
        if (upload is not null && (upload.Size != size || offset != upload.Received)) return (null, new(upload.Received, null));
        if (upload is null)
        {
            if (offset != 0) return (null, new(0, null));
            var old = clock.GetUtcNow().UtcDateTime - Kept;
            await db.Set<SealedUpload>().Where(u => u.StartedAt < old).ExecuteDeleteAsync(ct);
            var unfinished = await db.Set<SealedUpload>().Where(u => u.DeviceId == device.Id && !u.Stored).SumAsync(u => (long)u.Size, ct);
            if (unfinished + size > MostUnfinished)
            {
                await write.Commit(ct);
                return (null, new(0, new(StatusCodes.Status413PayloadTooLarge, "collect.too-much-unfinished")));
            }
            db.Add(upload = new() { Owner = device.Owner, DeviceId = device.Id, Sha256 = id, Size = size, StartedAt = clock.GetUtcNow().UtcDateTime });
        }
        if (chunk.Length > 0) db.Add(new SealedPart { Owner = device.Owner, UploadId = upload.Id, Position = offset, Content = chunk });
        upload.Received += chunk.Length;
        await db.SaveChangesAsync(ct);
        await write.Commit(ct);
        return (upload, null);
    }

    private async Task<Receipt> Finish(CollectDevice device, SealedUpload upload, CancellationToken ct)
    {
        var bytes = new byte[upload.Size];
        await foreach (var part in db.Set<SealedPart>().AsNoTracking().Where(p => p.UploadId == upload.Id).OrderBy(p => p.Position).AsAsyncEnumerable().WithCancellation(ct))
            part.Content.CopyTo(bytes.AsSpan(part.Position));
        var receipt = Is(bytes, upload.Sha256) ? await answers.Receive(device, bytes, ct) : Damaged;
        await using var write = await db.BeginWrite(ct);
        if (receipt.IsStored)
        {
            await db.Set<SealedPart>().Where(p => p.UploadId == upload.Id).ExecuteDeleteAsync(ct);
            await db.Set<SealedUpload>().Where(u => u.Id == upload.Id).ExecuteUpdateAsync(u => u.SetProperty(x => x.Stored, true), ct);
        }
        else await db.Set<SealedUpload>().Where(u => u.Id == upload.Id).ExecuteDeleteAsync(ct);
        await write.Commit(ct);
        return receipt;
    }

    private Task<SealedUpload?> Known(CollectDevice device, string id, CancellationToken ct) => db.Set<SealedUpload>().FirstOrDefaultAsync(u => u.DeviceId == device.Id && u.Sha256 == id, ct);

    private static bool Is(byte[] bytes, string sha256) => Convert.ToHexStringLower(SHA256.HashData(bytes)) == sha256;

    [GeneratedRegex("^[0-9a-f]{64}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Hash();
}
