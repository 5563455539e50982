using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Vaka.Kernel.Data;
using Vaka.Kernel.Ownership;
using Vaka.Kernel.Permissions;
using Vaka.Kernel.Web;
using Vaka.Kernel.Words;

namespace Vaka.Kernel.Chain;

/// <summary>A field of one kind in its data: name (<c>strength</c>) and value. A <see cref="LocalText"/> has a column per language in CSV and is an object in JSON.</summary>
public sealed record ChainField<T>(string Name, Func<T, object?> Value) where T : ChainRow;

/// <summary>The rows of one kind as data, with what all kinds have in common; the viewer gets the rows that the viewer may see.</summary>
public static class ChainData
{
    /// <summary>Most rows in one answer.</summary>
    public const int Most = 10_000;

    /// <summary>
    /// Maps <c>/findings</c> for JSON and CSV, narrowed by <c>?owner=</c> and <c>?theme=</c> as the page is. Columns: key, kind, owner, audience,
    /// title and summary per language, themes, the kind's own <paramref name="fields"/>, source (where the kind has none of its own, the address
    /// that says why the row is there), version, fictional, synthetic, path.
    /// </summary>
    public static RouteHandlerBuilder MapChain<T>(this IEndpointRouteBuilder routes, string path, string tag, string summary, params ChainField<T>[] fields) where T : ChainRow =>
        routes.MapData(path, async (string? owner, string? theme, VakaDb db, CancellationToken ct) =>
        {
            var rows = db.Set<T>().AsNoTracking();
            if (!string.IsNullOrEmpty(owner)) rows = rows.Where(r => r.Owner == owner);
            if (!string.IsNullOrEmpty(theme)) rows = rows.Where(r => r.Themes.Contains("|" + theme + "|"));
            return Sheet(await rows.OrderBy(r => r.Owner).ThenBy(r => r.Key).Take(Most).ToListAsync(ct), fields);
        }).Public().WithTags(tag).WithSummary(summary);

    /// <summary>Rows as data.</summary>
    public static DataSheet Sheet<T>(IReadOnlyList<T> rows, params ChainField<T>[] fields) where T : ChainRow
    {
        var all = Fields(fields);
        // A field is text in every language if any row says so; blank rows then still have the columns.
        var texts = all.Where(f => rows.Any(r => f.Value(r) is LocalText)).Select(f => f.Name).ToHashSet(StringComparer.Ordinal);
        string[] languages = [.. Languages.Offered.Select(l => l.Code)];
        return new(
            rows.Select(r => all.ToDictionary(f => f.Name, f => f.Value(r))),
            [.. all.SelectMany(f => texts.Contains(f.Name) ? languages.Select(l => $"{f.Name}_{l}") : [f.Name])],
            rows.Select(r => (IReadOnlyList<object?>)[.. all.SelectMany(f => texts.Contains(f.Name) ? languages.Select(l => (object?)(f.Value(r) as LocalText)?[l]) : [Cell(f.Value(r))])]));
    }

    private static List<ChainField<T>> Fields<T>(ChainField<T>[] own) where T : ChainRow
    {
        List<ChainField<T>> all =
        [
            new("key", r => r.Key), new("kind", r => r.Kind), new("owner", r => r.Owner), new("audience", r => r.Audience), new("title", r => r.Title), new("summary", r => r.Summary),
            new("themes", r => Codes.Split(r.Themes)), .. own,
        ];
        if (!own.Any(f => f.Name == "source")) all.Add(new("source", r => r.PublishedVersion > 0 ? $"/chain/{r.Kind}/{r.Id}" : r.Path));
        all.AddRange([new("version", r => r.PublishedVersion), new("fictional", r => r.Fictional), new("synthetic", r => r.Synthetic), new("path", r => r.Path)]);
        return all;
    }

    private static object? Cell(object? value) => value switch
    {
        string[] list => string.Join(';', list),
        Enum e => Words.Words.KeyOf(e),
        _ => value,
    };
}
