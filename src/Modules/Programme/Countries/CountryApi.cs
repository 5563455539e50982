using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Vaka.Contracts.Law;
using Vaka.Kernel.Permissions;
using Vaka.Kernel.Web;
using Vaka.Kernel.Words;

namespace Vaka.Programme.Countries;

/// <summary>Countries as data: the list, and one with its facts and treaties.</summary>
internal static class CountryApi
{
    private static readonly string[] ListColumns = ["code", "name_en", "name_fr", "region", "fictional", "facts", "address"];

    private static readonly string[] Columns =
        ["country", "topic", "key", "title_en", "title_fr", "text_en", "text_fr", "date", "source", "as_at", "checked", "against"];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapData("/countries", async (CountryRecords records, CancellationToken ct) =>
        {
            var (listed, counts) = (await records.Listed(ct), await records.Counts(ct));
            return new DataSheet(
                listed.Select(s => new { s.Code, s.Name, s.Region, s.Fictional, facts = counts.GetValueOrDefault(s.Code), path = $"/countries/{s.Code}" }),
                ListColumns, listed.Select(s => (IReadOnlyList<object?>)[s.Code, s.Name["en"], s.Name["fr"], s.Region, s.Fictional, counts.GetValueOrDefault(s.Code), $"/countries/{s.Code}"]));
        }).Public().WithTags("countries").WithSummary("Countries of a region known here, with the number of facts about each.");
        routes.MapData("/countries/{code}", async (string code, CountryRecords records, CancellationToken ct) =>
            await records.Of(code, ct) is { } country ? new DataSheet(Whole(country), Columns, country.Facts.Select(Cells).Concat(country.Treaties.SelectMany(t => t).Select(t => Cells(code, t)))) : null)
            .Public().WithTags("countries").WithSummary("One country: facts and treaties, each with its source, its date and whether it was checked.");
    }

    private static string Checked(bool verified) => verified ? "verified" : "unverified";

    private static object Whole(CountryRecord c) => new
    {
        c.State.Code, c.State.Name, c.State.Region, c.State.Fictional,
        fund = c.Fund is null ? null : new { c.Fund.IsEligible, c.Fund.Region, c.Fund.Source, c.Fund.AsAt },
        facts = c.Facts.Select(f => new { f.Topic, f.Key, f.Title, f.Text, f.Date, f.Source, f.AsAt, check = Checked(f.IsVerified), f.Against }),
        treaties = c.Treaties.SelectMany(t => t).Select(t => new { t.Instrument, t.Name, t.Status, t.Date, t.Source, t.AsAt, check = Checked(t.IsVerified), t.Note }),
        path = $"/countries/{c.State.Code}",
    };

    private static IReadOnlyList<object?> Cells(CountryFact f) =>
        [f.Owner, Words.KeyOf(f.Topic), f.Key, f.Title["en"], f.Title["fr"], f.Text["en"], f.Text["fr"], f.Date, f.Source, f.AsAt, Checked(f.IsVerified), f.Against];

    private static IReadOnlyList<object?> Cells(string country, TreatyFact t) =>
        [country, "treaty", t.Instrument, t.Name["en"], t.Name["fr"], Words.KeyOf(t.Status), Words.KeyOf(t.Status), t.Date, t.Source, t.AsAt, Checked(t.IsVerified), null];
}
