using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vaka.Kernel.Data;
using Vaka.Kernel.Ownership;
using Vaka.Kernel.Words;

namespace Vaka.Programme.Projects;

/// <summary>A facet of the list of projects.</summary>
internal enum Facet
{
    /// <summary>The Fund's region.</summary>
    Region,
    /// <summary>Benefiting state.</summary>
    State,
    /// <summary>Project type.</summary>
    Type,
    /// <summary>National or regional.</summary>
    Coverage,
    /// <summary>Status as found.</summary>
    Status,
    /// <summary>Year of allocation.</summary>
    Year,
}

/// <summary>A value of a facet with the number of projects that have it and everything else asked for.</summary>
/// <param name="Value">In addresses: the English or only text, a state's code, a year.</param>
/// <param name="Label">For people.</param>
/// <param name="Count">Projects.</param>
internal sealed record FacetValue(string Value, LocalText Label, int Count);

/// <summary>What a reader asked of the list.</summary>
/// <param name="Chosen">Facet → value; several facets narrow together.</param>
/// <param name="Q">Words that must all occur.</param>
/// <param name="Sort"><c>title</c>, <c>year</c> or <c>budget</c>.</param>
/// <param name="Skip">Projects to leave out.</param>
/// <param name="Take">Projects to give, at most.</param>
internal sealed record CatalogueQuestion(IReadOnlyDictionary<Facet, string> Chosen, string? Q, string Sort, int Skip, int Take);

/// <summary>The answer: ids in order, the total, and the counts of each facet with its own choice set aside.</summary>
internal sealed record CatalogueAnswer(IReadOnlyList<Guid> Ids, int Total, IReadOnlyDictionary<Facet, IReadOnlyList<FacetValue>> Facets);

/// <summary>
/// All projects in memory, to be searched and counted: a bit set per facet value and per audience, and the folded search text of all in
/// one buffer. Reloaded when its stamp differs from the database's.
/// </summary>
internal sealed class ProjectCatalogue(IServiceScopeFactory scopes) : IDisposable
{
    private readonly SemaphoreSlim _loading = new(1, 1);
    private volatile CatalogueSnapshot? _snapshot;

    /// <summary>Answers a question as far as the viewer may see.</summary>
    public async Task<CatalogueAnswer> Ask(CatalogueQuestion question, Viewer viewer, CancellationToken ct) => (await Fresh(ct)).Answer(question, viewer, Words.Language);

    private async Task<CatalogueSnapshot> Fresh(CancellationToken ct)
    {
        await using var scope = scopes.CreateSystemScope("catalogue");
        var db = scope.ServiceProvider.GetRequiredService<VakaDb>();
        var stamp = await Stamp(db, ct);
        if (_snapshot is { } now && now.Stamp == stamp) return now;
        await _loading.WaitAsync(ct);
        try
        {
            if (_snapshot is { } loaded && loaded.Stamp == stamp) return loaded;
            return _snapshot = await CatalogueSnapshot.Load(db, stamp, ct);
        }
        finally
        {
            _loading.Release();
        }
    }

    // Answered from one index. The sum sees a change that was made before the latest one and committed after it.
    private static async Task<CatalogueStamp> Stamp(VakaDb db, CancellationToken ct) =>
        await db.Set<Project>().IgnoreQueryFilters().GroupBy(_ => 1).Select(g => new CatalogueStamp(g.Count(), g.Sum(p => (long)p.Revision), g.Max(p => p.ChangedAt))).SingleOrDefaultAsync(ct)
        ?? new(0, 0, default);

    public void Dispose() => _loading.Dispose();
}

/// <summary>What differs when any project has changed.</summary>
internal sealed record CatalogueStamp(int Count, long Revisions, DateTime Last);

/// <summary>The catalogue as it was at one moment.</summary>
internal sealed class CatalogueSnapshot
{
    private readonly Guid[] _ids;
    private readonly char[] _text;
    private readonly int[] _ends;
    private readonly BitSet _public;
    private readonly Dictionary<string, BitSet> _owned = new(StringComparer.Ordinal), _shared = new(StringComparer.Ordinal);
    private readonly Dictionary<Facet, SortedDictionary<string, (LocalText Label, BitSet Set)>> _facets = [];
    private readonly Dictionary<string, int[]> _orders = new(StringComparer.Ordinal);

    public CatalogueStamp Stamp { get; }

    private CatalogueSnapshot(List<Entry> entries, CatalogueStamp stamp, IReadOnlyDictionary<string, State> states)
    {
        Stamp = stamp;
        var count = entries.Count;
        _ids = new Guid[count];
        _ends = new int[count];
        _public = new(count);
        var text = new System.Text.StringBuilder();
        foreach (var facet in Enum.GetValues<Facet>()) _facets[facet] = new(StringComparer.Ordinal);
        for (var i = 0; i < count; i++)
        {
            var e = entries[i];
            _ids[i] = e.Id;
            text.Append(Folding.Fold($"{e.Key} {e.PrimaId} {string.Join(' ', e.Title.Languages.Values.Select(t => t.Text))}"));
            _ends[i] = text.Length;
            if (e.Audience == Audience.Public) _public.Add(i);
            Set(_owned, e.Owner, count).Add(i);
            foreach (var code in Codes.Split(e.SharedWith)) Set(_shared, code, count).Add(i);
            Put(Facet.Region, e.Region);
            Put(Facet.Type, e.Type);
            Put(Facet.Coverage, e.Coverage);
            Put(Facet.Status, e.Status);
            if (e.Year is { } year) Add(Facet.Year, year.ToString(CultureInfo.InvariantCulture), LocalText.Same(year.ToString(CultureInfo.InvariantCulture)), i);
            foreach (var code in Codes.Split(e.States)) Add(Facet.State, code, states.TryGetValue(code, out var s) ? s.Name : LocalText.Same(code), i);

            void Put(Facet facet, LocalText said)
            {
                if (!said.IsEmpty) Add(facet, said["en"] ?? said.For("en").Text, said, i);
            }
        }
        _text = new char[text.Length];
        text.CopyTo(0, _text, text.Length);
        var folded = entries.ConvertAll(e => Folding.Fold(e.Title.For("en").Text));
        _orders["title"] = Sorted((a, b) => string.CompareOrdinal(folded[a], folded[b]));
        _orders["year"] = Sorted((a, b) => (entries[b].Year ?? 0).CompareTo(entries[a].Year ?? 0));
        _orders["budget"] = Sorted((a, b) => (entries[b].Budget ?? -1).CompareTo(entries[a].Budget ?? -1));

        int[] Sorted(Comparison<int> by)
        {
            var order = Enumerable.Range(0, count).ToArray();
            Array.Sort(order, (a, b) => by(a, b) is var c and not 0 ? c : a.CompareTo(b));
            return order;
        }

        void Add(Facet facet, string value, LocalText label, int i)
        {
            var values = _facets[facet];
            if (!values.TryGetValue(value, out var known)) values[value] = known = (label, new(count));
            else if (known.Label.Languages.Count < label.Languages.Count) values[value] = known with { Label = label };
            known.Set.Add(i);
        }
    }

    public static async Task<CatalogueSnapshot> Load(VakaDb db, CatalogueStamp stamp, CancellationToken ct)
    {
        var states = await db.Set<State>().AsNoTracking().ToDictionaryAsync(s => s.Code, StringComparer.Ordinal, ct);
        var entries = await db.Set<Project>().AsNoTracking().OrderBy(p => p.Id)
            .Select(p => new Entry(p.Id, p.Key, p.PrimaId, p.Title, p.Owner, p.Audience, p.SharedWith, p.IdfRegion, p.Type, p.Coverage, p.Status, p.Year, p.States, p.Budget)).ToListAsync(ct);
        return new(entries, stamp, states);
    }

    /// <summary>Answers a question as far as the viewer may see.</summary>
    public CatalogueAnswer Answer(CatalogueQuestion question, Viewer viewer, string language)
    {
        var visible = Visible(viewer);
        if (!string.IsNullOrWhiteSpace(question.Q)) visible.And(Matching(Folding.Fold(question.Q).Split(' ', StringSplitOptions.RemoveEmptyEntries)));
        var chosen = question.Chosen.ToDictionary(c => c.Key, c => _facets[c.Key].TryGetValue(c.Value, out var v) ? v.Set : new BitSet(_ids.Length));
        var facets = new Dictionary<Facet, IReadOnlyList<FacetValue>>();
        foreach (var (facet, values) in _facets)
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
        foreach (var i in _orders.GetValueOrDefault(question.Sort) ?? _orders["title"])
        {
            if (!visible.Has(i) || seen++ < question.Skip) continue;
            ids.Add(_ids[i]);
            if (ids.Count == question.Take) break;
        }
        return new(ids, visible.Count(), facets);
    }

    // The same rule as the query filter: public, owned, or shared with one of the viewer's codes.
    private BitSet Visible(Viewer viewer)
    {
        var visible = _public.Copy();
        if (viewer.IsSystem) visible.Fill(_ids.Length);
        foreach (var owner in viewer.Owners)
            if (_owned.TryGetValue(owner, out var set)) visible.Or(set);
        foreach (var code in viewer.Codes)
            if (_shared.TryGetValue(code, out var set)) visible.Or(set);
        return visible;
    }

    private BitSet Matching(string[] words)
    {
        var matching = new BitSet(_ids.Length);
        for (var i = 0; i < _ids.Length; i++)
        {
            var begin = i == 0 ? 0 : _ends[i - 1];
            var text = _text.AsSpan(begin, _ends[i] - begin);
            var all = true;
            foreach (var word in words)
                if (!text.Contains(word, StringComparison.Ordinal))
                {
                    all = false;
                    break;
                }
            if (all) matching.Add(i);
        }
        return matching;
    }

    private static BitSet Set(Dictionary<string, BitSet> sets, string key, int count)
    {
        if (!sets.TryGetValue(key, out var set)) sets[key] = set = new(count);
        return set;
    }

    private sealed record Entry(Guid Id, string Key, string? PrimaId, LocalText Title, string Owner, Audience Audience, string SharedWith, LocalText Region, LocalText Type, LocalText Coverage, LocalText Status, int? Year, string States, long? Budget);
}
