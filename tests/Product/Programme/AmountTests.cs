using Vaka.Kernel.Data;
using Vaka.Programme.Results;

namespace Vaka.Product.Tests.Programme;

/// <summary>How values of an indicator are added, and what of them is withheld.</summary>
public sealed class AmountTests
{
    private static Actual Row(string period, string country, string sex, string age, long numerator, long? denominator = null) =>
        new() { Owner = "TO", Period = PartialDate.Parse(period, null), Country = country, Sex = sex, Age = age, Numerator = numerator, Denominator = denominator };

    [Fact]
    public void A_share_is_the_sum_over_the_sum()
    {
        var sum = RecordedValues.Of([Row("2024", "TO", "f", "", 30, 40), Row("2024", "TO", "m", "", 10, 60)], true, true).Sum!.Value;
        Assert.Equal((40, 100L), (sum.Numerator, sum.Denominator));
        Assert.Equal(4000, sum.Value(Measure.Share));
        // A part that does not say out of how many leaves nothing to divide by, and nothing to divide is no zero.
        Assert.Null(Amount.Sum([new(3, 4), new(1, null)])!.Value.Value(Measure.Share));
        Assert.Null(new Amount(0, 0).Value(Measure.Share));
        Assert.Null(Amount.Sum([]));
    }

    [Fact]
    public void Each_country_counts_with_its_own_latest_period()
    {
        var values = RecordedValues.Of([Row("2023", "FJ", "", "", 10), Row("2024", "FJ", "", "", 12), Row("2022", "VU", "", "", 7)], false, false);
        Assert.Equal([("FJ", "2024", 12L), ("VU", "2022", 7L)], values.Latest.Select(a => (a.Area, a.Period.ToString(), a.Amount!.Value.Numerator)));
        Assert.Equal(19, values.Sum!.Value.Numerator);
        Assert.True(values.Differ);
    }

    [Theory]
    [InlineData("2025", "2025-06", "2025"), InlineData("2025", "2025-12", "2025"), InlineData("2025-06", "2025-06-30", "2025-06"), InlineData("2024", "2025-01", "2025-01"), InlineData("2025-03-31", "2025-02", "2025-03-31")]
    public void The_period_that_ends_last_is_the_latest_and_of_two_the_longer(string one, string other, string latest)
    {
        foreach (var pair in (string[][])[[one, other], [other, one]])
            Assert.Equal(latest, Periods.Latest(pair.Select(p => PartialDate.Parse(p, null))).ToString());
    }

    [Fact]
    public void Overlapping_periods_are_never_added() =>
        Assert.Equal(9, RecordedValues.Of([Row("2025", "TO", "", "", 9), Row("2025-06", "TO", "", "", 5)], false, false).Sum!.Value.Numerator);

    [Fact]
    public void Breakdowns_are_never_added_to_each_other()
    {
        Actual[] sexes = [Row("2024", "TO", "f", "", 20), Row("2024", "TO", "m", "", 30)];
        Actual[] ages = [Row("2024", "TO", "", "0-17", 10), Row("2024", "TO", "", "18+", 40)];
        Actual[] both = [Row("2024", "TO", "f", "0-17", 10), Row("2024", "TO", "f", "18+", 10), Row("2024", "TO", "m", "18+", 30)];
        Assert.Equal((Breakdown.BySex, 50L), Of([.. sexes, .. ages, .. both]));
        Assert.Equal((Breakdown.ByAge, 50L), Of([.. ages, .. both]));
        Assert.Equal((Breakdown.BySexAndAge, 50L), Of(both));
        Assert.Equal((Breakdown.Total, 51L), Of([Row("2024", "TO", "", "", 51), .. sexes, .. ages]));
        static (Breakdown, long) Of(Actual[] rows) => RecordedValues.Of(rows, true, true).Latest.Select(a => (a.Breakdown, a.Amount!.Value.Numerator)).Single();
    }

    [Fact]
    public void What_is_said_of_a_region_is_not_added_to_its_countries()
    {
        Assert.Equal(100, RecordedValues.Of([Row("2024", "PACIFIC", "", "", 100), Row("2024", "TO", "", "", 40)], false, false).Sum!.Value.Numerator);
        Assert.Equal(60, RecordedValues.Of([Row("2023", "PACIFIC", "", "", 100), Row("2024", "TO", "", "", 40), Row("2022", "FJ", "", "", 20)], false, false).Sum!.Value.Numerator);
    }

    [Fact]
    public void Small_numbers_of_people_are_withheld_and_do_not_follow_from_the_rest()
    {
        var values = RecordedValues.Of([Row("2024", "TO", "f", "", 20), Row("2024", "TO", "m", "", 3), Row("2024", "TO", "x", "", 0)], true, false);
        Assert.Equal([20 + 3], [values.Sum!.Value.Numerator]);
        Assert.Equal([("f", null), ("m", null), ("x", (long?)0)], values.Rows.Select(r => (r.Sex, r.Numerator)));
        Assert.Equal([20, 3, 0], RecordedValues.Of([Row("2024", "TO", "f", "", 20), Row("2024", "TO", "m", "", 3), Row("2024", "TO", "x", "", 0)], true, true).Rows.Select(r => r.Numerator!.Value));
    }

    [Fact]
    public void Who_is_outside_a_share_counts_as_well()
    {
        var values = RecordedValues.Of([Row("2024", "TO", "f", "", 38, 40), Row("2024", "TO", "m", "", 20, 60)], true, false);
        Assert.All(values.Rows, r => Assert.True(r.IsWithheld && r.Numerator is null && r.Denominator is null));
        Assert.Equal(58, values.Sum!.Value.Numerator);
    }

    [Fact]
    public void A_small_total_takes_everything_with_it_and_the_sum_over_countries_too()
    {
        var values = RecordedValues.Of([Row("2024", "TO", "", "", 4), Row("2024", "TO", "f", "", 4), Row("2024", "TO", "m", "", 0), Row("2024", "FJ", "", "", 30)], true, false);
        Assert.True(values.IsWithheld);
        Assert.Null(values.Sum);
        Assert.Equal([("FJ", 30L)], values.Latest.Where(a => a.Amount is not null).Select(a => (a.Area, a.Amount!.Value.Numerator)));
        Assert.Equal(2, values.Rows.Count(r => r.IsWithheld));
    }

    [Fact]
    public void Those_no_group_accounts_for_are_a_group_of_their_own()
    {
        // 33 in all, 20 women and 12 men: one person is neither, and would be known.
        var values = RecordedValues.Of([Row("2024", "TO", "", "", 33), Row("2024", "TO", "f", "", 20), Row("2024", "TO", "m", "", 12)], true, false);
        Assert.Equal([("", (long?)33), ("f", 20), ("m", null)], values.Rows.Select(r => (r.Sex, r.Numerator)));
    }

    [Fact]
    public void Sexes_by_age_go_as_a_whole_where_their_margins_stand_beside_them()
    {
        var values = RecordedValues.Of(
        [
            Row("2024", "TO", "f", "", 20), Row("2024", "TO", "m", "", 30), Row("2024", "TO", "f", "0-17", 3), Row("2024", "TO", "f", "18+", 17), Row("2024", "TO", "m", "0-17", 10), Row("2024", "TO", "m", "18+", 20),
        ], true, false);
        Assert.Equal([20, 30], values.Rows.Where(r => r.Age.Length == 0).Select(r => r.Numerator!.Value));
        Assert.All(values.Rows.Where(r => r.Age.Length > 0), r => Assert.True(r.IsWithheld));
    }

    [Fact]
    public void Counts_of_things_are_told_however_small() =>
        Assert.Equal(2, RecordedValues.Of([Row("2024", "TO", "", "", 2)], false, false).Sum!.Value.Numerator);
}
