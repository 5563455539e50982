namespace Vaka.XForms.XlsForms;

/// <summary>What is found wrong on the way, errors and warnings.</summary>
internal sealed class Problems
{
    private readonly List<FormProblem> all = [];

    public IReadOnlyList<FormProblem> All => all;

    public bool HasErrors => all.Exists(p => p.IsError);

    public void Add(FormProblem problem) => all.Add(problem);

    public void Error(string message, string? sheet = null, int? row = null, string? column = null) => all.Add(new(true, message, sheet, row, column));

    public void Warn(string message, string? sheet = null, int? row = null, string? column = null) => all.Add(new(false, message, sheet, row, column));

    /// <summary>Does something; what it refuses is remembered, and false returned.</summary>
    public bool Try(Action action)
    {
        try
        {
            action();
            return true;
        }
        catch (FormRefusedException refused)
        {
            all.Add(refused.Problem);
            return false;
        }
    }
}
