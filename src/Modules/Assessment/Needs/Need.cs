using Microsoft.EntityFrameworkCore;
using Vaka.Contracts.Evidence;
using Vaka.Kernel.Chain;
using Vaka.Kernel.Importing;
using Vaka.Kernel.Words;

namespace Vaka.Assessment.Needs;

/// <summary>How soon a need asks for an answer, as those who assessed it judge.</summary>
[WordsPrefix("need.priority")]
internal enum NeedPriority
{
    High, Medium, Low,
}

/// <summary>What people need, shown by findings: whose need it is, and how pressing.</summary>
internal sealed class Need : ChainRow
{
    /// <summary>The group of people whose need it is; never a person.</summary>
    public LocalText Population { get; set; } = LocalText.Empty;

    public NeedPriority Priority { get; set; }

    public override string Kind => Kinds.Need;

    public override string Path => $"/needs/{Id}";

    public override IEnumerable<(string Field, LocalText Value)> Facts() =>
    [
        ("need.priority", Coded("need.priority", Priority)),
        ("need.population", Population),
    ];

    public static void Map(ModelBuilder model) => model.Entity<Need>().ToTable("needs");
}

/// <summary><c>needs.csv</c> of a pack.</summary>
internal sealed class NeedFile : IPackFile
{
    public string File => "needs.csv";

    public int Order => 130;

    public IReadOnlyList<string> Columns { get; } = ["population_en", "population_fr", "priority*"];

    public async Task Read(Sheet sheet, IPack pack, CancellationToken ct)
    {
        foreach (var row in sheet.Rows)
            await pack.Upsert(row, (owner, key) => new Need { Owner = owner, Key = key }, need =>
            {
                need.Priority = row.Choice<NeedPriority>("priority");
                need.Population = row.Text("population");
            }, ct: ct);
    }
}
