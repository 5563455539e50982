using Vaka.Kernel.Chain;
using Vaka.Kernel.Data;
using Vaka.Kernel.Permissions;

namespace Vaka.Law.LegalGaps;

/// <summary>What the form of a legal gap posts.</summary>
public sealed class LegalGapForm : ChainForm
{
    /// <summary>Name of a priority.</summary>
    public string? Priority { get; set; }
}

/// <summary>Makes or edits a legal gap.</summary>
[Permit(LawPermissions.GapWrite)]
internal sealed class LegalGapEditModel(VakaDb db, IChain chain, IThemes themes) : ChainEditPage<LegalGap, LegalGapForm>(db, chain, themes)
{
    protected override string WritePermission => LawPermissions.GapWrite;

    protected override string Kind => Kinds.LegalGap;

    protected override LegalGap Create(string owner, string key) => new() { Owner = owner, Key = key };

    protected override void Fill(LegalGapForm form, LegalGap row) => form.Priority = row.Priority.ToString();

    protected override Task Apply(LegalGapForm form, LegalGap row, CancellationToken ct)
    {
        if (Enum.TryParse<LegalPriority>(form.Priority, out var priority) && Enum.IsDefined(priority)) row.Priority = priority;
        else ModelState.AddModelError("Form.Priority", "form.required");
        return Task.CompletedTask;
    }
}
