using Microsoft.AspNetCore.Http;

namespace Vaka.Assessment.Collection;

/// <summary>Files as a client posts them.</summary>
internal static class Uploads
{
    /// <summary>Name of a posted file.</summary>
    public static string NameOf(IFormFile file) => NameOf(file.FileName.Length > 0 ? file.FileName : file.Name);

    /// <summary>Whatever folders a name pretends to be in, it is a name; and no longer than one may be.</summary>
    public static string NameOf(string path)
    {
        var name = path.Split('/', '\\')[^1].Trim();
        if (name is "" or "." or "..") name = "file";
        return name.Length <= 255 ? name : name[^255..];
    }

    /// <summary>All of it.</summary>
    public static async Task<byte[]> Bytes(IFormFile file, CancellationToken ct)
    {
        var bytes = new byte[file.Length];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(bytes, ct);
        return bytes;
    }
}
