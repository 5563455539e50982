using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Vaka.Capacity.Institutions;
using Vaka.Contracts.Evidence;
using Vaka.Kernel.Chain;
using Vaka.Kernel.Data;
using Vaka.Kernel.Importing;
using Vaka.Kernel.Words;

namespace Vaka.Capacity.Ratings;

/// <summary>What an institution can do about the row's themes, judged by people on a scale whose levels are described in words.</summary>
internal sealed class CapacityRating : ChainRow
{
    /// <summary>Lowest and highest level.</summary>
    public const int Least = 1, Most = 5;

    /// <summary>An institution of the same owner.</summary>
    public Guid InstitutionId { get; set; }

    /// <summary>1 (nothing in place) to 5 (kept up and improved); each is described by the words <c>capacity-level.N</c> and <c>capacity-level-what.N</c>.</summary>
    public int Level { get; set; }

    /// <summary>What the level rests on; never empty.</summary>
    public LocalText Reason { get; set; } = LocalText.Empty;

    /// <summary>When it was so.</summary>
    public PartialDate Date { get; set; }

    public override string Kind => Kinds.CapacityRating;

    public override string Path => $"/capacity/{Id}";

    public override IEnumerable<(string Field, LocalText Value)> Facts() =>
    [
        ("capacity-rating.level", LocalText.Same(Level.ToString(CultureInfo.InvariantCulture))),
        ("capacity-rating.reason", Reason),
        ("capacity-rating.date", Dated(Date)),
    ];

    public static bool IsLevel(int? level) => level is >= Least and <= Most;

    /// <summary>For each institution and theme the newest rating, by its date.</summary>
    public static IReadOnlyDictionary<(Guid Institution, string Theme), CapacityRating> Newest(IEnumerable<CapacityRating> ratings) =>
        ratings.SelectMany(r => Vaka.Kernel.Ownership.Codes.Split(r.Themes).Select(t => (Theme: t, Rating: r)))
            .GroupBy(x => (x.Rating.InstitutionId, x.Theme))
            .ToDictionary(g => g.Key, g => g.OrderBy(x => x.Rating.Date).ThenBy(x => x.Rating.Id).Last().Rating);

    public static void Map(ModelBuilder model) => model.Entity<CapacityRating>(r =>
    {
        r.ToTable("ratings");
        r.HasIndex(x => x.InstitutionId);
    });
}

/// <summary><c>capacity-ratings.csv</c> of a pack.</summary>
internal sealed class CapacityRatingFile : IPackFile
{
    public string File => "capacity-ratings.csv";

    public int Order => 160;

    public IReadOnlyList<string> Columns { get; } = ["institution*", "level*", "reason_en*", "reason_fr", "date*"];

    public async Task Read(Sheet sheet, IPack pack, CancellationToken ct)
    {
        foreach (var row in sheet.Rows)
        {
            var key = row.Required("institution");
            var owner = await pack.OwnerOf(row);
            if (owner.Length == 0 || await pack.Find<Institution>(row, "institution", owner, key, ct) is not { } institution) continue;
            await pack.Upsert(row, (own, k) => new CapacityRating { Owner = own, Key = k }, rating =>
            {
                rating.InstitutionId = institution.Id;
                rating.Level = (int)(row.Number("level", true, CapacityRating.Least, CapacityRating.Most) ?? 0);
                rating.Reason = row.Text("reason", true);
                rating.Date = row.Date("date", true) ?? default;
            }, [("institution", $"{Kinds.Institution}:{key}")], ct: ct);
        }
    }
}
