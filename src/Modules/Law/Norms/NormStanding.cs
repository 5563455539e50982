using Vaka.Contracts.Law;
using Vaka.Kernel.Data;
using Vaka.Kernel.Words;

namespace Vaka.Law.Norms;

/// <summary>What a norm is to a state. Ordered from the weakest.</summary>
internal enum Standing
{
    /// <summary>A yardstick: the state has not accepted it as an obligation.</summary>
    Benchmark,
    /// <summary>The state has signed and not ratified.</summary>
    Signed,
    /// <summary>The state is bound.</summary>
    Binding,
}

/// <summary>Has somebody read the source?</summary>
[WordsPrefix("mark")]
internal enum Verification
{
    Unverified,
    Verified,
}

/// <summary>One source's claim about an instrument and a state.</summary>
/// <param name="Standing">What the claim would make of the instrument's norms; null when the source says that it does not know.</param>
/// <param name="IsVerified">Somebody has read the source.</param>
/// <param name="Date">Of ratification or signature.</param>
/// <param name="Source">Address or citation.</param>
/// <param name="AsAt">When the source said so.</param>
/// <param name="Said">Words key of what the source says.</param>
/// <param name="Note">What to know besides.</param>
internal sealed record StandingClaim(Standing? Standing, bool IsVerified, PartialDate? Date, string Source, PartialDate? AsAt, string Said, LocalText Note)
{
    /// <summary>What a treaty list says, as a claim.</summary>
    public static StandingClaim Of(TreatyStatus treaty) => new(
        treaty.Status switch { TreatyState.Party => Norms.Standing.Binding, TreatyState.Signed => Norms.Standing.Signed, TreatyState.NotParty => Norms.Standing.Benchmark, _ => null },
        treaty.Checked == Verification.Verified, treaty.Date, treaty.Source, treaty.AsAt, $"treaty-status.{Words.KeyOf(treaty.Status)}", treaty.Note);

    /// <summary>What a country's own list says, as a claim.</summary>
    public static StandingClaim Of(NormStatus status) =>
        new(status.Status, status.Checked == Verification.Verified, status.Date, status.Source, status.AsAt, $"standing.{Words.KeyOf(status.Status)}", LocalText.Empty);
}

/// <summary>
/// What a norm is to a state, as far as the sources go. It is never shown as an obligation that the state has not accepted: guidance binds
/// nobody, and where sources contradict each other the weakest claim counts, and the disagreement is shown.
/// </summary>
/// <param name="Value">What it is shown as.</param>
/// <param name="IsKnown">False when no source was found: a benchmark for want of knowledge.</param>
/// <param name="IsVerified">The source it rests on was read by somebody.</param>
/// <param name="IsDisputed">Sources of equal weight disagree.</param>
/// <param name="Claims">All that sources say, side by side.</param>
internal sealed record NormStanding(Standing Value, bool IsKnown, bool IsVerified, bool IsDisputed, IReadOnlyList<StandingClaim> Claims)
{
    /// <summary>Weighs the claims: those that were read count before those that were not.</summary>
    public static NormStanding Of(NormKind kind, IReadOnlyList<StandingClaim> claims)
    {
        if (kind == NormKind.Guidance) return new(Standing.Benchmark, true, true, false, claims);
        var known = claims.Where(c => c.Standing is not null).ToList();
        var weighty = known.Exists(c => c.IsVerified) ? known.FindAll(c => c.IsVerified) : known;
        if (weighty.Count == 0) return new(Standing.Benchmark, false, false, false, claims);
        return new(weighty.Min(c => c.Standing!.Value), true, weighty[0].IsVerified, weighty.Select(c => c.Standing).Distinct().Count() > 1, claims);
    }
}
