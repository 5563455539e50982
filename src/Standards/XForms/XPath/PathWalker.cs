using System.Xml.Linq;

namespace Vaka.XForms.XPath;

/// <summary>Walks the steps of a path. The result is in document order and holds each node once.</summary>
internal sealed class PathWalker(Evaluation evaluation)
{
    private readonly NameTests names = new(evaluation);
    private readonly Dictionary<PathExpression, IReadOnlyList<XObject>> constant = new(ReferenceEqualityComparer.Instance);

    public DocumentOrder Order { get; } = new(evaluation);

    public IReadOnlyList<XObject> Walk(PathExpression path, in Focus focus)
    {
        if (!IsConstant(path)) return WalkSteps(path, focus);
        if (constant.TryGetValue(path, out var known)) return known;
        return constant[path] = WalkSteps(path, focus);
    }

    /// <summary>
    /// True when the path leads to the same nodes from everywhere: the answers that predicates over long lists of choices compare with
    /// need looking up only once.
    /// </summary>
    private static bool IsConstant(PathExpression path)
    {
        if (!path.IsAbsolute && path.Start is not FunctionCall { Name: "current", Arguments.Count: 0 }) return false;
        foreach (var step in path.Steps)
            if (step.Predicates.Count > 0) return false;
        return true;
    }

    private IReadOnlyList<XObject> WalkSteps(PathExpression path, in Focus focus)
    {
        IReadOnlyList<XObject> nodes = path.Start is not null ? evaluation.NodesOf(path.Start, focus) : [path.IsAbsolute ? evaluation.Root : focus.Node];
        // Flat: ordered, and no node lies inside another, so that children and attributes come out in order by themselves.
        var flat = nodes.Count < 2;
        for (var at = 0; at < path.Steps.Count && nodes.Count > 0; at++)
        {
            var step = path.Steps[at];
            if (at + 1 < path.Steps.Count && IsAnywhere(step) && path.Steps[at + 1] is { Axis: Axis.Child } next && !next.Predicates.Any(MindsPosition))
            {
                step = next with { Axis = Axis.Descendant };
                at++;
            }
            var single = nodes.Count == 1;
            nodes = Take(step, nodes, flat);
            flat = nodes.Count < 2 || (flat && (step.Axis is Axis.Child or Axis.Attribute or Axis.Self || (single && step.Axis is Axis.FollowingSibling or Axis.PrecedingSibling)));
        }
        return nodes;
    }

    public List<XObject> Filter(IEnumerable<XObject> nodes, IReadOnlyList<Expression> predicates)
    {
        var kept = nodes as List<XObject> ?? [.. nodes];
        foreach (var predicate in predicates)
        {
            var next = new List<XObject>();
            for (var at = 0; at < kept.Count; at++)
                if (Keeps(predicate, new Focus(kept[at], at + 1, kept.Count))) next.Add(kept[at]);
            kept = next;
        }
        return kept;
    }

    private List<XObject> Take(Step step, IReadOnlyList<XObject> from, bool flat)
    {
        var taken = new List<XObject>();
        foreach (var node in from)
        {
            var found = new List<XObject>();
            foreach (var candidate in Axes.From(node, step.Axis))
            {
                evaluation.Count();
                if (names.Matches(step.Test, step.Axis, candidate, step.Position)) found.Add(candidate);
            }
            found = Filter(found, step.Predicates);
            if (Axes.IsReverse(step.Axis)) found.Reverse();
            if (from.Count == 1) return found;
            taken.AddRange(found);
        }
        return flat && step.Axis is Axis.Child or Axis.Attribute or Axis.Self ? taken : Order.Sorted(taken);
    }

    private bool Keeps(Expression predicate, in Focus focus)
    {
        var value = evaluation.Evaluate(predicate, focus);
        return value.Kind == XPathValueKind.Number ? value.AsNumber(evaluation.Zone) == focus.Position : value.AsBoolean();
    }

    private static bool IsAnywhere(Step step) => step is { Axis: Axis.DescendantOrSelf, Test.Kind: NodeTestKind.Node, Predicates.Count: 0 };

    /// <summary>
    /// False when a predicate surely gives no number and asks for no place: then <c>//name[…]</c> may search all descendants at once
    /// instead of the children of each.
    /// </summary>
    internal static bool MindsPosition(Expression predicate) =>
        predicate is not (PathExpression or BinaryExpression { Operator: < BinaryOperator.Add or BinaryOperator.Union }) || AsksForPlace(predicate);

    private static bool AsksForPlace(Expression expression) => expression is FunctionCall { Name: "position" or "last" } || expression.Children.Any(AsksForPlace);
}
