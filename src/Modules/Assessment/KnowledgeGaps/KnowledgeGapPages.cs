using Microsoft.AspNetCore.Mvc;
using Vaka.Kernel.Chain;
using Vaka.Kernel.Data;
using Vaka.Kernel.Permissions;

namespace Vaka.Assessment.KnowledgeGaps;

/// <summary>The knowledge gaps that the viewer may see.</summary>
[Public]
internal sealed class KnowledgeGapsIndexModel(VakaDb db) : ChainIndexPage<KnowledgeGap>(db)
{
    [BindProperty(SupportsGet = true)]
    public KnowledgeState? State { get; set; }

    public override IReadOnlyList<ChainFacet> Facets => [ChainFacet.Of("state", "knowledge-gap.state", "knowledge-gap.state", State)];

    protected override IQueryable<KnowledgeGap> Narrow(IQueryable<KnowledgeGap> rows) => State is { } s ? rows.Where(g => g.State == s) : rows;
}

/// <summary>One knowledge gap.</summary>
[Public, Writes(AssessmentPermissions.KnowledgeGapWrite)]
internal sealed class KnowledgeGapShowModel(VakaDb db, IChain chain) : ChainShowPage<KnowledgeGap>(db, chain)
{
    protected override string WritePermission => AssessmentPermissions.KnowledgeGapWrite;
}

/// <summary>What the form of a knowledge gap posts.</summary>
public sealed class KnowledgeGapForm : ChainForm
{
    /// <summary>Name of a state.</summary>
    public string? State { get; set; }
    /// <summary>Reason per language.</summary>
    public Dictionary<string, string?> Reason { get; set; } = [];
    /// <summary>Research per language.</summary>
    public Dictionary<string, string?> Research { get; set; } = [];
}

/// <summary>Makes or edits a knowledge gap.</summary>
[Permit(AssessmentPermissions.KnowledgeGapWrite)]
internal sealed class KnowledgeGapEditModel(VakaDb db, IChain chain, IThemes themes) : ChainEditPage<KnowledgeGap, KnowledgeGapForm>(db, chain, themes)
{
    protected override string WritePermission => AssessmentPermissions.KnowledgeGapWrite;

    protected override string Kind => Kinds.KnowledgeGap;

    protected override KnowledgeGap Create(string owner, string key) => new() { Owner = owner, Key = key };

    protected override void Fill(KnowledgeGapForm form, KnowledgeGap row)
    {
        form.State = row.State.ToString();
        form.Reason = row.Reason.Languages.ToDictionary(t => t.Key, t => (string?)t.Value.Text);
        form.Research = row.Research.Languages.ToDictionary(t => t.Key, t => (string?)t.Value.Text);
    }

    protected override Task Apply(KnowledgeGapForm form, KnowledgeGap row, CancellationToken ct)
    {
        if (Enum.TryParse<KnowledgeState>(form.State, out var state) && Enum.IsDefined(state)) row.State = state;
        else ModelState.AddModelError("Form.State", "form.required");
        row.Reason = Merge(row.Reason, form.Reason);
        row.Research = Merge(row.Research, form.Research);
        if (row.Reason.IsEmpty) ModelState.AddModelError("Form.Reason", "form.required");
        return Task.CompletedTask;
    }
}
