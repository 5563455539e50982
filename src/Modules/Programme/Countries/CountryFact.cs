using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Vaka.Kernel.Data;
using Vaka.Kernel.Words;

namespace Vaka.Programme.Countries;

/// <summary>What a fact about a country is about, in the order of the page. Words: <c>country.topic.profile</c> and so on.</summary>
[WordsPrefix("country.topic")]
internal enum FactTopic
{
    Profile,
    Case,
    Statute,
    Plan,
    Tier,
    LawMaking,
    Language,
    Connectivity,
}

/// <summary>How far a fact or a service was checked. Words: <c>mark.verified</c>, <c>mark.unverified</c>.</summary>
[WordsPrefix("mark")]
internal enum Check
{
    /// <summary>Nobody has read the source.</summary>
    Unverified,
    /// <summary>Somebody has read the source.</summary>
    Verified,
}

/// <summary>One source's statement about a country, public. Owned by the country it is about; changed by import.</summary>
internal sealed class CountryFact : Row
{
    public FactTopic Topic { get; set; }

    [MaxLength(80)]
    public required string Key { get; set; }

    public LocalText Title { get; set; } = LocalText.Empty;

    public LocalText Text { get; set; } = LocalText.Empty;

    /// <summary>When what is said happened or held; null when it has no date.</summary>
    public PartialDate? Date { get; set; }

    /// <summary>Address, or a citation when there is none.</summary>
    [MaxLength(600)]
    public string Source { get; set; } = "";

    /// <summary>When the source said so.</summary>
    public PartialDate AsAt { get; set; }

    public bool IsVerified { get; set; }

    /// <summary>Key of the fact of this country that this one contradicts; both stand, side by side. Null when it contradicts none.</summary>
    [MaxLength(80)]
    public string? Against { get; set; }

    public static void Map(ModelBuilder model) => model.Entity<CountryFact>(f =>
    {
        f.ToTable("country_facts");
        f.HasIndex(x => new { x.Owner, x.Key }).IsUnique();
    });

    /// <summary>
    /// The facts of a country by topic, each with those that contradict it beside it: oldest first, undated last. A claim whose
    /// counterpart is missing stands alone rather than being lost.
    /// </summary>
    public static IReadOnlyList<(FactTopic Topic, IReadOnlyList<IReadOnlyList<CountryFact>> Groups)> ByTopic(IReadOnlyCollection<CountryFact> facts)
    {
        var keys = facts.Where(f => f.Against is null).Select(f => f.Key).ToHashSet(StringComparer.Ordinal);
        var claims = facts.Where(f => f.Against is not null && keys.Contains(f.Against)).ToLookup(f => f.Against!, StringComparer.Ordinal);
        return [.. facts.Where(f => f.Against is null || !keys.Contains(f.Against)).GroupBy(f => f.Topic).OrderBy(g => g.Key)
            .Select(g => (g.Key, (IReadOnlyList<IReadOnlyList<CountryFact>>)[.. InOrder(g).Select(f => (IReadOnlyList<CountryFact>)[f, .. InOrder(claims[f.Key])])]))];
        static IEnumerable<CountryFact> InOrder(IEnumerable<CountryFact> some) =>
            some.OrderBy(f => f.Date is null).ThenBy(f => f.Date).ThenBy(f => f.Key, StringComparer.Ordinal);
    }
}
