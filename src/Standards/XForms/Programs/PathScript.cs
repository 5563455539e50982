using Vaka.XForms.XPath;

namespace Vaka.XForms.Programs;

/// <summary>Writes a path: a quick way for steps up and down by name, and one call per step for the rest.</summary>
internal sealed class PathScript(ExpressionScript expressions)
{
    /// <summary>The axes by the number that the runtime knows them under.</summary>
    private static readonly Axis[] Numbers =
        [Axis.Child, Axis.Descendant, Axis.DescendantOrSelf, Axis.Parent, Axis.Self, Axis.Ancestor, Axis.AncestorOrSelf, Axis.Attribute, Axis.FollowingSibling, Axis.PrecedingSibling];

    public string Write(PathExpression path)
    {
        var steps = path.Steps.Where(s => s is not { Axis: Axis.Self, Test.Kind: NodeTestKind.Node, Predicates.Count: 0 }).ToList();
        var at = 0;
        var single = path.IsAbsolute ? "e.d" : path.Start is null ? "n" : path.Start is FunctionCall { Name: "current" } ? "e.c" : null;
        string script;
        if (single is not null)
        {
            while (!path.IsAbsolute && at < steps.Count && IsUp(steps[at])) at++;
            var (up, names) = (at, Names(steps, ref at));
            script = up == 0 && names.Length == 0 ? $"[{single}]" : $"R.at({single},{up},{Script.Text(names)})";
        }
        else script = expressions.Write(path.Start!).AsNodes;
        while (at < steps.Count)
        {
            if (Names(steps, ref at) is { Length: > 0 } names)
            {
                script = $"R.kids({script},{Script.Text(names)})";
                continue;
            }
            var step = steps[at++];
            if (step is { Axis: Axis.DescendantOrSelf, Test.Kind: NodeTestKind.Node, Predicates.Count: 0 } && at < steps.Count && steps[at] is { Axis: Axis.Child } next && !next.Predicates.Any(PathWalker.MindsPosition))
            {
                step = next with { Axis = Axis.Descendant };
                at++;
            }
            script = $"R.step({script},{Number(step.Axis)},{Script.Text(Test(step.Test))}{(step.Predicates.Count > 0 ? $",{expressions.Predicates(step.Predicates)}" : "")})";
        }
        return script;
    }

    public static bool IsUp(Step step) => step is { Axis: Axis.Parent, Test.Kind: NodeTestKind.Node, Predicates.Count: 0 };

    private string Names(List<Step> steps, ref int at)
    {
        var names = new List<string>();
        for (; at < steps.Count && steps[at] is { Axis: Axis.Child, Test: { Kind: NodeTestKind.Name, Name: not null }, Predicates.Count: 0 }; at++) names.Add(Test(steps[at].Test));
        return string.Join(' ', names);
    }

    private static int Number(Axis axis) => Array.IndexOf(Numbers, axis) is >= 0 and var number ? number : throw new NotInLightException($"the light client does not follow the axis {axis.ToString().ToLowerInvariant()}");

    private string Test(NodeTest test) => test.Kind switch
    {
        NodeTestKind.Node => "node()",
        NodeTestKind.Text => "text()",
        NodeTestKind.Name when test.Prefix is { } prefix => $"{{{expressions.Namespace(prefix) ?? throw new NotInLightException($"the prefix “{prefix}” is declared nowhere")}}}{test.Name ?? "*"}",
        NodeTestKind.Name => test.Name ?? "*",
        _ => throw new NotInLightException("the light client reads neither comments nor processing instructions"),
    };
}
