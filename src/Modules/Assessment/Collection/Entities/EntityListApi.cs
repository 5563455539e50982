using System.Xml.Linq;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Vaka.Assessment.Collection;

/// <summary>Entity lists for devices: their place in a form's manifest, the list itself, and which of the entities that a device carries are no more.</summary>
internal static class EntityListApi
{
    /// <summary>A form's lists as its manifest names them.</summary>
    public static async Task<List<XElement>> InManifest(IServiceProvider scope, CollectDevice device, Guid version, string at, CancellationToken ct)
    {
        var (files, entries, ns) = (scope.GetRequiredService<EntityFiles>(), new List<XElement>(), OpenRosaApi.Manifest);
        foreach (var (file, list) in await files.Of(version, device.Owner, ct))
            entries.Add(new(ns + "mediaFile", new XAttribute("type", "entityList"), new XElement(ns + "filename", file), new XElement(ns + "hash", "md5:" + await files.Md5(list, ct)),
                new XElement(ns + "downloadUrl", $"{at}/lists/{Uri.EscapeDataString(list.Name)}"), new XElement(ns + "integrityUrl", $"{at}/lists/{Uri.EscapeDataString(list.Name)}/integrity")));
        return entries;
    }

    /// <summary>The list, row by row; 304 to a device that has it.</summary>
    public static async Task<IResult> List(HttpContext http, IServiceProvider scope, CollectDevice device, Guid version, string name)
    {
        var (files, ct) = (scope.GetRequiredService<EntityFiles>(), http.RequestAborted);
        if (await Known(files, device, version, name, ct) is not { } list) return OpenRosaApi.Answer(http, StatusCodes.Status404NotFound, "collect.unknown-file");
        var tag = $"\"{await files.Md5(list, ct)}\"";
        http.Response.Headers.ETag = tag;
        if (http.Request.Headers.IfNoneMatch.ToString().Contains(tag, StringComparison.Ordinal)) return Results.StatusCode(StatusCodes.Status304NotModified);
        http.Response.ContentType = "text/csv; charset=utf-8";
        // Here and not in the result: the scope that reads ends with this method.
        await files.Write(list, http.Response.Body, ct);
        return Results.Empty;
    }

    /// <summary>Which of the entities asked for are no more.</summary>
    public static async Task<IResult> Integrity(HttpContext http, IServiceProvider scope, CollectDevice device, Guid version, string name)
    {
        var files = scope.GetRequiredService<EntityFiles>();
        if (await Known(files, device, version, name, http.RequestAborted) is not { } list) return OpenRosaApi.Answer(http, StatusCodes.Status404NotFound, "collect.unknown-file");
        var known = await files.Integrity(list, http.Request.Query["id"].ToString(), http.RequestAborted);
        return OpenRosaApi.Document(http, new("data", new XElement("entities", known.Select(e => new XElement("entity", new XAttribute("id", e.Id), new XElement("deleted", e.Deleted ? "true" : "false"))))));
    }

    private static async Task<EntityList?> Known(EntityFiles files, CollectDevice device, Guid version, string name, CancellationToken ct) =>
        (await files.Of(version, device.Owner, ct)).Find(f => f.List.Name == name).List;
}
