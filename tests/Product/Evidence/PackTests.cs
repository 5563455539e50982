using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vaka.Evidence.Chain;
using Vaka.Kernel.Data;

namespace Vaka.Product.Tests.Evidence;

/// <summary>What is wrong with a pack is said on its row, once, and nothing is written.</summary>
public sealed class PackTests(Databases databases)
{
    public static TheoryData<string> Providers => Databases.Providers;

    private static async Task<string[]> Refused(TestApp app, params (string File, string Text)[] files)
    {
        var report = await app.TryImportPack("TO", files);
        Assert.False(report.Applied);
        await using var scope = app.System();
        var db = scope.ServiceProvider.GetRequiredService<VakaDb>();
        Assert.Equal((0, 0), (await db.Set<ChainVersion>().CountAsync(), await db.Set<ChainEdge>().CountAsync()));
        return [.. report.Problems.Select(p => $"{p.File}:{p.Line} {p.Column} {p.Key}")];
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Keys_and_themes_that_do_not_fit_are_errors_on_their_rows(string provider)
    {
        await using var app = await TestApp.Start(databases, provider);
        var names = Enumerable.Range(0, 20).Select(i => $"a-theme-with-a-rather-long-name-{i:00}").ToList();
        await app.Import("themes", "id,name_en,name_fr\n" + string.Concat(names.Select(n => $"{n},{n},{n}\n")));
        Assert.Equal(["findings.csv:3 key import.too-long", "findings.csv:4 themes import.too-long"], await Refused(app,
            ("findings.csv", $"key,title_en,strength,themes\n{new string('k', 80)},Fits,weak,\n{new string('k', 81)},Too long,weak,\nf-2,Too many,weak,{string.Join(';', names)}\n")));
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task A_row_that_failed_is_not_unknown_to_those_that_follow_from_it(string provider)
    {
        await using var app = await TestApp.Start(databases, provider);
        Assert.Equal(["findings.csv:2 strength import.not-in-list", "institutions.csv:2 owner import.unknown-owner", "capacity-ratings.csv:4 because import.unknown-reference"], await Refused(app,
            ("findings.csv", "key,title_en,strength\nf-1,A finding,mighty\n"),
            ("institutions.csv", "key,owner,title_en,kind\nborder,ZZ,Border office,border\npolice,,Police,police\n"),
            ("capacity-ratings.csv", """
                key,title_en,institution,level,reason_en,date,because
                c-border,Border,border,2,Because,2024-01-01,
                c-police,Police,police,2,Because,2024-01-01,finding:f-1
                c-unknown,Police again,police,2,Because,2024-01-01,finding:f-9
                """),
            ("manual.csv", "key,title_en,body_en,because\nm-1,A block,Text,capacity-rating:c-border;capacity-rating:c-police\n")));
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task A_row_cannot_follow_from_itself(string provider)
    {
        await using var app = await TestApp.Start(databases, provider);
        Assert.Contains("results.csv:2 because import.follows-itself", await Refused(app, ("results.csv", "key,title_en,project,level,because\nr-1,A result,none,output,result:r-1\n")));
    }
}
