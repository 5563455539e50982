using Microsoft.EntityFrameworkCore;
using Vaka.Contracts.Evidence;
using Vaka.Kernel.Chain;
using Vaka.Kernel.Importing;
using Vaka.Kernel.Words;

namespace Vaka.Capacity.Institutions;

/// <summary>What an institution is for.</summary>
internal enum Mandate
{
    Other, Immigration, Police, Border, Labour, Justice, Prosecution, Health, Social, Children, Foreign, CivilSociety,
}

/// <summary>A public body or association whose people meet migrants.</summary>
internal sealed class Institution : ChainRow
{
    /// <summary>Column <c>kind</c> of files; <see cref="ChainRow.Kind"/> is its kind in the chain.</summary>
    public Mandate Mandate { get; set; }

    public override string Kind => Kinds.Institution;

    public override string Path => $"/institutions/{Id}";

    public override IEnumerable<(string Field, LocalText Value)> Facts() => [("institution.mandate", Coded("mandate", Mandate))];

    public static void Map(ModelBuilder model) => model.Entity<Institution>().ToTable("institutions");
}

/// <summary><c>institutions.csv</c> of a pack.</summary>
internal sealed class InstitutionFile : IPackFile
{
    public string File => "institutions.csv";

    public int Order => 150;

    public IReadOnlyList<string> Columns { get; } = ["kind"];

    public async Task Read(Sheet sheet, IPack pack, CancellationToken ct)
    {
        foreach (var row in sheet.Rows)
            await pack.Upsert(row, (owner, key) => new Institution { Owner = owner, Key = key }, i => i.Mandate = row.Choice<Mandate>("kind", false), ct: ct);
    }
}
