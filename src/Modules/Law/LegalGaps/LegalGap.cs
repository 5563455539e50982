using Microsoft.EntityFrameworkCore;
using Vaka.Contracts.Evidence;
using Vaka.Kernel.Chain;
using Vaka.Kernel.Importing;
using Vaka.Kernel.Words;

namespace Vaka.Law.LegalGaps;

/// <summary>How soon it should be dealt with.</summary>
internal enum LegalPriority
{
    High,
    Medium,
    Low,
}

/// <summary>What the law lacks, as ratings revealed it.</summary>
internal sealed class LegalGap : ChainRow
{
    public LegalPriority Priority { get; set; }

    public override string Kind => Kinds.LegalGap;

    public override string Path => $"/legal-gaps/{Id}";

    public override IEnumerable<(string Field, LocalText Value)> Facts() => [("legal-gap.priority", Coded("legal-priority", Priority))];

    public static void Map(ModelBuilder model) => model.Entity<LegalGap>().ToTable("legal_gaps");
}

/// <summary><c>legal-gaps.csv</c> of a pack.</summary>
internal sealed class LegalGapFile : IPackFile
{
    public string File => "legal-gaps.csv";

    public int Order => 240;

    public IReadOnlyList<string> Columns { get; } = ["priority*"];

    public async Task Read(Sheet sheet, IPack pack, CancellationToken ct)
    {
        foreach (var row in sheet.Rows)
            await pack.Upsert(row, (owner, key) => new LegalGap { Owner = owner, Key = key }, gap => gap.Priority = row.Choice<LegalPriority>("priority"), ct: ct);
    }
}
