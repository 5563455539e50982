using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using QRCoder;

namespace Vaka.Assessment.Collection;

/// <summary>What ODK Collect and KoboCollect read from a picture: their settings as base64(zlib(JSON)), so that nobody types an address.</summary>
internal static class CollectQr
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The text of the code.</summary>
    /// <param name="address">What would be typed as server URL: <c>…/key/TOKEN</c>, or <c>…/openrosa</c> with name and secret.</param>
    /// <param name="projectName">What the client calls the project.</param>
    /// <param name="userName">Name of the device; null for an address with its token.</param>
    /// <param name="secret">Secret of the device.</param>
    public static string Content(string address, string projectName, string? userName = null, string? secret = null)
    {
        var general = new Dictionary<string, object> { ["server_url"] = address };
        if (userName is not null) (general["username"], general["password"]) = (userName, secret ?? "");
        var json = JsonSerializer.SerializeToUtf8Bytes(new { general, admin = new Dictionary<string, object>(), project = new { name = projectName } }, Plain);
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true)) zlib.Write(json);
        return Convert.ToBase64String(packed.ToArray());
    }

    /// <summary>The code as a picture: SVG without style or script, with a name for those who do not see it.</summary>
    public static string Svg(string address, string projectName, string? userName = null, string? secret = null)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(Content(address, projectName, userName, secret), QRCodeGenerator.ECCLevel.L);
        // The quiet zone of four modules is in the matrix already.
        var rows = code.ModuleMatrix;
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
            for (var x = 0; x < rows.Count; x++)
            {
                if (!rows[y][x]) continue;
                var from = x;
                while (x < rows.Count && rows[y][x]) x++;
                path.Append(CultureInfo.InvariantCulture, $"M{from} {y}h{x - from}v1h-{x - from}z");
            }
        return string.Create(CultureInfo.InvariantCulture,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {rows.Count} {rows.Count}\" width=\"{rows.Count * 5}\" height=\"{rows.Count * 5}\" role=\"img\" shape-rendering=\"crispEdges\"><title>{SecurityElement.Escape(projectName)}</title><path fill=\"#fff\" d=\"M0 0h{rows.Count}v{rows.Count}H0z\"/><path fill=\"#000\" d=\"{path}\"/></svg>");
    }
}
