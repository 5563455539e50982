using System.Buffers;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Vaka.Kernel.Data;
using Vaka.Kernel.Failures;

namespace Vaka.Kernel.Operations;

/// <summary>What an archive says of itself.</summary>
/// <param name="Format">Version of the archive's layout; 1.</param>
/// <param name="Product">Version of Vaka that wrote it.</param>
/// <param name="Provider"><c>sqlite</c> or <c>postgres</c>; either restores into either.</param>
/// <param name="Migration">Name of the last migration without its time, which differs between the providers.</param>
/// <param name="Created">UTC.</param>
/// <param name="Tables">Tables, a table after those it points to.</param>
public sealed record BackupManifest(int Format, string Product, string Provider, string Migration, DateTime Created, IReadOnlyList<BackupTable> Tables);

/// <summary>One table of an archive: <c>tables/NAME.jsonl</c>, a JSON object a line.</summary>
public sealed record BackupTable(string Name, long Rows, string Sha256, IReadOnlyList<Column> Columns);

/// <summary>
/// Writes everything into one zip file, neutral to the database, at one moment beside a running server. The archive is as secret as the
/// database: it holds password hashes and the keys of cookies. Its comment ends with the SHA-256 of every byte before it, so that no
/// damage goes unseen, wherever it lies.
/// </summary>
public static class Backup
{
    /// <summary>Version of the layout.</summary>
    public const int Format = 1;

    /// <summary>What stands in the zip's comment before the 64 hex digits.</summary>
    internal const string Seal = "vaka-backup sha256:";

    internal static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the archive to <c>FILE.tmp</c>, then renames it.</summary>
    /// <param name="db">The database.</param>
    /// <param name="file">Where to; must not exist.</param>
    /// <param name="now">UTC.</param>
    /// <param name="says">Hears each table's name and rows.</param>
    /// <param name="ct">Stops; nothing is left behind.</param>
    /// <exception cref="PlainException">The file exists, or the database is not of this version.</exception>
    public static async Task<BackupManifest> Write(VakaDb db, string file, DateTime now, Action<string, long>? says = null, CancellationToken ct = default)
    {
        if (Path.Exists(file)) throw new PlainException("backup.exists", file);
        var (temporary, last) = (file + ".tmp", (await db.Database.GetAppliedMigrationsAsync(ct)).LastOrDefault());
        if (last is null || (await db.Database.GetPendingMigrationsAsync(ct)).Any()) throw new PlainException("backup.not-migrated");
        try
        {
            BackupManifest manifest;
            await using (var stream = new FileStream(temporary, Options()))
            {
                await using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8))
                {
                    var tables = new List<BackupTable>();
                    await using (var snapshot = await Snapshot.Open(db, ct))
                        foreach (var table in Table.Of(db))
                        {
                            tables.Add(await Add(zip, table, snapshot, ct));
                            says?.Invoke(table.Name, tables[^1].Rows);
                        }
                    manifest = new(Format, Version(), db.Database.IsNpgsql() ? "postgres" : "sqlite", NameOf(last), now, tables);
                    await using (var entry = await zip.CreateEntry("manifest.json").OpenAsync(ct)) await JsonSerializer.SerializeAsync(entry, manifest, Json, ct);
                    zip.Comment = Seal + new string('0', 64);
                }
                await SealIt(stream, ct);
                stream.Flush(flushToDisk: true);
            }
            if (Path.Exists(file)) throw new PlainException("backup.exists", file);
            File.Move(temporary, file);
            return manifest;
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    /// <summary><c>20261124041242_Initial</c> is <c>Initial</c>.</summary>
    internal static string NameOf(string migration) => migration[(migration.IndexOf('_', StringComparison.Ordinal) + 1)..];

    internal static string Version() => typeof(Backup).Assembly.GetName().Version!.ToString(3);

    private static FileStreamOptions Options()
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.ReadWrite, Share = FileShare.None, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }

    private static async Task<BackupTable> Add(ZipArchive zip, Table table, Snapshot snapshot, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (rows, line) = (0L, new ArrayBufferWriter<byte>());
        await using var entry = await zip.CreateEntry($"tables/{table.Name}.jsonl", CompressionLevel.Fastest).OpenAsync(ct);
        await foreach (var row in snapshot.Rows(table, ct))
        {
            WriteLine(line, table, row);
            hash.AppendData(line.WrittenSpan);
            await entry.WriteAsync(line.WrittenMemory, ct);
            rows++;
        }
        return new(table.Name, rows, Convert.ToHexStringLower(hash.GetHashAndReset()), table.Columns);
    }

    internal static void WriteLine(ArrayBufferWriter<byte> line, Table table, object?[] row)
    {
        line.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(line, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true }))
        {
            json.WriteStartObject();
            for (var i = 0; i < row.Length; i++)
            {
                json.WritePropertyName(table.Columns[i].Name);
                Cells.Write(json, row[i]);
            }
            json.WriteEndObject();
        }
        line.Write("\n"u8);
    }

    // The comment is the zip's last field, so the digits are the file's last bytes.
    private static async Task SealIt(FileStream stream, CancellationToken ct)
    {
        var digits = await Digest(stream, ct);
        stream.Position = stream.Length - 64;
        await stream.WriteAsync(Encoding.ASCII.GetBytes(digits), ct);
    }

    /// <summary>SHA-256 of all but the last 64 bytes, hex.</summary>
    internal static async Task<string> Digest(FileStream stream, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (buffer, left) = (new byte[81920], stream.Length - 64);
        stream.Position = 0;
        while (left > 0)
        {
            var read = await stream.ReadAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, left)), ct);
            if (read == 0) throw new EndOfStreamException();
            hash.AppendData(buffer, 0, read);
            left -= read;
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
