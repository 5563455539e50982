using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Vaka.Kernel.Chain;
using Vaka.Kernel.Data;
using Vaka.Kernel.Web;
using Vaka.Kernel.Words;

namespace Vaka.Programme.Projects;

/// <summary>Where a field's value was found and when.</summary>
/// <param name="From">Address or citation.</param>
/// <param name="Retrieved">When it was read, as the source of the import says.</param>
internal sealed record FieldSource(string From, string Retrieved);

/// <summary>A document of a project.</summary>
internal sealed record ProjectDocument(string Title, string Url);

/// <summary>
/// A project record as its public page has it. Any field may be blank, and each carries where it was found. Identifiers are only names:
/// nothing is read out of them (the prefix of a Prima ID is the managing mission, not the country).
/// </summary>
internal sealed class Project : ChainRow
{
    private static readonly JsonSerializerOptions Compact = new(DataAddress.Json) { WriteIndented = false };

    public PartialDate? Start { get; set; }

    public PartialDate? End { get; set; }

    /// <summary>As found, per language: <c>Active</c>, <c>Actif</c>.</summary>
    public LocalText Status { get; set; } = LocalText.Empty;

    public LocalText Type { get; set; } = LocalText.Empty;

    public LocalText Coverage { get; set; } = LocalText.Empty;

    public LocalText IdfRegion { get; set; } = LocalText.Empty;

    /// <summary>US cents.</summary>
    public long? Budget { get; set; }

    /// <summary>Year of allocation, which need not be the year it starts.</summary>
    public int? Year { get; set; }

    [MaxLength(40)]
    public string? PrimaId { get; set; }

    [MaxLength(40)]
    public string? ProjectId { get; set; }

    /// <summary>Codes of the benefiting states, bar-separated.</summary>
    [MaxLength(400)]
    public string States { get; set; } = "";

    /// <summary>Thematic areas, in each language separated by semicolons.</summary>
    public LocalText Areas { get; set; } = LocalText.Empty;

    /// <summary>The narrative; language versions may differ in what they say.</summary>
    public LocalText Narrative { get; set; } = LocalText.Empty;

    public LocalText Partners { get; set; } = LocalText.Empty;

    [MaxLength(200)]
    public string? ManagingOffice { get; set; }

    /// <summary>JSON list of <see cref="ProjectDocument"/>.</summary>
    public string Documents { get; set; } = "[]";

    /// <summary>JSON: field → <see cref="FieldSource"/>.</summary>
    public string Sources { get; set; } = "{}";

    [MaxLength(400)]
    public string? Url { get; set; }

    public override string Kind => Kinds.Project;

    public override string Path => $"/projects/{Key}";

    /// <summary>The year it ended lies before <paramref name="today"/>, and its status still says that it runs.</summary>
    public bool IsStale(DateOnly today) =>
        End is { } end && end.Last < today && Folding.Fold(Status["en"] ?? Status["fr"] ?? "") is ("active" or "actif" or "ongoing");

    public override IEnumerable<(string Field, LocalText Value)> Facts() =>
    [
        ("project.status", Status), ("project.type", Type), ("project.coverage", Coverage), ("project.prima-id", Same(PrimaId)), ("project.project-id", Same(ProjectId)),
        ("project.start", Same(Start?.ToString())), ("project.end", Same(End?.ToString())),
    ];

    /// <summary>Where a field was found; null when that is not recorded.</summary>
    public FieldSource? SourceOf(string field) =>
        JsonSerializer.Deserialize<Dictionary<string, FieldSource>>(Sources, DataAddress.Json)!.GetValueOrDefault(field);

    /// <summary>Records where fields were found.</summary>
    public void FoundAt(IEnumerable<string> fields, FieldSource source)
    {
        var all = JsonSerializer.Deserialize<SortedDictionary<string, FieldSource>>(Sources, DataAddress.Json)!;
        foreach (var field in fields) all[field] = source;
        Sources = JsonSerializer.Serialize(all, Compact);
    }

    private static LocalText Same(string? text) => text is null ? LocalText.Empty : LocalText.Same(text);

    public static void Map(ModelBuilder model) => model.Entity<Project>(p =>
    {
        p.ToTable("projects");
        p.HasIndex(x => x.ProjectId);
        p.HasIndex(x => x.PrimaId);
        p.HasIndex(x => new { x.ChangedAt, x.Revision }); // all that the catalogue asks to know whether it is fresh
    });
}
