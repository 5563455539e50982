using System.Buffers.Binary;
using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace Vaka.Assessment.Collection;

/// <summary>What became of a nonce.</summary>
internal enum NonceFate
{
    /// <summary>Made here, in time, this count not used before.</summary>
    Good,
    /// <summary>Made here, but too old, used before, or no longer remembered: the client shall take a new one.</summary>
    Stale,
    /// <summary>Not made here.</summary>
    Foreign,
}

/// <summary>
/// Nonces of HTTP Digest: signed with a key of this process and good for five minutes. Of each the counts used are remembered, so that a request
/// that was listened to cannot be sent again. Another process, or this one started anew, asks for a new nonce, which clients take without a dialogue.
/// </summary>
internal sealed class Nonces(TimeProvider clock)
{
    private const int MostKept = 10_000;
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(5);
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);
    private readonly ConcurrentDictionary<string, Counts> _used = new(StringComparer.Ordinal);

    public string Make()
    {
        var bytes = new byte[16 + 32];
        BinaryPrimitives.WriteInt64BigEndian(bytes, clock.GetUtcNow().UtcTicks);
        RandomNumberGenerator.Fill(bytes.AsSpan(8, 8));
        HMACSHA256.HashData(_key, bytes.AsSpan(0, 16), bytes.AsSpan(16));
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>Was it made here, whatever its age? Asked before the response is computed.</summary>
    public bool IsOurs(string nonce) => Read(nonce) is not null;

    /// <summary>Uses a count of a nonce. Ask only once the response was right: else a stranger could use counts up.</summary>
    public NonceFate Use(string nonce, uint count)
    {
        if (Read(nonce) is not { } made) return NonceFate.Foreign;
        var now = clock.GetUtcNow();
        if (now - made >= Life) return NonceFate.Stale;
        if (_used.Count >= MostKept)
            foreach (var (key, counts) in _used)
                if (now - counts.Made >= Life) _used.TryRemove(key, out _);
        if (_used.Count >= MostKept && !_used.ContainsKey(nonce)) return NonceFate.Stale;
        return _used.GetOrAdd(nonce, _ => new(made)).Take(count) ? NonceFate.Good : NonceFate.Stale;
    }

    private DateTimeOffset? Read(string nonce)
    {
        if (nonce.Length > 100) return null;
        byte[] bytes;
        try
        {
            bytes = Base64Url.DecodeFromChars(nonce);
        }
        catch (FormatException)
        {
            return null;
        }
        if (bytes.Length != 48 || !CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(_key, bytes.AsSpan(0, 16)), bytes.AsSpan(16))) return null;
        // Only one way of writing a nonce counts as that nonce: else it could be used again in another.
        return Base64Url.EncodeToString(bytes) == nonce ? new DateTimeOffset(BinaryPrimitives.ReadInt64BigEndian(bytes), TimeSpan.Zero) : null;
    }

    // The highest count and the 64 below it: clients send requests side by side, and these may overtake each other.
    private sealed class Counts(DateTimeOffset made)
    {
        private readonly Lock _lock = new();
        private uint _highest;
        private ulong _seen;

        public DateTimeOffset Made { get; } = made;

        public bool Take(uint count)
        {
            lock (_lock)
            {
                if (count == 0) return false;
                if (count > _highest)
                {
                    var by = count - _highest;
                    _seen = (by >= 64 ? 0 : _seen << (int)by) | 1;
                    _highest = count;
                    return true;
                }
                var back = _highest - count;
                if (back >= 64 || (_seen >> (int)back & 1) == 1) return false;
                _seen |= 1UL << (int)back;
                return true;
            }
        }
    }
}
