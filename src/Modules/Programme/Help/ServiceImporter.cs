using Microsoft.EntityFrameworkCore;
using Vaka.Kernel.Data;
using Vaka.Kernel.Importing;
using Vaka.Kernel.Ownership;
using Vaka.Programme.Countries;

namespace Vaka.Programme.Help;

/// <summary><c>vaka import services FILE</c>: where to turn for help, by country.</summary>
internal sealed class ServiceImporter(VakaDb db, ImportMemory memory, States states) : IImporter
{
    public string Name => "services";

    public async Task Read(string path, string? owner, ImportReport report, CancellationToken ct)
    {
        if (await Sheet.Read(path, report, ct) is not { } sheet
            || !sheet.Expect(report, "country*", "key*", "name_en*", "name_fr*", "kind*", "what_en", "what_fr", "phone", "url", "source*", "as_at*", "checked*")) return;
        var known = await states.All(ct);
        var services = await db.Set<HelpService>().ToDictionaryAsync(s => (s.Owner, s.Key), ct);
        var seen = new HashSet<(string, string)>();
        foreach (var row in sheet.Rows)
        {
            var (country, key, kind, name) = (row.Required("country"), row.Required("key"), row.Choice<ServiceKind>("kind"), row.Text("name", true));
            var (source, asAt, check) = (row.Required("source"), row.Date("as_at", true), row.Choice<Check>("checked"));
            if (country.Length == 0 || key.Length == 0 || asAt is not { } at) continue;
            if (!known.TryGetValue(country, out var state)) row.Error("country", "import.unknown-owner", country);
            if (!seen.Add((country, key))) row.Error("key", "import.key-twice", key);
            foreach (var (column, most) in new[] { ("key", 80), ("phone", 60), ("url", 400), ("source", 600) })
                if (row[column].Length > most) row.Error(column, "services.too-long", most);
            // The address becomes a link: nothing but a web page may stand there.
            if (row["url"].Length > 0 && !(Uri.TryCreate(row["url"], UriKind.Absolute, out var url) && url.Scheme is "https" or "http")) row.Error("url", "services.bad-url", row["url"]);
            if (report.Errors > 0 || state is null) continue;
            var service = services.GetValueOrDefault((country, key));
            if (await memory.Decide("help-service", country, key, row, service, report, ct) is not (ImportFate.Create or ImportFate.Update)) continue;
            if (service is null) db.Add(service = new() { Owner = country, Key = key, Audience = Audience.Public, Fictional = state.Fictional });
            (service.Name, service.Kind, service.What, service.Phone, service.Url) = (name, kind, row.Text("what"), row["phone"], row["url"]);
            (service.Source, service.AsAt, service.IsVerified) = (source, at, check == Check.Verified);
            await memory.Remember("help-service", country, key, row.Hash, service, ct);
        }
    }
}
