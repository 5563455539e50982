using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Vaka.Capacity.Institutions;
using Vaka.Kernel.Data;
using Vaka.Kernel.Ownership;
using Vaka.Kernel.Permissions;
using Vaka.Kernel.Web;

namespace Vaka.Capacity.Ratings;

/// <summary>Capacity ratings as data.</summary>
internal static class CapacityApi
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapData("/capacity", async (string? owner, VakaDb db, CancellationToken ct) =>
        {
            var rows = await db.Set<CapacityRating>().AsNoTracking().Where(r => string.IsNullOrEmpty(owner) || r.Owner == owner).OrderBy(r => r.Owner).ThenBy(r => r.Key).ToListAsync(ct);
            var institutions = await db.Set<Institution>().AsNoTracking().ToDictionaryAsync(i => i.Id, i => i.Key, ct);
            string? Of(CapacityRating r) => institutions.GetValueOrDefault(r.InstitutionId);
            return new DataSheet(
                rows.Select(r => new { r.Key, r.Owner, r.Title, institution = Of(r), r.Level, r.Reason, r.Date, themes = Codes.Split(r.Themes), r.PublishedVersion, r.Fictional, r.Synthetic }),
                ["key", "owner", "title", "institution", "level", "reason", "date", "themes", "version", "fictional", "synthetic"],
                rows.Select(r => (IReadOnlyList<object?>)[r.Key, r.Owner, r.Title, Of(r), r.Level, r.Reason, r.Date, string.Join(';', Codes.Split(r.Themes)), r.PublishedVersion, r.Fictional, r.Synthetic]));
        }).Public().WithTags("capacity").WithSummary("Capacity ratings of institutions.");
}
