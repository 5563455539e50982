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
using Vaka.Programme.Money;

namespace Vaka.Programme.Projects;

/// <summary>One field of the record as it is shown.</summary>
internal sealed record ShownField(string Name, LocalText Value, FieldSource? Source);

/// <summary>A benefiting state with what the Fund says of it.</summary>
internal sealed record BenefitingState(State State, FundEligibility? Fund);

/// <summary>The record of one project.</summary>
[Public, Writes(ProjectsFeature.ProjectWrite)]
internal sealed class ProjectShowModel(VakaDb db, States states, IViewComponentSelector sections, IChain chain, Sharing sharing, TimeProvider clock) : PageModel
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

    /// <summary>For the acts: why the last one was refused is in it.</summary>
    public ChainRowView View { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync(string code, CancellationToken ct) => Show(code, null, ct);

    /// <summary>Publishes the record as it is, following from what it followed from before.</summary>
    public async Task<IActionResult> OnPostPublishAsync(string code, int revision, CancellationToken ct)
    {
        if (await Mine(code, ct) is not { } project) return await Refused(code, ct);
        if (project.Revision != revision) return await Show(code, "edit.stale", ct);
        await chain.Publish(project, null, ct);
        await db.SaveChangesAsync(ct);
        return LocalRedirect(Vaka.Kernel.Ui.Links.Local(project.Path));
    }

    /// <summary>Sets who may read the record; its budget lines follow.</summary>
    public async Task<IActionResult> OnPostShareAsync(string code, int revision, Audience audience, string? countries, CancellationToken ct)
    {
        if (await Mine(code, ct) is not { } project) return await Refused(code, ct);
        if (project.Revision != revision) return await Show(code, "edit.stale", ct);
        if (await sharing.Share(project, audience, (countries ?? "").Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries), ct) is { } refused)
        {
            db.ChangeTracker.Clear();
            return await Show(code, refused, ct);
        }
        await chain.Share(project, ct);
        foreach (var line in await db.Set<BudgetLine>().Where(l => l.Project == code).ToListAsync(ct)) (line.Audience, line.SharedWith) = (project.Audience, project.SharedWith);
        await db.SaveChangesAsync(ct);
        return LocalRedirect(Vaka.Kernel.Ui.Links.Local(project.Path));
    }

    private async Task<Project?> Mine(string code, CancellationToken ct) =>
        await db.Set<Project>().FirstOrDefaultAsync(p => p.Key == code, ct) is { } project && db.Viewer.May(ProjectsFeature.ProjectWrite, project.Owner) ? project : null;

    private async Task<IActionResult> Refused(string code, CancellationToken ct) => await db.Set<Project>().AnyAsync(p => p.Key == code, ct) ? Forbid() : NotFound();

    private async Task<IActionResult> Show(string code, string? problem, CancellationToken ct)
    {
        if (await db.Set<Project>().AsNoTracking().FirstOrDefaultAsync(p => p.Key == code, ct) is not { } project) return NotFound();
        Project = project;
        IsStale = project.IsStale(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        MayWrite = db.Viewer.May(ProjectsFeature.ProjectWrite, project.Owner);
        View = new(project, [], [], MayWrite, problem);
        if (problem is not null) Response.StatusCode = problem == "edit.stale" ? 409 : 422;
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
