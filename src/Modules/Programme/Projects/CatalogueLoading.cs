using System.Buffers;
using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Vaka.Kernel.Data;
using Vaka.Kernel.Ownership;
using Vaka.Kernel.Words;

namespace Vaka.Programme.Projects;

/// <summary>Makes a snapshot of the catalogue from the rows as they come, so that no more than one project is in memory as an object.</summary>
internal sealed class CatalogueLoading(IReadOnlyDictionary<string, State> states)
{
    private const int Many = 10_000;
    private readonly List<Guid> _ids = [];
    private readonly List<int> _ends = [], _public = [], _years = [];
    private readonly List<long> _budgets = [];
    private readonly Dictionary<string, List<int>> _owned = new(StringComparer.Ordinal), _shared = new(StringComparer.Ordinal);
    private readonly Dictionary<(Facet Facet, string Value), Labelled> _facets = [];
    private readonly ArrayBufferWriter<byte> _text = new();

    private sealed record Row(Guid Id, string Key, string? PrimaId, LocalText Title, string Owner, Audience Audience, string SharedWith, LocalText Region, LocalText Type, LocalText Coverage, LocalText Status, int? Year, string States, long? Budget);

    private sealed class Labelled(LocalText label)
    {
        public LocalText Label { get; set; } = label;

        public List<int> Projects { get; } = [];
    }

    /// <summary>All projects of the database.</summary>
    public static async Task<CatalogueSnapshot> Load(VakaDb db, CancellationToken ct)
    {
        var loading = new CatalogueLoading(await db.Set<State>().AsNoTracking().ToDictionaryAsync(s => s.Code, StringComparer.Ordinal, ct));
        await foreach (var row in db.Set<Project>().AsNoTracking()
            .Select(p => new Row(p.Id, p.Key, p.PrimaId, p.Title, p.Owner, p.Audience, p.SharedWith, p.IdfRegion, p.Type, p.Coverage, p.Status, p.Year, p.States, p.Budget)).AsAsyncEnumerable().WithCancellation(ct))
            loading.Take(row);
        var snapshot = loading.Snapshot();
        // The objects of all rows have just been garbage: give their pages back rather than hold them for the life of the server.
        if (snapshot.Ids.Length >= Many) GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, true, true);
        return snapshot;
    }

    private void Take(Row row)
    {
        var i = _ids.Count;
        _ids.Add(row.Id);
        var title = row.Title.For("en").Text;
        Write(Folding.Fold(title));
        _text.Write([CatalogueSnapshot.EndOfTitle]);
        Write(Folding.Fold($"{row.Key} {row.PrimaId} {string.Join(' ', row.Title.Languages.Values.Select(t => t.Text).Where(t => t != title))}"));
        _text.Write([CatalogueSnapshot.EndOfProject]);
        _ends.Add(_text.WrittenCount);
        if (row.Audience == Audience.Public) _public.Add(i);
        Numbers(_owned, row.Owner).Add(i);
        foreach (var code in Codes.Split(row.SharedWith)) Numbers(_shared, code).Add(i);
        Put(Facet.Region, row.Region, i);
        Put(Facet.Type, row.Type, i);
        Put(Facet.Coverage, row.Coverage, i);
        Put(Facet.Status, row.Status, i);
        if (row.Year is { } year) Put(Facet.Year, LocalText.Same(year.ToString(CultureInfo.InvariantCulture)), i);
        foreach (var code in Codes.Split(row.States)) Put(Facet.State, states.TryGetValue(code, out var s) ? s.Name : LocalText.Same(code), i, code);
        _years.Add(row.Year ?? 0);
        _budgets.Add(row.Budget ?? -1);
    }

    private void Write(string folded) => Encoding.UTF8.GetBytes(folded, _text);

    private void Put(Facet facet, LocalText said, int i, string? value = null)
    {
        if (said.IsEmpty) return;
        value ??= said["en"] ?? said.For("en").Text;
        if (!_facets.TryGetValue((facet, value), out var known)) _facets[(facet, value)] = known = new(said);
        else if (known.Label.Languages.Count < said.Languages.Count) known.Label = said;
        known.Projects.Add(i);
    }

    private static List<int> Numbers(Dictionary<string, List<int>> sets, string key)
    {
        if (!sets.TryGetValue(key, out var numbers)) sets[key] = numbers = [];
        return numbers;
    }

    private CatalogueSnapshot Snapshot()
    {
        var (text, ends) = (_text.WrittenSpan.ToArray(), _ends.ToArray());
        return new()
        {
            Ids = [.. _ids], Text = text, Ends = ends, Public = Set(_public),
            Owned = _owned.ToDictionary(o => o.Key, o => Set(o.Value), StringComparer.Ordinal),
            Shared = _shared.ToDictionary(o => o.Key, o => Set(o.Value), StringComparer.Ordinal),
            Facets = Enum.GetValues<Facet>().ToDictionary(f => f, f => new SortedDictionary<string, (LocalText, BitSet)>(
                _facets.Where(v => v.Key.Facet == f).ToDictionary(v => v.Key.Value, v => (v.Value.Label, Set(v.Value.Projects))), StringComparer.Ordinal)),
            Orders = new Dictionary<string, int[]>(StringComparer.Ordinal)
            {
                ["title"] = Sorted((a, b) => Of(a).SequenceCompareTo(Of(b))),
                ["year"] = Sorted((a, b) => _years[b].CompareTo(_years[a])),
                ["budget"] = Sorted((a, b) => _budgets[b].CompareTo(_budgets[a])),
            },
        };

        ReadOnlySpan<byte> Of(int i) => text.AsSpan((i == 0 ? 0 : ends[i - 1])..ends[i]);
    }

    private BitSet Set(List<int> numbers)
    {
        var set = new BitSet(_ids.Count);
        foreach (var i in numbers) set.Add(i);
        return set;
    }

    private int[] Sorted(Comparison<int> by)
    {
        var order = Enumerable.Range(0, _ids.Count).ToArray();
        // Equal ones in the order of their ids: the database need not sort for us, which took SQLite 16 MB.
        Array.Sort(order, (a, b) => by(a, b) is var c and not 0 ? c : _ids[a].CompareTo(_ids[b]));
        return order;
    }
}
