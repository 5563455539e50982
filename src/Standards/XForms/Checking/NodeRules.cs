using Vaka.XForms.Forms;
using Vaka.XForms.XPath;

namespace Vaka.XForms.Checking;

/// <summary>A rule of a node, ready to be evaluated; or the reason why it never can be.</summary>
/// <param name="Text">As the form writes it.</param>
/// <param name="Tree">What to evaluate; null when it cannot be read.</param>
/// <param name="Unreadable">Why it cannot be read; null when it can.</param>
internal sealed record CompiledRule(string Text, Expression? Tree, string? Unreadable)
{
    // What gives another value each time, or only the client knows.
    private static readonly HashSet<string> Changing = new(["now", "today", "random", "uuid", "randomize", "once", "jr:choice-name", "jr:itext"], StringComparer.Ordinal);

    /// <summary>True when evaluating again may rightly give another value.</summary>
    public bool IsChanging { get; } = Tree is not null && Changes(Tree);

    public static CompiledRule? Of(string? text, InRepeat repeat)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        try
        {
            var tree = XPathExpression.Parse(text).Tree;
            // An unknown function or a wrong number of arguments would fail on every answer.
            return ExpressionCheck.Of(tree) is [var problem, ..] ? new(text.Trim(), null, problem.Message) : new(text.Trim(), repeat.Of(tree), null);
        }
        catch (XPathException e)
        {
            return new(text.Trim(), null, e.Message);
        }
    }

    private static bool Changes(Expression e) =>
        (e is FunctionCall f && (Changing.Contains(f.Name) || (f is { Name: "instance", Arguments: [StringLiteral { Value: "__last-saved" }] }))) || e.Children.Any(Changes);
}

/// <summary>All rules of a node.</summary>
internal sealed record NodeRules(FormNode Node, CompiledRule? Required, CompiledRule? Relevant, CompiledRule? Constraint, CompiledRule? Calculate, CompiledRule? Count, CompiledRule? Itemset)
{
    public static NodeRules Of(FormNode node, XForm form)
    {
        var repeat = new InRepeat(node, form);
        // A count is asked where the repeat stands, not within it.
        var above = node.Count is null || node.Path.LastIndexOf('/') is not (> 0 and var end) ? repeat : new InRepeat(form.ByPath[node.Path[..end]], form);
        return new(node, CompiledRule.Of(node.Bind.Required, repeat), CompiledRule.Of(node.Bind.Relevant, repeat), CompiledRule.Of(node.Bind.Constraint, repeat),
            CompiledRule.Of(node.Bind.Calculate, repeat), CompiledRule.Of(node.Count, above), CompiledRule.Of(node.Control?.ItemsetNodes, repeat));
    }
}
