using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Vaka.Kernel.Failures;

namespace Vaka.Kernel.Operations;

/// <summary>An archive that was checked whole: its seal, its manifest, each table's hash, row count and every cell.</summary>
internal sealed class BackupArchive : IAsyncDisposable
{
    private readonly FileStream _stream;
    private readonly ZipArchive _zip;

    private BackupArchive(FileStream stream, ZipArchive zip, BackupManifest manifest) => (_stream, _zip, Manifest) = (stream, zip, manifest);

    public BackupManifest Manifest { get; }

    /// <exception cref="PlainException">It is not a backup, is damaged, or was made by a newer version.</exception>
    public static async Task<BackupArchive> Open(string file, Action<string, long>? says, CancellationToken ct)
    {
        if (!File.Exists(file)) throw new PlainException("restore.no-file", file);
        var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 81920, useAsync: true);
        BackupArchive? archive = null;
        try
        {
            await CheckSeal(stream, file, ct);
            stream.Position = 0;
            var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true, Encoding.UTF8);
            archive = new(stream, zip, await ReadManifest(zip, ct));
            archive.CheckEntries();
            foreach (var table in archive.Manifest.Tables)
            {
                await foreach (var _ in archive.Rows(table, ct)) { }
                says?.Invoke(table.Name, table.Rows);
            }
            return archive;
        }
        catch (Exception e) when (e is InvalidDataException or JsonException or FormatException or EndOfStreamException or DecoderFallbackException or NotSupportedException or KeyNotFoundException or OverflowException or ArgumentException or InvalidOperationException)
        {
            await stream.DisposeAsync();
            throw new PlainException("restore.damaged", file);
        }
        catch
        {
            await stream.DisposeAsync();
            throw;
        }
    }

    /// <summary>The rows of a table in the order of its columns, checked as they are read.</summary>
    public async IAsyncEnumerable<object?[]> Rows(BackupTable table, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        using var sha = SHA256.Create();
        var rows = 0L;
        await using var entry = await _zip.GetEntry($"tables/{table.Name}.jsonl")!.OpenAsync(ct);
        await using var hashed = new CryptoStream(entry, sha, CryptoStreamMode.Read);
        using var reader = new StreamReader(hashed, new UTF8Encoding(false, throwOnInvalidBytes: true));
        while (await reader.ReadLineAsync(ct) is { } line)
        {
            using var document = JsonDocument.Parse(line);
            var (row, i) = (new object?[table.Columns.Count], 0);
            foreach (var cell in document.RootElement.EnumerateObject())
            {
                if (i >= row.Length || cell.Name != table.Columns[i].Name) throw new InvalidDataException(table.Name);
                row[i] = Cells.Parse(cell.Value, table.Columns[i]);
                i++;
            }
            if (i != row.Length) throw new InvalidDataException(table.Name);
            rows++;
            yield return row;
        }
        if (rows != table.Rows || Convert.ToHexStringLower(sha.Hash!) != table.Sha256) throw new InvalidDataException(table.Name);
    }

    public async ValueTask DisposeAsync()
    {
        await _zip.DisposeAsync();
        await _stream.DisposeAsync();
    }

    private static async Task CheckSeal(FileStream stream, string file, CancellationToken ct)
    {
        var tail = Backup.Seal.Length + 64;
        if (stream.Length < tail) throw new PlainException("restore.not-a-backup", file);
        var bytes = new byte[tail];
        stream.Position = stream.Length - tail;
        await stream.ReadExactlyAsync(bytes, ct);
        var text = Encoding.Latin1.GetString(bytes);
        if (!text.StartsWith(Backup.Seal, StringComparison.Ordinal)) throw new PlainException("restore.not-a-backup", file);
        if (await Backup.Digest(stream, ct) != text[Backup.Seal.Length..]) throw new PlainException("restore.damaged", file);
    }

    private static async Task<BackupManifest> ReadManifest(ZipArchive zip, CancellationToken ct)
    {
        await using var entry = await (zip.GetEntry("manifest.json") ?? throw new InvalidDataException("manifest.json")).OpenAsync(ct);
        using var document = await JsonDocument.ParseAsync(entry, cancellationToken: ct);
        // The version first: what a later layout looks like is not known here.
        if (document.RootElement.GetProperty("format").GetInt32() is var format && format > Backup.Format) throw new PlainException("restore.newer", document.RootElement.GetProperty("product").GetString());
        var manifest = document.Deserialize<BackupManifest>(Backup.Json);
        return manifest is { Tables: not null, Migration: not null, Product: not null } && manifest.Tables.All(t => t is { Name: not null, Columns: not null, Sha256: not null } && t.Columns.All(c => c is { Name: not null, Type: not null })) ? manifest : throw new InvalidDataException("manifest.json");
    }

    private void CheckEntries()
    {
        var expected = Manifest.Tables.Select(t => $"tables/{t.Name}.jsonl").Append("manifest.json").Order(StringComparer.Ordinal);
        if (!expected.SequenceEqual(_zip.Entries.Select(e => e.FullName).Order(StringComparer.Ordinal), StringComparer.Ordinal)) throw new InvalidDataException("entries");
    }
}
