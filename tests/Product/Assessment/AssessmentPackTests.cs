using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vaka.Assessment.Answers;
using Vaka.Assessment.KnowledgeGaps;
using Vaka.Assessment.Needs;
using Vaka.Assessment.Register;
using Vaka.Kernel.Data;
using Vaka.Kernel.Importing;
using Vaka.Kernel.Permissions;

namespace Vaka.Product.Tests.Assessment;

/// <summary>Importing the room's files: the shipped example, the same again, edited rows, and files with every kind of mistake.</summary>
public sealed class AssessmentPackTests(Databases databases)
{
    private const string Evidence = "key,audience,title_en,kind,source\n";
    private const string Answers = "key,audience,title_en,dataset,column,question_en,question_fr,answer,synthetic\n";
    private const string Sample = "respondent,sex,afraid\nR-1,f,yes\nR-2,m,no\n";

    public static TheoryData<string> Providers => Databases.Providers;

    /// <summary>The assessment's files of the Motu pack, in a folder of their own.</summary>
    internal static string MotuFiles()
    {
        var folder = Directory.CreateTempSubdirectory("vaka-pack-").FullName;
        foreach (var file in (string[])["evidence.csv", "answers.csv", "answers-survey.csv", "findings.csv", "needs.csv", "knowledge-gaps.csv"])
            File.Copy(Path.Combine(Motu.Content, "demo", "motu", file), Path.Combine(folder, file));
        return folder;
    }

    internal static async Task ImportMotu(TestApp app)
    {
        await Motu.Import(app.Services, "themes", Path.Combine(Motu.Content, "reference", "themes.csv"), null);
        var folder = MotuFiles();
        await Motu.Import(app.Services, "pack", folder, "XM");
        Directory.Delete(folder, true);
    }

    private static string[] Errors(ImportReport report) => [.. report.Problems.Where(p => p.IsError).Select(p => $"{p.File}:{p.Line}:{p.Column} {p.Key}")];

    private static async Task<T> With<T>(TestApp app, Func<VakaDb, Task<T>> read)
    {
        await using var scope = app.System();
        return await read(scope.ServiceProvider.GetRequiredService<VakaDb>());
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task The_worked_example_is_read_whole_and_reading_it_again_changes_nothing(string provider)
    {
        await using var app = await TestApp.Start(databases, provider);
        await ImportMotu(app);
        Assert.Equal((6, 4, 60, 4, 5), await With(app, async db => (await db.Set<EvidenceItem>().CountAsync(), await db.Set<AnswerTable>().CountAsync(),
            await db.Set<Respondent>().CountAsync(), await db.Set<Need>().CountAsync(), await db.Set<KnowledgeGap>().CountAsync())));
        var folder = MotuFiles();
        var again = await app.TryImport("pack", folder, "XM");
        Assert.True(again.Applied);
        Assert.Equal((0, 0, 0, 84), (again.Created, again.Updated, again.Kept, again.Unchanged));
        Directory.Delete(folder, true);
        Assert.Equal([1, 1, 1, 1], await With(app, db => db.Set<AnswerTable>().Select(a => a.PublishedVersion).ToListAsync()));
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task The_systems_counts_are_those_that_the_findings_tell(string provider)
    {
        await using var app = await TestApp.Start(databases, provider);
        await ImportMotu(app);
        var counts = await With(app, db => db.Set<AnswerTable>().ToDictionaryAsync(a => a.Key, a => a.PublicCounts));
        Assert.Equal(new TallyLine("all", 49, 60), counts["ans-help"].All);
        Assert.Equal(new TallyLine("all", 36, 60), counts["ans-fee"].All);
        Assert.Equal(new TallyLine("all", 21, 60), counts["ans-passport"].All);
        Assert.Equal(new TallyLine("all", 40, 60), counts["ans-afraid"].All);
        // Four women knew where to get help: by sex nothing is told of that question.
        Assert.All(counts["ans-help"].Groups, g => Assert.True(g.IsWithheld));
        Assert.Equal([new("f", 21, 31), new("m", 15, 29)], counts["ans-fee"].Groups);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task A_changed_dataset_is_counted_anew_and_its_respondents_come_and_go(string provider)
    {
        await using var app = await TestApp.Start(databases, provider);
        string Rows(int yes, int no) => "respondent,sex,afraid\n" + string.Concat(Enumerable.Range(1, yes + no).Select(i => $"R-{i},f,{(i <= yes ? "yes" : "no")}\n"));
        var table = Answers + "a,public,Afraid,d.csv,afraid,Afraid?,Peur ?,yes,yes\n";
        await app.ImportPack("TO", ("answers.csv", table), ("d.csv", Rows(10, 10)));
        await app.ImportPack("TO", ("answers.csv", table), ("d.csv", Rows(12, 6)));
        var (row, people) = await With(app, async db => (await db.Set<AnswerTable>().SingleAsync(), await db.Set<Respondent>().CountAsync()));
        Assert.Equal((new TallyLine("all", 12, 18), 2, 18), (row.PublicCounts.All, row.PublishedVersion, people));
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task A_row_that_somebody_edited_is_kept_and_named(string provider)
    {
        await using var app = await TestApp.Start(databases, provider);
        await app.ImportPack("TO", ("evidence.csv", Evidence + "d,public,Files,document,An archive\n"), ("needs.csv", "key,title_en,priority\nn,Shelter,low\n"), ("knowledge-gaps.csv", "key,title_en,state,reason_en\nk,Children,unknown,Not counted\n"));
        var analyst = await app.Browser((Roles.Analyst, "TO"));
        foreach (var (kind, field, value) in ((string, string, string)[])[("evidence", "Form.Source", "Our archive"), ("needs", "Form.Priority", "High"), ("knowledge-gaps", "Form.State", "Contested")])
        {
            var address = (await analyst.Open($"/en/{kind}")).QuerySelector("tbody th a")!.GetAttribute("href")!;
            await analyst.Submit($"{address}/edit", (field, value));
            Assert.Equal(address, analyst.Address);
        }
        var report = await app.TryImportPack("TO", ("evidence.csv", Evidence + "d,public,Files,document,Another archive\n"), ("needs.csv", "key,title_en,priority\nn,Shelter,medium\n"), ("knowledge-gaps.csv", "key,title_en,state,reason_en\nk,Children,known,Counted\n"));
        Assert.True(report.Applied);
        Assert.Equal((3, 0), (report.Kept, report.Updated));
        Assert.Equal(["evidence.csv:2", "needs.csv:2", "knowledge-gaps.csv:2"], report.Problems.Where(p => p.Key == "import.kept").Select(p => $"{p.File}:{p.Line}"));
        Assert.Equal("Our archive", await With(app, db => db.Set<EvidenceItem>().Select(e => e.Source).SingleAsync()));
        Assert.Equal(KnowledgeState.Contested, await With(app, db => db.Set<KnowledgeGap>().Select(k => k.State).SingleAsync()));
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Every_mistake_is_found_in_one_pass_with_file_line_and_column(string provider)
    {
        await using var app = await TestApp.Start(databases, provider);
        var report = await app.TryImportPack("TO",
            ("evidence.csv", "key,title_en,kind,source,date,themes\na,A,rumour,S,2024,\nb,B,document,,2024-13,\nc,C,statistic,S,,weather\nd,D,document,S,,\nd,D,interview,S,,\n"),
            ("needs.csv", "key,title_en,priority,because\nn,N,urgent,\nm,,low,document:d\n"),
            ("knowledge-gaps.csv", "key,title_en,state,reason_en\nk,K,maybe,\n"));
        Assert.False(report.Applied);
        Assert.Equal(
        [
            "evidence.csv:2:kind import.not-in-list", "evidence.csv:3:date import.not-a-date", "evidence.csv:3:source import.blank", "evidence.csv:4:themes import.unknown-theme", "evidence.csv:6:key import.key-twice",
            "knowledge-gaps.csv:2:reason_en import.blank", "knowledge-gaps.csv:2:state import.not-in-list",
            "needs.csv:2:priority import.not-in-list", "needs.csv:3:because import.cannot-follow", "needs.csv:3:title_en import.blank",
        ], Errors(report).Order(StringComparer.Ordinal));
        Assert.Equal(0, await With(app, db => db.Set<EvidenceItem>().CountAsync()));
    }

    public static TheoryData<string, string, string> Mistakes => new()
    {
        { "a,,A,d.csv,afraid,Q,Q,yes,yes\n", "respondent,sex,afraid\nR-1,f,yes\nR-2,m,no\nR-1,f,no\n", "d.csv:4:respondent answers.respondent-twice" },
        { "a,,A,d.csv,afraid,Q,Q,yes,yes\n", "respondent,sex,afraid\nR-1,woman,yes\n", "d.csv:2:sex import.not-in-list" },
        { "a,,A,d.csv,afraid,Q,Q,yes,yes\n", "respondent,sex,afraid\n,f,yes\n", "d.csv:2:respondent import.blank" },
        { "a,,A,d.csv,afraid,Q,Q,yes,yes\n", "respondent,afraid\nR-1,yes\n", "d.csv:1: import.column-missing" },
        { "a,,A,d.csv,afraid,Q,Q,yes,yes\n", "respondent,sex,afraid\nR-1,f\n", "d.csv:2: import.cell-count" },
        { "a,,A,d.csv,angry,Q,Q,yes,yes\n", Sample, "answers.csv:2:column answers.no-such-column" },
        { "a,,A,d.csv,respondent,Q,Q,R-1,yes\n", Sample, "answers.csv:2:column answers.no-such-column" },
        { "a,,A,e.csv,afraid,Q,Q,yes,yes\n", Sample, "answers.csv:2:dataset answers.no-such-file" },
        { "a,,A,../d.csv,afraid,Q,Q,yes,yes\n", Sample, "answers.csv:2:dataset answers.not-a-file-name" },
        { "a,,A,d.csv,afraid,Q,Q,yes,no\n", Sample, "answers.csv:2:synthetic answers.only-synthetic" },
        { "a,,A,d.csv,afraid,Q,Q,,yes\n", Sample, "answers.csv:2:answer import.blank" },
    };

    [Theory, MemberData(nameof(Mistakes))]
    public async Task A_mistake_in_a_dataset_or_its_table_is_an_error_where_it_stands(string table, string dataset, string error)
    {
        await using var app = await TestApp.Start(databases, Databases.Sqlite);
        var report = await app.TryImportPack("TO", ("answers.csv", Answers + table), ("d.csv", dataset));
        Assert.False(report.Applied);
        Assert.Equal([error], Errors(report));
        Assert.Equal(0, await With(app, db => db.Set<Respondent>().CountAsync()));
    }

    [Fact]
    public async Task An_answer_that_nobody_gave_and_a_column_that_a_table_still_counts_are_named()
    {
        await using var app = await TestApp.Start(databases, Databases.Sqlite);
        var report = await app.TryImportPack("TO", ("answers.csv", Answers + "a,,A,d.csv,afraid,Q,Q,oui,yes\n"), ("d.csv", Sample));
        Assert.True(report.Applied);
        Assert.Equal("answers.csv:2:answer answers.nobody", report.Problems.Select(p => $"{p.File}:{p.Line}:{p.Column} {p.Key}").Single());
        var later = await app.TryImportPack("TO", ("answers.csv", Answers + "b,,B,d.csv,angry,Q,Q,yes,yes\n"), ("d.csv", "respondent,sex,angry\nR-1,f,yes\n"));
        Assert.Equal(["d.csv:1:afraid answers.column-used"], Errors(later));
    }

    [Fact]
    public async Task The_kind_of_an_item_never_changes_by_import()
    {
        await using var app = await TestApp.Start(databases, Databases.Sqlite);
        await app.ImportPack("TO", ("evidence.csv", Evidence + "d,public,Files,document,An archive\n"));
        Assert.Equal(["evidence.csv:2:kind evidence-item.type-fixed"], Errors(await app.TryImportPack("TO", ("evidence.csv", Evidence + "d,public,Files,interview,An archive\n"))));
    }
}
