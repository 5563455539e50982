using System.Globalization;
using System.Text;

namespace Vaka.Kernel.Importing;

/// <summary>Reads and decodes text files.</summary>
public static class TextFile
{
    /// <summary>Largest file read, in bytes.</summary>
    public const long MostBytes = 64L * 1024 * 1024;

    /// <summary>The text of a file of the disk; null, with an error in the report, when it cannot be read.</summary>
    public static async Task<string?> Read(string path, ImportReport report, CancellationToken ct = default) =>
        await Bytes(path, report, ct) is { } bytes ? Decode(Path.GetFileName(path), bytes, report) : null;

    internal static async Task<byte[]?> Bytes(string path, ImportReport report, CancellationToken ct)
    {
        var name = Path.GetFileName(path);
        if (!File.Exists(path))
        {
            report.Add(new(true, name, 0, null, "import.file-missing"));
            return null;
        }
        await using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 81920, useAsync: true);
        if (stream.CanSeek && stream.Length > MostBytes) return TooLarge(stream.Length);
        // The length is only a promise: a pipe and a device have none.
        using var bytes = new MemoryStream(stream.CanSeek ? (int)stream.Length : 0);
        var buffer = new byte[81920];
        for (int read; (read = await stream.ReadAsync(buffer, ct)) > 0;)
        {
            if (bytes.Length + read > MostBytes) return TooLarge(bytes.Length + read);
            bytes.Write(buffer, 0, read);
        }
        return bytes.ToArray();

        byte[]? TooLarge(long length)
        {
            report.Add(new(true, name, 0, null, "import.file-too-large", (length + Mega - 1) / Mega, MostBytes / Mega));
            return null;
        }
    }

    private const long Mega = 1_048_576;

    private static readonly UTF8Encoding Strict = new(false, true);
    private static readonly System.Buffers.SearchValues<char> Controls =
        System.Buffers.SearchValues.Create([.. Enumerable.Range(0, 32).Select(c => (char)c).Except(['\t', '\n', '\r', '\f'])]);

    /// <summary>The text of a UTF-8 file, NFC, without its byte-order mark; null, with an error that names the line, when it is in another encoding or holds control characters.</summary>
    public static string? Decode(string file, byte[] bytes, ImportReport report)
    {
        if (bytes.Length == 0) return Fail(0, "import.file-empty");
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..]) return Fail(0, "import.utf-16");
        if (bytes is [(byte)'P', (byte)'K', 3, 4, ..]) return Fail(0, "import.is-zip");
        string text;
        try
        {
            text = Strict.GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException e)
        {
            return Fail(1 + bytes.AsSpan(0, Math.Clamp(e.Index, 0, bytes.Length)).Count((byte)'\n'), "import.not-utf-8");
        }
        var control = text.AsSpan().IndexOfAny(Controls);
        if (control >= 0) return Fail(1 + text.AsSpan(0, control).Count('\n'), "import.control-character", ((int)text[control]).ToString("X2", CultureInfo.InvariantCulture));
        try
        {
            return text.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            return Fail(0, "import.not-utf-8");
        }

        string? Fail(int line, string key, params object?[] arguments)
        {
            report.Add(new(true, file, line, null, key, arguments));
            return null;
        }
    }
}
