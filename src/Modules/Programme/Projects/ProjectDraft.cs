using Vaka.Kernel.Data;
using Vaka.Kernel.Words;

namespace Vaka.Programme.Projects;

/// <summary>What an importer has read of one project: only the fields it found.</summary>
internal sealed class ProjectDraft
{
    public string? ProjectId { get; set; }
    public string? PrimaId { get; set; }
    public string? Url { get; set; }
    public LocalText? Title { get; set; }
    public PartialDate? Start { get; set; }
    public PartialDate? End { get; set; }
    public LocalText? Status { get; set; }
    public LocalText? Type { get; set; }
    public LocalText? Coverage { get; set; }
    public LocalText? IdfRegion { get; set; }
    public long? Budget { get; set; }
    public int? Year { get; set; }
    public IReadOnlyList<string>? States { get; set; }
    public LocalText? Narrative { get; set; }
    public string? Retrieved { get; set; }
    public string? Source { get; set; }

    /// <summary>Names of the fields found.</summary>
    public List<string> Found { get; } = [];

    private const int LongestKey = 80;

    /// <summary>The key of a record made from it: project ID, else Prima ID, else the last part of its address, whose end becomes a hash where it is too long.</summary>
    public string Key => ProjectId ?? PrimaId ?? Shortened((Url ?? "").TrimEnd('/').Split('/')[^1]);

    private static string Shortened(string name) => name.Length <= LongestKey ? name : $"{name[..(LongestKey - 17)]}-{LocalText.HashOf(name)}";

    /// <summary>Puts what was found into a record; a language that was not read stays as it is.</summary>
    public void Into(Project project)
    {
        static LocalText Merge(LocalText old, LocalText? read) => read is null ? old : read.Languages.Aggregate(old, (t, l) => t.With(l.Key, l.Value.Text));
        project.Title = Merge(project.Title, Title);
        project.Status = Merge(project.Status, Status);
        project.Type = Merge(project.Type, Type);
        project.Coverage = Merge(project.Coverage, Coverage);
        project.IdfRegion = Merge(project.IdfRegion, IdfRegion);
        project.Narrative = Merge(project.Narrative, Narrative);
        project.Start = Start ?? project.Start;
        project.End = End ?? project.End;
        project.Budget = Budget ?? project.Budget;
        project.Year = Year ?? project.Year;
        project.ProjectId = ProjectId ?? project.ProjectId;
        project.PrimaId = PrimaId ?? project.PrimaId;
        project.Url = Url ?? project.Url;
        if (States is not null) project.States = Vaka.Kernel.Ownership.Codes.Join(States);
        project.FoundAt(Found, new(Source ?? Url ?? "", Retrieved ?? ""));
    }
}
