namespace Vaka.Contracts.Assessment;

/// <summary>What a writing of collected answers came to.</summary>
/// <param name="Submissions">Newest versions written.</param>
/// <param name="Flagged">Of them, those that break a rule of their form.</param>
/// <param name="Encrypted">Those whose answers cannot be read here; they are counted, and written as they came.</param>
/// <param name="Files">Names of the files written.</param>
public sealed record CollectedAnswersReport(int Submissions, int Flagged, int Encrypted, IReadOnlyList<string> Files);

/// <summary>Writes out what devices sent: answers as single people gave them, for whoever keeps the server.</summary>
public interface ICollectedAnswers
{
    /// <summary>A CSV table for the form and one for each repeat, and one of the rules that answers break. Null when the owner has no such form.</summary>
    /// <exception cref="IOException">A file of such a name is already there, or the folder cannot be written.</exception>
    Task<CollectedAnswersReport?> Write(string owner, string formId, string folder, CancellationToken ct = default) => Write(owner, formId, folder, null, ct);

    /// <summary>The same with the private key of a form that carries its author's public key; what no key at hand reads is written as it came, in a folder <c>encrypted</c>.</summary>
    /// <param name="owner">Country or region.</param>
    /// <param name="formId">Id of the form.</param>
    /// <param name="folder">Where to write.</param>
    /// <param name="key">RSA private key; null for none.</param>
    /// <param name="ct">Stops.</param>
    Task<CollectedAnswersReport?> Write(string owner, string formId, string folder, System.Security.Cryptography.RSA? key, CancellationToken ct = default);
}
