using Microsoft.AspNetCore.Mvc;
using Vaka.Kernel.Chain;
using Vaka.Kernel.Data;
using Vaka.Kernel.Permissions;

namespace Vaka.Assessment.Needs;

/// <summary>The needs that the viewer may see.</summary>
[Public]
internal sealed class NeedsIndexModel(VakaDb db) : ChainIndexPage<Need>(db)
{
    [BindProperty(SupportsGet = true)]
    public NeedPriority? Priority { get; set; }

    public override IReadOnlyList<ChainFacet> Facets => [ChainFacet.Of("priority", "need.priority", "need.priority", Priority)];

    protected override IQueryable<Need> Narrow(IQueryable<Need> rows) => Priority is { } p ? rows.Where(n => n.Priority == p) : rows;
}

/// <summary>One need.</summary>
[Public, Writes(AssessmentPermissions.NeedWrite)]
internal sealed class NeedShowModel(VakaDb db, IChain chain) : ChainShowPage<Need>(db, chain)
{
    protected override string WritePermission => AssessmentPermissions.NeedWrite;
}

/// <summary>What the form of a need posts.</summary>
public sealed class NeedForm : ChainForm
{
    /// <summary>Name of a priority.</summary>
    public string? Priority { get; set; }
    /// <summary>Population per language.</summary>
    public Dictionary<string, string?> Population { get; set; } = [];
}

/// <summary>Makes or edits a need.</summary>
[Permit(AssessmentPermissions.NeedWrite)]
internal sealed class NeedEditModel(VakaDb db, IChain chain, IThemes themes) : ChainEditPage<Need, NeedForm>(db, chain, themes)
{
    protected override string WritePermission => AssessmentPermissions.NeedWrite;

    protected override string Kind => Kinds.Need;

    protected override Need Create(string owner, string key) => new() { Owner = owner, Key = key };

    protected override void Fill(NeedForm form, Need row)
    {
        form.Priority = row.Priority.ToString();
        form.Population = row.Population.Languages.ToDictionary(t => t.Key, t => (string?)t.Value.Text);
    }

    protected override Task Apply(NeedForm form, Need row, CancellationToken ct)
    {
        if (Enum.TryParse<NeedPriority>(form.Priority, out var priority) && Enum.IsDefined(priority)) row.Priority = priority;
        else ModelState.AddModelError("Form.Priority", "form.required");
        row.Population = Merge(row.Population, form.Population);
        return Task.CompletedTask;
    }
}
