namespace Vaka.Contracts.Assessment;

/// <summary>What became of the wish that devices encrypt a form.</summary>
public enum FormEncryptionFate
{
    /// <summary>A new version with a key is on devices.</summary>
    Done,
    /// <summary>The owner has no such form, or none on devices.</summary>
    NoForm,
    /// <summary>It has a key of the server's already.</summary>
    Already,
    /// <summary>It carries a key of its author's.</summary>
    HasItsOwn,
}

/// <summary>What became of it, and the version that devices get now.</summary>
public sealed record FormEncrypted(FormEncryptionFate Fate, string? Version);

/// <summary>Forms on devices.</summary>
public interface ICollectForms
{
    /// <summary>From now on devices encrypt answers to this form with a key that the server keeps: on a lost device nobody reads them.</summary>
    Task<FormEncrypted> Encrypt(string owner, string formId, CancellationToken ct = default);
}
