using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Vaka.Kernel.Data;
using Vaka.Kernel.Ownership;
using Vaka.Kernel.Permissions;
using Vaka.Kernel.Web;

namespace Vaka.Law.Norms;

/// <summary>Norms as data.</summary>
internal static class NormApi
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapData("/norms", async (string? instrument, string? theme, VakaDb db, CancellationToken ct) =>
        {
            var norms = await db.Set<Norm>().AsNoTracking().Where(n => (instrument == null || n.Instrument == instrument) && (theme == null || n.Themes.Contains("|" + theme + "|")))
                .OrderBy(n => n.Owner).ThenBy(n => n.Key).ToListAsync(ct);
            return new DataSheet(
                norms.Select(n => new { id = n.Key, n.Owner, n.Instrument, n.Article, n.Obligation, kind = n.NormKind, n.Checked, themes = Codes.Split(n.Themes), n.Path }),
                ["id", "owner", "instrument", "article", "obligation", "kind", "checked", "themes"],
                norms.Select(n => (IReadOnlyList<object?>)[n.Key, n.Owner, n.Instrument, n.Article, n.Obligation, Vaka.Kernel.Words.Words.KeyOf(n.NormKind), Vaka.Kernel.Words.Words.KeyOf(n.Checked), string.Join(';', Codes.Split(n.Themes))]));
        }).Public().WithTags("law").WithSummary("International norms: what they ask, how strongly, and what their wording was checked against.");
}
