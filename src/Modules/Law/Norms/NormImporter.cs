using Microsoft.EntityFrameworkCore;
using Vaka.Kernel.Chain;
using Vaka.Kernel.Data;
using Vaka.Kernel.Importing;
using Vaka.Kernel.Ownership;

namespace Vaka.Law.Norms;

/// <summary><c>vaka import norms FILE --owner REGION</c>: the catalogue of international standards, public.</summary>
internal sealed class NormImporter(VakaDb db, IChain chain, ImportMemory memory, States states, IThemes themes) : IImporter
{
    public string Name => "norms";

    public async Task Read(string path, string? owner, ImportReport report, CancellationToken ct)
    {
        if (await Sheet.Read(path, report, ct) is not { } sheet) return;
        if (!sheet.Expect(report, "id*", "instrument*", "article*", "theme*", "obligation_en*", "obligation_fr", "kind*", "checked*")) return;
        if (owner is null || !(await states.All(ct)).ContainsKey(owner))
        {
            report.Add(new(true, sheet.File, 0, null, owner is null ? "import.no-owner" : "import.unknown-owner", owner));
            return;
        }
        var known = (await themes.All(ct)).Select(t => t.Id).ToHashSet(StringComparer.Ordinal);
        var norms = await db.Set<Norm>().Where(n => n.Owner == owner).ToDictionaryAsync(n => n.Key, StringComparer.Ordinal, ct);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in sheet.Rows)
        {
            var (errors, key) = (report.Errors, row.Required("id"));
            if (key.Length == 0) continue;
            if (!seen.Add(key)) row.Error("id", "import.key-twice", key);
            var exists = norms.TryGetValue(key, out var norm);
            norm ??= new() { Owner = owner, Key = key, Audience = Audience.Public };
            if (await memory.Decide(Kinds.Norm, owner, key, row, exists ? norm : null, report, ct) is not (ImportFate.Create or ImportFate.Update)) continue;
            norm.Cite(row.Required("instrument"), row.Required("article"));
            norm.Obligation = row.Text("obligation", true);
            norm.NormKind = row.Choice<NormKind>("kind");
            norm.Checked = row.Choice<NormCheck>("checked");
            var theme = row.Required("theme");
            if (theme.Length > 0 && !known.Contains(theme)) row.Error("theme", "import.unknown-theme", theme);
            norm.Themes = Codes.Join([theme]);
            if (!row.Fits(db, norm) || report.Errors > errors) continue;
            if (!exists) db.Add(norm);
            await chain.Publish(norm, [], ct);
            await memory.Remember(Kinds.Norm, owner, key, row.Hash, norm, ct);
        }
    }
}
