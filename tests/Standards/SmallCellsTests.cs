using CsCheck;
using Vaka.Disclosure;

namespace Vaka.Standards.Tests;

public sealed class SmallCellsTests
{
    private static string Show(long[] counts, long threshold = 5)
    {
        var row = SmallCells.Withhold(counts, threshold);
        static string One(PublishedCount c) => c.Value is { } v ? $"{v}" : c.IsComplementary ? "c" : "p";
        return string.Join(' ', row.Cells.Select(One)) + " = " + One(row.Total);
    }

    [Fact]
    public void Large_counts_are_shown_as_they_are() => Assert.Equal("10 12 0 = 22", Show([10, 12, 0]));

    [Fact]
    public void One_small_count_takes_the_next_smallest_with_it() => Assert.Equal("p c 12 = 22", Show([2, 8, 12]));

    [Fact]
    public void Small_counts_that_together_are_large_enough_need_no_other() => Assert.Equal("p p 12 = 19", Show([3, 4, 12]));

    [Fact]
    public void Small_counts_whose_sum_is_small_take_another() => Assert.Equal("p p c = 15", Show([1, 2, 12]));

    [Fact]
    public void A_small_count_alone_hides_the_total() => Assert.Equal("p 0 = p", Show([3, 0]));

    [Fact]
    public void No_people_is_no_secret() => Assert.Equal("0 0 = 0", Show([0, 0]));

    /// <summary>The attacker's view: every table of counts that fits what is published. No withheld count may have one value only, nor be known to be below the threshold by the total.</summary>
    [Fact]
    public void Nothing_withheld_follows_from_what_is_shown() =>
        Gen.Select(Gen.Long[0, 9].Array[1, 4], Gen.Long[2, 6]).Sample((counts, threshold) =>
        {
            var row = SmallCells.Withhold(counts, threshold);
            for (var i = 0; i < counts.Length; i++)
            {
                Assert.True(row.Cells[i].IsWithheld || counts[i] == row.Cells[i].Value);
                Assert.True(row.Cells[i].IsWithheld || counts[i] == 0 || counts[i] >= threshold);
            }
            if (row.Total.IsWithheld) return;
            Assert.Equal(counts.Sum(), row.Total.Value);
            var withheld = row.Cells.Select((c, i) => (c, i)).Where(x => x.c.IsWithheld).Select(x => counts[x.i]).ToList();
            Assert.NotEqual(1, withheld.Count);
            Assert.True(withheld.Count == 0 || withheld.Sum() >= threshold);
        }, iter: 50_000, threads: 1);

    [Fact]
    public void Negative_counts_and_thresholds_below_two_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => SmallCells.Withhold([-1], 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => SmallCells.Withhold([1], 1));
    }
}
