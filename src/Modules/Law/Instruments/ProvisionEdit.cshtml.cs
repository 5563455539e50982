using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vaka.Kernel.Chain;
using Vaka.Kernel.Data;
using Vaka.Kernel.Permissions;
using Vaka.Law.Norms;

namespace Vaka.Law.Instruments;

/// <summary>What the form of a provision posts.</summary>
public sealed class ProvisionForm : ChainForm
{
    /// <summary>The law or policy it is part of.</summary>
    public Guid? Instrument { get; set; }
    /// <summary>Number in it.</summary>
    public string? Number { get; set; }
    /// <summary>Words per language.</summary>
    public Dictionary<string, string?> Text { get; set; } = [];
    /// <summary>The words only say what it provides.</summary>
    public bool IsSummary { get; set; }
    /// <summary>When it read so: a date, month or year.</summary>
    public string? AsAt { get; set; }
    /// <summary>Where it was read.</summary>
    public string? Source { get; set; }
    /// <summary>Name of a verification.</summary>
    public string? Checked { get; set; }
}

/// <summary>Makes or edits a provision: how it read on a day. What an amendment in force made of it is changed by amendments alone.</summary>
[Permit(LawPermissions.InstrumentWrite)]
internal sealed class ProvisionEditModel(VakaDb db, IChain chain, IThemes themes) : LawEditPage<Provision, ProvisionForm>(db, chain, themes)
{
    /// <summary>The law that a new provision is part of.</summary>
    [BindProperty(SupportsGet = true, Name = "instrument")]
    public Guid? Within { get; set; }

    /// <summary>Laws and policies of the owner that the form is for.</summary>
    public IReadOnlyList<Instrument> Instruments { get; private set; } = [];

    /// <summary>Its words come from an amendment in force.</summary>
    public bool IsAmended { get; private set; }

    protected override string WritePermission => LawPermissions.InstrumentWrite;

    protected override string Kind => Kinds.Provision;

    // The edge from the instrument is made from the field.
    protected override IEnumerable<string> OfferedKinds => base.OfferedKinds.Where(k => k != Kinds.Instrument);

    protected override Provision Create(string owner, string key) => new() { Owner = owner, Key = key, Number = "" };

    protected override void Fill(ProvisionForm form, Provision row)
    {
        (form.Instrument, form.Number, form.IsSummary) = (row.InstrumentId, row.Number, row.IsSummary);
        (form.AsAt, form.Source, form.Checked, form.Text) = (row.AsAt?.ToString(), row.Source, row.Checked.ToString(), Texts(row.Text));
        IsAmended = row.AmendedBy is not null;
    }

    protected override async Task Apply(ProvisionForm form, Provision row, CancellationToken ct)
    {
        var instrument = await Db.Set<Instrument>().FirstOrDefaultAsync(i => i.Id == form.Instrument && i.Owner == row.Owner, ct);
        if (instrument is null) ModelState.AddModelError("Form.Instrument", "form.required");
        else row.InstrumentId = instrument.Id;
        row.Number = Line("Form.Number", form.Number, 40, true);
        row.IsSummary = form.IsSummary;
        row.Source = Line("Form.Source", form.Source, 1000);
        row.Checked = Choice<Verification>("Form.Checked", form.Checked);
        var (text, asAt) = (Merge(row.Text, form.Text), Date("Form.AsAt", form.AsAt));
        IsAmended = row.AmendedBy is not null;
        if (row.Reword(text, asAt) is { } refused) ModelState.AddModelError($"Form.{refused.Field}", refused.Key);
        Follows(form, Kinds.Instrument, instrument);
    }

    protected override async Task Load(CancellationToken ct)
    {
        Form.Instrument ??= Within;
        var owners = Owners.ToList();
        Instruments = await Db.Set<Instrument>().AsNoTracking().Where(i => owners.Contains(i.Owner) && (Form.Owner == null || i.Owner == Form.Owner)).OrderBy(i => i.Owner).ThenBy(i => i.Key).ToListAsync(ct);
    }
}
