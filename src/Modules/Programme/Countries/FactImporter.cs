using Microsoft.EntityFrameworkCore;
using Vaka.Kernel.Data;
using Vaka.Kernel.Importing;
using Vaka.Kernel.Ownership;
using Vaka.Kernel.Words;

namespace Vaka.Programme.Countries;

/// <summary>
/// <c>vaka import facts FILE</c>: facts of countries. A key that ends in <c>-claim</c> contradicts the last row above it, of the same
/// country and topic, whose key does not.
/// </summary>
internal sealed class FactImporter(VakaDb db, ImportMemory memory, States states) : IImporter
{
    public string Name => "facts";

    public async Task Read(string path, string? owner, ImportReport report, CancellationToken ct)
    {
        if (await Sheet.Read(path, report, ct) is not { } sheet
            || !sheet.Expect(report, "country*", "topic*", "key*", "title_en*", "title_fr*", "text_en", "text_fr", "date", "source*", "as_at*", "checked*")) return;
        var known = await states.All(ct);
        var facts = await db.Set<CountryFact>().ToDictionaryAsync(f => (f.Owner, f.Key), ct);
        var seen = new HashSet<(string, string)>();
        (string Country, FactTopic Topic, string Key)? before = null;
        foreach (var row in sheet.Rows)
        {
            var (country, key, topic) = (row.Required("country"), row.Required("key"), row.Choice<FactTopic>("topic"));
            var (title, source, asAt, check) = (row.Text("title", true), row.Required("source"), row.Date("as_at", true), row.Choice<Check>("checked"));
            var date = row.Date("date");
            if (country.Length == 0 || key.Length == 0 || asAt is not { } at) continue;
            if (!known.TryGetValue(country, out var state)) row.Error("country", "import.unknown-owner", country);
            if (!seen.Add((country, key))) row.Error("key", "import.key-twice", key);
            if (key.Length > 80 || source.Length > 600) row.Error(key.Length > 80 ? "key" : "source", "facts.too-long");
            string? against = null;
            if (!key.EndsWith("-claim", StringComparison.Ordinal)) before = (country, topic, key);
            else if (before is { } b && b.Country == country && b.Topic == topic) against = b.Key;
            if (report.Errors > 0 || state is null) continue;
            var fact = facts.GetValueOrDefault((country, key));
            // What it contradicts is said by its place in the file, so the place counts as part of the row.
            var hash = LocalText.HashOf($"{row.Hash}\n{against}");
            var fate = await memory.Weigh("country-fact", country, key, hash, fact, ct);
            ImportMemory.Count(fate, report);
            if (fate == ImportFate.Keep) row.Warn(null, "import.kept", key);
            if (fate is not (ImportFate.Create or ImportFate.Update)) continue;
            if (fact is null) db.Add(fact = new() { Owner = country, Key = key, Audience = Audience.Public, Fictional = state.Fictional });
            (fact.Topic, fact.Title, fact.Text, fact.Date) = (topic, title, row.Text("text"), date);
            (fact.Source, fact.AsAt, fact.IsVerified, fact.Against) = (source, at, check == Check.Verified, against);
            await memory.Remember("country-fact", country, key, hash, fact, ct);
        }
    }
}
