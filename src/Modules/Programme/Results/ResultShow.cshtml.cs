using Microsoft.EntityFrameworkCore;
using Vaka.Kernel.Chain;
using Vaka.Kernel.Data;
using Vaka.Kernel.Permissions;

namespace Vaka.Programme.Results;

/// <summary>One result with what stands below it.</summary>
[Public, Writes(ResultsFeature.ResultWrite)]
internal sealed class ResultShowModel(VakaDb db, IChain chain, ResultTrees trees) : ChainShowPage<ResultNode>(db, chain)
{
    public TreeNode? Tree { get; private set; }

    protected override string WritePermission => ResultsFeature.ResultWrite;

    protected override async Task Load(CancellationToken ct) => Tree = (await trees.Of(Row.Project, ct)).SelectMany(t => t.All).FirstOrDefault(t => t.Result.Id == Row.Id);
}

/// <summary>One indicator with its values.</summary>
[Public, Writes(ResultsFeature.ResultWrite)]
internal sealed class IndicatorShowModel(VakaDb db, IChain chain, IndicatorViews views) : ChainShowPage<Indicator>(db, chain)
{
    public IndicatorView Values { get; private set; } = null!;

    public ResultNode? Result { get; private set; }

    public bool MayRecord { get; private set; }

    protected override string WritePermission => ResultsFeature.ResultWrite;

    // What was recorded of it is seen by whoever sees it.
    protected override async Task AlsoShare(Indicator row, CancellationToken ct)
    {
        foreach (var actual in await Db.Set<Actual>().Where(a => a.IndicatorId == row.Id).ToListAsync(ct)) (actual.Audience, actual.SharedWith) = (row.Audience, row.SharedWith);
    }

    protected override async Task Load(CancellationToken ct)
    {
        Values = (await views.Of([Row], ct))[0];
        Result = await Db.Set<ResultNode>().AsNoTracking().FirstOrDefaultAsync(r => r.Id == Row.ResultId, ct);
        MayRecord = Row.Bound is null && Db.Viewer.May(ResultsFeature.ActualRecord, Row.Owner);
    }
}
