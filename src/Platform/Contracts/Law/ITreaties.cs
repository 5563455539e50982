using Vaka.Kernel.Data;
using Vaka.Kernel.Words;

namespace Vaka.Contracts.Law;

/// <summary>What sources say about the treaties of a country. Contradicting sources stand side by side; nothing is decided between them.</summary>
public interface ITreaties
{
    /// <summary>Every claim about a country, by treaty; empty when none was recorded. All are public.</summary>
    Task<IReadOnlyList<TreatyFact>> Of(string country, CancellationToken ct = default);
}

/// <summary>What a source says a country has done with a treaty. Words: <c>treaty-status.party</c> and so on.</summary>
[WordsPrefix("country.treaty")]
public enum TreatyState
{
    /// <summary>Ratified, acceded or succeeded.</summary>
    Party,
#pragma warning disable CA1720 // The word of the treaty lists; no type is meant.
    /// <summary>Signed, not ratified.</summary>
    Signed,
#pragma warning restore CA1720
    /// <summary>Neither.</summary>
    NotParty,
    /// <summary>No source was found.</summary>
    Unknown,
}

/// <summary>One source's claim about one treaty.</summary>
/// <param name="Instrument">Short citation, as norms name it: <c>UN Trafficking Protocol 2000</c>.</param>
/// <param name="Name">Full name.</param>
/// <param name="Status">What the source says.</param>
/// <param name="Date">When the country became a party or signed, as precisely as the source says it.</param>
/// <param name="Source">Address or citation.</param>
/// <param name="AsAt">When the source said so.</param>
/// <param name="IsVerified">Somebody has read the source; otherwise show that nobody has.</param>
/// <param name="Note">What to know besides.</param>
public sealed record TreatyFact(string Instrument, LocalText Name, TreatyState Status, PartialDate? Date, string Source, PartialDate AsAt, bool IsVerified, LocalText Note);
