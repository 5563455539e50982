using Microsoft.EntityFrameworkCore;
using Vaka.Contracts.Evidence;
using Vaka.Kernel.Chain;
using Vaka.Kernel.Importing;
using Vaka.Kernel.Words;

namespace Vaka.Assessment.KnowledgeGaps;

/// <summary>How much is known of a question.</summary>
[WordsPrefix("knowledge-gap.state")]
internal enum KnowledgeState
{
    /// <summary>Answered well enough to act on.</summary>
    Known,
    /// <summary>Answered for some people, places or times.</summary>
    Partly,
    /// <summary>Nobody has looked, or nobody could.</summary>
    Unknown,
    /// <summary>Sources or those concerned disagree.</summary>
    Contested,
}

/// <summary>A question that assessment left open, or closed: how much is known, why, and the research it calls for.</summary>
internal sealed class KnowledgeGap : ChainRow
{
    public KnowledgeState State { get; set; }

    /// <summary>Why this much is known and no more.</summary>
    public LocalText Reason { get; set; } = LocalText.Empty;

    /// <summary>What research would answer it; empty when none is called for.</summary>
    public LocalText Research { get; set; } = LocalText.Empty;

    public override string Kind => Kinds.KnowledgeGap;

    public override string Path => $"/knowledge-gaps/{Id}";

    public override IEnumerable<(string Field, LocalText Value)> Facts() =>
    [
        ("knowledge-gap.state", Coded("knowledge-gap.state", State)),
        ("knowledge-gap.reason", Reason),
        ("knowledge-gap.research", Research),
    ];

    public static void Map(ModelBuilder model) => model.Entity<KnowledgeGap>().ToTable("knowledge_gaps");
}

/// <summary><c>knowledge-gaps.csv</c> of a pack.</summary>
internal sealed class KnowledgeGapFile : IPackFile
{
    public string File => "knowledge-gaps.csv";

    public int Order => 140;

    public IReadOnlyList<string> Columns { get; } = ["state*", "reason_en*", "reason_fr", "research_en", "research_fr"];

    public async Task Read(Sheet sheet, IPack pack, CancellationToken ct)
    {
        foreach (var row in sheet.Rows)
            await pack.Upsert(row, (owner, key) => new KnowledgeGap { Owner = owner, Key = key }, gap =>
            {
                gap.State = row.Choice<KnowledgeState>("state");
                gap.Reason = row.Text("reason", true);
                gap.Research = row.Text("research");
            }, ct: ct);
    }
}
