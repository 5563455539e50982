using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Vaka.Contracts.Assessment;
using Vaka.Kernel.Data;

namespace Vaka.Assessment.Collection;

/// <summary>Makes and knows devices. A token has 192 random bits, so that its hash needs no salt.</summary>
internal sealed class Devices(VakaDb db, CollectOptions options, IDataProtectionProvider protection) : ICollectDevices
{
    private readonly IDataProtector _protector = protection.CreateProtector("collect.device-digest");

    public async Task<string> Add(string owner, string label, CancellationToken ct = default) => (await Introduce(owner, label, ct)).Secret;

    public Task<IntroducedDevice> Introduce(string owner, string label, CancellationToken ct = default) => Introduce(owner, label, false, ct);

    /// <summary>Makes a device; its secret is shown this once.</summary>
    public async Task<IntroducedDevice> Introduce(string owner, string label, bool forTesting, CancellationToken ct)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24));
        var user = UserNameFor(label);
        // Before the write: protecting may make a key, which is a write of its own.
        var digest = options.Digest ? _protector.Protect(DigestAnswer.Ha1(user, token)) : null;
        db.Add(new CollectDevice { Owner = owner, Label = label, TokenHash = Hash(token), UserName = user, DigestSecret = digest, ForTesting = forTesting });
        await db.SaveChangesAsync(ct);
        return new(user, token, digest is not null);
    }

    public async Task<IReadOnlyList<CollectDeviceItem>> All(string owner, CancellationToken ct = default) =>
        await db.Set<CollectDevice>().AsNoTracking().Where(d => d.Owner == owner).OrderBy(d => d.CreatedAt).Select(d => new CollectDeviceItem(d.Id, d.Label, d.Revoked)).ToListAsync(ct);

    public async Task<int> Revoke(string owner, string label, CancellationToken ct = default)
    {
        var devices = await db.Set<CollectDevice>().Where(d => d.Owner == owner && d.Label == label && !d.Revoked).ToListAsync(ct);
        foreach (var device in devices) (device.Revoked, device.DigestSecret) = (true, null);
        await db.SaveChangesAsync(ct);
        return devices.Count;
    }

    public string Qr(string address, string projectName) => CollectQr.Svg(address, projectName);

    /// <summary>The device with a token; null for an unknown or revoked one.</summary>
    public async Task<CollectDevice?> Known(string token, CancellationToken ct)
    {
        var hash = Hash(token);
        return await db.Set<CollectDevice>().AsNoTracking().FirstOrDefaultAsync(d => d.TokenHash == hash && !d.Revoked, ct);
    }

    /// <summary>A device known by its name alone: nobody can send as it.</summary>
    public static CollectDevice WithoutToken(string owner, string label) => new() { Owner = owner, Label = label, UserName = UserNameFor(label), TokenHash = Hash(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24))) };

    /// <summary>The device of a name; null for an unknown or revoked one.</summary>
    public Task<CollectDevice?> Named(string user, CancellationToken ct) =>
        db.Set<CollectDevice>().AsNoTracking().FirstOrDefaultAsync(d => d.UserName == user && !d.Revoked, ct);

    /// <summary>What Digest knows a device by; null when none is kept, or when the keys that protect it are gone.</summary>
    public string? Ha1(CollectDevice device)
    {
        try
        {
            return device.DigestSecret is null ? null : _protector.Unprotect(device.DigestSecret);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    // What people call it, as far as it goes without signs that are hard to type, and five letters that make it one of its kind.
    private static string UserNameFor(string label)
    {
        var plain = string.Concat(label.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')).Trim('-');
        while (plain.Contains("--", StringComparison.Ordinal)) plain = plain.Replace("--", "-", StringComparison.Ordinal);
        plain = plain.Length > 30 ? plain[..30].TrimEnd('-') : plain;
        return $"{(plain.Length == 0 ? "device" : plain)}-{RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 5)}";
    }

    private static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
