namespace Vaka.XForms.Checking;

/// <summary>Which rule an answer breaks.</summary>
public enum FlagKind
{
    /// <summary>A question that had to be answered is not.</summary>
    Required,
    /// <summary>An answer to a question that the form does not ask in this case.</summary>
    NotRelevant,
    /// <summary>An answer that the form's constraint refuses.</summary>
    Constraint,
    /// <summary>A value that differs from what the form calculates.</summary>
    Calculation,
    /// <summary>An answer that is not written as its type is.</summary>
    Type,
    /// <summary>A choice that is not offered in this case.</summary>
    Choice,
    /// <summary>A repeat that is there more or less often than the form says.</summary>
    RepeatCount,
    /// <summary>An element that the form does not have, or has once.</summary>
    Unexpected,
    /// <summary>A rule that cannot be evaluated; nothing is known of the answer.</summary>
    NotChecked,
    /// <summary>Encrypted answers whose signature does not fit: damaged, mixed up, or changed on the way. Said by whoever decrypts.</summary>
    Signature,
}

/// <summary>A rule that a submission breaks.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Path">Where, by local names; a second and further repetition by its place: <c>/data/members[2]/age</c>.</param>
/// <param name="Value">The answer; empty for none.</param>
/// <param name="Rule">The rule as the form writes it, what was calculated, or why it was not checked.</param>
/// <param name="Messages">The form's own words by language (the empty language for a form in one); empty when it has none.</param>
public sealed record Flag(FlagKind Kind, string Path, string Value, string Rule, IReadOnlyDictionary<string, string> Messages);

/// <summary>What a check may know besides form and submission.</summary>
/// <param name="TimeZone">Zone of dates without an offset: where the form was filled.</param>
/// <param name="Clock">Tells now() and today(): the moment of receipt, so that checking again later gives the same flags.</param>
public sealed record CheckSettings(TimeZoneInfo TimeZone, TimeProvider Clock)
{
    /// <summary>The document of an external instance by its source (<c>jr://file-csv/villages.csv</c>), or null where it is not at hand.</summary>
    public Func<string, System.Xml.Linq.XDocument?>? Files { get; init; }

    /// <summary>Flags above which the check ends; a form that was filled at random does not fill a disk.</summary>
    public int Most { get; init; } = 1000;
}
