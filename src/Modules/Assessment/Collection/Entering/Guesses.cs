using System.Collections.Concurrent;

namespace Vaka.Assessment.Collection;

/// <summary>Counts wrong secrets as the sign-in of people does: after five, whoever tries from there waits 15 minutes. A device elsewhere is not locked out by it.</summary>
internal sealed class Guesses(TimeProvider clock)
{
    public const int Most = 5;
    private const int MostKept = 10_000;
    private static readonly TimeSpan Wait = TimeSpan.FromMinutes(15);
    private readonly ConcurrentDictionary<(string User, string From), (int Count, DateTimeOffset Since)> _wrong = new();

    public bool AreTooMany(string user, string from) => _wrong.TryGetValue((user, from), out var w) && w.Count >= Most && clock.GetUtcNow() - w.Since < Wait;

    public void Wrong(string user, string from)
    {
        var now = clock.GetUtcNow();
        if (_wrong.Count >= MostKept)
            foreach (var (key, w) in _wrong)
                if (now - w.Since >= Wait) _wrong.TryRemove(key, out _);
        // Full within a quarter of an hour: somebody makes names up, each tried a few times. Secrets have 192 bits; memory is what can run out.
        if (_wrong.Count >= MostKept) return;
        _wrong.AddOrUpdate((user, from), (1, now), (_, w) => now - w.Since >= Wait ? (1, now) : (w.Count + 1, now));
    }

    public void Right(string user, string from) => _wrong.TryRemove((user, from), out _);
}
