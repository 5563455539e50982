using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Vaka.Kernel.Data;
using Vaka.Kernel.Importing;
using Vaka.Kernel.Ownership;
using Vaka.Kernel.Words;

namespace Vaka.Programme.Countries;

/// <summary>What the IOM Development Fund says of a state. Reference data, changed by import.</summary>
internal sealed class FundEligibility
{
    [Key, MaxLength(16)]
    public required string State { get; init; }

    /// <summary>The Fund's own region of the state; empty when not known.</summary>
    public LocalText Region { get; set; } = LocalText.Empty;

    /// <summary>Eligible to benefit; null when not verified.</summary>
    public bool? IsEligible { get; set; }

    [MaxLength(400)]
    public string Source { get; set; } = "";

    public PartialDate? AsAt { get; set; }
}

/// <summary><c>vaka import states FILE</c>: countries and regions, with the Fund's eligibility. A region names itself as its region.</summary>
internal sealed class StateImporter(VakaDb db) : IImporter
{
    public string Name => "states";

    public async Task Read(string path, string? owner, ImportReport report, CancellationToken ct)
    {
        if (await Sheet.Read(path, report, ct) is not { } sheet
            || !sheet.Expect(report, "code*", "name_en*", "name_fr*", "region", "idf_region_en", "idf_region_fr", "eligible", "fictional", "source", "as_at")) return;
        var states = await db.Set<State>().ToDictionaryAsync(s => s.Code, StringComparer.Ordinal, ct);
        var eligibility = await db.Set<FundEligibility>().ToDictionaryAsync(e => e.State, StringComparer.Ordinal, ct);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in sheet.Rows)
        {
            var code = row.Required("code");
            if (code.Length == 0) continue;
            if (code.Length > 16 || !code.All(c => char.IsAsciiLetterUpper(c) || c == '-'))
            {
                row.Error("code", "states.bad-code", code);
                continue;
            }
            if (!seen.Add(code))
            {
                row.Error("code", "import.key-twice", code);
                continue;
            }
            if (!states.TryGetValue(code, out var state)) db.Add(states[code] = state = new() { Code = code });
            if (!eligibility.TryGetValue(code, out var fund)) db.Add(eligibility[code] = fund = new() { State = code });
            (state.Name, state.Region, state.Fictional) = (row.Text("name", true), row.Optional("region") is { } r && r != code ? r : null, row.YesNo("fictional"));
            state.IsRegion = row["region"] == code;
            (fund.Region, fund.Source, fund.AsAt) = (row.Text("idf_region"), row["source"], row.Date("as_at"));
            fund.IsEligible = row["eligible"].Length == 0 ? null : row.YesNo("eligible");
            row.Fits(db, fund);
            var (a, b) = (db.Entry(state).State, db.Entry(fund).State);
            if (a == EntityState.Added) report.Created++;
            else if (a == EntityState.Modified || b == EntityState.Modified) report.Updated++;
            else report.Unchanged++;
        }
        foreach (var row in sheet.Rows.Where(r => r["region"].Length > 0 && !states.ContainsKey(r["region"]))) row.Error("region", "import.unknown-owner", row["region"]);
    }
}
