using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Vaka.Kernel.Failures;
using Vaka.Kernel.Operations;

namespace Vaka.Fuzz.Targets;

/// <summary>Backups: damaged as files, and damaged inside and sealed again, as only somebody who means it does.</summary>
internal static class ArchiveTargets
{
    private const string Manifest = """
        {"format":1,"product":"0.1.0","provider":"sqlite","migration":"Initial","created":"2026-01-01T00:00:00Z","tables":[
         {"name":"t","rows":2,"sha256":"{sha}","columns":[{"name":"id","type":"id","nullable":false},{"name":"n","type":"int","nullable":true},{"name":"at","type":"moment","nullable":false},
          {"name":"day","type":"day","nullable":true},{"name":"b","type":"bytes","nullable":true},{"name":"s","type":"text","nullable":true},{"name":"ok","type":"bool","nullable":false}]}]}
        """;

    private const string Rows = """
        {"id":"0199aaaa-0000-7000-8000-000000000001","n":1,"at":"2026-01-01T00:00:00.0000000Z","day":"2026-01-01","b":"AQID","s":"Haʻatolu","ok":true}
        {"id":"0199aaaa-0000-7000-8000-000000000002","n":null,"at":"2026-01-01T00:00:00.0000000Z","day":null,"b":null,"s":"a\nb","ok":false}

        """;

    public static IReadOnlyList<ITarget> Make(byte[] backup) =>
    [
        new PureTarget("archive", 200, [backup], bytes => Open(bytes)),
        new PureTarget("archive-inside", 300, [Encoding.UTF8.GetBytes($"{Manifest}\0{Rows}")], bytes => Open(Sealed(bytes))),
    ];

    private static void Open(byte[] bytes)
    {
        var file = Path.Combine(Path.GetTempPath(), $"vaka-fuzz-{Environment.ProcessId}-{Environment.CurrentManagedThreadId}.vaka");
        File.WriteAllBytes(file, bytes);
        try
        {
            using (BackupArchive.Open(file, null, CancellationToken.None).GetAwaiter().GetResult().AsDisposable()) { }
        }
        catch (PlainException e)
        {
            if (!e.Message.StartsWith("restore.", StringComparison.Ordinal)) throw;
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static Waiting AsDisposable(this IAsyncDisposable archive) => new(archive);

    // Manifest, a NUL, rows; the rows' hash is put in, so that what stands in them is read.
    private static byte[] Sealed(byte[] input)
    {
        var cut = Array.IndexOf(input, (byte)0);
        var (manifest, rows) = cut < 0 ? (input, Encoding.UTF8.GetBytes(Rows)) : (input[..cut], input[(cut + 1)..]);
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Put(zip, "tables/t.jsonl", rows);
            var sha = Convert.ToHexStringLower(SHA256.HashData(rows));
            Put(zip, "manifest.json", Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(manifest).Replace("{sha}", sha, StringComparison.Ordinal)));
            zip.Comment = Backup.Seal + new string('0', 64);
        }
        var bytes = stream.ToArray();
        Encoding.ASCII.GetBytes(Convert.ToHexStringLower(SHA256.HashData(bytes.AsSpan(0, bytes.Length - 64)))).CopyTo(bytes, bytes.Length - 64);
        return bytes;
    }

    private static void Put(ZipArchive zip, string name, byte[] content)
    {
        using var entry = zip.CreateEntry(name, CompressionLevel.NoCompression).Open();
        entry.Write(content);
    }

    private sealed class Waiting(IAsyncDisposable held) : IDisposable
    {
        public void Dispose() => held.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }
}
