using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Vaka.Kernel.Data;
using Vaka.Kernel.Ownership;

namespace Vaka.Assessment.Collection;

/// <summary>Hashes of the lists as devices get them, by what the lists held then.</summary>
internal sealed class EntityHashes
{
    private const int Most = 1000;
    private readonly ConcurrentDictionary<Guid, (string Stamp, string Md5)> _known = new();

    public string? Of(Guid list, string stamp) => _known.TryGetValue(list, out var known) && known.Stamp == stamp ? known.Md5 : null;

    public void Keep(Guid list, string stamp, string md5)
    {
        if (_known.Count >= Most) _known.Clear();
        _known[list] = (stamp, md5);
    }
}

/// <summary>Entity lists as the files that forms read: CSV with <c>name</c> (the UUID), <c>label</c>, <c>__version</c> and the properties, written row by row.</summary>
internal sealed class EntityFiles(VakaDb db, EntityHashes hashes)
{
    private const int Buffered = 64 * 1024;

    /// <summary>The lists that a form version reads, by the names of the files that it reads them from; a file of that name beside the form comes first.</summary>
    public async Task<List<(string File, EntityList List)>> Of(Guid version, string owner, CancellationToken ct)
    {
        var wanted = Codes.Split(await db.Set<FormVersion>().Where(v => v.Id == version && v.Owner == owner).Select(v => v.ListFiles).FirstOrDefaultAsync(ct));
        if (wanted.Length == 0) return [];
        var beside = (await db.Set<FormFile>().Where(f => f.VersionId == version).Select(f => f.Name).ToListAsync(ct)).ToHashSet(StringComparer.Ordinal);
        var names = wanted.Where(w => w.EndsWith(".csv", StringComparison.Ordinal) && !beside.Contains(w)).Select(w => w[..^4]).ToList();
        return [.. (await db.Set<EntityList>().AsNoTracking().Where(l => l.Owner == owner && names.Contains(l.Name)).OrderBy(l => l.Name).ToListAsync(ct)).Select(l => (l.Name + ".csv", l))];
    }

    /// <summary>MD5 of the bytes that <see cref="Write"/> writes now.</summary>
    public async Task<string> Md5(EntityList list, CancellationToken ct)
    {
        // Rows are never removed, and every save raises a revision: the sum tells any two states apart.
        var state = await db.Set<Entity>().Where(e => e.ListId == list.Id).GroupBy(_ => 1).Select(g => new { Count = g.Count(), Sum = g.Sum(e => (long)e.Revision) }).SingleOrDefaultAsync(ct);
        var stamp = $"{list.Properties} {state?.Count} {state?.Sum}";
        if (hashes.Of(list.Id, stamp) is { } known) return known;
#pragma warning disable CA5351 // OpenRosa's hash of what a device already holds; it guards nothing.
        using var md5 = MD5.Create();
#pragma warning restore CA5351
        await using (var into = new CryptoStream(Stream.Null, md5, CryptoStreamMode.Write)) await Write(list, into, ct);
        var hash = Convert.ToHexStringLower(md5.Hash!);
        hashes.Keep(list.Id, stamp, hash);
        return hash;
    }

    /// <summary>Writes the list; deleted entities are left out.</summary>
    public async Task Write(EntityList list, Stream to, CancellationToken ct)
    {
        var properties = Codes.Split(list.Properties);
        await using var text = new StreamWriter(to, new UTF8Encoding(false), Buffered, leaveOpen: true) { NewLine = "\n" };
        await text.WriteLineAsync(Line(["name", "label", "__version", .. properties]).AsMemory(), ct);
        await foreach (var entity in db.Set<Entity>().AsNoTracking().Where(e => e.ListId == list.Id && !e.Deleted).OrderBy(e => e.EntityId)
            .Select(e => new { e.EntityId, e.Label, e.Version, e.Data }).AsAsyncEnumerable().WithCancellation(ct))
        {
            var data = EntityUpdates.Read(entity.Data);
            await text.WriteLineAsync(Line([entity.EntityId, entity.Label, entity.Version.ToString(System.Globalization.CultureInfo.InvariantCulture), .. properties.Select(p => data.GetValueOrDefault(p, ""))]).AsMemory(), ct);
        }
    }

    /// <summary>Of the entities that a device asks for, those known here, each with whether it is no more. One that was made on the device and not sent yet is not known, and not gone.</summary>
    public async Task<List<(string Id, bool Deleted)>> Integrity(EntityList list, string ids, CancellationToken ct)
    {
        var asked = ids.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(i => i.ToLowerInvariant()).Distinct(StringComparer.Ordinal).ToList();
        var known = await db.Set<Entity>().Where(e => e.ListId == list.Id && asked.Contains(e.EntityId)).OrderBy(e => e.EntityId).Select(e => new { e.EntityId, e.Deleted }).ToListAsync(ct);
        return known.ConvertAll(e => (e.EntityId, e.Deleted));
    }

    // Values reach the device as they are: no guard against spreadsheets stands in them.
    private static string Line(IEnumerable<string> cells) =>
        string.Join(',', cells.Select(c => c.AsSpan().IndexOfAny("\",\r\n") >= 0 || (c.Length > 0 && (char.IsWhiteSpace(c[0]) || char.IsWhiteSpace(c[^1]))) ? $"\"{c.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : c));
}
