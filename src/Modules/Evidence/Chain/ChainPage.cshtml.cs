using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vaka.Kernel.Chain;
using Vaka.Kernel.Data;
using Vaka.Kernel.Ownership;
using Vaka.Kernel.Permissions;
using Vaka.Kernel.Ui;
using Vaka.Kernel.Web;
using Vaka.Kernel.Words;

namespace Vaka.Evidence.Chain;

/// <summary>A line of the text form: a node and the edges that begin at it, for what lies before the start, or end at it, for what follows.</summary>
internal sealed record ChainLine(WalkNode Node, IReadOnlyList<WalkEdge> Edges);

/// <summary>Why a row is there and what follows from it.</summary>
[Public, Writes(EvidencePermissions.EdgeConfirm)]
internal sealed class ChainPageModel(VakaDb db, ChainWalk walks, IThemes themes, Words words, TimeProvider clock) : PageModel
{
    public Walk Walk { get; private set; } = null!;

    public IReadOnlyList<ChainFact> Facts { get; private set; } = [];

    public IReadOnlyList<ThemeItem> Themes { get; private set; } = [];

    /// <summary>All versions of the start that the viewer may see, the newest first.</summary>
    public IReadOnlyList<ChainVersion> Versions { get; private set; } = [];

    /// <summary>What lies before the start, nearest first.</summary>
    public IReadOnlyList<ChainLine> Back { get; private set; } = [];

    /// <summary>What follows, nearest first.</summary>
    public IReadOnlyList<ChainLine> On { get; private set; } = [];

    public string Svg { get; private set; } = "";

    /// <summary>A code or date in the reader's words; null for a text, which is content.</summary>
    public string? InWords(ChainFact fact) => fact.Value[ChainRow.FactKey] switch
    {
        null => null,
        "date" => PartialDate.TryParse(fact.Value["mul"], null, out var date) ? Formats.Date(date) : null,
        var key => words[key],
    };

    /// <summary>Only an edge to the newest version of its end is confirmed: what a newer version follows from, its own edges say.</summary>
    public bool MayConfirm(WalkEdge edge) =>
        edge is { IsStale: true, From.Version: not null, To: { Version: not null, IsSuperseded: false } } && db.Viewer.May(EvidencePermissions.EdgeConfirm, edge.Edge.Owner);

    public async Task<IActionResult> OnGetAsync(string kind, Guid id, int? version, CancellationToken ct)
    {
        if (!Kinds.All.Contains(kind) || await walks.From(kind, id, version, ct) is not { } walk) return NotFound();
        Walk = walk;
        Facts = JsonSerializer.Deserialize<List<ChainFact>>(walk.Start.Facts, DataAddress.Json)!;
        var named = Codes.Split(walk.Start.Themes);
        Themes = [.. (await themes.All(ct)).Where(t => named.Contains(t.Id))];
        Versions = await db.Set<ChainVersion>().AsNoTracking().Where(v => v.Kind == kind && v.ItemId == id).OrderByDescending(v => v.Version).ToListAsync(ct);
        Back = Lines(n => n.Distance < 0, e => e.From);
        On = Lines(n => n.Distance > 0, e => e.To);
        var language = Words.Language;
        Svg = ChainGraph.Svg(walk, n => n.Version?.Title.For(language) ?? new(words["chain.not-shared"], language, false), k => words[$"kind.{k}"], words["chain.picture", walk.Start.Title.For(language).Text]);
        return Page();
    }

    /// <summary>Somebody looked at a stale edge and it still holds: a new edge from the newest version. The old one stays.</summary>
    public async Task<IActionResult> OnPostConfirmAsync(string kind, Guid id, Guid edge, CancellationToken ct)
    {
        if (await db.Set<ChainEdge>().FirstOrDefaultAsync(e => e.Id == edge, ct) is not { } old) return NotFound();
        if (!db.Viewer.May(EvidencePermissions.EdgeConfirm, old.Owner)) return Forbid();
        var from = await Newest(old.FromKind, old.FromItem, ct);
        var to = await Newest(old.ToKind, old.ToItem, ct);
        if (from is null || to is null) return NotFound();
        // Published anew since the page was shown: the newest version's own edges count now.
        if (to.Version != old.ToVersion) return LocalRedirect(Links.Local($"/chain/{kind}/{id}"));
        var exists = await db.Set<ChainEdge>().AnyAsync(e => e.FromItem == from.ItemId && e.FromVersion == from.Version && e.ToItem == to.ItemId && e.ToVersion == to.Version, ct);
        if (!exists)
        {
            var renewed = new ChainEdge
            {
                FromKind = from.Kind, FromItem = from.ItemId, FromVersion = from.Version, FromOwner = from.Owner, ToKind = to.Kind, ToItem = to.ItemId, ToVersion = to.Version,
                Type = old.Type, Owner = to.Owner, MadeAt = clock.GetUtcNow().UtcDateTime,
            };
            renewed.TakeAudience(to);
            db.Add(renewed);
            await db.SaveChangesAsync(ct);
        }
        return LocalRedirect(Links.Local($"/chain/{kind}/{id}"));
    }

    private Task<ChainVersion?> Newest(string kind, Guid id, CancellationToken ct) =>
        db.Set<ChainVersion>().AsNoTracking().FirstOrDefaultAsync(v => v.Kind == kind && v.ItemId == id && v.IsLatest, ct);

    private List<ChainLine> Lines(Func<WalkNode, bool> side, Func<WalkEdge, WalkNode> end)
    {
        var edges = Walk.Edges.ToLookup(end);
        return [.. Walk.Nodes.Where(side).OrderBy(n => Math.Abs(n.Distance)).Select(n => new ChainLine(n, [.. edges[n]]))];
    }
}
