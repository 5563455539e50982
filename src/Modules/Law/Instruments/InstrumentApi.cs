using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Vaka.Kernel.Data;
using Vaka.Kernel.Permissions;
using Vaka.Kernel.Web;

namespace Vaka.Law.Instruments;

/// <summary>Instruments and their provisions as data.</summary>
internal static class InstrumentApi
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapData("/instruments", async (string? owner, VakaDb db, CancellationToken ct) =>
        {
            var instruments = await db.Set<Instrument>().AsNoTracking().Where(i => owner == null || i.Owner == owner).OrderBy(i => i.Owner).ThenBy(i => i.Key).ToListAsync(ct);
            var ids = instruments.ConvertAll(i => i.Id);
            var provisions = (await db.Set<Provision>().AsNoTracking().Where(p => ids.Contains(p.InstrumentId)).OrderBy(p => p.Key).ToListAsync(ct)).ToLookup(p => p.InstrumentId);
            return new DataSheet(
                instruments.Select(i => new
                {
                    i.Key, i.Owner, i.Title, kind = i.InstrumentKind, i.Citation, i.InForce, i.Source, i.Fictional, i.Path,
                    provisions = provisions[i.Id].Select(p => new { p.Key, p.Number, p.Title, p.Text, isSummary = p.IsSummary, p.AsAt, p.Source, p.Checked, version = p.PublishedVersion, p.Path }),
                }),
                ["instrument", "owner", "instrument_title", "kind", "citation", "provision", "number", "title", "text", "summary_only", "as_at", "fictional"],
                instruments.SelectMany(i => provisions[i.Id].DefaultIfEmpty().Select(p => (IReadOnlyList<object?>)
                    [i.Key, i.Owner, i.Title, Vaka.Kernel.Words.Words.KeyOf(i.InstrumentKind), i.Citation, p?.Key, p?.Number, p?.Title, p?.Text, p?.IsSummary, p?.AsAt, i.Fictional])));
        }).Public().WithTags("law").WithSummary("Laws and policies with their provisions as they read now.");
}
