using System.Buffers.Binary;
using Microsoft.AspNetCore.Http;
using Vaka.Assessment.Collection;
using Vaka.Contracts.Assessment;
using Vaka.Kernel.Failures;
using Vaka.Kernel.Words;
using Vaka.XForms.Submissions;

namespace Vaka.Assessment.Collect;

/// <summary>Opens envelopes and hands the answers to where all answers go.</summary>
internal sealed class SealedAnswers(SealKeys keys, SubmissionStore store, Words words) : IReceiveAnswers
{
    private static ReadOnlySpan<byte> Magic => "VAKAQUEUE1\n"u8;

    /// <summary>Stores what a device sealed for its owner.</summary>
    public async Task<Receipt> Receive(CollectDevice device, byte[] bytes, CancellationToken ct) => await Open(device, bytes, ct);

    /// <inheritdoc/>
    public async Task<ReceivedAnswers> Receive(string path, CancellationToken ct = default)
    {
        await using var file = File.OpenRead(path);
        var start = new byte[Magic.Length];
        if (await file.ReadAtLeastAsync(start, start.Length, false, ct) < start.Length || !start.AsSpan().SequenceEqual(Magic)) throw new PlainException("collect.no-queue-file", Path.GetFileName(path));
        var (stored, refused, length) = (0, new List<string>(), new byte[4]);
        for (var number = 1; ; number++)
        {
            var read = await file.ReadAtLeastAsync(length, 4, false, ct);
            if (read == 0) return new(stored, refused, false);
            var size = BinaryPrimitives.ReadUInt32BigEndian(length);
            if (read < 4 || size > Envelope.MostBytes || size > file.Length - file.Position) return new(stored, refused, true);
            var bytes = new byte[size];
            await file.ReadExactlyAsync(bytes, ct);
            // The key says whose answers they are; which device sealed them nobody can tell.
            var receipt = await Open(null, bytes, ct);
            if (receipt.IsStored) stored++;
            else refused.Add($"{number}: {words[receipt.Key, receipt.Arguments]}");
        }
    }

    private async Task<Receipt> Open(CollectDevice? device, byte[] bytes, CancellationToken ct)
    {
        if (Envelope.Read(bytes) is not { } envelope) return new(StatusCodes.Status400BadRequest, "collect.seal-broken");
        if (await keys.Find(envelope.KeyId, ct) is not { } key || (device is not null && key.Owner != device.Owner)) return new(StatusCodes.Status422UnprocessableEntity, "collect.seal-unknown");
        using var secret = keys.Private(key);
        if (envelope.Open(secret) is not { } packed) return new(StatusCodes.Status400BadRequest, "collect.seal-broken");
        return packed.Xml.Length > Submission.MostBytes ? new(StatusCodes.Status413PayloadTooLarge, "collect.cut-short") : await store.Receive(device ?? CollectDevice.Unknown(key.Owner), packed.Xml, packed.Files, ct);
    }
}
