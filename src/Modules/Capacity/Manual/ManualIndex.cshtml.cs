using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vaka.Kernel.Chain;
using Vaka.Kernel.Data;
using Vaka.Kernel.Permissions;

namespace Vaka.Capacity.Manual;

/// <summary>The manual, to read from beginning to end and to print.</summary>
[Public]
internal sealed class ManualIndexModel(VakaDb db, IChain chain, IThemes themes) : PageModel
{
    /// <summary>Owner code; blank for all.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Owner { get; set; }

    public IReadOnlyList<IGrouping<string, ManualBlock>> Chapters { get; private set; } = [];

    public IReadOnlyDictionary<string, ThemeItem> ThemesById { get; private set; } = new Dictionary<string, ThemeItem>();

    /// <summary>Per block: what it follows from that has a newer published version.</summary>
    public ILookup<Guid, ChainItem> Stale { get; private set; } = Array.Empty<(Guid Id, ChainItem Item)>().ToLookup(x => x.Id, x => x.Item);

    public async Task OnGetAsync(CancellationToken ct)
    {
        var blocks = await db.Set<ManualBlock>().AsNoTracking().Where(b => string.IsNullOrEmpty(Owner) || b.Owner == Owner).ToListAsync(ct);
        Chapters = [.. ManualBlock.InOrder(blocks)];
        ThemesById = (await themes.All(ct)).ToDictionary(t => t.Id, StringComparer.Ordinal);
        var stale = new List<(Guid Id, ChainItem Item)>();
        foreach (var block in blocks)
            stale.AddRange((await chain.Before(block.Kind, block.Id, ct)).Where(b => b.IsStale).Select(b => (block.Id, b)));
        Stale = stale.ToLookup(x => x.Id, x => x.Item);
    }
}
