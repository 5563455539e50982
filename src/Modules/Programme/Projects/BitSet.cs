using System.Numerics;

namespace Vaka.Programme.Projects;

/// <summary>A set of small numbers, one bit each.</summary>
internal sealed class BitSet(int size)
{
    private readonly ulong[] _words = new ulong[(size + 63) / 64];

    private BitSet(BitSet other) : this(other._words.Length * 64) => other._words.CopyTo(_words, 0);

    /// <summary>Puts a number in.</summary>
    public void Add(int i) => _words[i >> 6] |= 1UL << (i & 63);

    /// <summary>Is the number in?</summary>
    public bool Has(int i) => (_words[i >> 6] & (1UL << (i & 63))) != 0;

    /// <summary>A set of its own with the same numbers.</summary>
    public BitSet Copy() => new(this);

    /// <summary>Keeps what the other has too.</summary>
    public void And(BitSet other)
    {
        for (var w = 0; w < _words.Length; w++) _words[w] &= other._words[w];
    }

    /// <summary>Adds what the other has.</summary>
    public void Or(BitSet other)
    {
        for (var w = 0; w < _words.Length; w++) _words[w] |= other._words[w];
    }

    /// <summary>Puts in all numbers below <paramref name="count"/>.</summary>
    public void Fill(int count)
    {
        for (var i = 0; i < count; i++) Add(i);
    }

    /// <summary>How many are in.</summary>
    public int Count()
    {
        var count = 0;
        foreach (var word in _words) count += BitOperations.PopCount(word);
        return count;
    }

    /// <summary>How many are in both.</summary>
    public int CountWith(BitSet other)
    {
        var count = 0;
        for (var w = 0; w < _words.Length; w++) count += BitOperations.PopCount(_words[w] & other._words[w]);
        return count;
    }
}
