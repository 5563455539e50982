using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Vaka.Contracts.Law;
using Vaka.Kernel.Data;
using Vaka.Kernel.Importing;
using Vaka.Kernel.Ownership;
using Vaka.Kernel.Words;

namespace Vaka.Law.Norms;

/// <summary>What one source says a country has done with a treaty. Owned by the country, public; rows that contradict each other stand side by side.</summary>
internal sealed class TreatyStatus : Row
{
    /// <summary>Short citation, the same as the norms of that treaty have.</summary>
    [MaxLength(120)]
    public required string Instrument { get; init; }

    public LocalText Name { get; set; } = LocalText.Empty;

    public TreatyState Status { get; set; }

    public PartialDate? Date { get; set; }

    public required string Source { get; init; }

    public PartialDate AsAt { get; set; }

    public Verification Checked { get; set; }

    public LocalText Note { get; set; } = LocalText.Empty;

    public static void Map(ModelBuilder model) => model.Entity<TreatyStatus>(s =>
    {
        s.ToTable("treaty_statuses");
        s.HasIndex(x => new { x.Owner, x.Instrument });
    });
}

/// <summary><c>vaka import treaties FILE</c>. A row is known by country, instrument and source, so that another source's row stands beside it.</summary>
internal sealed class TreatyImporter(VakaDb db, ImportMemory memory, States states) : IImporter
{
    public string Name => "treaties";

    public async Task Read(string path, string? owner, ImportReport report, CancellationToken ct)
    {
        if (await Sheet.Read(path, report, ct) is not { } sheet) return;
        if (!sheet.Expect(report, "country*", "instrument*", "name_en*", "name_fr*", "status*", "date", "source*", "as_at*", "checked*", "note_en", "note_fr")) return;
        var known = await db.Set<TreatyStatus>().ToDictionaryAsync(s => (s.Owner, s.Instrument, s.Source), ct);
        var all = await states.All(ct);
        var seen = new HashSet<(string, string, string)>();
        foreach (var row in sheet.Rows)
        {
            var errors = report.Errors;
            var (country, instrument, source) = (row.Required("country"), row.Required("instrument"), row.Required("source"));
            if (country.Length > 0 && !all.ContainsKey(country)) row.Error("country", "import.unknown-owner", country);
            if (report.Errors > errors) continue;
            if (!seen.Add((country, instrument, source))) row.Error(null, "import.key-twice", $"{country}, {instrument}");
            var exists = known.TryGetValue((country, instrument, source), out var status);
            status ??= new() { Owner = country, Instrument = instrument, Source = source, Audience = Audience.Public, Fictional = all[country].Fictional };
            var key = $"{instrument}|{LocalText.HashOf(source)}";
            if (await memory.Decide("treaty", country, key, row, exists ? status : null, report, ct) is not (ImportFate.Create or ImportFate.Update)) continue;
            status.Name = row.Text("name", true);
            status.Status = row.Choice<TreatyState>("status");
            status.Date = row.Date("date");
            status.AsAt = row.Date("as_at", true) ?? default;
            status.Checked = row.Choice<Verification>("checked");
            status.Note = row.Text("note");
            if (!row.Fits(db, status) || report.Errors > errors) continue;
            if (!exists) db.Add(status);
            await memory.Remember("treaty", country, key, row.Hash, status, ct);
        }
    }
}

/// <summary>Treaties for other modules' pages.</summary>
internal sealed class Treaties(VakaDb db) : ITreaties
{
    public async Task<IReadOnlyList<TreatyFact>> Of(string country, CancellationToken ct = default) =>
        [.. (await db.Set<TreatyStatus>().AsNoTracking().Where(s => s.Owner == country).ToListAsync(ct))
            .OrderBy(s => s.Instrument, StringComparer.Ordinal).ThenBy(s => s.AsAt).ThenBy(s => s.Source, StringComparer.Ordinal)
            .Select(s => new TreatyFact(s.Instrument, s.Name, s.Status, s.Date, s.Source, s.AsAt, s.Checked == Verification.Verified, s.Note))];
}

/// <summary>Reads what norms are to states.</summary>
internal sealed class StandingReader(VakaDb db)
{
    /// <summary>Claims per state and instrument; of one state when it is named, of one instrument when it is.</summary>
    public async Task<ILookup<(string State, string Instrument), StandingClaim>> Claims(string? state, string? instrument, CancellationToken ct)
    {
        var treaties = await db.Set<TreatyStatus>().AsNoTracking().Where(t => (state == null || t.Owner == state) && (instrument == null || t.Instrument == instrument)).ToListAsync(ct);
        var own = await db.Set<NormStatus>().AsNoTracking().Where(t => (state == null || t.Owner == state) && (instrument == null || t.Instrument == instrument)).ToListAsync(ct);
        return own.Select(s => (s.Owner, s.Instrument, Claim: StandingClaim.Of(s))).Concat(treaties.Select(t => (t.Owner, t.Instrument, Claim: StandingClaim.Of(t))))
            .ToLookup(c => (c.Owner, c.Instrument), c => c.Claim);
    }
}
