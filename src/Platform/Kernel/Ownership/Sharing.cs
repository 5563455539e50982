namespace Vaka.Kernel.Ownership;

/// <summary>The act by which an owner widens or narrows who may read a row. The audit trail records it as <c>shared</c>.</summary>
public sealed class Sharing(States states)
{
    /// <summary>Sets the audience of a row. For <see cref="Audience.Named"/>, <paramref name="countries"/> lists whom; it is ignored otherwise.</summary>
    /// <returns>A message key when the act makes no sense, else null.</returns>
    public async Task<string?> Share(IOwned row, Audience audience, IEnumerable<string> countries, CancellationToken ct = default)
    {
        var named = countries.Select(c => c.Trim().ToUpperInvariant()).Where(c => c.Length > 0 && c != row.Owner).ToList();
        if (audience == Audience.Named)
        {
            if (named.Count == 0) return "share.names-nobody";
            var known = await states.All(ct);
            if (named.Exists(c => !known.ContainsKey(c))) return "share.unknown-country";
        }
        var region = audience == Audience.Region ? await states.RegionOf(row.Owner, ct) : null;
        if (audience == Audience.Region && region is null) return "share.no-region";
        row.Audience = audience;
        row.SharedWith = audience switch { Audience.Named => Codes.Join(named), Audience.Region => Codes.Join([region!]), _ => "" };
        return null;
    }
}
