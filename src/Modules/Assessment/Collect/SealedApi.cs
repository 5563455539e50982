using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Vaka.Assessment.Collection;
using Vaka.Kernel.Permissions;

namespace Vaka.Assessment.Collect;

/// <summary>
/// What the browser client asks besides the addresses of <see cref="OpenRosaApi"/>: the key to seal to, and a way in for envelopes in chunks.
/// <c>POST sealed?id=SHA256&amp;size=BYTES&amp;offset=BYTES</c> answers 200 with <c>Upload-Offset</c> while more is to come, 409 with it when the chunk begins
/// elsewhere, and at the end what <c>submission</c> answers; <c>HEAD sealed?id=SHA256</c> tells the offset.
/// </summary>
internal static class SealedApi
{
    private const string UploadOffset = "Upload-Offset";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var key = routes.MapGroup("/key/{token}").Public().ExcludeFromDescription();
        key.MapGet("/seal", (HttpContext http, string token) => OpenRosaApi.With(http, token, (scope, device) => Key(http, scope, device)));
        key.MapMethods("/sealed", ["HEAD"], (HttpContext http, string token, string? id) => OpenRosaApi.With(http, token, async (scope, device) =>
        {
            Say(http, await scope.GetRequiredService<SealedUploads>().Offset(device, id ?? "", http.RequestAborted));
            return Results.NoContent();
        }));
        key.MapPost("/sealed", (HttpContext http, string token, string? id, int? size, int? offset) => OpenRosaApi.With(http, token, (scope, device) => Take(http, scope, device, id ?? "", size ?? 0, offset ?? 0)));
    }

    private static async Task<IResult> Key(HttpContext http, IServiceProvider scope, CollectDevice device)
    {
        var key = await scope.GetRequiredService<SealKeys>().Current(device.Owner, http.RequestAborted);
        http.Response.Headers.CacheControl = "no-store";
        return Results.Ok(new { id = key.KeyId, algorithm = "RSA-OAEP-256", key = Convert.ToBase64String(key.PublicKey), device = device.Label });
    }

    private static async Task<IResult> Take(HttpContext http, IServiceProvider scope, CollectDevice device, string id, int size, int offset)
    {
        if (await Chunk(http) is not { } chunk) return OpenRosaApi.Answer(http, StatusCodes.Status400BadRequest, "collect.cut-short");
        var progress = await scope.GetRequiredService<SealedUploads>().Take(device, id, size, offset, chunk, http.RequestAborted);
        if (progress.Receipt is { } receipt) return OpenRosaApi.Answer(http, receipt.Status, receipt.Key, receipt.Arguments);
        Say(http, progress.Offset);
        return Results.StatusCode(progress.Offset == offset + chunk.Length && chunk.Length > 0 ? StatusCodes.Status200OK : StatusCodes.Status409Conflict);
    }

    // Null for one that is too long, or was cut off on the way.
    private static async Task<byte[]?> Chunk(HttpContext http)
    {
        if (http.Request.ContentLength is not { } length || length > SealedUploads.MostChunk) return null;
        var chunk = new byte[length];
        try
        {
            await http.Request.Body.ReadExactlyAsync(chunk, http.RequestAborted);
            return chunk;
        }
        catch (Exception e) when (e is IOException or BadHttpRequestException)
        {
            return null;
        }
    }

    private static void Say(HttpContext http, int offset) => http.Response.Headers[UploadOffset] = offset.ToString(CultureInfo.InvariantCulture);
}
