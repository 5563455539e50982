namespace Vaka.XForms.XPath;

/// <summary>Nodes that an expression reads.</summary>
/// <param name="Position">Where in the text they are named.</param>
/// <param name="Path">
/// Their path without predicates, such as <c>/data/house/age</c> or <c>/data/@id</c>; <c>/</c> is the whole document.
/// Null when nobody can know it before evaluation.
/// </param>
/// <param name="IsExact">True when exactly the nodes at the path are read; false when the path is only what all of them lie under.</param>
/// <param name="Instance">Id of the secondary instance that the path is in; null for the form's own document.</param>
public sealed record PathRead(int Position, string? Path, bool IsExact, string? Instance);

/// <summary>Finds what an expression reads, so that it is calculated anew only when that changes.</summary>
public static class Dependencies
{
    /// <summary>Functions that read the context node when they have no argument, or always (once).</summary>
    private static readonly HashSet<string> ReadingContext = new(["string", "number", "string-length", "normalize-space"], StringComparer.Ordinal);

    /// <summary>All reads, in reading order; the same path may be read at several positions.</summary>
    /// <param name="expression">What is looked through.</param>
    /// <param name="contextPath">Absolute path of the node that it is evaluated at, such as <c>/data/house/age</c>; null leaves relative paths unknown.</param>
    public static IReadOnlyList<PathRead> Of(Expression expression, string? contextPath = null)
    {
        var reads = new List<PathRead>();
        var context = contextPath is null ? Place.Unknown : new Place(null, [.. contextPath.Split('/', StringSplitOptions.RemoveEmptyEntries)], true);
        Visit(expression, context, context, reads);
        return reads;
    }

    private static void Visit(Expression expression, Place here, Place current, List<PathRead> reads)
    {
        switch (expression)
        {
            case PathExpression path:
                reads.Add(Follow(path, here, current, reads).At(path.Position));
                break;
            case FilterExpression filter:
                Visit(filter.Primary, here, current, reads);
                var inside = PlaceOf(filter.Primary, here, current, reads) ?? Place.Unknown;
                foreach (var predicate in filter.Predicates) Visit(predicate, inside, current, reads);
                break;
            case FunctionCall call:
                if (call.Name == "once") reads.Add(current.At(call.Position));
                else if (call.Arguments.Count == 0 && ReadingContext.Contains(call.Name)) reads.Add(here.At(call.Position));
                else if (PlaceOf(call, here, current, reads) is { } whole) reads.Add(whole.At(call.Position));
                else if (call is { Name: "pulldata", Arguments: [StringLiteral id, ..] }) reads.Add(new Place(id.Value, [], false).At(call.Position));
                foreach (var argument in call.Arguments) Visit(argument, here, current, reads);
                break;
            default:
                foreach (var child in expression.Children) Visit(child, here, current, reads);
                break;
        }
    }

    /// <summary>Where a path leads; reads of its predicates are added on the way.</summary>
    private static Place Follow(PathExpression path, Place here, Place current, List<PathRead> reads)
    {
        var place = path.IsAbsolute ? new Place(null, [], true) : here;
        if (path.Start is not null)
        {
            place = PlaceOf(path.Start, here, current, reads) ?? Place.Unknown;
            // instance('a') and current() are read by the steps behind them, not by themselves; anything else is.
            if (path.Start is not FunctionCall { Name: "instance" or "current" }) Visit(path.Start, here, current, reads);
            else foreach (var argument in path.Start.Children) Visit(argument, here, current, reads);
        }
        foreach (var step in path.Steps)
        {
            place = place.Then(step);
            foreach (var predicate in step.Predicates) Visit(predicate, place, current, reads);
        }
        return place;
    }

    private static Place? PlaceOf(Expression start, Place here, Place current, List<PathRead> reads) => start switch
    {
        FunctionCall { Name: "current" } => current,
        FunctionCall { Name: "instance", Arguments: [StringLiteral id] } => new Place(id.Value, [], true),
        FunctionCall { Name: "instance" } => Place.Unknown,
        PathExpression path => Follow(path, here, current, []),
        FilterExpression filter => PlaceOf(filter.Primary, here, current, reads),
        _ => null,
    };

    /// <summary>A position in a document as far as it is known; no segments at all means nothing is.</summary>
    private sealed record Place(string? Instance, IReadOnlyList<string>? Segments, bool IsExact)
    {
        public static readonly Place Unknown = new(null, null, false);

        public PathRead At(int position) => new(position, Segments is null ? null : $"/{string.Join('/', Segments)}", IsExact && Segments is not null, Instance);

        public Place Then(Step step)
        {
            if (Segments is null) return this;
            switch (step.Axis)
            {
                case Axis.Self: return this;
                case Axis.Parent: return this with { Segments = [.. Segments.Take(Segments.Count - 1)] };
                case Axis.Child or Axis.Attribute when IsExact && step.Test is { Kind: NodeTestKind.Name, Name: { } name }:
                    var prefixed = step.Test.Prefix is { } prefix ? $"{prefix}:{name}" : name;
                    return this with { Segments = [.. Segments, step.Axis == Axis.Attribute ? $"@{prefixed}" : prefixed] };
                // The text of an element is what is read when the element is.
                case Axis.Child when IsExact && step.Test.Kind == NodeTestKind.Text: return this;
                case Axis.Child or Axis.Attribute or Axis.Descendant or Axis.DescendantOrSelf: return this with { IsExact = false };
                case Axis.FollowingSibling or Axis.PrecedingSibling: return this with { Segments = [.. Segments.Take(Segments.Count - 1)], IsExact = false };
                default: return this with { Segments = [], IsExact = false };
            }
        }
    }
}
