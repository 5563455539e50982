using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vaka.Kernel.Chain;
using Vaka.Kernel.Data;
using Vaka.Kernel.Importing;
using Vaka.Kernel.Ownership;
using Vaka.Kernel.Words;

namespace Vaka.Evidence.Themes;

/// <summary>A theme that tags links of the chain. Reference data, the same for all owners; changed by import.</summary>
internal sealed class Theme
{
    [Key, MaxLength(60)]
    public required string Id { get; init; }

    public LocalText Name { get; set; } = LocalText.Empty;
}

/// <summary>The themes, kept in memory.</summary>
internal sealed class ThemeList(IServiceScopeFactory scopes) : IThemes
{
    private volatile IReadOnlyList<ThemeItem>? _all;

    public async ValueTask<IReadOnlyList<ThemeItem>> All(CancellationToken ct = default)
    {
        if (_all is { } all) return all;
        await using var scope = scopes.CreateSystemScope("themes");
        var db = scope.ServiceProvider.GetRequiredService<VakaDb>();
        var loaded = (await db.Set<Theme>().AsNoTracking().OrderBy(t => t.Id).ToListAsync(ct)).ConvertAll(t => new ThemeItem(t.Id, t.Name));
        if (loaded.Count > 0) _all = loaded;
        return loaded;
    }

    public void Forget() => _all = null;
}

/// <summary><c>vaka import themes FILE</c>.</summary>
internal sealed class ThemeImporter(VakaDb db, ThemeList list) : IImporter
{
    public string Name => "themes";

    public async Task Read(string path, string? owner, ImportReport report, CancellationToken ct)
    {
        if (await Sheet.Read(path, report, ct) is not { } sheet || !sheet.Expect(report, "id*", "name_en*", "name_fr*")) return;
        var known = await db.Set<Theme>().ToDictionaryAsync(t => t.Id, StringComparer.Ordinal, ct);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in sheet.Rows)
        {
            var id = row.Required("id");
            var name = row.Text("name", true);
            if (!seen.Add(id)) row.Error("id", "import.key-twice", id);
            if (!known.TryGetValue(id, out var theme))
            {
                theme = new() { Id = id, Name = name };
                if (id.Length == 0 || !row.Fits(db, theme)) continue;
                db.Add(known[id] = theme);
                report.Created++;
            }
            else if (theme.Name.Equals(name)) report.Unchanged++;
            else
            {
                theme.Name = name;
                report.Updated++;
            }
        }
        list.Forget();
    }
}
