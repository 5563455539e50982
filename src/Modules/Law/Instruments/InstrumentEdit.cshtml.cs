using Vaka.Kernel.Chain;
using Vaka.Kernel.Data;
using Vaka.Kernel.Permissions;

namespace Vaka.Law.Instruments;

/// <summary>What the form of a law or policy posts.</summary>
public sealed class InstrumentForm : ChainForm
{
    /// <summary>Name of a kind.</summary>
    public string? InstrumentKind { get; set; }
    /// <summary>Citation.</summary>
    public string? Citation { get; set; }
    /// <summary>A date, month or year.</summary>
    public string? InForce { get; set; }
    /// <summary>Address or citation of where it was read.</summary>
    public string? Source { get; set; }
}

/// <summary>Makes or edits a law or policy.</summary>
[Permit(LawPermissions.InstrumentWrite)]
internal sealed class InstrumentEditModel(VakaDb db, IChain chain, IThemes themes) : LawEditPage<Instrument, InstrumentForm>(db, chain, themes)
{
    protected override string WritePermission => LawPermissions.InstrumentWrite;

    protected override string Kind => Kinds.Instrument;

    protected override Instrument Create(string owner, string key) => new() { Owner = owner, Key = key };

    protected override void Fill(InstrumentForm form, Instrument row) =>
        (form.InstrumentKind, form.Citation, form.InForce, form.Source) = (row.InstrumentKind.ToString(), row.Citation, row.InForce?.ToString(), row.Source);

    protected override Task Apply(InstrumentForm form, Instrument row, CancellationToken ct)
    {
        row.InstrumentKind = Choice<InstrumentKind>("Form.InstrumentKind", form.InstrumentKind);
        row.Citation = Line("Form.Citation", form.Citation, 200);
        row.InForce = Date("Form.InForce", form.InForce);
        // A fact about a country has a source.
        row.Source = Line("Form.Source", form.Source, 1000, true);
        return Task.CompletedTask;
    }
}
