using Vaka.XForms.Forms;
using Vaka.XForms.XPath;

namespace Vaka.XForms.Checking;

/// <summary>
/// Gives absolute paths the meaning they have in a form: within a repetition, <c>/data/members/age</c> is the age of this member. So a path that
/// leads into a repeat around the node whose rule it is, and past it, is rewritten to begin from <c>current()</c>. A path to the repeat itself
/// stays: it means all repetitions.
/// </summary>
internal sealed class InRepeat
{
    private readonly string[] _node, _repeat;

    /// <param name="node">The node whose rule is rewritten.</param>
    /// <param name="form">Its form.</param>
    public InRepeat(FormNode node, XForm form)
    {
        _node = Steps(node.Path);
        var repeat = _node.Length;
        while (repeat > 0 && form.ByPath["/" + string.Join('/', _node.Take(repeat))].Kind != FormNodeKind.Repeat) repeat--;
        _repeat = _node[..repeat];
        Repeats = [.. Enumerable.Range(1, repeat).Where(n => form.ByPath["/" + string.Join('/', _node.Take(n))].Kind == FormNodeKind.Repeat)];
    }

    // Lengths of the paths of all repeats around the node, outermost first.
    private int[] Repeats { get; }

    /// <summary>The expression with its paths rewritten.</summary>
    public Expression Of(Expression expression) => _repeat.Length == 0 ? expression : expression switch
    {
        BinaryExpression b => b with { Left = Of(b.Left), Right = Of(b.Right) },
        NegateExpression n => n with { Operand = Of(n.Operand) },
        // Its paths mean all repetitions; the numbers between them say which.
        FunctionCall { Name: "indexed-repeat" } f => f with { Arguments = [.. f.Arguments.Select((a, at) => at > 0 && at % 2 == 0 ? Of(a) : a)] },
        FunctionCall f => f with { Arguments = [.. f.Arguments.Select(Of)] },
        FilterExpression f => f with { Primary = Of(f.Primary), Predicates = [.. f.Predicates.Select(Of)] },
        PathExpression p => Path(p with { Start = p.Start is null ? null : Of(p.Start), Steps = [.. p.Steps.Select(s => s with { Predicates = [.. s.Predicates.Select(Of)] })] }),
        _ => expression,
    };

    private PathExpression Path(PathExpression path)
    {
        if (!path.IsAbsolute || path.Start is not null) return path;
        var shared = 0;
        while (shared < _node.Length && shared < path.Steps.Count && path.Steps[shared] is { Axis: Axis.Child, Test: { Kind: NodeTestKind.Name, Name: { } name }, Predicates.Count: 0 } && name == _node[shared]) shared++;
        // The innermost repeat that both are in, the path further down than the repeat itself.
        var within = Repeats.LastOrDefault(r => r <= shared && r < path.Steps.Count);
        if (within == 0) return path;
        var up = Enumerable.Repeat(new Step(path.Position, Axis.Parent, new(NodeTestKind.Node), []), _node.Length - within);
        return path with { IsAbsolute = false, Start = new FunctionCall(path.Position, "current", []), Steps = [.. up, .. path.Steps.Skip(within)] };
    }

    private static string[] Steps(string path) => path.Split('/', StringSplitOptions.RemoveEmptyEntries);
}
