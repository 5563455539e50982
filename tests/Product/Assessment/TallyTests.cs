using Vaka.Assessment.Answers;

namespace Vaka.Product.Tests.Assessment;

/// <summary>Counting and withholding, without a database.</summary>
public sealed class TallyTests
{
    private static IEnumerable<(string Sex, string Answer)> People(params (string Sex, string Answer, int Count)[] groups) =>
        groups.SelectMany(g => Enumerable.Repeat((g.Sex, g.Answer), g.Count));

    [Fact]
    public void Counts_are_of_those_who_answered_by_sex()
    {
        var tally = Tally.Of(People(("f", "yes", 3), ("f", "no", 2), ("m", "Yes", 1), ("m", "", 4), ("", "no", 1)), "yes");
        Assert.Equal([new("all", 4, 7), new("f", 3, 5), new("m", 1, 1), new("not-stated", 0, 1)], tally.Lines);
        Assert.Equal(tally.Lines, Tally.FromJson(tally.ToJson()).Lines);
    }

    [Fact]
    public void Large_counts_and_zeros_are_published()
    {
        var tally = Tally.Of(People(("f", "yes", 20), ("f", "no", 10), ("m", "no", 30)), "yes").Publishable();
        Assert.Equal([new("all", 20, 60), new("f", 20, 30), new("m", 0, 30)], tally.Lines);
    }

    [Fact]
    public void A_small_count_withholds_its_line_and_another_so_that_neither_follows_from_the_total()
    {
        // Four women gave the other answer.
        var tally = Tally.Of(People(("f", "yes", 27), ("f", "no", 4), ("m", "yes", 22), ("m", "no", 7), ("x", "yes", 9), ("x", "no", 9)), "yes").Publishable();
        Assert.Equal([new("all", 58, 78), new("f", null, null), new("m", null, null), new("x", 9, 18)], tally.Lines);
    }

    [Theory, InlineData(3, 57), InlineData(57, 3)]
    public void A_small_count_of_all_leaves_only_how_many_answered(int yes, int no)
    {
        var tally = Tally.Of(People(("f", "yes", yes), ("m", "no", no)), "yes").Publishable();
        Assert.Equal([new("all", null, 60), new("f", null, null), new("m", null, null)], tally.Lines);
    }

    [Fact]
    public void Fewer_than_five_respondents_leave_nothing() =>
        Assert.All(Tally.Of(People(("f", "yes", 2), ("m", "no", 2)), "yes").Publishable().Lines, l => Assert.Equal((null, null), (l.Counted, l.Asked)));

    [Fact]
    public void Nothing_that_is_published_gives_a_small_count_away_by_subtraction()
    {
        int[] sizes = [0, 1, 3, 4, 5, 6, 12];
        foreach (var fy in sizes) foreach (var fn in sizes) foreach (var my in sizes) foreach (var mn in sizes) foreach (var xy in sizes)
        {
            var exact = Tally.Of(People(("f", "yes", fy), ("f", "no", fn), ("m", "yes", my), ("m", "no", mn), ("x", "yes", xy), ("x", "no", 5)), "yes");
            var shown = exact.Publishable();
            var all = shown.All;
            foreach (var line in shown.Lines.Where(l => l.Counted is not null)) Assert.DoesNotContain(line.Counted!.Value, Small);
            if (all.IsWithheld) { Assert.All(shown.Groups, g => Assert.True(g.IsWithheld)); continue; }
            var withheld = shown.Groups.Where(g => g.IsWithheld).ToList();
            Assert.NotEqual(1, withheld.Count);
            foreach (var line in shown.Groups.Where(l => !l.IsWithheld)) Assert.DoesNotContain(line.Asked!.Value - line.Counted!.Value, Small);
            var counted = all.Counted!.Value - shown.Groups.Sum(g => g.Counted ?? 0);
            var asked = all.Asked!.Value - shown.Groups.Sum(g => g.Asked ?? 0);
            Assert.DoesNotContain(counted, Small);
            Assert.DoesNotContain(asked - counted, Small);
        }
    }

    private static readonly long[] Small = [1, 2, 3, 4];
}
