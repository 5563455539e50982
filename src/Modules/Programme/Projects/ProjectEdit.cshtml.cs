using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Vaka.Kernel.Chain;
using Vaka.Kernel.Data;
using Vaka.Kernel.Ownership;
using Vaka.Kernel.Permissions;

namespace Vaka.Programme.Projects;

/// <summary>What the form of a project posts.</summary>
public sealed class ProjectForm : ChainForm
{
    /// <summary>A date at any precision.</summary>
    public string? Start { get; set; }
    /// <summary>A date at any precision.</summary>
    public string? End { get; set; }
    /// <summary>US dollars.</summary>
    public string? Budget { get; set; }
    /// <summary>Year of allocation.</summary>
    public string? Year { get; set; }
    /// <summary>Prima ID.</summary>
    public string? PrimaId { get; set; }
    /// <summary>Project ID.</summary>
    public string? ProjectId { get; set; }
    /// <summary>Codes of benefiting states, separated by commas.</summary>
    public string? States { get; set; }
    /// <summary>Managing office.</summary>
    public string? ManagingOffice { get; set; }
    /// <summary>Where these values were found.</summary>
    public string? Source { get; set; }
    /// <summary>Status per language.</summary>
    public Dictionary<string, string?> Status { get; set; } = [];
    /// <summary>Type per language.</summary>
    public Dictionary<string, string?> Type { get; set; } = [];
    /// <summary>Coverage per language.</summary>
    public Dictionary<string, string?> Coverage { get; set; } = [];
    /// <summary>Narrative per language.</summary>
    public Dictionary<string, string?> Narrative { get; set; } = [];
    /// <summary>Partners per language.</summary>
    public Dictionary<string, string?> Partners { get; set; } = [];
}

/// <summary>Makes or edits a project record.</summary>
[Permit(ProjectsFeature.ProjectWrite)]
internal sealed class ProjectEditModel(VakaDb db, IChain chain, IThemes themes, States states, TimeProvider clock) : ChainEditPage<Project, ProjectForm>(db, chain, themes)
{
    protected override string WritePermission => ProjectsFeature.ProjectWrite;

    protected override string Kind => Kinds.Project;

    protected override Project Create(string owner, string key) => new() { Owner = owner, Key = key };

    protected override void Fill(ProjectForm form, Project row)
    {
        static Dictionary<string, string?> All(Vaka.Kernel.Words.LocalText text) => text.Languages.ToDictionary(t => t.Key, t => (string?)t.Value.Text);
        (form.Start, form.End, form.PrimaId, form.ProjectId, form.ManagingOffice) = (row.Start?.ToString(), row.End?.ToString(), row.PrimaId, row.ProjectId, row.ManagingOffice);
        form.Budget = row.Budget is { } b ? (b / 100m).ToString("0.##", CultureInfo.InvariantCulture) : null;
        form.Year = row.Year?.ToString(CultureInfo.InvariantCulture);
        form.States = string.Join(", ", Codes.Split(row.States));
        (form.Status, form.Type, form.Coverage, form.Narrative, form.Partners) = (All(row.Status), All(row.Type), All(row.Coverage), All(row.Narrative), All(row.Partners));
    }

    protected override async Task Apply(ProjectForm form, Project row, CancellationToken ct)
    {
        var changed = new List<string>();
        PartialDate? Date(string name, string? text, PartialDate? old)
        {
            if (string.IsNullOrWhiteSpace(text)) return Note(name, old, null);
            if (PartialDate.TryParse(text, CultureInfo.InvariantCulture, out var date)) return Note(name, old, date);
            ModelState.AddModelError($"Form.{name}", "form.date");
            return old;
        }
        T Note<T>(string name, T old, T now)
        {
            if (!Equals(old, now)) changed.Add(Vaka.Kernel.Words.Words.KeyOf(name));
            return now;
        }
        row.Start = Date("Start", form.Start, row.Start);
        row.End = Date("End", form.End, row.End);
        if (row is { Start: { } s, End: { } e } && e.Last < s.First) ModelState.AddModelError("Form.End", "project.ends-before-start");
        if (string.IsNullOrWhiteSpace(form.Budget)) row.Budget = Note("Budget", row.Budget, null);
        else if (decimal.TryParse(form.Budget, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var money) && money <= 1_000_000_000m) row.Budget = Note("Budget", row.Budget, (long)(money * 100));
        else ModelState.AddModelError("Form.Budget", "form.number");
        if (string.IsNullOrWhiteSpace(form.Year)) row.Year = Note("Year", row.Year, null);
        else if (int.TryParse(form.Year, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1951 and <= 2200) row.Year = Note("Year", row.Year, year);
        else ModelState.AddModelError("Form.Year", "form.number");
        var known = await states.All(ct);
        var codes = (form.States ?? "").ToUpperInvariant().Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries);
        if (codes.Any(c => !known.ContainsKey(c))) ModelState.AddModelError("Form.States", "share.unknown-country");
        else row.States = Note("States", row.States, Codes.Join(codes));
        row.PrimaId = Note("PrimaId", row.PrimaId, Blank(form.PrimaId));
        row.ProjectId = Note("ProjectId", row.ProjectId, Blank(form.ProjectId));
        row.ManagingOffice = Note("ManagingOffice", row.ManagingOffice, Blank(form.ManagingOffice));
        row.Status = Note("Status", row.Status, Merge(row.Status, form.Status));
        row.Type = Note("Type", row.Type, Merge(row.Type, form.Type));
        row.Coverage = Note("Coverage", row.Coverage, Merge(row.Coverage, form.Coverage));
        row.Narrative = Note("Narrative", row.Narrative, Merge(row.Narrative, form.Narrative));
        row.Partners = Note("Partners", row.Partners, Merge(row.Partners, form.Partners));
        if (changed.Count > 0 && string.IsNullOrWhiteSpace(form.Source)) ModelState.AddModelError("Form.Source", "project.source-needed");
        else row.FoundAt(changed, new(form.Source ?? "", DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
    }

    // A record's address carries its code.
    protected override async Task<Guid?> Locate(CancellationToken ct) =>
        RouteData.Values["code"] is string code ? await Db.Set<Project>().Where(p => p.Key == code).Select(p => (Guid?)p.Id).FirstOrDefaultAsync(ct) ?? Guid.Empty : null;

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
