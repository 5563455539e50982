using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Vaka.Kernel.Data;
using Vaka.Kernel.Permissions;
using Vaka.Kernel.Web;
using Vaka.Law.Instruments;

namespace Vaka.Law.Amendments;

/// <summary>Amendments as data: what the viewer may see of them.</summary>
internal static class AmendmentApi
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapData("/amendments", async (string? owner, VakaDb db, CancellationToken ct) =>
        {
            var amendments = await db.Set<Amendment>().AsNoTracking().Where(a => owner == null || a.Owner == owner).OrderBy(a => a.Owner).ThenBy(a => a.Key).ToListAsync(ct);
            var ids = amendments.ConvertAll(a => a.ProvisionId);
            var provisions = await db.Set<Provision>().AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, ct);
            return new DataSheet(
                amendments.Select(a => new
                {
                    a.Key, a.Owner, a.Title, provision = provisions.GetValueOrDefault(a.ProvisionId)?.Key, a.State, a.CommencedOn, a.Priority, a.Reason, a.Before, a.After, a.Fictional, a.Path,
                }),
                ["key", "owner", "title", "provision", "state", "commenced_on", "priority", "reason", "before", "after", "fictional"],
                amendments.Select(a => (IReadOnlyList<object?>)
                    [a.Key, a.Owner, a.Title, provisions.GetValueOrDefault(a.ProvisionId)?.Key, Vaka.Kernel.Words.Words.KeyOf(a.State), a.CommencedOn, Vaka.Kernel.Words.Words.KeyOf(a.Priority), a.Reason, a.Before, a.After, a.Fictional]));
        }).Public().WithTags("law").WithSummary("Proposed amendments and those in force.");
}
