using Vaka.Capacity.Competences;
using Vaka.Capacity.Lessons;
using Vaka.Capacity.Manual;
using Vaka.Capacity.Ratings;
using Vaka.Kernel.Data;
using Vaka.Kernel.Words;

namespace Vaka.Product.Tests.Capacity;

public sealed class CapacityRuleTests
{
    private static readonly Guid Screening = Ids.New(), Referral = Ids.New();

    private static Observation Seen(Guid competence, string officer, int day, Outcome outcome) =>
        new() { Owner = "XM", CompetenceId = competence, Officer = officer, Observed = new(2026, 3, day), Outcome = outcome };

    [Fact]
    public void An_officer_counts_once_and_by_the_newest_observation()
    {
        Observation[] seen =
        [
            Seen(Screening, "A-1", 1, Outcome.NotYet), Seen(Screening, "A-1", 9, Outcome.Competent), Seen(Referral, "A-1", 5, Outcome.Competent),
            Seen(Screening, "A-2", 1, Outcome.Competent), Seen(Screening, "A-2", 2, Outcome.NotYet),
            Seen(Screening, "A-3", 1, Outcome.NotYet), Seen(Referral, "A-3", 2, Outcome.Competent),
        ];
        var counted = Observation.OfCompetentOfficers(seen).OrderBy(o => o.Officer, StringComparer.Ordinal).ToList();
        Assert.Equal([("A-1", 5), ("A-3", 2)], counted.Select(o => (o.Officer, o.Observed.Day)));
    }

    [Theory, InlineData(4, null), InlineData(5, 5L), InlineData(0, 0L)]
    public void Fewer_than_five_officers_are_withheld(int officers, long? shown) =>
        Assert.Equal(shown, ObservedCounts.Of(Enumerable.Range(1, officers).Select(n => Seen(Screening, $"A-{n}", 1, Outcome.Competent))).Value);

    [Theory, InlineData("XM-P-003", true), InlineData("Mele", false), InlineData("MELE", false), InlineData("MELE TONGA 1", false), InlineData("", false), InlineData(null, false)]
    public void An_officer_is_a_code_and_no_name(string? officer, bool good) => Assert.Equal(good, Observation.IsCode(officer));

    [Fact]
    public void An_observation_is_not_of_tomorrow()
    {
        var today = new DateOnly(2026, 3, 1);
        Assert.Null(Observation.Problem("A-1", "18-24", today, today));
        Assert.Equal(("observed", "observation.in-future"), Observation.Problem("A-1", "18-24", today.AddDays(1), today));
        Assert.Equal(("age", "observation.not-an-age"), Observation.Problem("A-1", "19", today, today));
    }

    [Theory]
    [InlineData("a\nb", "c\nd", 2, null)]
    [InlineData("a", "c", 1, "lesson.too-few-options")]
    [InlineData("a\nb", "c\nd\ne", 2, "lesson.options-differ")]
    [InlineData("a\nb", "c\nd", 3, "lesson.correct-outside")]
    [InlineData("a\nb", "c\nd", 0, "lesson.correct-outside")]
    public void A_lesson_has_options_that_agree_and_one_right_answer(string en, string fr, int correct, string? problem) =>
        Assert.Equal(problem, Lesson.Problem(LocalText.Of(en, fr), correct));

    [Fact]
    public void A_published_block_keeps_its_key()
    {
        var block = new ManualBlock { Owner = "XM", Key = "scr-014" };
        Assert.True(block.MayTakeKey("scr-015"));
        block.PublishedVersion = 1;
        Assert.False(block.MayTakeKey("scr-015"));
        Assert.True(block.MayTakeKey("scr-014"));
    }

    [Fact]
    public void The_newest_rating_stands_for_an_institution_and_theme()
    {
        var institution = Ids.New();
        CapacityRating Rated(string key, int year, int level) => new() { Owner = "XM", Key = key, InstitutionId = institution, Themes = "|shelter|training|", Date = new PartialDate(year), Level = level };
        var newest = CapacityRating.Newest([Rated("new", 2026, 4), Rated("old", 2024, 2)]);
        Assert.Equal(2, newest.Count);
        Assert.Equal(4, newest[(institution, "shelter")].Level);
    }
}
