using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Vaka.Assessment.Collect;

/// <summary>The built browser client, as <c>Collect.targets</c> embeds it: compressed with brotli, names with a hash of their content.</summary>
internal static class ClientFiles
{
    private static readonly Lazy<Index> Read = new(() =>
    {
        using var stream = Open("index.json");
        return JsonSerializer.Deserialize<Index>(stream, JsonSerializerOptions.Web)!;
    });

    /// <summary>Name of the script that the page loads.</summary>
    public static string Main => Read.Value.Main;

    /// <summary>Name of the style sheet.</summary>
    public static string Style => Read.Value.Style;

    /// <summary>All names, without the service worker.</summary>
    public static IReadOnlyList<string> Names => Read.Value.Files;

    /// <summary>A file's bytes, compressed with brotli.</summary>
    public static byte[] Compressed(string name)
    {
        using var stream = Open(name + ".br");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>A file's bytes, for clients that do not read brotli.</summary>
    public static byte[] Plain(string name)
    {
        using var stream = new BrotliStream(Open(name + ".br"), CompressionMode.Decompress);
        using var plain = new MemoryStream();
        stream.CopyTo(plain);
        return plain.ToArray();
    }

    /// <summary>Hex digits that change when any of these texts or any file does.</summary>
    public static string Version(params ReadOnlySpan<string> texts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', [.. Names, .. texts]))))[..16];

    private static Stream Open(string name) => typeof(ClientFiles).Assembly.GetManifestResourceStream("collect/" + name) ?? throw new InvalidOperationException($"The client was built without {name}.");

    private sealed record Index(string Main, string Style, IReadOnlyList<string> Files);
}
