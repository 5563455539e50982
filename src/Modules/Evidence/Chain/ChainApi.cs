using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using System.Text.Json;
using Vaka.Kernel.Chain;
using Vaka.Kernel.Permissions;
using Vaka.Kernel.Web;
using Vaka.Kernel.Words;

namespace Vaka.Evidence.Chain;

/// <summary>The chain of a row as data.</summary>
internal static class ChainApi
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapData("/chain/{kind}/{id:guid}", async (string kind, Guid id, int? version, ChainWalk walk, CancellationToken ct) =>
            await walk.From(kind, id, version, ct) is { } found ? Data(found) : null).Public().WithTags("chain").WithSummary("Why a row is there and what follows from it.");

    private static DataSheet Data(Walk walk)
    {
        // A row on both sides of the start is met on both walks; an edge is told once.
        var seen = walk.Edges.Where(e => e.From.Version is not null && e.To.Version is not null).DistinctBy(e => (e.From.Ref, e.Edge.Type, e.To.Ref)).ToList();
        var value = new
        {
            start = walk.Start.Ref.ToString(),
            cut = walk.IsCut ? true : (bool?)null,
            nodes = walk.Nodes.Select(n => n.Version is { } v
                ? (object)new
                {
                    @ref = n.Ref.ToString(), n.Ref.Kind, v.Key, v.Owner, v.Title, v.Summary, facts = JsonSerializer.Deserialize<List<ChainFact>>(v.Facts, DataAddress.Json),
                    themes = Vaka.Kernel.Ownership.Codes.Split(v.Themes), v.Audience, fictional = v.Fictional, synthetic = v.Synthetic, v.Path, v.PublishedAt, superseded = n.IsSuperseded, n.Distance,
                }
                : new { n.Ref.Kind, shared = false, n.Distance }),
            edges = seen.Select(e => new { from = e.From.Ref.ToString(), e.Edge.Type, to = e.To.Ref.ToString(), stale = e.IsStale }),
        };
        return new(value, ["from", "from_title", "type", "to", "to_title", "stale", "fictional", "synthetic"], seen.Select(e =>
        {
            var (from, to) = (e.From.Version!, e.To.Version!);
            return (IReadOnlyList<object?>)[from.Ref.ToString(), from.Title, e.Edge.Type, to.Ref.ToString(), to.Title, e.IsStale, from.Fictional || to.Fictional, from.Synthetic || to.Synthetic];
        }));
    }
}
