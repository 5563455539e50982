using Vaka.Kernel.Chain;
using Vaka.Kernel.Data;
using Vaka.Kernel.Permissions;

namespace Vaka.Capacity.Institutions;

/// <summary>What the form of an institution posts.</summary>
public sealed class InstitutionForm : ChainForm
{
    /// <summary>Name of a mandate.</summary>
    public string? Mandate { get; set; }
}

/// <summary>Makes or edits an institution.</summary>
[Permit(CapacityPermissions.InstitutionWrite)]
internal sealed class InstitutionEditModel(VakaDb db, IChain chain, IThemes themes) : ChainEditPage<Institution, InstitutionForm>(db, chain, themes)
{
    protected override string WritePermission => CapacityPermissions.InstitutionWrite;

    protected override string Kind => Kinds.Institution;

    protected override Institution Create(string owner, string key) => new() { Owner = owner, Key = key };

    protected override void Fill(InstitutionForm form, Institution row)
    {
        form.Mandate = row.Mandate.ToString();
    }

    protected override Task Apply(InstitutionForm form, Institution row, CancellationToken ct)
    {
        if (Enum.TryParse<Mandate>(form.Mandate, out var mandate) && Enum.IsDefined(mandate)) row.Mandate = mandate;
        else ModelState.AddModelError("Form.Mandate", "form.required");
        return Task.CompletedTask;
    }
}
