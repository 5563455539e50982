using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Vaka.Kernel.Chain;

/// <summary>One published version of one row of the chain: <c>finding/0199…@3</c>. Immutable: what it points at never changes.</summary>
/// <param name="Kind">A kind of <see cref="Kinds"/>.</param>
/// <param name="Id">The row.</param>
/// <param name="Version">1 and up.</param>
public readonly record struct Ref(string Kind, Guid Id, int Version) : IParsable<Ref>
{
    /// <inheritdoc/>
    public override string ToString() => $"{Kind}/{Id}@{Version.ToString(CultureInfo.InvariantCulture)}";

    /// <inheritdoc/>
    public static Ref Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var result) ? result : throw new FormatException($"'{s}' is not a reference such as finding/0199…@1.");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Ref result)
    {
        result = default;
        var slash = (s ?? "").IndexOf('/', StringComparison.Ordinal);
        var at = (s ?? "").LastIndexOf('@');
        if (slash < 1 || at < slash || !Guid.TryParse(s.AsSpan(slash + 1, at - slash - 1), out var id)
            || !int.TryParse(s.AsSpan(at + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var version)) return false;
        result = new(s![..slash], id, version);
        return true;
    }
}

/// <summary>The stages of the chain, which are the columns of the board.</summary>
public enum Stage
{
    /// <summary>Assess: what people said, what was found, what is not known.</summary>
    Evidence,
    /// <summary>Reform: norms, provisions, gaps, amendments, commencement.</summary>
    Law,
    /// <summary>Practise: what institutions can do.</summary>
    Capacity,
    /// <summary>Practise: manual, lessons, observed competence.</summary>
    Practice,
    /// <summary>Account: indicators, results, the public record.</summary>
    Results,
}

/// <summary>Every kind of row that can stand in the chain.</summary>
public static class Kinds
{
#pragma warning disable CS1591 // the names are the field's own terms
    public const string Document = "document", Interview = "interview", Statistic = "statistic", Answer = "answer",
        Finding = "finding", Need = "need", KnowledgeGap = "knowledge-gap",
        Norm = "norm", Instrument = "instrument", Provision = "provision", Rating = "rating", LegalGap = "legal-gap", Amendment = "amendment",
        Comment = "comment", Validation = "validation", Commencement = "commencement",
        Institution = "institution", CapacityRating = "capacity-rating", ManualBlock = "manual-block", Lesson = "lesson", Competence = "competence",
        Indicator = "indicator", Result = "result", Project = "project",
        Group = "group", Meeting = "meeting", Decision = "decision";
#pragma warning restore CS1591

    private static readonly Dictionary<string, Stage> Stages = new(StringComparer.Ordinal)
    {
        [Document] = Stage.Evidence, [Interview] = Stage.Evidence, [Statistic] = Stage.Evidence, [Answer] = Stage.Evidence,
        [Finding] = Stage.Evidence, [Need] = Stage.Evidence, [KnowledgeGap] = Stage.Evidence,
        [Norm] = Stage.Law, [Instrument] = Stage.Law, [Provision] = Stage.Law, [Rating] = Stage.Law, [LegalGap] = Stage.Law, [Amendment] = Stage.Law,
        [Comment] = Stage.Law, [Validation] = Stage.Law, [Commencement] = Stage.Law,
        [Institution] = Stage.Capacity, [CapacityRating] = Stage.Capacity,
        [ManualBlock] = Stage.Practice, [Lesson] = Stage.Practice, [Competence] = Stage.Practice,
        [Indicator] = Stage.Results, [Result] = Stage.Results, [Project] = Stage.Results,
        [Group] = Stage.Results, [Meeting] = Stage.Results, [Decision] = Stage.Results,
    };

    /// <summary>All kinds, in the order of the chain.</summary>
    public static IReadOnlyCollection<string> All => Stages.Keys;

    /// <summary>The stage a kind belongs to.</summary>
    /// <exception cref="KeyNotFoundException">No such kind.</exception>
    public static Stage StageOf(string kind) => Stages[kind];
}

/// <summary>What may follow from what, and the name of each such edge: the closed table of edge types.</summary>
public static class EdgeTypes
{
    private static readonly Dictionary<(string From, string To), string> Table = new()
    {
        [(Kinds.Document, Kinds.Finding)] = "supports", [(Kinds.Interview, Kinds.Finding)] = "supports",
        [(Kinds.Statistic, Kinds.Finding)] = "supports", [(Kinds.Answer, Kinds.Finding)] = "supports",
        [(Kinds.Finding, Kinds.Need)] = "shows", [(Kinds.Finding, Kinds.KnowledgeGap)] = "leaves-open", [(Kinds.Finding, Kinds.CapacityRating)] = "informs",
        [(Kinds.Need, Kinds.Rating)] = "is-measured-in", [(Kinds.Finding, Kinds.Rating)] = "informs",
        [(Kinds.Norm, Kinds.Rating)] = "requires", [(Kinds.Provision, Kinds.Rating)] = "is-rated-in", [(Kinds.Instrument, Kinds.Provision)] = "contains",
        [(Kinds.Rating, Kinds.LegalGap)] = "reveals", [(Kinds.LegalGap, Kinds.Amendment)] = "is-closed-by", [(Kinds.Provision, Kinds.Amendment)] = "is-amended-by",
        [(Kinds.Amendment, Kinds.Comment)] = "is-commented-in", [(Kinds.Amendment, Kinds.Validation)] = "is-decided-in",
        [(Kinds.Validation, Kinds.Commencement)] = "leads-to", [(Kinds.Amendment, Kinds.Commencement)] = "comes-into-force-in",
        [(Kinds.Institution, Kinds.CapacityRating)] = "is-rated-in",
        [(Kinds.CapacityRating, Kinds.ManualBlock)] = "is-answered-by", [(Kinds.Commencement, Kinds.ManualBlock)] = "is-explained-in",
        [(Kinds.ManualBlock, Kinds.Lesson)] = "is-taught-in", [(Kinds.Lesson, Kinds.Competence)] = "is-practised-as",
        [(Kinds.Commencement, Kinds.Indicator)] = "is-counted-in", [(Kinds.Competence, Kinds.Indicator)] = "is-counted-in",
        [(Kinds.CapacityRating, Kinds.Indicator)] = "is-counted-in",
        [(Kinds.Indicator, Kinds.Result)] = "measures", [(Kinds.Result, Kinds.Result)] = "contributes-to", [(Kinds.Result, Kinds.Project)] = "is-reported-in",
        [(Kinds.Group, Kinds.Meeting)] = "meets-in", [(Kinds.Meeting, Kinds.Decision)] = "takes",
        [(Kinds.Finding, Kinds.Decision)] = "is-taken-up-in", [(Kinds.Need, Kinds.Decision)] = "is-taken-up-in", [(Kinds.KnowledgeGap, Kinds.Decision)] = "is-taken-up-in",
        [(Kinds.CapacityRating, Kinds.Decision)] = "is-taken-up-in", [(Kinds.LegalGap, Kinds.Decision)] = "is-taken-up-in", [(Kinds.Amendment, Kinds.Decision)] = "is-taken-up-in",
        [(Kinds.Decision, Kinds.Need)] = "asks-for", [(Kinds.Decision, Kinds.LegalGap)] = "asks-for", [(Kinds.Decision, Kinds.Amendment)] = "asks-for",
        [(Kinds.Decision, Kinds.ManualBlock)] = "asks-for",
    };

    /// <summary>The type of an edge between two kinds; null when the one cannot follow from the other.</summary>
    public static string? Between(string from, string to) => Table.GetValueOrDefault((from, to));

    /// <summary>The kinds that a kind may follow from.</summary>
    public static IEnumerable<string> Before(string kind) => Table.Keys.Where(k => k.To == kind).Select(k => k.From);

    /// <summary>The kinds that may follow from a kind.</summary>
    public static IEnumerable<string> After(string kind) => Table.Keys.Where(k => k.From == kind).Select(k => k.To);

    /// <summary>All names of edge types.</summary>
    public static IEnumerable<string> All => Table.Values.Distinct(StringComparer.Ordinal);
}
