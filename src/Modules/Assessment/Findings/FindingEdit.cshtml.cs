using Vaka.Kernel.Chain;
using Vaka.Kernel.Data;
using Vaka.Kernel.Permissions;

namespace Vaka.Assessment.Findings;

/// <summary>What the form of a finding posts.</summary>
public sealed class FindingForm : ChainForm
{
    /// <summary>Name of a strength.</summary>
    public string? Strength { get; set; }
    /// <summary>Dissent per language.</summary>
    public Dictionary<string, string?> Dissent { get; set; } = [];
}

/// <summary>Makes or edits a finding.</summary>
[Permit(AssessmentPermissions.FindingWrite)]
internal sealed class FindingEditModel(VakaDb db, IChain chain, IThemes themes) : ChainEditPage<Finding, FindingForm>(db, chain, themes)
{
    protected override string WritePermission => AssessmentPermissions.FindingWrite;

    protected override string Kind => Kinds.Finding;

    protected override Finding Create(string owner, string key) => new() { Owner = owner, Key = key };

    protected override void Fill(FindingForm form, Finding row)
    {
        form.Strength = row.Strength.ToString();
        form.Dissent = row.Dissent.Languages.ToDictionary(t => t.Key, t => (string?)t.Value.Text);
    }

    protected override Task Apply(FindingForm form, Finding row, CancellationToken ct)
    {
        if (Enum.TryParse<Strength>(form.Strength, out var strength) && Enum.IsDefined(strength)) row.Strength = strength;
        else ModelState.AddModelError("Form.Strength", "form.required");
        row.Dissent = Merge(row.Dissent, form.Dissent);
        return Task.CompletedTask;
    }
}
