using Microsoft.EntityFrameworkCore;
using Vaka.Evidence.Chain;
using Vaka.Kernel.Chain;
using Vaka.Kernel.Data;
using Vaka.Kernel.Ownership;

namespace Vaka.Evidence.Board;

/// <summary>One theme of the board: how many published rows the viewer may see at each stage.</summary>
internal sealed record BoardLine(ThemeItem Theme, IReadOnlyDictionary<Stage, int> Counts)
{
    /// <summary>The first stage where the chain breaks off; null when it is whole, or has not begun.</summary>
    public Stage? Break => Counts.Values.All(c => c == 0) ? null : Enum.GetValues<Stage>().Where(s => Counts[s] == 0).Select(s => (Stage?)s).FirstOrDefault();
}

/// <summary>Theme × stage for one owner, or for a region: then over its real countries and itself, never an invented one.</summary>
internal sealed class BoardCounts(VakaDb db, IThemes themes, States states)
{
    /// <summary>The owners that a board is about.</summary>
    public async Task<IReadOnlyList<string>> Owners(string owner, CancellationToken ct)
    {
        var all = await states.All(ct);
        if (!all.TryGetValue(owner, out var state)) return [];
        return state.IsRegion ? [owner, .. all.Values.Where(s => s.Region == owner && !s.Fictional).Select(s => s.Code)] : [owner];
    }

    // The board of a real owner counts real rows alone, that of an invented one invented rows alone: an example that a region owns is nobody's state of affairs.
    private async Task<bool> IsFictional(string owner, CancellationToken ct) => (await states.All(ct)).GetValueOrDefault(owner)?.Fictional ?? false;

    /// <summary>All themes with their counts. Only newest versions count, and only those the viewer may see.</summary>
    public async Task<IReadOnlyList<BoardLine>> Of(string owner, CancellationToken ct)
    {
        var (owners, fictional) = (await Owners(owner, ct), await IsFictional(owner, ct));
        var grouped = await db.Set<ChainVersion>().AsNoTracking().Where(v => v.IsLatest && owners.Contains(v.Owner) && v.Fictional == fictional)
            .GroupBy(v => new { v.Themes, v.Kind }).Select(g => new { g.Key.Themes, g.Key.Kind, Count = g.Count() }).ToListAsync(ct);
        var counts = new Dictionary<(string, Stage), int>();
        foreach (var group in grouped)
            foreach (var theme in Codes.Split(group.Themes))
                counts[(theme, Kinds.StageOf(group.Kind))] = counts.GetValueOrDefault((theme, Kinds.StageOf(group.Kind))) + group.Count;
        return [.. (await themes.All(ct)).Select(t => new BoardLine(t, Enum.GetValues<Stage>().ToDictionary(s => s, s => counts.GetValueOrDefault((t.Id, s)))))];
    }

    /// <summary>The rows of one cell.</summary>
    public async Task<IReadOnlyList<ChainVersion>> Cell(string owner, string theme, Stage stage, CancellationToken ct)
    {
        var (owners, fictional) = (await Owners(owner, ct), await IsFictional(owner, ct));
        var kinds = Kinds.All.Where(k => Kinds.StageOf(k) == stage).ToList();
        return await db.Set<ChainVersion>().AsNoTracking().Where(v => v.IsLatest && owners.Contains(v.Owner) && v.Fictional == fictional && kinds.Contains(v.Kind) && v.Themes.Contains("|" + theme + "|"))
            .OrderBy(v => v.Owner).ThenBy(v => v.Kind).ThenBy(v => v.Key).Take(500).ToListAsync(ct);
    }
}
