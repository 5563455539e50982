using Microsoft.EntityFrameworkCore;
using Vaka.Contracts.Evidence;
using Vaka.Evidence.Chain;
using Vaka.Kernel.Chain;
using Vaka.Kernel.Data;
using Vaka.Kernel.Importing;
using Vaka.Kernel.Ownership;

namespace Vaka.Evidence.Packs;

/// <summary>One pack being imported.</summary>
internal sealed class PackRun(string folder, string? owner, ImportReport report, VakaDb db, IChain chain, ImportMemory memory, States states, IThemes themes) : IPack
{
    private readonly Dictionary<(string Kind, string Owner, string Key), Ref> _refs = [];
    private readonly Dictionary<Type, object> _loaded = [];
    private readonly List<(string Kind, string Owner, string Key, string Hash, Row Row)> _written = [];
    private readonly HashSet<(string Kind, string Owner, string Key)> _seen = [];
    // Rows with errors of their own: who names one of them is not told that it is unknown.
    private readonly HashSet<(Type Type, string Key)> _failed = [];
    private readonly HashSet<(string Kind, string Key)> _failedKinds = [];
    // Keys of rows that a file may not even have come to offer, because what they stand under was not found.
    private readonly HashSet<string> _skipped = new(StringComparer.Ordinal);
    private HashSet<string>? _themes;

    private const int LongestKey = 80, LongestCodes = 400;

    public string Folder => folder;

    public ImportReport Report => report;

    public async ValueTask<string> OwnerOf(SheetRow row, string column = "owner")
    {
        var named = row.Optional(column) ?? owner;
        if (named is null) row.Error(column, "import.no-owner");
        else if (!(await states.All()).ContainsKey(named)) row.Error(column, "import.unknown-owner", named);
        else return named;
        return "";
    }

    public async Task<T?> Upsert<T>(SheetRow row, Func<string, string, T> create, Action<T> apply, IEnumerable<(string Column, string Reference)>? alsoBecause = null, string keyColumn = "key", CancellationToken ct = default)
        where T : ChainRow
    {
        var done = await Take(row, create, apply, alsoBecause, keyColumn, ct);
        if (done is not null || row[keyColumn] is not { Length: > 0 } key) return done;
        _failed.Add((typeof(T), key));
        _failedKinds.Add((create("", key).Kind, key));
        return null;
    }

    private async Task<T?> Take<T>(SheetRow row, Func<string, string, T> create, Action<T> apply, IEnumerable<(string Column, string Reference)>? alsoBecause, string keyColumn, CancellationToken ct)
        where T : ChainRow
    {
        var errors = report.Errors;
        var (own, key) = (await OwnerOf(row), row.Required(keyColumn));
        if (key.Length > LongestKey) row.Error(keyColumn, "import.too-long", key.Length, LongestKey);
        if (own.Length == 0 || key.Length is 0 or > LongestKey) return null;
        var rows = await Loaded<T>(ct);
        var exists = rows.TryGetValue((own, key), out var item);
        item ??= create(own, key);
        if (!_seen.Add((item.Kind, own, key)))
        {
            row.Error(keyColumn, "import.key-twice", key);
            return null;
        }
        var because = new List<Ref>();
        foreach (var (column, reference) in row.List("because").Select(r => ("because", r)).Concat(alsoBecause ?? []))
            if (await Resolve(row, column, reference, item.Kind, own, key, ct) is { } found) because.Add(found);

        var fate = await memory.Decide(item.Kind, own, key, row, exists ? item : null, report, ct);
        if (fate is ImportFate.Create or ImportFate.Update)
        {
            await ReadCommon(row, item, fate == ImportFate.Create, ct);
            apply(item);
            if (report.Errors > errors || !row.Fits(db, item)) return null;
            if (fate == ImportFate.Create) db.Add(rows[(own, key)] = item);
            await chain.Publish(item, because, ct);
        }
        if (report.Errors > errors) return null;
        if (fate != ImportFate.Keep) _written.Add((item.Kind, own, key, row.Hash, item));
        if (item.PublishedVersion > 0) _refs[(item.Kind, own, key)] = item.Published();
        return item;
    }

    public async Task<T?> UpsertPlain<T>(SheetRow row, string kind, string owner, string key, T? existing, Func<T> create, Action<T> apply, CancellationToken ct = default) where T : Row
    {
        var errors = report.Errors;
        if (!_seen.Add((kind, owner, key)))
        {
            row.Error(null, "import.key-twice", key);
            return null;
        }
        var fate = await memory.Decide(kind, owner, key, row, existing, report, ct);
        var item = existing ?? create();
        if (fate is ImportFate.Create or ImportFate.Update)
        {
            apply(item);
            if (report.Errors > errors || !row.Fits(db, item)) return null;
            if (fate == ImportFate.Create) db.Add(item);
        }
        if (fate != ImportFate.Keep) _written.Add((kind, owner, key, row.Hash, item));
        return item;
    }

    public async Task Follow(ChainRow row, IReadOnlyCollection<Ref> because, CancellationToken ct = default)
    {
        if (await chain.Follow(row, because, ct)) _refs[(row.Kind, row.Owner, row.Key)] = row.Published();
    }

    public async Task<T?> Find<T>(SheetRow row, string column, string owner, string key, CancellationToken ct = default) where T : ChainRow
    {
        if (key.Length == 0) return null;
        if ((await Loaded<T>(ct)).TryGetValue((owner, key), out var found)) return found;
        if (!_failed.Contains((typeof(T), key)) && !_skipped.Contains(key)) row.Error(column, "import.unknown-reference", key);
        _skipped.Add(row["key"]);
        return null;
    }

    /// <summary>After all files: remembers each written row at the revision it ended at.</summary>
    public async Task Finish(CancellationToken ct)
    {
        foreach (var (kind, own, key, hash, item) in _written) await memory.RememberAt(kind, own, key, hash, item.Revision, ct);
    }

    private async Task ReadCommon<T>(SheetRow row, T item, bool isNew, CancellationToken ct) where T : ChainRow
    {
        item.Title = row.Text("title", true);
        item.Summary = row.Text("summary");
        item.Fictional = row.YesNo("fictional");
        item.Synthetic = row.YesNo("synthetic");
        _themes ??= (await themes.All(ct)).Select(t => t.Id).ToHashSet(StringComparer.Ordinal);
        var named = row.List("themes");
        foreach (var unknown in named.Where(t => !_themes.Contains(t))) row.Error("themes", "import.unknown-theme", unknown);
        item.Themes = Codes.Join(named);
        if (item.Themes.Length > LongestCodes) row.Error("themes", "import.too-long", item.Themes.Length, LongestCodes);
        // The audience is the owner's act: a file sets it once, when the row is made.
        if (isNew) await ReadAudience(row, item, ct);
    }

    private async Task ReadAudience(SheetRow row, ChainRow item, CancellationToken ct)
    {
        switch (row["audience"].ToLowerInvariant())
        {
            case "" or "owner": break;
            case "public": item.Audience = Audience.Public; break;
            case "region":
                if (await states.RegionOf(item.Owner, ct) is { } region) (item.Audience, item.SharedWith) = (Audience.Region, Codes.Join([region]));
                else row.Error("audience", "share.no-region");
                break;
            default:
                var all = await states.All(ct);
                var named = row.List("audience");
                foreach (var unknown in named.Where(n => !all.ContainsKey(n))) row.Error("audience", "import.unknown-owner", unknown);
                (item.Audience, item.SharedWith) = (Audience.Named, Codes.Join(named));
                if (item.SharedWith.Length > LongestCodes) row.Error("audience", "import.too-long", item.SharedWith.Length, LongestCodes);
                break;
        }
    }

    private async Task<Ref?> Resolve(SheetRow row, string column, string reference, string toKind, string own, string ownKey, CancellationToken ct)
    {
        var colon = reference.IndexOf(':', StringComparison.Ordinal);
        if (colon < 1 || colon == reference.Length - 1)
        {
            row.Error(column, "import.bad-reference", reference);
            return null;
        }
        var (kind, key) = (reference[..colon], reference[(colon + 1)..]);
        if (EdgeTypes.Between(kind, toKind) is null)
        {
            row.Error(column, "import.cannot-follow", toKind, kind, string.Join(", ", EdgeTypes.Before(toKind)));
            return null;
        }
        if (kind == toKind && key == ownKey)
        {
            row.Error(column, "import.follows-itself", reference);
            return null;
        }
        if (_refs.TryGetValue((kind, own, key), out var here)) return here;
        var found = await db.Set<ChainVersion>().AsNoTracking().Where(v => v.Kind == kind && v.Key == key && v.IsLatest)
            .OrderBy(v => v.Owner == own ? 0 : 1).FirstOrDefaultAsync(ct);
        if (found is not null) return found.Ref;
        var other = _refs.FirstOrDefault(r => r.Key.Kind == kind && r.Key.Key == key);
        if (other.Value.Kind is not null) return other.Value;
        if (!_failedKinds.Contains((kind, key)) && !_skipped.Contains(key)) row.Error(column, "import.unknown-reference", reference);
        return null;
    }

    private async Task<Dictionary<(string Owner, string Key), T>> Loaded<T>(CancellationToken ct) where T : ChainRow
    {
        if (_loaded.TryGetValue(typeof(T), out var loaded)) return (Dictionary<(string, string), T>)loaded;
        var rows = await db.Set<T>().ToDictionaryAsync(r => (r.Owner, r.Key), ct);
        _loaded[typeof(T)] = rows;
        return rows;
    }
}
