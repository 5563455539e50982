using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Http;
using Vaka.Kernel.Chain;
using Vaka.Kernel.Ownership;
using Vaka.Kernel.Permissions;
using Vaka.Kernel.Web;
using Vaka.Kernel.Words;

namespace Vaka.Evidence.Board;

/// <summary>The board as data.</summary>
internal static class BoardApi
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapData("/board", async (string? owner, BoardCounts board, States states, CancellationToken ct) =>
        {
            if (owner is null || !(await states.All(ct)).TryGetValue(owner, out var state)) return null;
            var lines = await board.Of(owner, ct);
            var stages = Enum.GetValues<Stage>();
            return new DataSheet(
                new { owner, state.Name, state.Fictional, themes = lines.Select(l => new { l.Theme.Id, l.Theme.Name, counts = l.Counts.ToDictionary(c => Words.KeyOf(c.Key), c => c.Value), breaks = l.Break is { } b ? Words.KeyOf(b) : null }) },
                ["owner", "fictional", "theme", "theme_name", .. stages.Select(s => Words.KeyOf(s))],
                lines.Select(l => (IReadOnlyList<object?>)[owner, state.Fictional, l.Theme.Id, l.Theme.Name, .. stages.Select(s => (object?)l.Counts[s])]));
        }).Public().WithTags("board").WithSummary("How many published rows each theme has at each stage, as far as the caller may see.");
}
