using Vaka.Law.Validations;

namespace Vaka.Law.PathToLaw;

/// <summary>
/// Where an amendment stands on its country's path. Steps are taken in the country's order, none is skipped, and none is dated before the
/// one it follows; only words that a body has validated come into force.
/// </summary>
internal sealed class LawPath
{
    private readonly List<AmendmentStep> _taken;

    /// <param name="steps">The country's steps, in any order.</param>
    /// <param name="taken">The steps that the amendment has taken.</param>
    public LawPath(IEnumerable<PathStep> steps, IEnumerable<AmendmentStep> taken) =>
        (Steps, _taken) = ([.. steps.OrderBy(s => s.Order).ThenBy(s => s.Key, StringComparer.Ordinal)], [.. taken]);

    /// <summary>The country's steps, in order.</summary>
    public IReadOnlyList<PathStep> Steps { get; }

    /// <summary>The step to be taken next; null at the end, or where the country has no path yet.</summary>
    public PathStep? Next => Steps.FirstOrDefault(s => Taken(s.Key) is null);

    /// <summary>How a step was taken; null when it has not been.</summary>
    public AmendmentStep? Taken(string step) => _taken.Find(t => t.Step == step);

    /// <summary>Words key of why a step cannot be taken on a day, or its date not be corrected to it; null when it can.</summary>
    public string? Refuse(string step, DateOnly on)
    {
        if (Steps.Count == 0) return "path.none";
        var place = Steps.ToList().FindIndex(s => s.Key == step);
        if (place < 0) return "path.no-such-step";
        if (Taken(step) is null && Next!.Key != step) return "path.not-next";
        if (Steps.Take(place).Any(s => Taken(s.Key) is { } earlier && earlier.On > on)) return "path.before-earlier";
        return Steps.Skip(place + 1).Any(s => Taken(s.Key) is { } later && later.On < on) ? "path.after-later" : null;
    }

    /// <summary>
    /// The decision on which words may come into force: the latest of all must have validated, on or before the day, just these words.
    /// </summary>
    /// <param name="validations">The amendment's published validations.</param>
    /// <param name="textHash">Of the amendment's words as they are now.</param>
    /// <param name="on">Day of commencement.</param>
    /// <returns>The validation, or the words key of why there is none.</returns>
    public static (Validation? Validation, string? Refused) Cleared(IEnumerable<Validation> validations, string textHash, DateOnly on)
    {
        var latest = validations.OrderBy(v => v.On).ThenBy(v => v.CreatedAt).ThenBy(v => v.Id).LastOrDefault();
        if (latest is null || latest.Decision != ValidationDecision.Validated) return (null, "path.not-validated");
        if (latest.TextHash != textHash) return (null, "path.other-words");
        return latest.On > on ? (null, "path.before-validation") : (latest, null);
    }
}
