using Microsoft.Extensions.DependencyInjection;
using Vaka.Kernel.Data;
using Vaka.Kernel.Ownership;
using Vaka.Kernel.Words;
using Vaka.Programme.Projects;

namespace Vaka.Product.Tests.Programme;

/// <summary>The catalogue's bit sets answer as a plain filter over all projects would.</summary>
public sealed class CatalogueTests(Databases databases)
{
    private static readonly string[] Names =
        ["Protection des migrants", "Haʻatolu harbour", "Hébergement à Nukuʻalofa", "Māori voices", "Œuvre commune", "Straße und Meer", "Border posts", "Identification of victims", "Formation", "Return home"];

    private static readonly string[] Owners = ["PACIFIC", "FJ", "TO", "VU", "XM"];

    public static TheoryData<string> Providers => Databases.Providers;

    [Fact]
    public void A_bit_set_is_the_set_of_its_numbers()
    {
        var random = new Random(20261124);
        for (var round = 0; round < 200; round++)
        {
            var size = random.Next(1, 300);
            var (a, b) = (Numbers(), Numbers());
            var (left, right) = (Of(a), Of(b));
            Assert.Equal(a.Count, left.Count());
            Assert.Equal(a.Intersect(b).Count(), left.CountWith(right));
            var (and, or, full) = (left.Copy(), left.Copy(), left.Copy());
            and.And(right);
            or.Or(right);
            full.Fill(size);
            Assert.All(Enumerable.Range(0, size), i => Assert.Equal((a.Contains(i), a.Contains(i) && b.Contains(i), a.Contains(i) || b.Contains(i), true), (left.Has(i), and.Has(i), or.Has(i), full.Has(i))));
            Assert.Equal(size, full.Count());

            HashSet<int> Numbers() => [.. Enumerable.Range(0, random.Next(size + 1)).Select(_ => random.Next(size))];
            BitSet Of(HashSet<int> numbers)
            {
                var set = new BitSet(size);
                foreach (var n in numbers) set.Add(n);
                return set;
            }
        }
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Answers_and_counts_are_those_of_a_plain_filter(string provider)
    {
        await using var app = await TestApp.Start(databases, provider);
        var random = new Random(20261124);
        var projects = await Fill(app, random, 260);
        var viewers = new[] { Viewer.Public, Viewer.System("test"), Person("FJ"), Person("TO", "XM"), Person("PACIFIC") };
        var catalogue = app.Services.GetRequiredService<ProjectCatalogue>();
        for (var n = 0; n < 300; n++)
        {
            var viewer = viewers[random.Next(viewers.Length)];
            var seen = projects.Where(p => Sees(viewer, p)).ToList();
            var question = Ask(random, projects);
            var answer = await catalogue.Ask(question, viewer, CancellationToken.None);
            bool Fits(Project p, Facet? besides) => question.Chosen.All(c => c.Key == besides || Values(p, c.Key).Contains(c.Value)) && Found(p, question.Q);

            var expected = seen.Where(p => Fits(p, null)).ToList();
            Assert.Equal(expected.Count, answer.Total);
            if (question.Skip == 0 && question.Take >= expected.Count) Assert.Equal(expected.Select(p => p.Id).Order(), answer.Ids.Order());
            Assert.Equal(Math.Clamp(expected.Count - question.Skip, 0, question.Take), answer.Ids.Count);
            var shown = answer.Ids.Select(id => expected.Single(p => p.Id == id)).ToList();
            Assert.Equal(Sorted(shown, question.Sort), shown.Select(p => p.Id));
            foreach (var facet in Enum.GetValues<Facet>())
                Assert.Equal(seen.Where(p => Fits(p, facet)).SelectMany(p => Values(p, facet).Distinct()).GroupBy(v => v).Select(g => $"{g.Key} {g.Count()}").Order(StringComparer.Ordinal),
                    answer.Facets[facet].Select(v => $"{v.Value} {v.Count}").Order(StringComparer.Ordinal));
        }
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Marks_of_any_kind_do_not_matter_to_a_search(string provider)
    {
        await using var app = await TestApp.Start(databases, provider);
        await Fill(app, new Random(1), Names.Length);
        var catalogue = app.Services.GetRequiredService<ProjectCatalogue>();
        foreach (var (asked, found) in new[]
        {
            ("haatolu", 1), ("HAʻATOLU", 1), ("Ha'atolu", 1), ("ha‘atolu", 1), ("haa tolu", 1), ("nukualofa", 1), ("Nukuʻalofa hebergement", 1), ("hébergement", 1), ("maori", 1), ("MĀORI", 1), ("ma\u0304ori", 1),
            ("oeuvre", 1), ("œuvre", 1), ("strasse", 1), ("straße", 1), ("  border   posts ", 1), ("posts border", 1), ("border missing", 0), ("\uFFFE", 0), ("'", Names.Length), ("", Names.Length),
        })
        {
            var answer = await catalogue.Ask(new(new Dictionary<Facet, string>(), asked, "title", 0, 100), Viewer.System("test"), CancellationToken.None);
            Assert.True(found == answer.Total, $"'{asked}' found {answer.Total}, not {found}");
        }
        // A character that is none, as only a damaged address holds.
        var browser = await app.Browser();
        await browser.Open("/en/projects?q=%EF%BF%BE");
        Assert.Equal(System.Net.HttpStatusCode.OK, browser.Status);
    }

    private static async Task<List<Project>> Fill(TestApp app, Random random, int count)
    {
        await using var scope = app.System();
        var db = scope.ServiceProvider.GetRequiredService<VakaDb>();
        var projects = Enumerable.Range(0, count).Select(i => new Project
        {
            Owner = Owners[random.Next(Owners.Length)],
            Key = $"P.{i:0000}",
            PrimaId = random.Next(2) == 0 ? $"XM10P{i:0000}" : null,
            Audience = (Audience)random.Next(4),
            SharedWith = random.Next(3) == 0 ? Codes.Join(["FJ", "XM"]) : "",
            Title = LocalText.Of($"{Names[i % Names.Length]} {i / Names.Length}", random.Next(2) == 0 ? $"Projet {i}" : null),
            IdfRegion = Said("Asia and Oceania", "Africa"),
            Type = Said("Training", "Borders", "Return"),
            Coverage = Said("National", "Regional"),
            Status = Said("Active", "Completed"),
            Year = random.Next(5) == 0 ? null : 2015 + random.Next(8),
            Budget = random.Next(5) == 0 ? null : random.Next(1, 50) * 1000L,
            States = Codes.Join([.. Owners[1..].Where(_ => random.Next(3) == 0)]),
        }).ToList();
        db.AddRange(projects);
        await db.SaveChangesAsync();
        return projects;

        LocalText Said(params string[] values) => random.Next(6) == 0 ? LocalText.Empty : LocalText.Of(values[random.Next(values.Length)], null);
    }

    private static CatalogueQuestion Ask(Random random, List<Project> projects)
    {
        var chosen = new Dictionary<Facet, string>();
        foreach (var facet in Enum.GetValues<Facet>())
            if (random.Next(4) == 0) chosen[facet] = Values(projects[random.Next(projects.Count)], facet) is [var value, ..] ? value : "none such";
        var q = random.Next(3) switch { 0 => null, 1 => Names[random.Next(Names.Length)].Split(' ')[0].ToUpperInvariant(), _ => $"{random.Next(30)} p" };
        return new(chosen, q, ((string[])["title", "year", "budget"])[random.Next(3)], random.Next(3) == 0 ? random.Next(60) : 0, random.Next(3) == 0 ? random.Next(1, 30) : 1000);
    }

    private static List<string> Values(Project p, Facet facet) => facet switch
    {
        Facet.Region => One(p.IdfRegion["en"]),
        Facet.State => [.. Codes.Split(p.States)],
        Facet.Type => One(p.Type["en"]),
        Facet.Coverage => One(p.Coverage["en"]),
        Facet.Status => One(p.Status["en"]),
        _ => One(p.Year?.ToString()),
    };

    private static List<string> One(string? value) => value is null ? [] : [value];

    private static bool Found(Project p, string? q) =>
        q is null || Folding.Fold(q).Split(' ', StringSplitOptions.RemoveEmptyEntries).All(w => Folding.Fold($"{p.Key} {p.PrimaId} {string.Join(' ', p.Title.Languages.Values.Select(t => t.Text))}").Contains(w, StringComparison.Ordinal));

    private static bool Sees(Viewer viewer, Project p) =>
        viewer.IsSystem || p.Audience == Audience.Public || viewer.Owners.Contains(p.Owner) || Codes.Split(p.SharedWith).Any(viewer.Codes.Contains);

    // In the question's order; projects that are equal in it may stand in any.
    private static List<Guid> Sorted(List<Project> shown, string sort) => [.. (sort switch
    {
        "year" => shown.OrderByDescending(p => p.Year ?? 0),
        "budget" => shown.OrderByDescending(p => p.Budget ?? -1),
        _ => shown.OrderBy(p => Folding.Fold(p.Title.For("en").Text), StringComparer.Ordinal),
    }).Select(p => p.Id)];

    private static Viewer Person(params string[] owners) =>
        Viewer.Person(Ids.New(), "somebody", [.. owners.Select(o => new Standing("analyst", o, null, new HashSet<string>()))], ["PACIFIC"]);
}
