using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vaka.Evidence.Chain;
using Vaka.Kernel.Data;
using Vaka.Kernel.Importing;
using Vaka.Programme.Projects;

namespace Vaka.Product.Tests.Programme;

/// <summary>Project pages as text and project records as JSON: read, refused with lines, and read again without a change.</summary>
public sealed class IdfImportTests(Databases databases)
{
    // A fictional project in words of our own.
    private const string Page = """
        -
        Accueil
        Des feux de port pour Motu
        Date de début
        2031
        -
        Date de fin
        2033-06
        Statut du projet
        Actif
        Type de projet
        Formation
        Budget Amount (USD)
        1,000.50
        Couverture
        National
        Année
        2030
        IDF Region
        Asie et Océanie
        Prima ID
        XM10P0001
        Projet ID
        ZZ.9001
        Benefiting Member States
        Motu Fidji
        "Le port de Motu reçoit des feux."
        """;

    private const string Records = """
        {"records":[
        {"url":"https://example.org/p/lights","title":"Harbour lights","title_fr":"Feux de port","start":2031,"end":"2033-06","status":"Active","budgetUsd":1000.5,"year":2030,"projectId":"ZZ.9001","states":["Motu"]},
        {"title":"Second","primaId":"XM10P0002","states":[]}]}
        """;

    private static readonly StateName[] States = [new("motu", "XM"), new("fidji", "FJ"), new("fiji", "FJ")];

    public static TheoryData<string> Providers => Databases.Providers;

    [Theory, MemberData(nameof(Providers))]
    public async Task A_page_is_read_whole_and_a_second_time_changes_nothing(string provider)
    {
        await using var app = await TestApp.Start(databases, provider);
        var first = await app.TryImport("idf", Encoding.UTF8.GetBytes(Page));
        Assert.Equal((true, 1), (first.Applied, first.Created));
        var before = await Everything(app);
        var (project, _) = Assert.Single(before);
        Assert.Equal(("ZZ.9001", "XM10P0001", 100_050L, 2030, "|FJ|XM|"), (project.Key, project.PrimaId, project.Budget, project.Year, project.States));
        Assert.Equal((new PartialDate(2031), new PartialDate(2033, 6)), (project.Start, project.End));
        Assert.Equal(("Des feux de port pour Motu", "Le port de Motu reçoit des feux."), (project.Title["fr"], project.Narrative["fr"]));
        var again = await app.TryImport("idf", Encoding.UTF8.GetBytes(Page.ReplaceLineEndings("\r\n")));
        Assert.Equal((true, 0, 0, 1), (again.Applied, again.Created, again.Updated, again.Unchanged));
        Assert.Equal(before.Select(p => (p.Project.Id, p.Project.Revision, p.Versions)), (await Everything(app)).Select(p => (p.Project.Id, p.Project.Revision, p.Versions)));
    }

    [Theory]
    [InlineData("2031", "printemps", 5, "idf.not-a-date")]
    [InlineData("1,000.50", "beaucoup", 14, "idf.not-money")]
    [InlineData("1,000.50", "99999999999999999999999999999999", 14, "idf.not-money")]
    [InlineData("2030", "MMXXX", 18, "idf.not-a-year")]
    [InlineData("XM10P0001", "../..", 22, "idf.not-an-id")]
    [InlineData("Motu Fidji", "Motu Atlantide", 26, "idf.unknown-state")]
    [InlineData("Couverture\nNational", "Statut du projet\nClos", 15, "idf.label-twice")]
    [InlineData("Motu Fidji\n\"Le port de Motu reçoit des feux.\"", "", 25, "idf.label-without-value")]
    [InlineData("des feux.\"", "des fe", 27, "idf.narrative-cut")]
    [InlineData("\"Le port de Motu reçoit des feux.\"", "\"", 27, "idf.narrative-cut")]
    [InlineData("-\nAccueil\nDes feux de port pour Motu\n", "", 1, "idf.no-title")]
    [InlineData("Prima ID\nXM10P0001\nProjet ID\nZZ.9001\n", "", 0, "idf.no-id")]
    public void Damage_is_named_by_its_line(string whole, string damaged, int line, string key)
    {
        Assert.Contains(whole, Page, StringComparison.Ordinal);
        var report = new ImportReport();
        IdfPageReader.Read("page.txt", Page.Replace(whole, damaged, StringComparison.Ordinal), States, report);
        var problem = Assert.Single(report.Problems);
        Assert.Equal((true, line, key), (problem.IsError, problem.Line, problem.Key));
    }

    [Fact]
    public void What_is_no_page_at_all_is_refused()
    {
        foreach (var (text, key) in new[] { ("A letter.\nNothing else.\n", "idf.no-label"), (string.Concat(Enumerable.Repeat("x\n", 20_000)), "idf.too-many-lines"), (Page.Replace("Actif", new string('a', 501), StringComparison.Ordinal), "import.too-long") })
        {
            var report = new ImportReport();
            IdfPageReader.Read("page.txt", text, States, report);
            Assert.Equal(key, Assert.Single(report.Problems).Key);
        }
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task A_damaged_page_leaves_the_database_as_it_was(string provider)
    {
        await using var app = await TestApp.Start(databases, provider);
        // Windows-1252: the first accented letter stands on line 4.
        var western = await app.TryImport("idf", Encoding.Latin1.GetBytes(Page));
        Assert.Equal((false, 4, "import.not-utf-8"), (western.Applied, western.Problems[0].Line, western.Problems[0].Key));
        var utf16 = await app.TryImport("idf", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Page)]);
        Assert.Equal((false, "import.utf-16"), (utf16.Applied, utf16.Problems[0].Key));
        foreach (var end in (int[])[0, 40, 120, Page.IndexOf("Motu Fidji", StringComparison.Ordinal), Page.Length - 3])
            Assert.False((await app.TryImport("idf", Encoding.UTF8.GetBytes(Page[..end]))).Applied);
        Assert.Empty(await Everything(app));
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Records_are_read_whole_and_a_second_time_changes_nothing(string provider)
    {
        await using var app = await TestApp.Start(databases, provider);
        var first = await app.TryImport("idf-records", Encoding.UTF8.GetBytes(Records));
        Assert.Equal((true, 2), (first.Applied, first.Created));
        var before = await Everything(app);
        var again = await app.TryImport("idf-records", Encoding.UTF8.GetBytes(Records));
        Assert.Equal((true, 0, 0, 2), (again.Applied, again.Created, again.Updated, again.Unchanged));
        Assert.Equal(before.Select(p => (p.Project.Id, p.Project.Revision, p.Versions)), (await Everything(app)).Select(p => (p.Project.Id, p.Project.Revision, p.Versions)));
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Damaged_records_are_named_by_line_and_none_is_kept(string provider)
    {
        await using var app = await TestApp.Start(databases, provider);
        foreach (var (whole, damaged, line, key) in new[]
        {
            ("\"Second\"", "\"Sec", 3, "idf-records.not-json"),
            ("\"Second\"", "\"\\ud800\"", 3, "idf-records.not-characters"),
            ("\"Second\"", "\"a\\u0000b\"", 3, "idf-records.not-characters"),
            ("\"Second\"", "null", 3, "import.blank"),
            ("XM10P0002", "..", 3, "idf.not-an-id"),
            ("XM10P0002", "ZZ.9001", 3, "import.key-twice"),
            ("2031,", "\"soon\",", 2, "idf.not-a-date"),
            ("1000.5", "1e400", 2, "import.not-a-number"),
            ("1000.5", "-1", 2, "idf.not-money"),
            ("\"Motu\"", "\"Atlantis\"", 2, "idf.unknown-state"),
            ("https://example.org/p/lights", "javascript:alert(1)", 2, "services.bad-url"),
            ("\"records\"", "\"rows\"", 1, "idf-records.no-records"),
        })
        {
            var report = await app.TryImport("idf-records", Encoding.UTF8.GetBytes(Records.Replace(whole, damaged, StringComparison.Ordinal)));
            Assert.False(report.Applied, key);
            Assert.Equal((line, key), (report.Problems.First(p => p.IsError).Line, report.Problems.First(p => p.IsError).Key));
        }
        Assert.Empty(await Everything(app));
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task The_real_page_and_records_are_read_and_agree(string provider)
    {
        var seed = Path.Combine(Motu.Content, "..", "..", "shared", "data", "seed");
        Assert.SkipUnless(Directory.Exists(seed), "../shared/data/seed is not here");
        await using var app = await TestApp.Start(databases, provider);
        await Motu.Import(app.Services, "states", Path.Combine(Motu.Content, "reference", "states.csv"), null);
        foreach (var (kind, file) in new[] { ("idf", "idf-project-page-fr.txt"), ("idf-records", "idf-records.json") })
        {
            await Motu.Import(app.Services, kind, Path.Combine(seed, file), null);
            var again = await app.TryImport(kind, Path.Combine(seed, file));
            Assert.Equal((true, 0, 0, 0), (again.Applied, again.Created, again.Updated, again.Kept));
        }
        var project = (await Everything(app)).Single(p => p.Project.ProjectId == "PX.0220").Project;
        Assert.Equal(("FJ10P0514", 40_000_000L, 2020, "|FJ|TO|VU|"), (project.PrimaId, project.Budget, project.Year, project.States));
        Assert.Equal((new PartialDate(2021), new PartialDate(2024)), (project.Start, project.End));
        Assert.All((string[])["en", "fr"], l => Assert.NotNull(project.Title[l]));
    }

    private static async Task<List<(Project Project, int Versions)>> Everything(TestApp app)
    {
        await using var scope = app.System();
        var db = scope.ServiceProvider.GetRequiredService<VakaDb>();
        var versions = (await db.Set<ChainVersion>().Where(v => v.Kind == "project").ToListAsync()).ToLookup(v => v.Key);
        return (await db.Set<Project>().OrderBy(p => p.Key).ToListAsync()).ConvertAll(p => (p, versions[p.Key].Count()));
    }
}
