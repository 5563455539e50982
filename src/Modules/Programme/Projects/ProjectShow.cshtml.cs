using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ViewComponents;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vaka.Kernel.Chain;
using Vaka.Kernel.Data;
using Vaka.Kernel.Ownership;
using Vaka.Kernel.Permissions;
using Vaka.Kernel.Web;
using Vaka.Kernel.Words;
using Vaka.Programme.Countries;

namespace Vaka.Programme.Projects;

/// <summary>One field of the record as it is shown.</summary>
internal sealed record ShownField(string Name, LocalText Value, FieldSource? Source);

/// <summary>A benefiting state with what the Fund says of it.</summary>
internal sealed record BenefitingState(State State, FundEligibility? Fund);

/// <summary>The record of one project.</summary>
[Public]
internal sealed class ProjectShowModel(VakaDb db, States states, IViewComponentSelector sections, TimeProvider clock) : PageModel
{
    public Project Project { get; private set; } = null!;

    public IReadOnlyList<ShownField> Fields { get; private set; } = [];

    public IReadOnlyList<BenefitingState> Benefiting { get; private set; } = [];

    public IReadOnlyList<ProjectDocument> Documents { get; private set; } = [];

    public bool IsStale { get; private set; }

    public bool MayWrite { get; private set; }

    public bool MayReport { get; private set; }

    /// <summary>Sections that other features of the programme provide.</summary>
    public IReadOnlyList<string> Sections { get; } = [.. new[] { "ProjectResults", "ProjectMoney", "ProjectGroups", "ProjectTargets" }.Where(s => sections.SelectComponent(s) is not null)];

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken ct)
    {
        if (await db.Set<Project>().AsNoTracking().FirstOrDefaultAsync(p => p.Key == code, ct) is not { } project) return NotFound();
        Project = project;
        IsStale = project.IsStale(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        MayWrite = db.Viewer.May(ProjectsFeature.ProjectWrite, project.Owner);
        MayReport = db.Viewer.May(Reports.ReportsFeature.ReportDraft, project.Owner);
        Documents = JsonSerializer.Deserialize<List<ProjectDocument>>(project.Documents, DataAddress.Json)!;
        var all = await states.All(ct);
        var codes = Codes.Split(project.States);
        var fund = await db.Set<FundEligibility>().AsNoTracking().Where(f => codes.Contains(f.State)).ToDictionaryAsync(f => f.State, ct);
        Benefiting = [.. codes.Where(all.ContainsKey).Select(c => new BenefitingState(all[c], fund.GetValueOrDefault(c)))];
        static LocalText Date(PartialDate? date) => date is null ? LocalText.Empty : LocalText.Same(date.Value.ToString(System.Globalization.CultureInfo.CurrentCulture));
        static LocalText Same(string? text) => text is null ? LocalText.Empty : LocalText.Same(text);
        Fields =
        [
            Field("start", Date(project.Start)), Field("end", Date(project.End)), Field("status", project.Status), Field("type", project.Type),
            Field("budget", Same(project.Budget is { } b ? Vaka.Kernel.Ui.Formats.Money(b) : null)), Field("coverage", project.Coverage), Field("year", Same(project.Year?.ToString("0000", System.Globalization.CultureInfo.InvariantCulture))),
            Field("region", project.IdfRegion), Field("prima-id", Same(project.PrimaId)), Field("project-id", Same(project.ProjectId)),
            Field("areas", project.Areas), Field("partners", project.Partners), Field("managing-office", Same(project.ManagingOffice)),
        ];
        return Page();

        ShownField Field(string name, LocalText value) => new(name, value, value.IsEmpty ? null : project.SourceOf(name));
    }
}
