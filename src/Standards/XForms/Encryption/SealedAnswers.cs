using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Vaka.XForms.Submissions;

namespace Vaka.XForms.Encryption;

/// <summary>Why encrypted answers could not be read.</summary>
public enum SealFault
{
    /// <summary>The manifest does not say all that it must.</summary>
    NoManifest,
    /// <summary>A file has not arrived.</summary>
    MissingFile,
    /// <summary>The key is another, or what arrived was changed on the way.</summary>
    WrongKeyOrDamaged,
}

/// <summary>Encrypted answers that could not be read.</summary>
public sealed class SealedException(SealFault fault, string message) : Exception(message)
{
    /// <summary>Why.</summary>
    public SealFault Fault { get; } = fault;
}

/// <summary>Answers that were encrypted on the device.</summary>
/// <param name="Xml">The submission, to the byte as the device filled it.</param>
/// <param name="Files">Its files by their names, in clear.</param>
/// <param name="IsSigned">
/// The device's signature fits what was read: form, version, instance, key and every file. Anybody with the public key can make one, so that it shows
/// damage and mixing up, not who sent it.
/// </param>
public sealed record OpenedAnswers(byte[] Xml, IReadOnlyDictionary<string, byte[]> Files, bool IsSigned);

/// <summary>
/// Reads submissions that ODK Collect encrypted (ODK's encrypted forms): a key of 256 bits per submission, itself encrypted with the form's RSA key
/// (OAEP, SHA-256 for both hashes); each file AES-CFB of whole blocks with PKCS7, media first in the manifest's order and the answers last.
/// </summary>
public static class SealedAnswers
{
    private const string Suffix = ".enc";

    /// <summary>Decrypts.</summary>
    /// <param name="manifest">The submission as it arrived.</param>
    /// <param name="file">The file of a name; null when it has not arrived.</param>
    /// <param name="key">The private key.</param>
    /// <exception cref="SealedException">It cannot be read.</exception>
    public static OpenedAnswers Open(Submission manifest, Func<string, byte[]?> file, RSA key)
    {
        var root = manifest.Document.Root!;
        string? Of(string name) => root.Elements().FirstOrDefault(e => e.Name.LocalName == name)?.Value.Trim() is { Length: > 0 } value ? value : null;
        if (!manifest.IsEncrypted || Of("base64EncryptedKey") is not { } wrapped || Of("encryptedXmlFile") is not { } answers)
            throw new SealedException(SealFault.NoManifest, "The submission does not say how it is encrypted.");
        var names = root.Elements().Where(e => e.Name.LocalName == "media").SelectMany(m => m.HasElements ? m.Elements().Where(e => e.Name.LocalName == "file") : [m]).Select(e => e.Value.Trim()).Where(n => n.Length > 0).Append(answers).ToList();
        var contents = names.ConvertAll(n => file(n) ?? throw new SealedException(SealFault.MissingFile, $"The file {n} has not arrived."));
        byte[] secret;
        var clear = new List<byte[]>();
        try
        {
            secret = key.Decrypt(Convert.FromBase64String(wrapped), RSAEncryptionPadding.OaepSHA256);
            var vectors = new Vectors(manifest.InstanceId!, secret);
            using var aes = Aes.Create();
            aes.Key = secret;
            foreach (var content in contents) clear.Add(aes.DecryptCfb(content, vectors.Next(), PaddingMode.PKCS7, feedbackSizeInBits: 128));
        }
        catch (Exception e) when (e is CryptographicException or FormatException or ArgumentException)
        {
            throw new SealedException(SealFault.WrongKeyOrDamaged, "The answers are encrypted for another key, or were damaged.");
        }
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        for (var i = 0; i < names.Count - 1; i++) files[Plain(names[i])] = clear[i];
        return new(clear[^1], files, IsSigned(manifest, wrapped, Of("base64EncryptedElementSignature"), [.. names.Zip(clear, (n, c) => (Plain(n), c))], key));
    }

    private static bool IsSigned(Submission manifest, string wrapped, string? signature, IReadOnlyList<(string Name, byte[] Content)> files, RSA key)
    {
        if (signature is null) return false;
        var lines = new List<string> { manifest.FormId };
        if (manifest.Version.Length > 0) lines.Add(manifest.Version);
        lines.Add(wrapped);
        lines.Add(manifest.InstanceId!);
        lines.AddRange(files.Select(f => $"{f.Name}::{Convert.ToHexStringLower(Md5(f.Content))}"));
        try
        {
            return CryptographicOperations.FixedTimeEquals(key.Decrypt(Convert.FromBase64String(signature), RSAEncryptionPadding.OaepSHA256), Md5(Encoding.UTF8.GetBytes(string.Concat(lines.Select(l => l + "\n")))));
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return false;
        }
    }

    private static string Plain(string name) => name.EndsWith(Suffix, StringComparison.Ordinal) ? name[..^Suffix.Length] : name;

#pragma warning disable CA5351 // The format's own hash, within what is encrypted.
    private static byte[] Md5(byte[] bytes) => MD5.HashData(bytes);
#pragma warning restore CA5351

    // The vector of a file is that of the file before with one byte raised by one, round and round.
    private sealed class Vectors(string instance, byte[] secret)
    {
        private readonly byte[] _seed = Md5([.. Encoding.UTF8.GetBytes(instance), .. secret]);
        private int _count;

        public byte[] Next()
        {
            unchecked
            {
                _seed[_count % _seed.Length]++;
            }
            _count++;
            return [.. _seed];
        }
    }
}
