using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Vaka.Contracts.Evidence;
using Vaka.Kernel.Data;
using Vaka.Kernel.Importing;
using Vaka.Kernel.Ownership;
using Vaka.Kernel.Words;
using Vaka.Law.Amendments;

namespace Vaka.Law.PathToLaw;

/// <summary>A step of a country's path to law. Which steps there are and in which order is the country's data, never code.</summary>
internal sealed class PathStep : Row
{
    /// <summary>Key of the step at which every path ends.</summary>
    public const string Commencement = "commencement";

    /// <summary>Place on the path, from 1.</summary>
    public int Order { get; set; }

    [MaxLength(80)]
    public required string Key { get; init; }

    public LocalText Name { get; set; } = LocalText.Empty;

    public string Source { get; set; } = "";

    public static void Map(ModelBuilder model) => model.Entity<PathStep>(s =>
    {
        s.ToTable("path_steps");
        s.HasIndex(x => new { x.Owner, x.Key }).IsUnique();
    });
}

/// <summary>A step that an amendment has taken. As visible as the amendment.</summary>
internal sealed class AmendmentStep : Row, IPrivileged
{
    public Guid AmendmentId { get; init; }

    [MaxLength(80)]
    public required string Step { get; init; }

    public DateOnly On { get; set; }

    public LocalText Note { get; set; } = LocalText.Empty;

    public bool Released { get; set; }

    public string Team { get; set; } = "";

    /// <summary>Makes it as visible as its amendment is.</summary>
    public void Follow(Amendment amendment) =>
        (Audience, SharedWith, Released, Team, Fictional) = (amendment.Audience, amendment.SharedWith, amendment.Released, amendment.Team, amendment.Fictional);

    public static void Map(ModelBuilder model) => model.Entity<AmendmentStep>(s =>
    {
        s.ToTable("amendment_steps");
        s.HasIndex(x => new { x.AmendmentId, x.Step }).IsUnique();
        s.HasOne<Amendment>().WithMany().HasForeignKey(x => x.AmendmentId).OnDelete(DeleteBehavior.Cascade);
    });
}

/// <summary><c>steps.csv</c> of a pack: countries' paths to law.</summary>
internal sealed class StepFile(VakaDb db, States states) : IPackFile
{
    public string File => "steps.csv";

    public int Order => 260;

    public bool IsChain => false;

    public IReadOnlyList<string> Columns { get; } = ["country*", "order*", "key*", "name_en*", "name_fr*", "source"];

    public async Task Read(Sheet sheet, IPack pack, CancellationToken ct)
    {
        var known = await db.Set<PathStep>().ToDictionaryAsync(s => (s.Owner, s.Key), ct);
        foreach (var row in sheet.Rows)
        {
            var (country, key) = (await pack.OwnerOf(row, "country"), row.Required("key"));
            if (country.Length == 0 || key.Length == 0) continue;
            var fictional = (await states.All(ct))[country].Fictional;
            await pack.UpsertPlain(row, "path-step", country, key, known.GetValueOrDefault((country, key)),
                () => new PathStep { Owner = country, Key = key, Audience = Audience.Public, Fictional = fictional }, step =>
                {
                    step.Order = (int)(row.Number("order", true, 1, 99) ?? 0);
                    step.Name = row.Text("name", true);
                    step.Source = row["source"];
                }, ct);
        }
    }
}
