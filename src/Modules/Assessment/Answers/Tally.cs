using System.Text.Json;
using Vaka.Disclosure;

namespace Vaka.Assessment.Answers;

/// <summary>How many of a group gave the answer counted.</summary>
/// <param name="Group"><c>all</c>, <c>f</c>, <c>m</c>, <c>x</c> or <c>not-stated</c>.</param>
/// <param name="Counted">People who gave it; null when withheld.</param>
/// <param name="Asked">People who answered the question at all; null when withheld.</param>
internal sealed record TallyLine(string Group, long? Counted, long? Asked)
{
    public bool IsWithheld => Counted is null || Asked is null;
}

/// <summary>One question counted: the line of all, then one per sex that occurs.</summary>
internal sealed record Tally(IReadOnlyList<TallyLine> Lines)
{
    /// <summary>Fewer people than this are not told.</summary>
    public const int Threshold = 5;

    public static readonly Tally None = new([new("all", 0, 0)]);

    private static readonly string[] Order = ["f", "m", "x", "not-stated"];

    public TallyLine All => Lines[0];

    public IEnumerable<TallyLine> Groups => Lines.Skip(1);

    public bool AnyWithheld => Lines.Any(l => l.IsWithheld);

    /// <summary>Counts exactly. A blank answer is no answer: who gave it was not asked or did not say.</summary>
    /// <param name="answers">Sex (<c>f</c>, <c>m</c>, <c>x</c> or blank) and answer of each respondent.</param>
    /// <param name="counted">The answer counted, case aside.</param>
    public static Tally Of(IEnumerable<(string Sex, string Answer)> answers, string counted)
    {
        var said = answers.Where(a => a.Answer.Length > 0).ToList();
        TallyLine Line(string group, IReadOnlyCollection<(string Sex, string Answer)> people) =>
            new(group, people.Count(p => p.Answer.Equals(counted, StringComparison.OrdinalIgnoreCase)), people.Count);
        var groups = said.GroupBy(a => a.Sex.Length == 0 ? "not-stated" : a.Sex).OrderBy(g => Array.IndexOf(Order, g.Key)).Select(g => Line(g.Key, [.. g]));
        return new([Line("all", said), .. groups]);
    }

    /// <summary>
    /// What everyone may know. People divide into those who gave the answer and those who gave another, and each again by sex; all lines and
    /// their totals are shown together, so three one-way tables must each be safe: the answer by sex, other answers by sex, all by sex
    /// (<see cref="SmallCells"/>). A line withheld in one is withheld whole. Then at least two lines are withheld, and what the total less the
    /// rest gives of them is nothing or at least the threshold, in each of the three.
    /// </summary>
    public Tally Publishable()
    {
        if (AnyWithheld) return this;
        var (counted, asked) = (All.Counted!.Value, All.Asked!.Value);
        var overall = SmallCells.Withhold([counted, asked - counted], Threshold);
        if (overall.Total.IsWithheld) return new([.. Lines.Select(l => new TallyLine(l.Group, null, null))]);
        if (overall.Cells.Any(c => c.IsWithheld)) return new([new("all", null, asked), .. Groups.Select(g => new TallyLine(g.Group, null, null))]);

        var groups = Groups.ToList();
        PublishedRow[] tables =
        [
            SmallCells.Withhold(groups.ConvertAll(g => g.Counted!.Value), Threshold),
            SmallCells.Withhold(groups.ConvertAll(g => g.Asked!.Value - g.Counted!.Value), Threshold),
            SmallCells.Withhold(groups.ConvertAll(g => g.Asked!.Value), Threshold),
        ];
        var none = Array.Exists(tables, t => t.Total.IsWithheld);
        return new([All, .. groups.Select((g, i) => none || Array.Exists(tables, t => t.Cells[i].IsWithheld) ? new TallyLine(g.Group, null, null) : g)]);
    }

    public string ToJson() => JsonSerializer.Serialize(Lines);

    public static Tally FromJson(string json) => json.Length == 0 ? None : new(JsonSerializer.Deserialize<List<TallyLine>>(json)!);
}
