namespace Vaka.XForms.XPath;

/// <summary>What is certainly wrong with an expression, known before any answer is.</summary>
/// <param name="Position">Where in the text, as a 0-based count of UTF-16 units.</param>
/// <param name="Message">A sentence for the author of the form.</param>
public sealed record ExpressionProblem(int Position, string Message);

/// <summary>Checks without evaluating: functions that do not exist, wrong counts of arguments, values where paths belong, broken patterns.</summary>
public static class ExpressionCheck
{
    private static readonly HashSet<string> NeedingNodes = new(["count", "count-non-empty", "sum", "position", "local-name", "namespace-uri", "name", "randomize", "indexed-repeat"], StringComparer.Ordinal);

    /// <summary>Problems in reading order; none when all is well.</summary>
    /// <param name="expression">The tree.</param>
    /// <param name="ownFunctions">Names that the caller adds to the functions built in.</param>
    public static IReadOnlyList<ExpressionProblem> Of(Expression expression, IReadOnlySet<string>? ownFunctions = null)
    {
        var problems = new List<ExpressionProblem>();
        Visit(expression, ownFunctions, problems);
        return problems;
    }

    private static void Visit(Expression expression, IReadOnlySet<string>? ownFunctions, List<ExpressionProblem> problems)
    {
        if (expression is FunctionCall call && ownFunctions?.Contains(call.Name) != true) Check(call, problems);
        if (expression is BinaryExpression { Operator: BinaryOperator.Union } union)
            foreach (var side in union.Children)
                if (GivesValue(side)) problems.Add(new ExpressionProblem(side.Position, "The operator | joins paths, not values; “or” joins conditions."));
        foreach (var child in expression.Children) Visit(child, ownFunctions, problems);
    }

    private static void Check(FunctionCall call, List<ExpressionProblem> problems)
    {
        if (FunctionTable.Find(call.Name) is not { } entry)
        {
            var similar = FunctionTable.Similar(call.Name) is { } name ? $" Did you mean {name}()?" : "";
            problems.Add(new ExpressionProblem(call.Position, $"There is no function {call.Name}().{similar}"));
        }
        else if (entry.Refuses(call.Name, call.Arguments.Count) is { } refusal) problems.Add(new ExpressionProblem(call.Position, refusal));
        else if (NeedingNodes.Contains(call.Name) && call.Arguments is [var first, ..] && GivesValue(first))
            problems.Add(new ExpressionProblem(first.Position, $"{call.Name}() needs a path to nodes, not a value."));
        else if (call is { Name: "regex", Arguments: [_, StringLiteral pattern] } && !Pattern.CanBeRead(pattern.Value))
            problems.Add(new ExpressionProblem(pattern.Position, $"The regular expression “{pattern.Value}” cannot be read."));
    }

    /// <summary>True when an expression surely gives no nodes; functions are given the benefit of the doubt.</summary>
    private static bool GivesValue(Expression expression) =>
        expression is NumberLiteral or StringLiteral or NegateExpression or BinaryExpression { Operator: not BinaryOperator.Union };
}
