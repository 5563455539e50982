using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Vaka.Contracts.Evidence;
using Vaka.Kernel.Chain;
using Vaka.Kernel.Data;
using Vaka.Kernel.Importing;
using Vaka.Kernel.Words;
using Vaka.Law.Instruments;
using Vaka.Law.Norms;

namespace Vaka.Law.Matrix;

/// <summary>How far a provision does what a norm asks, judged by a named reviewer.</summary>
internal enum Fulfilment
{
    Met,
    Partly,
    Not,
    NotApplicable,
}

/// <summary>A provision rated against a norm; without a provision: nothing in the law answers the norm.</summary>
internal sealed class Rating : ChainRow
{
    public Guid NormId { get; set; }

    /// <summary>Null: no provision answers the norm.</summary>
    public Guid? ProvisionId { get; set; }

    public Fulfilment Fulfilment { get; set; }

    public LocalText Reason { get; set; } = LocalText.Empty;

    /// <summary>A post or an office, not a person's name.</summary>
    [MaxLength(200)]
    public string Reviewer { get; set; } = "";

    public override string Kind => Kinds.Rating;

    public override string Path => $"/ratings/{Id}";

    /// <summary>What is missing: the field and a words key. Nothing is rated by a machine alone or without saying why: a rating has a reason and a named reviewer.</summary>
    public IEnumerable<(string Field, string Key)> Problems()
    {
        if (Reason.IsEmpty) yield return ("Reason", "form.required");
        if (string.IsNullOrWhiteSpace(Reviewer)) yield return ("Reviewer", "matrix.no-reviewer");
    }

    /// <summary>Class of the badge in the style sheet.</summary>
    public static string ClassOf(Fulfilment value) => value == Fulfilment.NotApplicable ? "rating-na" : $"rating-{Words.KeyOf(value)}";

    public override IEnumerable<(string Field, LocalText Value)> Facts() =>
    [
        ("matrix.rating", Coded("fulfilment", Fulfilment)),
        ("matrix.reason", Reason),
        ("matrix.reviewer", LocalText.Same(Reviewer)),
    ];

    public static void Map(ModelBuilder model) => model.Entity<Rating>(r =>
    {
        r.ToTable("ratings");
        r.HasIndex(x => x.NormId);
        r.HasIndex(x => x.ProvisionId);
    });
}

/// <summary><c>ratings.csv</c> of a pack. The edges from norm and provision are made here.</summary>
internal sealed class RatingFile(VakaDb db) : IPackFile
{
    public string File => "ratings.csv";

    public int Order => 230;

    public IReadOnlyList<string> Columns { get; } = ["norm*", "provision", "rating*", "reason_en*", "reason_fr", "reviewer*"];

    public async Task Read(Sheet sheet, IPack pack, CancellationToken ct)
    {
        var norms = (await db.Set<Norm>().AsNoTracking().Select(n => new { n.Id, n.Key, n.Owner }).ToListAsync(ct)).ToLookup(n => n.Key, StringComparer.Ordinal);
        foreach (var row in sheet.Rows)
        {
            var owner = await pack.OwnerOf(row);
            if (owner.Length == 0) continue;
            var (norm, provision) = (row.Required("norm"), row["provision"]);
            var found = provision.Length > 0 ? await pack.Find<Provision>(row, "provision", owner, provision, ct) : null;
            if (norm.Length == 0 || (provision.Length > 0 && found is null)) continue;
            List<(string, string)> because = [("norm", $"{Kinds.Norm}:{norm}")];
            if (found is not null) because.Add(("provision", $"{Kinds.Provision}:{provision}"));
            await pack.Upsert(row, (o, k) => new Rating { Owner = o, Key = k }, rating =>
            {
                // The chain has already said so when there is no such norm.
                if (norms[norm].OrderBy(n => n.Owner == owner ? 0 : 1).FirstOrDefault() is { } known) rating.NormId = known.Id;
                rating.ProvisionId = found?.Id;
                rating.Fulfilment = row.Choice<Fulfilment>("rating");
                rating.Reason = row.Text("reason", true);
                rating.Reviewer = row.Required("reviewer");
            }, because, ct: ct);
        }
    }
}
