using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Vaka.Kernel.Audit;
using Vaka.Kernel.Data;
using Vaka.Kernel.Ownership;
using Vaka.Kernel.Words;

namespace Vaka.Capacity.Competences;

/// <summary>What a supervisor saw.</summary>
internal enum Outcome
{
    Competent, NotYet,
}

/// <summary>Sex as recorded: <c>f</c>, <c>m</c>, <c>x</c>.</summary>
internal enum Sex
{
    F, M, X,
}

/// <summary>
/// One observation of one officer at work. Person-level: it is always <c>OwnerOnly</c>, read only with the permission for it, no data address gives it out,
/// and the audit trail keeps none of its personal values. It leaves its owner only as a count, small counts withheld.
/// </summary>
[ReadBy(CapacityPermissions.ObservationRead)]
internal sealed partial class Observation : Row
{
    /// <summary>Age groups, as in files.</summary>
    public static IReadOnlyList<string> Ages { get; } = ["18-24", "25-34", "35-44", "45-54", "55+"];

    public Guid CompetenceId { get; set; }

    public Guid InstitutionId { get; set; }

    /// <summary>A code that the institution keeps the key to, never a name (<see cref="IsCode"/>).</summary>
    [MaxLength(40), Personal]
    public required string Officer { get; set; }

    [Personal]
    public Sex Sex { get; set; }

    /// <summary>One of <see cref="Ages"/>.</summary>
    [MaxLength(8), Personal]
    public string Age { get; set; } = "";

    public DateOnly Observed { get; set; }

    [Personal]
    public Outcome Outcome { get; set; }

    /// <summary>The observer's post, never a name.</summary>
    [MaxLength(120), Personal]
    public string Observer { get; set; } = "";

    public bool Synthetic { get; set; }

    /// <summary>Capitals, digits and hyphens with at least one digit: no name passes by mistake.</summary>
    public static bool IsCode(string? officer) => officer is not null && Code().IsMatch(officer);

    /// <summary>What is wrong with an observation: the field and a words key; null when nothing is.</summary>
    public static (string Field, string Key)? Problem(string? officer, string? age, DateOnly? observed, DateOnly today) =>
        !IsCode(officer) ? ("officer", "observation.not-a-code")
        : !Ages.Contains(age) ? ("age", "observation.not-an-age")
        : observed is null ? ("observed", "form.date")
        : observed > today ? ("observed", "observation.in-future") : null;

    /// <summary>The newest observation of each officer in each competence.</summary>
    public static IEnumerable<Observation> Latest(IEnumerable<Observation> observations) =>
        observations.GroupBy(o => (o.Owner, o.Officer, o.CompetenceId)).Select(g => g.OrderBy(o => o.Observed).ThenBy(o => o.Id).Last());

    /// <summary>
    /// One observation for each competent officer: an officer is competent when the newest observation of at least one competence says so, and
    /// counts from the earliest day of those.
    /// </summary>
    public static IEnumerable<Observation> OfCompetentOfficers(IEnumerable<Observation> observations) =>
        Latest(observations).Where(o => o.Outcome == Outcome.Competent).GroupBy(o => (o.Owner, o.Officer)).Select(g => g.OrderBy(o => o.Observed).ThenBy(o => o.Id).First());

    /// <summary>Key under which an import remembers it: the officer's code stays out of it.</summary>
    public static string KeyOf(string competence, string officer, DateOnly observed) =>
        $"{competence}/{observed:yyyy-MM-dd}/{LocalText.HashOf($"{competence}/{observed:yyyy-MM-dd}/{officer}")}";

    public static void Map(ModelBuilder model) => model.Entity<Observation>(o =>
    {
        o.ToTable("observations");
        o.HasIndex(x => new { x.CompetenceId, x.Officer, x.Observed }).IsUnique();
    });

    [GeneratedRegex("^(?=.*[0-9])[A-Z0-9][A-Z0-9-]{1,38}$", RegexOptions.None, 1000)]
    private static partial Regex Code();
}
