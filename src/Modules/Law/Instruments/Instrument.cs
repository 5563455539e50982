using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Vaka.Contracts.Evidence;
using Vaka.Kernel.Chain;
using Vaka.Kernel.Data;
using Vaka.Kernel.Importing;
using Vaka.Kernel.Words;

namespace Vaka.Law.Instruments;

/// <summary>What sort of instrument it is.</summary>
internal enum InstrumentKind
{
    /// <summary>Passed by a parliament.</summary>
    Act,
    /// <summary>Made under an Act.</summary>
    Regulation,
    /// <summary>Adopted by a government; binds no court.</summary>
    Policy,
}

/// <summary>A law or policy of a state.</summary>
internal sealed class Instrument : ChainRow
{
    public InstrumentKind InstrumentKind { get; set; }

    /// <summary><c>Act No. 29 of 2005 [Cap 313]</c>.</summary>
    [MaxLength(200)]
    public string Citation { get; set; } = "";

    public PartialDate? InForce { get; set; }

    public string Source { get; set; } = "";

    public override string Kind => Kinds.Instrument;

    public override string Path => $"/instruments/{Id}";

    public override IEnumerable<(string Field, LocalText Value)> Facts() =>
    [
        ("instrument.kind", Coded("instrument-kind", InstrumentKind)),
        ("instrument.citation", Citation.Length > 0 ? LocalText.Same(Citation) : LocalText.Empty),
        ("instrument.in-force", Dated(InForce)),
    ];

    public static void Map(ModelBuilder model) => model.Entity<Instrument>().ToTable("instruments");
}

/// <summary><c>instruments.csv</c> of a pack.</summary>
internal sealed class InstrumentFile : IPackFile
{
    public string File => "instruments.csv";

    public int Order => 200;

    public IReadOnlyList<string> Columns { get; } = ["kind*", "citation", "in_force", "source"];

    public async Task Read(Sheet sheet, IPack pack, CancellationToken ct)
    {
        foreach (var row in sheet.Rows)
            await pack.Upsert(row, (owner, key) => new Instrument { Owner = owner, Key = key }, instrument =>
            {
                instrument.InstrumentKind = row.Choice<InstrumentKind>("kind");
                instrument.Citation = row["citation"];
                instrument.InForce = row.Date("in_force");
                instrument.Source = row["source"];
            }, ct: ct);
    }
}
