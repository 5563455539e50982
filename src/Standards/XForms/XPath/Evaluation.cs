using System.Runtime.CompilerServices;
using System.Xml.Linq;

namespace Vaka.XForms.XPath;

/// <summary>Where an expression is looked at from.</summary>
internal readonly record struct Focus(XObject Node, int Position, int Size);

/// <summary>One evaluation: a tree walked with one context, one instant and one count of steps.</summary>
internal sealed class Evaluation
{
    private readonly PathWalker walker;
    private long steps;

    private Evaluation(EvaluationContext context)
    {
        Context = context;
        Root = context.Node as XDocument ?? context.Node.Document ?? throw new XPathException("The node that the expression is evaluated at belongs to no document.", 0);
        Now = context.Clock.GetUtcNow();
        walker = new PathWalker(this);
    }

    public EvaluationContext Context { get; }

    public XDocument Root { get; }

    public TimeZoneInfo Zone => Context.TimeZone;

    /// <summary>The same for all calls in one expression, so that now() = now().</summary>
    public DateTimeOffset Now { get; }

    public XObject Current => Context.Current ?? Context.Node;

    public static XPathValue Run(Expression tree, EvaluationContext context) =>
        new Evaluation(context).Evaluate(tree, new Focus(context.Node, 1, 1));

    public XPathValue Evaluate(Expression expression, in Focus focus)
    {
        Count(expression);
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack()) throw new XPathException("The expression is nested too deeply to be evaluated.", expression.Position);
        return expression switch
        {
            NumberLiteral literal => XPathValue.Of(literal.Value),
            StringLiteral literal => XPathValue.Of(literal.Value),
            PathExpression path => XPathValue.Of(walker.Walk(path, focus)),
            BinaryExpression binary => EvaluateBinary(binary, focus),
            FunctionCall call => FunctionTable.Invoke(this, call, focus),
            NegateExpression negate => XPathValue.Of(-Evaluate(negate.Operand, focus).AsNumber(Zone)),
            FilterExpression filter => XPathValue.Of(walker.Filter(NodesOf(filter.Primary, focus), filter.Predicates)),
            _ => throw new XPathException($"{expression.GetType().Name} cannot be evaluated.", expression.Position),
        };
    }

    public IReadOnlyList<XObject> NodesOf(Expression expression, in Focus focus) => Evaluate(expression, focus) is { Kind: XPathValueKind.Nodes } value
        ? value.Nodes
        : throw new XPathException("A path was expected here, not a value.", expression.Position);

    public List<XObject> InDocumentOrder(List<XObject> nodes) => walker.Order.Sorted(nodes);

    /// <summary>Counts a visit, so that an expression cannot keep a thread for ever.</summary>
    public void Count(Expression expression)
    {
        if (++steps > Context.StepLimit) throw new XPathException($"The expression took more than {Context.StepLimit} steps.", expression.Position);
    }

    public void Count()
    {
        if (++steps > Context.StepLimit) throw new XPathException($"The expression took more than {Context.StepLimit} steps.", 0);
    }

    private XPathValue EvaluateBinary(BinaryExpression binary, in Focus focus)
    {
        switch (binary.Operator)
        {
            case BinaryOperator.Or:
                return XPathValue.Of(Evaluate(binary.Left, focus).AsBoolean() || Evaluate(binary.Right, focus).AsBoolean());
            case BinaryOperator.And:
                return XPathValue.Of(Evaluate(binary.Left, focus).AsBoolean() && Evaluate(binary.Right, focus).AsBoolean());
            case BinaryOperator.Union:
                return XPathValue.Of(InDocumentOrder([.. NodesOf(binary.Left, focus), .. NodesOf(binary.Right, focus)]));
        }
        var (left, right) = (Evaluate(binary.Left, focus), Evaluate(binary.Right, focus));
        if (binary.Operator < BinaryOperator.Add) return XPathValue.Of(new Comparison(this, binary.Operator).Holds(left, right));
        var (a, b) = (left.AsNumber(Zone), right.AsNumber(Zone));
        return XPathValue.Of(binary.Operator switch
        {
            BinaryOperator.Add => a + b,
            BinaryOperator.Subtract => a - b,
            BinaryOperator.Multiply => a * b,
            BinaryOperator.Divide => a / b,
            _ => a % b,
        });
    }
}
