using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Vaka.Kernel.Chain;
using Vaka.Kernel.Words;

namespace Vaka.Programme.Results;

/// <summary>Level of the results framework.</summary>
[WordsPrefix("result.level")]
internal enum ResultLevel
{
    Objective,
    Outcome,
    Output,
    Activity,
}

/// <summary>A node of a project's results framework: objective → outcomes → outputs → activities.</summary>
internal sealed class ResultNode : ChainRow
{
    public ResultLevel Level { get; set; }

    /// <summary>Code of the project.</summary>
    [MaxLength(80)]
    public string Project { get; set; } = "";

    /// <summary>The node above; null for the outermost.</summary>
    public Guid? ParentId { get; set; }

    public int Order { get; set; }

    public override string Kind => Kinds.Result;

    public override string Path => $"/results/{Id}";

    public override IEnumerable<(string Field, LocalText Value)> Facts() => [("result.project", LocalText.Same(Project))];

    /// <summary>May a node of one level stand below one of another?</summary>
    public static bool MayContain(ResultLevel above, ResultLevel below) => below > above;

    public static void Map(ModelBuilder model) => model.Entity<ResultNode>(r =>
    {
        r.ToTable("results");
        r.HasIndex(x => x.Project);
    });
}
