using System.Globalization;
using Vaka.Kernel.Words;
using Vaka.XForms.Forms;
using Vaka.XForms.XPath;

namespace Vaka.Assessment.Collection;

/// <summary>Says in words when a question is asked: “question 5 is “Yes””. What is not simple stays the expression that the form has.</summary>
internal sealed class SkipWords(PaperForm paper, Words words)
{
    /// <summary>The sentence.</summary>
    /// <param name="relevant">Expression.</param>
    /// <param name="node">The node that it stands at.</param>
    public string Of(string relevant, FormNode node)
    {
        try
        {
            if (Words(XPathExpression.Parse(relevant).Tree, node, false) is { } said) return words["paper.only-if", said];
        }
        catch (XPathException)
        {
            // Said as it is written.
        }
        return words["paper.only-if-expression", relevant.Trim()];
    }

    private string? Words(Expression expression, FormNode node, bool inside)
    {
        switch (expression)
        {
            case BinaryExpression { Operator: BinaryOperator.And or BinaryOperator.Or } both:
                if (Words(both.Left, node, Mixed(both.Left, both.Operator)) is not { } left || Words(both.Right, node, Mixed(both.Right, both.Operator)) is not { } right) return null;
                var joined = words[both.Operator == BinaryOperator.And ? "paper.and" : "paper.or", left, right];
                return inside ? $"({joined})" : joined;
            case BinaryExpression { Operator: >= BinaryOperator.Equal and <= BinaryOperator.GreaterOrEqual } comparison: return Comparison(comparison, node);
            case FunctionCall { Name: "selected", Arguments: [PathExpression path, StringLiteral value] }: return Choice("paper.is-ticked", path, value.Value, node);
            case FunctionCall { Name: "not", Arguments: [FunctionCall { Name: "selected", Arguments: [PathExpression path, StringLiteral value] }] }: return Choice("paper.is-not-ticked", path, value.Value, node);
            default: return null;
        }
    }

    private static bool Mixed(Expression side, BinaryOperator around) => side is BinaryExpression { Operator: BinaryOperator.And or BinaryOperator.Or } both && both.Operator != around;

    private string? Comparison(BinaryExpression comparison, FormNode node)
    {
        if (comparison.Left is not PathExpression path || Question(path, node) is not { Number: { } number } question) return null;
        var op = comparison.Operator;
        switch (comparison.Right)
        {
            case StringLiteral { Value: "" } when op is BinaryOperator.Equal or BinaryOperator.NotEqual:
                return words[op == BinaryOperator.Equal ? "paper.is-empty" : "paper.is-answered", number];
            case StringLiteral { Value: var value } when op is BinaryOperator.Equal or BinaryOperator.NotEqual:
                return words[op == BinaryOperator.Equal ? "paper.is" : "paper.is-not", number, paper.ChoiceName(question, value) ?? value];
            case NumberLiteral { Value: var limit }:
                var shown = limit.ToString("0.######", CultureInfo.InvariantCulture);
                return words[op switch
                {
                    BinaryOperator.Equal => "paper.is",
                    BinaryOperator.NotEqual => "paper.is-not",
                    BinaryOperator.Less => "paper.is-less",
                    BinaryOperator.LessOrEqual => "paper.is-at-most",
                    BinaryOperator.Greater => "paper.is-more",
                    _ => "paper.is-at-least",
                }, number, question.Item.Node!.Control!.HasChoices ? paper.ChoiceName(question, shown) ?? shown : shown];
            default: return null;
        }
    }

    private string? Choice(string key, PathExpression path, string value, FormNode node) =>
        Question(path, node) is { Number: { } number } question ? words[key, number, paper.ChoiceName(question, value) ?? value] : null;

    private PaperItem? Question(PathExpression path, FormNode node) =>
        Dependencies.Of(path, node.Path) is [{ IsExact: true, Instance: null, Path: { } found }] ? paper.At(found) : null;
}
