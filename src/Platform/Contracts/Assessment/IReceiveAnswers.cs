namespace Vaka.Contracts.Assessment;

/// <summary>What came of a file of sealed answers.</summary>
/// <param name="Stored">Answers that are stored now, or were before.</param>
/// <param name="Refused">What is said of each that is not: its number in the file and why.</param>
/// <param name="CutShort">The file ends within an envelope.</param>
public sealed record ReceivedAnswers(int Stored, IReadOnlyList<string> Refused, bool CutShort);

/// <summary>Takes sealed answers that came by hand instead of the network.</summary>
public interface IReceiveAnswers
{
    /// <summary>Stores every answer of a <c>.vakaqueue</c> file that a browser saved, as if it had been sent. Again is harmless.</summary>
    /// <exception cref="Vaka.Kernel.Failures.PlainException">It is no such file.</exception>
    Task<ReceivedAnswers> Receive(string path, CancellationToken ct = default);
}
