using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Vaka.Contracts.Evidence;
using Vaka.Kernel.Chain;
using Vaka.Kernel.Data;
using Vaka.Kernel.Importing;
using Vaka.Kernel.Words;
using Vaka.Law.Amendments;

namespace Vaka.Law.Validations;

/// <summary>What a body decided.</summary>
internal enum ValidationDecision
{
    /// <summary>The words may go on to become law.</summary>
    Validated,
    /// <summary>The drafters have more to do.</summary>
    Returned,
}

/// <summary>The decision of a named body of stakeholders on the words of a released amendment. An Attorney-General's clearance is another thing, and a step of the path.</summary>
internal sealed class Validation : ChainRow
{
    public Guid AmendmentId { get; set; }

    /// <summary>The body that decided.</summary>
    public LocalText Body { get; set; } = LocalText.Empty;

    public ValidationDecision Decision { get; set; }

    public DateOnly On { get; set; }

    /// <summary><see cref="Amendment.TextHash"/> of the words decided on.</summary>
    [MaxLength(16)]
    public string TextHash { get; set; } = "";

    public override string Kind => Kinds.Validation;

    public override string Path => $"/validations/{Id}";

    public override IEnumerable<(string Field, LocalText Value)> Facts() =>
    [
        ("validation.body", Body),
        ("validation.on", Dated(PartialDate.Of(On))),
        ("validation.decision", Coded("validation-decision", Decision)),
    ];

    /// <summary>Records what was decided on. Words key of why not when the amendment is still a draft.</summary>
    public string? DecideOn(Amendment amendment)
    {
        if (!amendment.Released) return "amendment.not-released";
        (AmendmentId, TextHash) = (amendment.Id, amendment.TextHash);
        return null;
    }

    public static void Map(ModelBuilder model) => model.Entity<Validation>(v =>
    {
        v.ToTable("validations");
        v.HasIndex(x => x.AmendmentId);
    });
}

/// <summary><c>validations.csv</c> of a pack.</summary>
internal sealed class ValidationFile : IPackFile
{
    public string File => "validations.csv";

    public int Order => 257;

    public IReadOnlyList<string> Columns { get; } = ["amendment*", "body_en*", "body_fr", "decision*", "date*"];

    public async Task Read(Sheet sheet, IPack pack, CancellationToken ct)
    {
        foreach (var row in sheet.Rows)
        {
            var (owner, key) = (await pack.OwnerOf(row), row.Required("amendment"));
            if (owner.Length == 0 || key.Length == 0 || await pack.Find<Amendment>(row, "amendment", owner, key, ct) is not { } amendment) continue;
            await pack.Upsert(row, (o, k) => new Validation { Owner = o, Key = k }, validation =>
            {
                if (validation.DecideOn(amendment) is { } refused) row.Error("amendment", refused, key);
                validation.Body = row.Text("body", true);
                validation.Decision = row.Choice<ValidationDecision>("decision");
                validation.On = row.Day("date", true) ?? default;
            }, [("amendment", $"{Kinds.Amendment}:{key}")], ct: ct);
        }
    }
}
