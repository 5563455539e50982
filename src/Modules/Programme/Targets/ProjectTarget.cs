using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Vaka.Kernel.Data;
using Vaka.Kernel.Words;

namespace Vaka.Programme.Targets;

/// <summary>A list of aims that states have agreed on. Words: <c>target.sdg</c>, <c>target.gcm</c>, with the number.</summary>
[WordsPrefix("target")]
internal enum TargetFramework
{
    /// <summary>Sustainable Development Goals; targets such as <c>8.7</c>.</summary>
    Sdg,
    /// <summary>Global Compact for Safe, Orderly and Regular Migration; objectives such as <c>10</c>.</summary>
    Gcm,
}

/// <summary>An aim that a project serves, as the makers of Vaka read the project's record; the record itself names none. Changed by import.</summary>
internal sealed class ProjectTarget : Row
{
    /// <summary>Code of the project.</summary>
    [MaxLength(80)]
    public required string Project { get; set; }

    public TargetFramework Framework { get; set; }

    /// <summary>Number within its framework.</summary>
    [MaxLength(10)]
    public required string Target { get; set; }

    /// <summary>Why the project is read as serving it.</summary>
    public LocalText Reason { get; set; } = LocalText.Empty;

    /// <summary>Its number as a version, so that 5.2 comes before 16.2.</summary>
    public Version Order => Version.TryParse(Target.Contains('.') ? Target : Target + ".0", out var order) ? order : new();

    public static void Map(ModelBuilder model) => model.Entity<ProjectTarget>(t =>
    {
        t.ToTable("project_targets");
        t.Ignore(x => x.Order);
        t.HasIndex(x => new { x.Project, x.Framework, x.Target }).IsUnique();
    });
}
