using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Vaka.Kernel.Audit;
using Vaka.Kernel.Data;
using Vaka.Kernel.Operations;
using Vaka.Kernel.Ownership;

namespace Vaka.Assessment.Collect;

/// <summary>A pair of keys to which browsers seal answers for one owner. A device holds the public one, so what it has sealed it cannot read again.</summary>
[ReadBy(AssessmentPermissions.SubmissionRead), NeverExported]
internal sealed class SealKey : Row
{
    /// <summary>First 16 bytes of SHA-256 over <see cref="PublicKey"/>, 32 hexadecimal digits.</summary>
    [MaxLength(32)]
    public string KeyId { get; set; } = "";

    /// <summary>DER, SubjectPublicKeyInfo.</summary>
    public byte[] PublicKey { get; set; } = [];

    /// <summary>PKCS#8 under the server's data protection, whose keys are kept in the same database and backed up with it.</summary>
    [Personal]
    public byte[] PrivateKey { get; set; } = [];

    public static void Map(ModelBuilder model) => model.Entity<SealKey>(k =>
    {
        k.ToTable("seal_keys", t => t.HasCheckConstraint("ck_seal_keys_owner_only", "audience = 0 and shared_with = ''"));
        k.HasIndex(x => x.KeyId).IsUnique();
    });
}

/// <summary>Makes and finds the keys. Older ones stay: an envelope may be weeks under way.</summary>
internal sealed class SealKeys(VakaDb db, IDataProtectionProvider protection)
{
    private const int Bits = 3072;
    private readonly IDataProtector _protector = protection.CreateProtector("vaka.assessment.seal");

    /// <summary>The newest key of an owner, made when there is none.</summary>
    public async Task<SealKey> Current(string owner, CancellationToken ct)
    {
        if (await Newest(owner, ct) is { } known) return known;
        using var rsa = RSA.Create(Bits);
        var made = rsa.ExportSubjectPublicKeyInfo();
        var key = new SealKey { Owner = owner, PublicKey = made, KeyId = Convert.ToHexStringLower(SHA256.HashData(made).AsSpan(0, 16)), PrivateKey = _protector.Protect(rsa.ExportPkcs8PrivateKey()) };
        await using var write = await db.BeginWrite(ct);
        if (await Newest(owner, ct) is { } meanwhile) return meanwhile;
        db.Add(key);
        await db.SaveChangesAsync(ct);
        await write.Commit(ct);
        return key;
    }

    /// <summary>The key of an id; null when it is of another server.</summary>
    public Task<SealKey?> Find(string keyId, CancellationToken ct) => db.Set<SealKey>().AsNoTracking().FirstOrDefaultAsync(k => k.KeyId == keyId, ct);

    /// <summary>The private half.</summary>
    /// <exception cref="CryptographicException">The keys that protect it are not in this database.</exception>
    public RSA Private(SealKey key)
    {
        var rsa = RSA.Create();
        rsa.ImportPkcs8PrivateKey(_protector.Unprotect(key.PrivateKey), out _);
        return rsa;
    }

    private Task<SealKey?> Newest(string owner, CancellationToken ct) => db.Set<SealKey>().AsNoTracking().Where(k => k.Owner == owner).OrderByDescending(k => k.Id).FirstOrDefaultAsync(ct);
}
