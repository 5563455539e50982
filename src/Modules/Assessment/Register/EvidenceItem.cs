using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Vaka.Contracts.Evidence;
using Vaka.Kernel.Chain;
using Vaka.Kernel.Data;
using Vaka.Kernel.Importing;
using Vaka.Kernel.Words;

namespace Vaka.Assessment.Register;

/// <summary>What an item of the register is: its kind in the chain.</summary>
[WordsPrefix("kind")]
internal enum EvidenceType
{
    /// <summary>Something written that was read: a file, a register, a report.</summary>
    Document,
    /// <summary>What a person or a group said for an institution; no name, no case.</summary>
    Interview,
    /// <summary>A count from administrative records.</summary>
    Statistic,
}

/// <summary>An item of the evidence register: what was read, heard or counted, when, where and how.</summary>
internal sealed class EvidenceItem : ChainRow
{
    /// <summary>Fixed once a version is published: it is the row's kind in the chain, to which edges point.</summary>
    public EvidenceType Type { get; set; }

    /// <summary>When it was read, heard or counted.</summary>
    public PartialDate? Date { get; set; }

    /// <summary>Name of the place, as people there write it.</summary>
    [MaxLength(200)]
    public string Place { get; set; } = "";

    public LocalText Method { get; set; } = LocalText.Empty;

    /// <summary>Address or citation; never blank.</summary>
    [MaxLength(1000)]
    public string Source { get; set; } = "";

    /// <summary>Day, month or year on which it was true.</summary>
    public PartialDate? AsAt { get; set; }

    public override string Kind => Words.KeyOf(Type);

    public override string Path => $"/evidence/{Id}";

    public override IEnumerable<(string Field, LocalText Value)> Facts() =>
    [
        ("evidence-item.date", Dated(Date)),
        ("evidence-item.place", LocalText.Same(Place)),
        ("evidence-item.method", Method),
        ("evidence-item.source", LocalText.Same(Source)),
        ("evidence-item.as-at", Dated(AsAt)),
    ];

    public static void Map(ModelBuilder model) => model.Entity<EvidenceItem>().ToTable("evidence");
}

/// <summary><c>evidence.csv</c> of a pack.</summary>
internal sealed class EvidenceFile : IPackFile
{
    public string File => "evidence.csv";

    public int Order => 100;

    public IReadOnlyList<string> Columns { get; } = ["kind*", "date", "place", "method_en", "method_fr", "source*", "as_at"];

    public async Task Read(Sheet sheet, IPack pack, CancellationToken ct)
    {
        foreach (var row in sheet.Rows)
        {
            var type = row.Choice<EvidenceType>("kind");
            await pack.Upsert(row, (owner, key) => new EvidenceItem { Owner = owner, Key = key, Type = type }, item =>
            {
                if (item.Type != type) row.Error("kind", "evidence-item.type-fixed", Words.KeyOf(item.Type));
                (item.Date, item.Place, item.Method) = (row.Date("date"), row["place"], row.Text("method"));
                (item.Source, item.AsAt) = (row.Required("source"), row.Date("as_at"));
            }, ct: ct);
        }
    }
}
