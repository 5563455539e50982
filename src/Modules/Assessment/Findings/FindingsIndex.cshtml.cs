using Microsoft.AspNetCore.Mvc;
using Vaka.Kernel.Chain;
using Vaka.Kernel.Data;
using Vaka.Kernel.Permissions;

namespace Vaka.Assessment.Findings;

/// <summary>The findings that the viewer may see.</summary>
[Public]
internal sealed class FindingsIndexModel(VakaDb db) : ChainIndexPage<Finding>(db)
{
    [BindProperty(SupportsGet = true)]
    public Strength? Strength { get; set; }

    public override IReadOnlyList<ChainFacet> Facets => [ChainFacet.Of("strength", "finding.strength", "strength", Strength)];

    protected override IQueryable<Finding> Narrow(IQueryable<Finding> rows) => Strength is { } s ? rows.Where(f => f.Strength == s) : rows;
}
