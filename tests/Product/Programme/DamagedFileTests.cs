using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vaka.Kernel.Data;
using Vaka.Kernel.Failures;
using Vaka.Kernel.Importing;

namespace Vaka.Product.Tests.Programme;

/// <summary>Files of every importer, damaged: named by line and column, and nothing of them is kept. And files far too large.</summary>
public sealed class DamagedFileTests(Databases databases)
{
    private const string States = "code,name_en,name_fr,region,source\n", Themes = "id,name_en,name_fr\n",
        Facts = "country,topic,key,title_en,title_fr,text_en,text_fr,date,source,as_at,checked\n",
        Services = "country,key,name_en,name_fr,kind,what_en,what_fr,phone,url,source,as_at,checked\n",
        Targets = "project,framework,target,reason_en,reason_fr\n",
        Treaties = "country,instrument,name_en,name_fr,status,date,source,as_at,checked,note_en,note_fr\n",
        Norms = "id,instrument,article,theme,obligation_en,kind,checked\n";

    public static TheoryData<string> Providers => Databases.Providers;

    // A sound first row each, so that something could be half written.
    private static readonly (string Kind, string Text, string Said)[] Damaged =
    [
        ("states", States + "QA,Quay,Quai,PACIFIC,s\nqb,Low,Bas,PACIFIC,s\n", "3 code states.bad-code"),
        ("states", States + $"QA,Quay,Quai,PACIFIC,{new string('s', 401)}\n", "2 source import.too-long"),
        ("themes", Themes + "one,One,Un\none,Two,Deux\n", "3 id import.key-twice"),
        ("themes", Themes + $"one,One,Un\n{new string('t', 61)},Two,Deux\n", "3 id import.too-long"),
        ("facts", Facts + "FJ,plan,a,A,A,,,2021,s,2021,verified\nFJ,plan,b,B,B,,,2021-02-30,s,2021,verified\n", "3 date import.not-a-date"),
        ("facts", Facts + "FJ,plan,a,A,A,,,2021,s,2021,verified\nFJ,plan,b,B\n", "3  import.cell-count"),
        ("facts", Facts + "FJ,plan,a,A,A,,,2021,s,2021,verified\nFJ,plan,b,\"B,B,,,2021,s,2021,verified\n", "2  import.quote-open"),
        ("services", Services + "FJ,a,A,A,police,,,1,,s,2026,verified\nZZ,b,B,B,police,,,1,,s,2026,verified\n", "3 country import.unknown-owner"),
        ("services", Services + "FJ,a,A,A,police,,,1,,s,2026,verified\nFJ,b,B,B,army,,,1,,s,2026,verified\n", "3 kind import.not-in-list"),
        ("targets", Targets + "P,sdg,8.7,Why,Pourquoi\nP,sdg,8;7,Why,Pourquoi\n", "3 target targets.bad-target"),
        ("targets", Targets + "P,sdg,8.7,Why,Pourquoi\nP,sdg,8.7,Why,Pourquoi\n", "3 target import.key-twice"),
        ("treaties", Treaties + "FJ,UNTOC,U,U,party,2004,s,2005,verified,,\nFJ,UNTOC,U,U,perhaps,2004,t,2005,verified,,\n", "3 status import.not-in-list"),
        ("treaties", Treaties + $"FJ,UNTOC,U,U,party,2004,s,2005,verified,,\nFJ,{new string('u', 121)},U,U,party,2004,t,2005,verified,,\n", "3 instrument import.too-long"),
        ("norms", Norms + "n-1,UNTOC,5,shelter,Do,mandatory,text\nn-2,UNTOC,6,nowhere,Do,mandatory,text\n", "3 theme import.unknown-theme"),
        ("norms", Norms + $"n-1,UNTOC,5,shelter,Do,mandatory,text\n{new string('n', 81)},UNTOC,6,shelter,Do,mandatory,text\n", "3 key import.too-long"),
        ("facts", Facts.Replace("source", "sauce", StringComparison.Ordinal) + "FJ,plan,a,A,A,,,2021,s,2021,verified\n", "1  import.column-missing"),
        ("facts", Facts + new string(',', 1_000_000) + "\n", "2  import.too-many-columns"),
        ("facts", Facts + "FJ,plan,a,A\0,A,,,2021,s,2021,verified\n", "2  import.control-character"),
    ];

    [Theory, MemberData(nameof(Providers))]
    public async Task Damage_is_named_by_line_and_column_and_nothing_is_kept(string provider)
    {
        await using var app = await TestApp.Start(databases, provider);
        var before = await Rows(app);
        foreach (var (kind, text, said) in Damaged)
        {
            var report = await app.TryImport(kind, Encoding.UTF8.GetBytes(text), "PACIFIC");
            Assert.False(report.Applied, said);
            Assert.Contains(said, report.Problems.Where(p => p.IsError).Select(p => $"{p.Line} {p.Column} {p.Key}"));
        }
        Assert.Equal(before, await Rows(app));
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task A_folder_of_pages_is_kept_whole_or_not_at_all(string provider)
    {
        await using var app = await TestApp.Start(databases, provider);
        var folder = databases.Folder();
        const string sound = "---\ntitle: A\nsummary: B\norder: 1\nsection: about\n---\ntext";
        await File.WriteAllTextAsync(Path.Combine(folder, "a-page.en.md"), sound);
        await File.WriteAllBytesAsync(Path.Combine(folder, "a-page.fr.md"), Encoding.Latin1.GetBytes("---\ntitle: À\nsummary: B\norder: 1\nsection: about\n---\ntexte"));
        var before = await Rows(app);
        var report = await app.TryImport("pages", folder);
        Assert.Equal((false, "a-page.fr.md", 2, "import.not-utf-8"), (report.Applied, report.Problems[0].File, report.Problems[0].Line, report.Problems[0].Key));
        await File.WriteAllTextAsync(Path.Combine(folder, "a-page.fr.md"), sound.Replace("about", "legal", StringComparison.Ordinal));
        Assert.Contains("pages.differ", (await app.TryImport("pages", folder)).Problems.Select(p => p.Key));
        await File.WriteAllTextAsync(Path.Combine(folder, "a-page.fr.md"), sound + new string('x', 200_001));
        Assert.Contains("7 import.too-long", (await app.TryImport("pages", folder)).Problems.Select(p => $"{p.Line} {p.Key}"));
        Assert.Equal(before, await Rows(app));
        await File.WriteAllTextAsync(Path.Combine(folder, "a-page.fr.md"), sound);
        Assert.True((await app.TryImport("pages", folder)).Applied);
    }

    [Fact]
    public async Task A_million_empty_rows_are_passed_over()
    {
        await using var app = await TestApp.Start(databases, Databases.Sqlite);
        var text = new StringBuilder(Themes + "one,One,Un\n");
        for (var i = 0; i < 1_000_000; i++) text.Append(i % 2 == 0 ? ",,\n" : "\n");
        text.Append("two,Two,Deux\n,,\n");
        var report = await app.TryImport("themes", Encoding.UTF8.GetBytes(text.ToString()));
        Assert.Equal((true, 2, 0), (report.Applied, report.Created, report.Problems.Count));
    }

    [Fact]
    public async Task A_file_of_300_megabytes_is_refused_before_it_is_read()
    {
        await using var app = await TestApp.Start(databases, Databases.Sqlite);
        var file = Path.Combine(databases.Folder(), "large.csv");
        await using (var stream = File.Create(file)) stream.SetLength(300L * 1024 * 1024); // takes no room on the disk
        foreach (var kind in (string[])["themes", "facts", "idf", "idf-records", "norms"])
        {
            var problem = Assert.Single((await app.TryImport(kind, file)).Problems);
            Assert.Equal(("large.csv", "import.file-too-large"), (problem.File, problem.Key));
            Assert.Equal([300L, 64L], problem.Arguments);
        }
    }

    [Fact]
    public async Task What_has_no_end_is_read_to_the_limit_only()
    {
        Assert.SkipUnless(File.Exists("/dev/zero"), "no /dev/zero here");
        var report = new ImportReport();
        Assert.Null(await Sheet.Read("/dev/zero", report));
        Assert.Equal("import.file-too-large", Assert.Single(report.Problems).Key);
    }

    [Fact]
    public async Task A_disk_that_fills_during_an_import_leaves_nothing_half_written()
    {
        var disk = new SmallDisk();
        await using var app = await TestApp.Start(databases, Databases.Sqlite, services: s => s.ConfigureDbContext<VakaDb>(o => o.AddInterceptors(disk)));
        var text = Facts + string.Concat(Enumerable.Range(0, 400).Select(i => $"FJ,plan,k-{i},{new string('a', 2000)},B,,,2021,s,2021,verified\n"));
        var before = await Rows(app);
        disk.IsFull = true;
        var refused = await Assert.ThrowsAnyAsync<Exception>(() => app.TryImport("facts", Encoding.UTF8.GetBytes(text)));
        Assert.True(DiskFull.Is(refused), refused.ToString());
        disk.IsFull = false;
        Assert.Equal(before, await Rows(app));
        Assert.Equal(400, (await app.TryImport("facts", Encoding.UTF8.GetBytes(text))).Created);
    }

    // Rows of every table.
    private static async Task<string> Rows(TestApp app)
    {
        await using var scope = app.System();
        var db = scope.ServiceProvider.GetRequiredService<VakaDb>();
        await using var snapshot = await Vaka.Kernel.Operations.Snapshot.Open(db, CancellationToken.None);
        var counts = new List<string>();
        foreach (var table in Vaka.Kernel.Operations.Table.Of(db)) counts.Add($"{table.Name} {await snapshot.Rows(table, CancellationToken.None).CountAsync()}");
        return string.Join('\n', counts);
    }
}
