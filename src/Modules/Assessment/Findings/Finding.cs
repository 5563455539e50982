using Microsoft.EntityFrameworkCore;
using Vaka.Contracts.Evidence;
using Vaka.Kernel.Chain;
using Vaka.Kernel.Importing;
using Vaka.Kernel.Words;

namespace Vaka.Assessment.Findings;

/// <summary>How well the evidence carries a finding, judged by its author and shown with the evidence itself.</summary>
internal enum Strength
{
    /// <summary>Several independent kinds of evidence agree.</summary>
    Strong,
    /// <summary>Evidence of one kind, or of two that agree in part.</summary>
    Moderate,
    /// <summary>A single source, or sources that disagree.</summary>
    Weak,
}

/// <summary>What an assessment found, with the evidence it rests on and the dissent it met.</summary>
internal sealed class Finding : ChainRow
{
    public Strength Strength { get; set; }

    /// <summary>Who among those consulted disagrees, and why; empty when nobody does.</summary>
    public LocalText Dissent { get; set; } = LocalText.Empty;

    public override string Kind => Kinds.Finding;

    public override string Path => $"/findings/{Id}";

    public override IEnumerable<(string Field, LocalText Value)> Facts() =>
    [
        ("finding.strength", Coded("strength", Strength)),
        ("finding.dissent", Dissent),
    ];

    public static void Map(ModelBuilder model) => model.Entity<Finding>().ToTable("findings");
}

/// <summary><c>findings.csv</c> of a pack.</summary>
internal sealed class FindingFile : IPackFile
{
    public string File => "findings.csv";

    public int Order => 120;

    public IReadOnlyList<string> Columns { get; } = ["strength*", "dissent_en", "dissent_fr"];

    public async Task Read(Sheet sheet, IPack pack, CancellationToken ct)
    {
        foreach (var row in sheet.Rows)
            await pack.Upsert(row, (owner, key) => new Finding { Owner = owner, Key = key }, finding =>
            {
                finding.Strength = row.Choice<Strength>("strength");
                finding.Dissent = row.Text("dissent");
            }, ct: ct);
    }
}
