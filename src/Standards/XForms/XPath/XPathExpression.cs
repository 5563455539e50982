using System.Xml.Linq;

namespace Vaka.XForms.XPath;

/// <summary>An expression that was read once and can be evaluated often, from several threads.</summary>
public sealed class XPathExpression
{
    private XPathExpression(string text, Expression tree) => (Text, Tree) = (text, tree);

    /// <summary>As it was written.</summary>
    public string Text { get; }

    /// <summary>The tree.</summary>
    public Expression Tree { get; }

    /// <summary>Reads an expression; throws <see cref="XPathException"/> where it cannot be read. Unknown functions are no concern of this.</summary>
    public static XPathExpression Parse(string text) => new(text, new Parser(text).ParseAll());

    /// <summary>Evaluates; throws <see cref="XPathException"/> where that is impossible.</summary>
    public XPathValue Evaluate(EvaluationContext context) => Evaluation.Run(Tree, context);

    /// <summary>Evaluates to a string.</summary>
    public string EvaluateText(EvaluationContext context) => Evaluate(context).AsText(context.TimeZone);

    /// <summary>Evaluates to a number.</summary>
    public double EvaluateNumber(EvaluationContext context) => Evaluate(context).AsNumber(context.TimeZone);

    /// <summary>Evaluates to true or false.</summary>
    public bool EvaluateBoolean(EvaluationContext context) => Evaluate(context).AsBoolean();

    /// <summary>Evaluates to nodes; another kind of value is an error.</summary>
    public IReadOnlyList<XObject> EvaluateNodes(EvaluationContext context) => Evaluate(context) is { Kind: XPathValueKind.Nodes } value
        ? value.Nodes
        : throw new XPathException("The expression is no path: it gives a value instead of nodes.", Tree.Position);
}
