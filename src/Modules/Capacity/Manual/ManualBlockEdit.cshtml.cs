using Vaka.Kernel.Chain;
using Vaka.Kernel.Data;
using Vaka.Kernel.Permissions;

namespace Vaka.Capacity.Manual;

/// <summary>What the form of a manual block posts.</summary>
public sealed class ManualBlockForm : ChainForm
{
    /// <summary>Markdown per language.</summary>
    public Dictionary<string, string?> Body { get; set; } = [];
}

/// <summary>Makes or edits a manual block.</summary>
[Permit(CapacityPermissions.ManualWrite)]
internal sealed class ManualBlockEditModel(VakaDb db, IChain chain, IThemes themes) : ChainEditPage<ManualBlock, ManualBlockForm>(db, chain, themes)
{
    protected override string WritePermission => CapacityPermissions.ManualWrite;

    protected override string Kind => Kinds.ManualBlock;

    protected override string FieldPrefix => "manual";

    protected override ManualBlock Create(string owner, string key) => new() { Owner = owner, Key = key };

    protected override void Fill(ManualBlockForm form, ManualBlock row)
    {
        form.Body = row.Body.Languages.ToDictionary(t => t.Key, t => (string?)t.Value.Text);
    }

    protected override Task Apply(ManualBlockForm form, ManualBlock row, CancellationToken ct)
    {
        row.Body = Merge(row.Body, form.Body);
        if (row.Body.IsEmpty) ModelState.AddModelError("Form.Body", "form.required");
        var before = Db.Entry(row).Property(b => b.Key).OriginalValue;
        if (!row.MayTakeKey(before)) ModelState.AddModelError("Form.Key", "manual.key-permanent");
        return Task.CompletedTask;
    }
}
