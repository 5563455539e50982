using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Vaka.Contracts.Evidence;
using Vaka.Kernel.Data;
using Vaka.Kernel.Importing;
using Vaka.Kernel.Ownership;

namespace Vaka.Law.Norms;

/// <summary>What a country says that an instrument is to it. Owned by the country, public; stands beside what treaty lists say.</summary>
internal sealed class NormStatus : Row
{
    [MaxLength(120)]
    public required string Instrument { get; init; }

    public Standing Status { get; set; }

    /// <summary>Of ratification or signature.</summary>
    public PartialDate? Date { get; set; }

    public string Source { get; set; } = "";

    public PartialDate? AsAt { get; set; }

    public Verification Checked { get; set; }

    public static void Map(ModelBuilder model) => model.Entity<NormStatus>(s =>
    {
        s.ToTable("norm_statuses");
        s.HasIndex(x => new { x.Owner, x.Instrument }).IsUnique();
    });
}

/// <summary><c>norm-status.csv</c> of a pack.</summary>
internal sealed class NormStatusFile(VakaDb db, States states) : IPackFile
{
    public string File => "norm-status.csv";

    public int Order => 220;

    public bool IsChain => false;

    public IReadOnlyList<string> Columns { get; } = ["country*", "instrument*", "status*", "date", "source*", "as_at*", "checked*"];

    public async Task Read(Sheet sheet, IPack pack, CancellationToken ct)
    {
        var rows = await db.Set<NormStatus>().ToDictionaryAsync(s => (s.Owner, s.Instrument), ct);
        foreach (var row in sheet.Rows)
        {
            var (country, instrument) = (await pack.OwnerOf(row, "country"), row.Required("instrument"));
            if (country.Length == 0 || instrument.Length == 0) continue;
            var fictional = (await states.All(ct))[country].Fictional;
            await pack.UpsertPlain(row, "norm-status", country, instrument, rows.GetValueOrDefault((country, instrument)),
                () => new NormStatus { Owner = country, Instrument = instrument, Audience = Audience.Public, Fictional = fictional }, status =>
                {
                    status.Status = row.Choice<Standing>("status");
                    status.Date = row.Date("date");
                    status.Source = row.Required("source");
                    status.AsAt = row.Date("as_at", true);
                    status.Checked = row.Choice<Verification>("checked");
                }, ct);
        }
    }
}
