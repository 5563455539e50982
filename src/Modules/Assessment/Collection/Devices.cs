using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Vaka.Contracts.Assessment;
using Vaka.Kernel.Data;

namespace Vaka.Assessment.Collection;

/// <summary>Makes and knows devices. A token has 192 random bits, so that its hash needs no salt.</summary>
internal sealed class Devices(VakaDb db) : ICollectDevices
{
    public Task<string> Add(string owner, string label, CancellationToken ct = default) => Add(owner, label, false, ct);

    /// <summary>Makes a device; its token, which is kept nowhere.</summary>
    public async Task<string> Add(string owner, string label, bool forTesting, CancellationToken ct)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24));
        db.Add(new CollectDevice { Owner = owner, Label = label, TokenHash = Hash(token), ForTesting = forTesting });
        await db.SaveChangesAsync(ct);
        return token;
    }

    public async Task<IReadOnlyList<CollectDeviceItem>> All(string owner, CancellationToken ct = default) =>
        await db.Set<CollectDevice>().AsNoTracking().Where(d => d.Owner == owner).OrderBy(d => d.CreatedAt).Select(d => new CollectDeviceItem(d.Id, d.Label, d.Revoked)).ToListAsync(ct);

    public async Task<int> Revoke(string owner, string label, CancellationToken ct = default)
    {
        var devices = await db.Set<CollectDevice>().Where(d => d.Owner == owner && d.Label == label && !d.Revoked).ToListAsync(ct);
        foreach (var device in devices) device.Revoked = true;
        await db.SaveChangesAsync(ct);
        return devices.Count;
    }

    /// <summary>The device with a token; null for an unknown or revoked one.</summary>
    public async Task<CollectDevice?> Known(string token, CancellationToken ct)
    {
        var hash = Hash(token);
        return await db.Set<CollectDevice>().AsNoTracking().FirstOrDefaultAsync(d => d.TokenHash == hash && !d.Revoked, ct);
    }

    /// <summary>A device known by its name alone: nobody can send as it.</summary>
    public static CollectDevice WithoutToken(string owner, string label) => new() { Owner = owner, Label = label, TokenHash = Hash(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24))) };

    private static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
