using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vaka.Kernel.Chain;
using Vaka.Kernel.Data;
using Vaka.Kernel.Permissions;
using Vaka.Programme.Projects;

namespace Vaka.Programme.Results;

/// <summary>What the form of a result posts.</summary>
public sealed class ResultForm : ChainForm
{
    /// <summary>Code of the project.</summary>
    public string? Project { get; set; }
    /// <summary>Objective, outcome, output or activity.</summary>
    public string? Level { get; set; }
    /// <summary>Id of the result above; blank for the outermost.</summary>
    public Guid? Parent { get; set; }
    /// <summary>Place among its neighbours.</summary>
    public string? Order { get; set; }
}

/// <summary>Makes or edits a result: an objective, outcome, output or activity.</summary>
[Permit(ResultsFeature.ResultWrite)]
internal sealed class ResultEditModel(VakaDb db, IChain chain, IThemes themes) : ChainEditPage<ResultNode, ResultForm>(db, chain, themes)
{
    protected override string WritePermission => ResultsFeature.ResultWrite;

    protected override string Kind => Kinds.Result;

    /// <summary>Project to choose beforehand, from a link.</summary>
    [BindProperty(SupportsGet = true, Name = "project")]
    public string? ChosenProject { get; set; }

    /// <summary>Result above to choose beforehand, from a link.</summary>
    [BindProperty(SupportsGet = true, Name = "parent")]
    public Guid? ChosenParent { get; set; }

    /// <summary>Projects of the owners for whom the viewer may write results.</summary>
    public IReadOnlyList<Project> Projects { get; private set; } = [];

    /// <summary>Results that can stand above.</summary>
    public IReadOnlyList<ResultNode> Parents { get; private set; } = [];

    protected override ResultNode Create(string owner, string key) => new() { Owner = owner, Key = key };

    protected override async Task Load(CancellationToken ct)
    {
        (Form.Project, Form.Parent) = (Form.Project ?? ChosenProject, Form.Parent ?? ChosenParent);
        Projects = await Db.Set<Project>().AsNoTracking().Where(p => Owners.Contains(p.Owner)).OrderBy(p => p.Key).Take(500).ToListAsync(ct);
        var nodes = await Db.Set<ResultNode>().AsNoTracking().Where(r => Owners.Contains(r.Owner) && r.Level != ResultLevel.Activity).ToListAsync(ct);
        Parents = [.. nodes.Where(r => Form.Project is null || r.Project == Form.Project).OrderBy(r => r.Project, StringComparer.Ordinal).ThenBy(r => r.Level).ThenBy(r => r.Order).ThenBy(r => r.Key, StringComparer.Ordinal)];
    }

    protected override void Fill(ResultForm form, ResultNode row) =>
        (form.Project, form.Level, form.Parent, form.Order) = (row.Project, row.Level.ToString(), row.ParentId, row.Order.ToString(CultureInfo.InvariantCulture));

    protected override async Task Apply(ResultForm form, ResultNode row, CancellationToken ct)
    {
        if (await Db.Set<Project>().AnyAsync(p => p.Key == form.Project && p.Owner == row.Owner, ct)) row.Project = form.Project!;
        else ModelState.AddModelError("Form.Project", "result.project-of-owner");
        if (Enum.TryParse<ResultLevel>(form.Level, out var level) && Enum.IsDefined(level)) row.Level = level;
        else ModelState.AddModelError("Form.Level", "form.required");
        if (int.TryParse(form.Order, NumberStyles.None, CultureInfo.InvariantCulture, out var order)) row.Order = order;
        else if (string.IsNullOrWhiteSpace(form.Order)) row.Order = 1;
        else ModelState.AddModelError("Form.Order", "form.number");
        var parent = form.Parent is { } id ? await Db.Set<ResultNode>().AsNoTracking().FirstOrDefaultAsync(r => r.Id == id && r.Owner == row.Owner, ct) : null;
        if (form.Parent is not null && (parent is null || parent.Project != row.Project || !ResultNode.MayContain(parent.Level, row.Level))) ModelState.AddModelError("Form.Parent", "result.bad-parent");
        else row.ParentId = parent?.Id;
        // A lower level above a higher one would turn the tree into a circle.
        if ((await Db.Set<ResultNode>().AsNoTracking().Where(r => r.ParentId == row.Id).ToListAsync(ct)).Exists(r => !ResultNode.MayContain(row.Level, r.Level) || r.Project != row.Project))
            ModelState.AddModelError("Form.Level", "result.level-below");
    }
}
