using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vaka.Assessment.Answers;
using Vaka.Assessment.Findings;
using Vaka.Assessment.KnowledgeGaps;
using Vaka.Assessment.Needs;
using Vaka.Assessment.Register;
using Vaka.Kernel.Chain;
using Vaka.Kernel.Data;
using Vaka.Kernel.Permissions;

namespace Vaka.Assessment.Assess;

/// <summary>Where the stage “assess” begins: what is there, and what to do where nothing is.</summary>
[Public]
internal sealed class AssessHubModel(VakaDb db) : PageModel
{
    /// <summary>One kind of row of the room.</summary>
    /// <param name="Words">Words prefix: <c>.list</c>, <c>.list-lead</c>, <c>.next</c>.</param>
    /// <param name="Path">Address of the list.</param>
    /// <param name="Count">Rows the viewer sees.</param>
    /// <param name="MayAdd">May the viewer make one?</param>
    internal sealed record Part(string Words, string Path, int Count, bool MayAdd);

    /// <summary>The kinds, in the order of the chain.</summary>
    public IReadOnlyList<Part> Parts { get; private set; } = [];

    /// <summary>Questions of which nothing is known, or about which sources disagree; at most ten.</summary>
    public IReadOnlyList<KnowledgeGap> Open { get; private set; } = [];

    public bool Fictional { get; private set; }

    public bool Synthetic { get; private set; }

    /// <summary>Counts.</summary>
    public async Task OnGetAsync(CancellationToken ct)
    {
        Parts =
        [
            await Count<EvidenceItem>("evidence-item", "/evidence", AssessmentPermissions.EvidenceWrite, ct),
            await Count<AnswerTable>("answers", "/answers", null, ct),
            await Count<Finding>("finding", "/findings", AssessmentPermissions.FindingWrite, ct),
            await Count<Need>("need", "/needs", AssessmentPermissions.NeedWrite, ct),
            await Count<KnowledgeGap>("knowledge-gap", "/knowledge-gaps", AssessmentPermissions.KnowledgeGapWrite, ct),
        ];
        Open = await db.Set<KnowledgeGap>().AsNoTracking().Where(g => g.State == KnowledgeState.Unknown || g.State == KnowledgeState.Contested)
            .OrderBy(g => g.Owner).ThenBy(g => g.Key).Take(10).ToListAsync(ct);
    }

    private async Task<Part> Count<T>(string words, string path, string? permission, CancellationToken ct) where T : ChainRow
    {
        var marks = await db.Set<T>().GroupBy(r => new { r.Fictional, r.Synthetic }).Select(g => new { g.Key.Fictional, g.Key.Synthetic, Count = g.Count() }).ToListAsync(ct);
        Fictional |= marks.Exists(m => m.Fictional);
        Synthetic |= marks.Exists(m => m.Synthetic);
        return new(words, path, marks.Sum(m => m.Count), permission is not null && db.Viewer.May(permission));
    }
}
