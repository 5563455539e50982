using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Vaka.Kernel.Data;
using Vaka.Kernel.Permissions;
using Vaka.Kernel.Web;
using Vaka.Law.Instruments;
using Vaka.Law.Norms;

namespace Vaka.Law.Matrix;

/// <summary>A norm as the matrix of a state shows it.</summary>
/// <param name="Norm">The norm.</param>
/// <param name="Standing">What it is to the state.</param>
/// <param name="Cells">The state's provisions rated against it, as far as the viewer may see; a rating without a provision finds none.</param>
internal sealed record MatrixRow(Norm Norm, NormStanding Standing, IReadOnlyList<MatrixCell> Cells);

/// <summary>A provision rated against the norm of its row.</summary>
internal sealed record MatrixCell(Rating Rating, Provision? Provision);

/// <summary>Reads norms × provisions of one state.</summary>
internal sealed class NormMatrix(VakaDb db, StandingReader standings)
{
    /// <summary>The rows, by norm; without ratings only when <paramref name="all"/> asks for norms that nobody has rated yet.</summary>
    public async Task<IReadOnlyList<MatrixRow>> Read(string owner, string? theme, string? instrument, bool all, CancellationToken ct)
    {
        var norms = await db.Set<Norm>().AsNoTracking()
            .Where(n => (string.IsNullOrEmpty(theme) || n.Themes.Contains("|" + theme + "|")) && (string.IsNullOrEmpty(instrument) || n.Instrument == instrument))
            .OrderBy(n => n.Instrument).ThenBy(n => n.Key).ToListAsync(ct);
        var ratings = (await db.Set<Rating>().AsNoTracking().Where(r => r.Owner == owner).OrderBy(r => r.Key).ToListAsync(ct)).ToLookup(r => r.NormId);
        var provisions = await db.Set<Provision>().AsNoTracking().Where(p => p.Owner == owner).ToDictionaryAsync(p => p.Id, ct);
        var claims = await standings.Claims(owner, null, ct);
        return [.. norms.Where(n => all || ratings.Contains(n.Id)).Select(n => new MatrixRow(n, NormStanding.Of(n.NormKind, [.. claims[(owner, n.Instrument)]]),
            [.. ratings[n.Id].Select(r => new MatrixCell(r, r.ProvisionId is { } id ? provisions.GetValueOrDefault(id) : null))]))];
    }
}

/// <summary>The matrix as data.</summary>
internal static class MatrixApi
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapData("/matrix", async (string? owner, string? theme, string? instrument, bool? all, NormMatrix matrix, CancellationToken ct) =>
        {
            if (string.IsNullOrEmpty(owner)) return null;
            var rows = await matrix.Read(owner, theme, instrument, all ?? false, ct);
            return new DataSheet(
                rows.Select(r => new
                {
                    norm = r.Norm.Key, r.Norm.Instrument, r.Norm.Article, r.Norm.Obligation, standing = r.Standing.Value, standingKnown = r.Standing.IsKnown, standingVerified = r.Standing.IsVerified, standingDisputed = r.Standing.IsDisputed,
                    ratings = r.Cells.Select(c => new { c.Rating.Key, provision = c.Provision?.Key, rating = c.Rating.Fulfilment, c.Rating.Reason, c.Rating.Reviewer, c.Rating.Fictional, c.Rating.Path }),
                }),
                ["norm", "instrument", "article", "obligation", "standing", "standing_known", "standing_verified", "standing_disputed", "provision", "rating", "reason", "reviewer", "fictional"],
                rows.SelectMany(r => r.Cells.DefaultIfEmpty().Select(c => (IReadOnlyList<object?>)
                [
                    r.Norm.Key, r.Norm.Instrument, r.Norm.Article, r.Norm.Obligation, Vaka.Kernel.Words.Words.KeyOf(r.Standing.Value), r.Standing.IsKnown, r.Standing.IsVerified, r.Standing.IsDisputed,
                    c?.Provision?.Key, c is null ? null : Vaka.Kernel.Words.Words.KeyOf(c.Rating.Fulfilment), c?.Rating.Reason, c?.Rating.Reviewer, c?.Rating.Fictional,
                ])));
        }).Public().WithTags("law").WithSummary("Norms against the law of one state: ?owner=XM, optionally &theme=, &instrument=, &all=true.");
}
