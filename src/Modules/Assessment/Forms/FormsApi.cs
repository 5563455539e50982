using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Vaka.Assessment.Collection;
using Vaka.Kernel.Data;
using Vaka.Kernel.Permissions;

namespace Vaka.Assessment.Forms;

/// <summary>Forms as files: the XForm that devices get, and the workbook that it was made from.</summary>
internal static class FormsApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var version = routes.MapGroup("/forms/{id:guid}/versions/{version:guid}").Public();
        version.MapGet("/xform", async (Guid id, Guid version, VakaDb db, CancellationToken ct) =>
            await db.Set<FormVersion>().AsNoTracking().Where(v => v.Id == version && v.FormId == id).Select(v => v.Xml).FirstOrDefaultAsync(ct) is { } xml
                ? Results.File(xml, "text/xml", $"{id:N}.xml") : Results.NotFound());
        version.MapGet("/source", async (Guid id, Guid version, VakaDb db, CancellationToken ct) =>
            await db.Set<FormVersion>().AsNoTracking().Where(v => v.Id == version && v.FormId == id && v.SourceName != "").Select(v => new { v.Source, v.SourceName }).FirstOrDefaultAsync(ct) is { } found
                ? Results.File(found.Source, "application/octet-stream", found.SourceName) : Results.NotFound());
    }
}
