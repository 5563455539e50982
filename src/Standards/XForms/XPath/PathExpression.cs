namespace Vaka.XForms.XPath;

/// <summary>A location path.</summary>
/// <param name="Position">Where it begins.</param>
/// <param name="IsAbsolute">True when it begins at the root of the evaluated document.</param>
/// <param name="Start">The expression whose nodes the steps begin from; null for the root or the context node.</param>
/// <param name="Steps">The steps; <c>//</c> is written out as <c>descendant-or-self::node()</c>.</param>
public sealed record PathExpression(int Position, bool IsAbsolute, Expression? Start, IReadOnlyList<Step> Steps) : Expression(Position)
{
    /// <inheritdoc />
    public override IEnumerable<Expression> Children => [.. Start is null ? Array.Empty<Expression>() : [Start], .. Steps.SelectMany(step => step.Predicates)];

    /// <inheritdoc />
    public override int Height { get; } =
        1 + Math.Max(Start?.Height ?? 0, Steps.SelectMany(step => step.Predicates).Select(predicate => predicate.Height).DefaultIfEmpty().Max());
}

/// <summary>One step of a path.</summary>
public sealed record Step(int Position, Axis Axis, NodeTest Test, IReadOnlyList<Expression> Predicates);

/// <summary>Which nodes a step keeps.</summary>
/// <param name="Kind">What is tested.</param>
/// <param name="Prefix">Prefix of a name; null without one.</param>
/// <param name="Name">Local name, or the target of a processing instruction; null when any will do.</param>
public sealed record NodeTest(NodeTestKind Kind, string? Prefix = null, string? Name = null);

/// <summary>What a node test looks at.</summary>
public enum NodeTestKind
{
    /// <summary>The name; elements, or attributes on their axis.</summary>
    Name,
    /// <summary>node()</summary>
    Node,
    /// <summary>text()</summary>
    Text,
    /// <summary>comment()</summary>
    Comment,
    /// <summary>processing-instruction()</summary>
    ProcessingInstruction,
}

/// <summary>Directions of a step.</summary>
public enum Axis
{
    /// <summary>child</summary>
    Child,
    /// <summary>descendant</summary>
    Descendant,
    /// <summary>parent</summary>
    Parent,
    /// <summary>ancestor</summary>
    Ancestor,
    /// <summary>following-sibling</summary>
    FollowingSibling,
    /// <summary>preceding-sibling</summary>
    PrecedingSibling,
    /// <summary>following</summary>
    Following,
    /// <summary>preceding</summary>
    Preceding,
    /// <summary>attribute</summary>
    Attribute,
    /// <summary>namespace: always empty, as in browsers</summary>
    Namespace,
    /// <summary>self</summary>
    Self,
    /// <summary>descendant-or-self</summary>
    DescendantOrSelf,
    /// <summary>ancestor-or-self</summary>
    AncestorOrSelf,
}
