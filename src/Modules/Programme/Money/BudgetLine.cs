using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Vaka.Contracts.Evidence;
using Vaka.Kernel.Data;
using Vaka.Kernel.Importing;
using Vaka.Kernel.Words;
using Vaka.Programme.Projects;

namespace Vaka.Programme.Money;

/// <summary>What a project planned and spent under one heading in one year.</summary>
internal sealed class BudgetLine : Row
{
    /// <summary>Code of the project.</summary>
    [MaxLength(80)]
    public required string Project { get; init; }

    /// <summary>Key of the heading, the same in every year.</summary>
    [MaxLength(80)]
    public required string Line { get; init; }

    public LocalText Name { get; set; } = LocalText.Empty;

    public int Year { get; init; }

    /// <summary>US cents; null when not published.</summary>
    public long? BudgetCents { get; set; }

    /// <summary>US cents; null when not published, which is not the same as nothing spent.</summary>
    public long? SpentCents { get; set; }

    public static void Map(ModelBuilder model) => model.Entity<BudgetLine>(b =>
    {
        b.ToTable("budget_lines");
        b.HasIndex(x => new { x.Project, x.Line, x.Year }).IsUnique();
    });
}

/// <summary><c>budget.csv</c> of a pack. A line belongs to its project's owner and is seen by whoever sees the project.</summary>
internal sealed class BudgetFile(VakaDb db) : IPackFile
{
    public string File => "budget.csv";

    public int Order => 440;

    public bool IsChain => false;

    public IReadOnlyList<string> Columns { get; } = ["project*", "line*", "name_en*", "name_fr", "year*", "budget_usd", "spent_usd"];

    public async Task Read(Sheet sheet, IPack pack, CancellationToken ct)
    {
        var projects = db.Set<Project>();
        foreach (var row in sheet.Rows)
        {
            var (code, line, year) = (row.Required("project"), row.Required("line"), (int?)row.Number("year", true, 1951, 2200));
            if (code.Length == 0 || line.Length == 0 || year is null) continue;
            if ((projects.Local.FirstOrDefault(p => p.Key == code) ?? await projects.FirstOrDefaultAsync(p => p.Key == code, ct)) is not { } project)
            {
                row.Error("project", "import.unknown-reference", code);
                continue;
            }
            var existing = await db.Set<BudgetLine>().FirstOrDefaultAsync(b => b.Project == code && b.Line == line && b.Year == year, ct);
            await pack.UpsertPlain(row, "budget-line", project.Owner, $"{code}/{line}/{year}", existing, () => new BudgetLine { Owner = project.Owner, Project = code, Line = line, Year = year.Value }, b =>
            {
                (b.Name, b.BudgetCents, b.SpentCents) = (row.Text("name", true), row.Money("budget_usd"), row.Money("spent_usd"));
                (b.Audience, b.SharedWith, b.Fictional) = (project.Audience, project.SharedWith, project.Fictional);
            }, ct);
        }
    }
}
