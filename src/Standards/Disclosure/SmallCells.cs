namespace Vaka.Disclosure;

/// <summary>A count as it may be published.</summary>
/// <param name="Value">The count; null when it is withheld.</param>
/// <param name="IsComplementary">Withheld only so that another withheld count cannot be computed from the total.</param>
public readonly record struct PublishedCount(long? Value, bool IsComplementary = false)
{
    /// <summary>True when the count is withheld.</summary>
    public bool IsWithheld => Value is null;
}

/// <summary>A row of counts and its total, as they may be published.</summary>
/// <param name="Cells">The counts in the order given.</param>
/// <param name="Total">The sum.</param>
public sealed record PublishedRow(IReadOnlyList<PublishedCount> Cells, PublishedCount Total);

/// <summary>
/// Withholds small counts of one-way tables of people: primary suppression of counts from 1 to threshold − 1, then complementary
/// suppression until no withheld count, and no sum of withheld counts below the threshold, follows from the total and the rest
/// (Hundepool et al., <i>Statistical Disclosure Control</i>, Wiley 2012, ch. 4). A zero is published: it says nothing of any person.
/// </summary>
public static class SmallCells
{
    /// <summary>The counts as they may be published.</summary>
    /// <param name="counts">Counts of people in categories that exclude each other; none negative.</param>
    /// <param name="threshold">Smallest count of people that may be shown; at least 2.</param>
    public static PublishedRow Withhold(IReadOnlyList<long> counts, long threshold)
    {
        ArgumentNullException.ThrowIfNull(counts);
        ArgumentOutOfRangeException.ThrowIfLessThan(threshold, 2);
        if (counts.Any(c => c < 0)) throw new ArgumentOutOfRangeException(nameof(counts), "A count of people is never negative.");
        var total = counts.Sum();
        var cells = counts.Select(c => c > 0 && c < threshold ? new PublishedCount(null) : new(c)).ToArray();
        if (total > 0 && total < threshold) return new([.. counts.Select(c => c == 0 ? new PublishedCount(0) : new(null))], new(null));

        // With the total shown, one withheld cell is total − rest; and withheld cells whose sum is small are known to be small.
        while (Withheld(cells) is var (number, sum) && number > 0 && (number == 1 || sum < threshold))
        {
            var smallest = -1;
            for (var i = 0; i < cells.Length; i++)
                if (cells[i].Value is > 0 && (smallest < 0 || counts[i] < counts[smallest])) smallest = i;
            if (smallest < 0) return new(cells, new(null, true)); // nothing left to withhold but the total itself
            cells[smallest] = new(null, true);
        }
        return new(cells, new(total));

        (int Number, long Sum) Withheld(PublishedCount[] now)
        {
            var (number, sum) = (0, 0L);
            for (var i = 0; i < now.Length; i++)
                if (now[i].IsWithheld) (number, sum) = (number + 1, sum + counts[i]);
            return (number, sum);
        }
    }
}
