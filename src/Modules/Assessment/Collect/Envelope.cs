using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json;
using Vaka.Assessment.Collection;

namespace Vaka.Assessment.Collect;

/// <summary>Answers as they were packed on the device.</summary>
internal sealed record PackedAnswers(byte[] Xml, IReadOnlyList<SentFile> Files);

/// <summary>
/// A sealed envelope, version 1: <c>VAKASEAL</c>, version byte, key id (16 bytes), length of the wrapped key (2 bytes, big endian), wrapped key
/// (RSA-OAEP with SHA-256), nonce (12 bytes), AES-256-GCM of the packed answers with its tag at the end and all before the nonce as additional data.
/// Packed answers: length of a JSON header (4 bytes, big endian), the header (<c>{"xml": bytes, "files": [{"name", "type", "size"}]}</c>), XML, files.
/// Client/src/seal.js writes it.
/// </summary>
internal sealed class Envelope
{
    /// <summary>Bytes of the largest envelope.</summary>
    public const int MostBytes = 100 * 1024 * 1024;

    private const int FixedHead = 27, NonceBytes = 12, TagBytes = 16;
    private readonly byte[] _bytes;
    private readonly int _head;

    private Envelope(byte[] bytes, int head) => (_bytes, _head) = (bytes, head);

    /// <summary>Id of the key it was sealed to, 32 hexadecimal digits.</summary>
    public string KeyId => Convert.ToHexStringLower(_bytes.AsSpan(9, 16));

    /// <summary>Reads the head; null when this is no envelope of a version known here.</summary>
    public static Envelope? Read(byte[] bytes)
    {
        if (bytes.Length < FixedHead || !bytes.AsSpan(0, 8).SequenceEqual("VAKASEAL"u8) || bytes[8] != 1) return null;
        var head = FixedHead + BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(25));
        return bytes.Length < head + NonceBytes + TagBytes ? null : new(bytes, head);
    }

    /// <summary>Opens it; null when it was not sealed to this key, or was changed since.</summary>
    public PackedAnswers? Open(RSA key)
    {
        var packed = new byte[_bytes.Length - _head - NonceBytes - TagBytes];
        try
        {
            using var aes = new AesGcm(key.Decrypt(_bytes[FixedHead.._head], RSAEncryptionPadding.OaepSHA256), TagBytes);
            aes.Decrypt(_bytes.AsSpan(_head, NonceBytes), _bytes.AsSpan(_head + NonceBytes, packed.Length), _bytes.AsSpan(^TagBytes..), packed, _bytes.AsSpan(0, _head));
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            return null;
        }
        return Unpack(packed);
    }

    private static PackedAnswers? Unpack(byte[] packed)
    {
        if (packed.Length < 4 || BinaryPrimitives.ReadUInt32BigEndian(packed) is var length && length > packed.Length - 4) return null;
        Header? header;
        try
        {
            header = JsonSerializer.Deserialize<Header>(packed.AsSpan(4, (int)length), JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            return null;
        }
        if (header is null || header.Xml < 0 || header.Files is null || header.Files.Any(f => f is null or { Name: null } or { Size: < 0 })) return null;
        if (4L + length + header.Xml + header.Files.Sum(f => (long)f.Size) != packed.Length) return null;
        var at = 4 + (int)length + header.Xml;
        var files = new List<SentFile>();
        foreach (var file in header.Files)
        {
            files.Add(new(Uploads.NameOf(file.Name), packed[at..(at + file.Size)]));
            at += file.Size;
        }
        return new(packed[(4 + (int)length)..(4 + (int)length + header.Xml)], files);
    }

    private sealed record Header(int Xml, IReadOnlyList<HeaderFile> Files);

    private sealed record HeaderFile(string Name, int Size);
}
