using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Vaka.Assessment.Forms;
using Vaka.Contracts.Assessment;
using Vaka.Kernel.Data;
using Vaka.XForms.Encryption;
using Vaka.XForms.Forms;

namespace Vaka.Assessment.Collection;

/// <summary>The keys that the server keeps for forms: made, put into forms, and used to read what devices encrypted.</summary>
internal sealed class FormKeys(VakaDb db, IDataProtectionProvider protection, TimeProvider clock) : ICollectForms
{
    private readonly IDataProtector _protector = protection.CreateProtector("collect.form-key");

    public async Task<FormEncrypted> Encrypt(string owner, string formId, CancellationToken ct = default)
    {
        // Before the write: protecting may make a key of the house, which is a write of its own.
        using var rsa = RSA.Create(2048);
        var hidden = _protector.Protect(Convert.ToBase64String(rsa.ExportPkcs8PrivateKey()));
        await using var write = await db.BeginWrite(ct);
        if (await db.Set<SurveyForm>().FirstOrDefaultAsync(f => f.Owner == owner && f.FormId == formId, ct) is not { CurrentVersionId: { } current } form) return new(FormEncryptionFate.NoForm, null);
        if (await db.Set<FormKey>().AnyAsync(k => k.FormId == form.Id, ct)) return new(FormEncryptionFate.Already, null);
        var version = await db.Set<FormVersion>().AsNoTracking().SingleAsync(v => v.Id == current, ct);
        if (FormEncryption.KeyOf(XForm.Read(version.Xml)) is not null) return new(FormEncryptionFate.HasItsOwn, null);
        var key = new FormKey { Owner = owner, FormId = form.Id, Public = Convert.ToBase64String(rsa.ExportSubjectPublicKeyInfo()), Private = hidden, Fictional = form.Fictional };
        var xml = With(version.Xml, key);
        var made = new FormVersion { Owner = owner, FormId = form.Id, Version = XForm.Read(xml).Version, Xml = xml, Md5 = FormIntake.Md5(xml), ListFiles = version.ListFiles, PublishedAt = clock.GetUtcNow().UtcDateTime, Fictional = form.Fictional };
        db.AddRange(key, made);
        foreach (var file in await db.Set<FormFile>().AsNoTracking().Where(f => f.VersionId == current).ToListAsync(ct))
            db.Add(new FormFile { Owner = owner, VersionId = made.Id, Name = file.Name, Content = file.Content, Md5 = file.Md5, Fictional = form.Fictional });
        form.CurrentVersionId = made.Id;
        await db.SaveChangesAsync(ct);
        await write.Commit(ct);
        return new(FormEncryptionFate.Done, made.Version);
    }

    /// <summary>A form as it is published: with the key that its owner asked for, unless it carries its own.</summary>
    public async Task<byte[]> ForPublishing(string owner, XForm form, byte[] xml, CancellationToken ct) =>
        FormEncryption.KeyOf(form) is null
        && await db.Set<FormKey>().AsNoTracking().Join(db.Set<SurveyForm>().Where(f => f.Owner == owner && f.FormId == form.FormId), k => k.FormId, f => f.Id, (k, _) => k).FirstOrDefaultAsync(ct) is { } key ? With(xml, key) : xml;

    /// <summary>The key with which answers to a form version are read; null when the server has none, or can no longer use it.</summary>
    public async Task<RSA?> Private(Guid version, CancellationToken ct)
    {
        if (await db.Set<FormKey>().AsNoTracking().Join(db.Set<FormVersion>().Where(v => v.Id == version), k => k.FormId, v => v.FormId, (k, _) => k.Private).FirstOrDefaultAsync(ct) is not { } hidden) return null;
        var rsa = RSA.Create();
        try
        {
            rsa.ImportPkcs8PrivateKey(Convert.FromBase64String(_protector.Unprotect(hidden)), out _);
            return rsa;
        }
        catch (CryptographicException)
        {
            rsa.Dispose();
            return null;
        }
    }

    private static byte[] With(byte[] xml, FormKey key) =>
        FormEncryption.WithKey(xml, key.Public, Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(key.Public)))[..8]);
}
