namespace Vaka.XForms.XlsForms;

/// <summary>Thrown where nothing further can be said of a form, or of a row of it, than that it is wrong.</summary>
public sealed class FormRefusedException(FormProblem problem) : Exception(problem.ToString())
{
    /// <summary>What is wrong, and where.</summary>
    public FormProblem Problem { get; } = problem;

    /// <summary>An error at a place.</summary>
    public FormRefusedException(string message, string? sheet = null, int? row = null, string? column = null) : this(new FormProblem(true, message, sheet, row, column)) { }
}
