using Microsoft.EntityFrameworkCore;
using Vaka.Contracts.Evidence;
using Vaka.Kernel.Chain;
using Vaka.Kernel.Importing;

namespace Vaka.Capacity.Competences;

/// <summary>What an officer is to be seen doing at work: the title states it, the summary says by what it is recognised.</summary>
internal sealed class Competence : ChainRow
{
    public override string Kind => Kinds.Competence;

    public override string Path => $"/competences/{Id}";

    public static void Map(ModelBuilder model) => model.Entity<Competence>().ToTable("competences");
}

/// <summary><c>competences.csv</c> of a pack.</summary>
internal sealed class CompetenceFile : IPackFile
{
    public string File => "competences.csv";

    public int Order => 340;

    public IReadOnlyList<string> Columns { get; } = [];

    public async Task Read(Sheet sheet, IPack pack, CancellationToken ct)
    {
        foreach (var row in sheet.Rows)
            await pack.Upsert(row, (owner, key) => new Competence { Owner = owner, Key = key }, _ => { }, ct: ct);
    }
}
