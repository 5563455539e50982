using Microsoft.EntityFrameworkCore;
using Vaka.Contracts.Evidence;
using Vaka.Kernel.Chain;
using Vaka.Kernel.Importing;
using Vaka.Kernel.Words;

namespace Vaka.Capacity.Manual;

/// <summary>A block of the manual: one thing to know or do, in Markdown, cited by its key for as long as the manual lives.</summary>
internal sealed class ManualBlock : ChainRow
{
    /// <summary>Markdown without raw HTML.</summary>
    public LocalText Body { get; set; } = LocalText.Empty;

    public override string Kind => Kinds.ManualBlock;

    public override string Path => $"/manual/{Id}";

    public override IEnumerable<(string Field, LocalText Value)> Facts() => [("manual.body", Body)];

    /// <summary>Lessons, cards on the wall and other manuals cite a published block by its key: from then on the key stays.</summary>
    public bool MayTakeKey(string key) => PublishedVersion == 0 || key == Key;

    /// <summary>Blocks by their first theme, then by key: the order of the printed manual. Blocks without a theme come last.</summary>
    public static IEnumerable<IGrouping<string, ManualBlock>> InOrder(IEnumerable<ManualBlock> blocks) =>
        blocks.OrderBy(b => b.Owner, StringComparer.Ordinal).ThenBy(b => b.Key, StringComparer.Ordinal)
            .GroupBy(b => Vaka.Kernel.Ownership.Codes.Split(b.Themes).FirstOrDefault() ?? "")
            .OrderBy(g => g.Key.Length == 0).ThenBy(g => g.Key, StringComparer.Ordinal);

    public static void Map(ModelBuilder model) => model.Entity<ManualBlock>().ToTable("manual_blocks");
}

/// <summary><c>manual.csv</c> of a pack.</summary>
internal sealed class ManualFile : IPackFile
{
    public string File => "manual.csv";

    public int Order => 320;

    public IReadOnlyList<string> Columns { get; } = ["body_en*", "body_fr"];

    public async Task Read(Sheet sheet, IPack pack, CancellationToken ct)
    {
        foreach (var row in sheet.Rows)
            await pack.Upsert(row, (owner, key) => new ManualBlock { Owner = owner, Key = key }, b => b.Body = row.Text("body", true), ct: ct);
    }
}
