using System.Text;
using Vaka.Kernel.Ownership;
using Vaka.Kernel.Words;

namespace Vaka.Programme.Projects;

/// <summary>
/// The catalogue as it was at one moment: a bit set per facet value and per audience, the order of each sorting, and the folded search text
/// of all projects in one buffer. It holds no object per project: 100,000 of them take some 20 MB.
/// </summary>
internal sealed class CatalogueSnapshot
{
    /// <summary>Ends the text of a project; no folded text has it.</summary>
    public const byte EndOfProject = (byte)'\n';

    /// <summary>Ends the title, with which the text begins. Lower than any letter, so that texts sort as their titles do.</summary>
    public const byte EndOfTitle = 0;

    /// <summary>Ids in the order of loading; every number below is a place in it.</summary>
    public required Guid[] Ids { get; init; }

    /// <summary>UTF-8: folded title, key, identifiers and other titles.</summary>
    public required byte[] Text { get; init; }

    /// <summary>Where the text of each project ends, past its <see cref="EndOfProject"/>.</summary>
    public required int[] Ends { get; init; }

    public required BitSet Public { get; init; }

    public required IReadOnlyDictionary<string, BitSet> Owned { get; init; }

    public required IReadOnlyDictionary<string, BitSet> Shared { get; init; }

    /// <summary>Facet → value → label and projects.</summary>
    public required IReadOnlyDictionary<Facet, SortedDictionary<string, (LocalText Label, BitSet Set)>> Facets { get; init; }

    /// <summary>Sorting → all projects in its order.</summary>
    public required IReadOnlyDictionary<string, int[]> Orders { get; init; }

    /// <summary>Answers a question as far as the viewer may see.</summary>
    public CatalogueAnswer Answer(CatalogueQuestion question, Viewer viewer, string language)
    {
        var visible = Visible(viewer);
        if (!string.IsNullOrWhiteSpace(question.Q)) visible.And(Matching(Folding.Fold(question.Q).Split(' ', StringSplitOptions.RemoveEmptyEntries)));
        var chosen = question.Chosen.ToDictionary(c => c.Key, c => Facets[c.Key].TryGetValue(c.Value, out var v) ? v.Set : new BitSet(Ids.Length));
        var facets = new Dictionary<Facet, IReadOnlyList<FacetValue>>();
        foreach (var (facet, values) in Facets)
        {
            var others = visible.Copy();
            foreach (var (other, set) in chosen)
                if (other != facet) others.And(set);
            facets[facet] = [.. values.Select(v => new FacetValue(v.Key, v.Value.Label, v.Value.Set.CountWith(others))).Where(v => v.Count > 0)
                .OrderByDescending(v => facet == Facet.Year ? v.Value : "").ThenBy(v => Folding.Fold(v.Label.For(language).Text), StringComparer.Ordinal)];
        }
        foreach (var set in chosen.Values) visible.And(set);
        var ids = new List<Guid>();
        var seen = 0;
        foreach (var i in Orders.GetValueOrDefault(question.Sort) ?? Orders["title"])
        {
            if (!visible.Has(i) || seen++ < question.Skip) continue;
            ids.Add(Ids[i]);
            if (ids.Count == question.Take) break;
        }
        return new(ids, visible.Count(), facets);
    }

    // The same rule as the query filter: public, owned, or shared with one of the viewer's codes.
    private BitSet Visible(Viewer viewer)
    {
        var visible = Public.Copy();
        if (viewer.IsSystem) visible.Fill(Ids.Length);
        foreach (var owner in viewer.Owners)
            if (Owned.TryGetValue(owner, out var set)) visible.Or(set);
        foreach (var code in viewer.Codes)
            if (Shared.TryGetValue(code, out var set)) visible.Or(set);
        return visible;
    }

    // Looks for the longest word in the whole buffer at once, which the processor does by the dozen bytes, and for the others only where it is.
    private BitSet Matching(string[] words)
    {
        var matching = new BitSet(Ids.Length);
        if (words.Length == 0)
        {
            matching.Fill(Ids.Length);
            return matching;
        }
        var sought = words.Select(Encoding.UTF8.GetBytes).OrderByDescending(w => w.Length).ToList();
        for (int i = 0, from = 0; i < Ids.Length;)
        {
            var at = Text.AsSpan(from).IndexOf(sought[0]);
            if (at < 0) break;
            var place = Array.BinarySearch(Ends, i, Ids.Length - i, from + at + 1);
            i = place >= 0 ? place : ~place;
            var text = Text.AsSpan(i == 0 ? 0 : Ends[i - 1], Ends[i] - (i == 0 ? 0 : Ends[i - 1]));
            var all = true;
            for (var w = 1; all && w < sought.Count; w++) all = text.IndexOf(sought[w]) >= 0;
            if (all) matching.Add(i);
            from = Ends[i++];
        }
        return matching;
    }
}
