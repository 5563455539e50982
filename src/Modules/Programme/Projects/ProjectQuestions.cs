using Microsoft.AspNetCore.Http;

namespace Vaka.Programme.Projects;

/// <summary>Reads what is asked of the list from an address: the same for page, JSON and CSV.</summary>
internal static class ProjectQuestions
{
    public const int PageSize = 25;

    /// <summary>Name of a facet in addresses.</summary>
    public static string NameOf(Facet facet) => facet.ToString().ToLowerInvariant();

    public static CatalogueQuestion From(IQueryCollection query, int take = PageSize)
    {
        var chosen = Enum.GetValues<Facet>().Select(f => (Facet: f, Value: query[NameOf(f)].ToString())).Where(f => f.Value.Length > 0).ToDictionary(f => f.Facet, f => f.Value);
        var sort = query["sort"].ToString() is ("year" or "budget") and var s ? s : "title";
        var page = int.TryParse(query["page"], out var p) && p is > 0 and < 100_000 ? p : 1;
        return new(chosen, query["q"].ToString() is { Length: > 0 and <= 200 } q ? q : null, sort, take == PageSize ? (page - 1) * PageSize : 0, take);
    }
}
