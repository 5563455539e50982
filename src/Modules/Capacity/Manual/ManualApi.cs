using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Vaka.Kernel.Data;
using Vaka.Kernel.Ownership;
using Vaka.Kernel.Permissions;
using Vaka.Kernel.Web;

namespace Vaka.Capacity.Manual;

/// <summary>The manual as data.</summary>
internal static class ManualApi
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapData("/manual", async (string? owner, VakaDb db, CancellationToken ct) =>
        {
            var rows = await db.Set<ManualBlock>().AsNoTracking().Where(r => string.IsNullOrEmpty(owner) || r.Owner == owner).OrderBy(r => r.Owner).ThenBy(r => r.Key).ToListAsync(ct);
            return new DataSheet(
                rows.Select(r => new { r.Key, r.Owner, r.Title, r.Body, themes = Codes.Split(r.Themes), r.PublishedVersion, r.Fictional, r.Synthetic }),
                ["key", "owner", "title", "body", "themes", "version", "fictional", "synthetic"],
                rows.Select(r => (IReadOnlyList<object?>)[r.Key, r.Owner, r.Title, r.Body, string.Join(';', Codes.Split(r.Themes)), r.PublishedVersion, r.Fictional, r.Synthetic]));
        }).Public().WithTags("capacity").WithSummary("The manual.");
}
