namespace Vaka.Kernel.Importing;

/// <summary>Something about the input that a person should know.</summary>
/// <param name="IsError">Errors stop the import; warnings do not.</param>
/// <param name="File">File name without folder.</param>
/// <param name="Line">Line from 1; 0 when it is about the whole file.</param>
/// <param name="Column">Column name; null when about the row.</param>
/// <param name="Key">Words key of the sentence.</param>
/// <param name="Arguments">Fill the sentence's placeholders.</param>
public sealed record ImportProblem(bool IsError, string File, int Line, string? Column, string Key, params object?[] Arguments)
{
    /// <summary><c>needs.csv, line 4, column priority: …</c></summary>
    public string Say(Words.Words words) =>
        (Line, Column) switch
        {
            (0, _) => words["import.at-file", File],
            (_, null) => words["import.at-line", File, Line],
            _ => words["import.at-cell", File, Line, Column],
        } + " " + words[Key, [.. Arguments]];
}

/// <summary>What an import did, or would have done.</summary>
public sealed class ImportReport
{
    private readonly List<ImportProblem> _problems = [];

    /// <summary>Everything worth saying, in the order found; at most 200 are kept, <see cref="Errors"/> counts all.</summary>
    public IReadOnlyList<ImportProblem> Problems => _problems;
    /// <summary>Number of errors.</summary>
    public int Errors { get; private set; }
    /// <summary>Rows made.</summary>
    public int Created { get; set; }
    /// <summary>Rows changed.</summary>
    public int Updated { get; set; }
    /// <summary>Rows that were already as the file says.</summary>
    public int Unchanged { get; set; }
    /// <summary>Rows that people have edited since and that were therefore left alone.</summary>
    public int Kept { get; set; }
    /// <summary>Remarks that are neither errors nor warnings: fields read, lines not understood.</summary>
    public IList<string> Notes { get; } = [];
    /// <summary>True when nothing was wrong and the rows were written.</summary>
    public bool Applied { get; set; }

    /// <summary>Notes a problem.</summary>
    public void Add(ImportProblem problem)
    {
        if (problem.IsError) Errors++;
        if (_problems.Count < 200) _problems.Add(problem);
    }
}
