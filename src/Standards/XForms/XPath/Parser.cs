using System.Runtime.CompilerServices;

namespace Vaka.XForms.XPath;

/// <summary>Operators, calls and literals; <see cref="PathParser"/> reads the paths between them.</summary>
internal sealed class Parser
{
    public const int LongestText = 100_000;
    private const int DeepestNesting = 400;
    private const int HighestTree = 1_000;
    private readonly PathParser paths;
    private int nesting;

    public Parser(string text)
    {
        if (text.Length > LongestText) throw new XPathException($"The expression is longer than {LongestText} characters.", LongestText);
        Scanner = new Scanner(text);
        paths = new PathParser(this);
    }

    public Scanner Scanner { get; }

    public Expression ParseAll()
    {
        if (Scanner.AtEnd) throw new XPathException("The expression is empty.", 0);
        var whole = ParseExpression();
        return Scanner.AtEnd ? whole : throw new XPathException($"An operator or the end was expected before {Scanner.Here}.", Scanner.Position);
    }

    public Expression ParseExpression()
    {
        if (++nesting > DeepestNesting || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw new XPathException($"The expression is nested deeper than {DeepestNesting} levels.", Scanner.Position);
        var expression = ParseBinary(1);
        nesting--;
        return expression;
    }

    public void Expect(string symbol, string where)
    {
        if (!Scanner.Take(symbol)) throw new XPathException($"“{symbol}” is missing {where}, before {Scanner.Here}.", Scanner.Position);
    }

    public List<Expression> ParsePredicates()
    {
        var predicates = new List<Expression>();
        while (Scanner.Take("["))
        {
            predicates.Add(ParseExpression());
            Expect("]", "behind the predicate");
        }
        return predicates;
    }

    /// <summary>The arguments of a call whose name has been read; the opening parenthesis comes next.</summary>
    public FunctionCall ParseCall(int position, string name)
    {
        Expect("(", $"behind {name}");
        var arguments = new List<Expression>();
        if (Scanner.Take(")")) return new FunctionCall(position, name, arguments);
        do arguments.Add(ParseExpression());
        while (Scanner.Take(","));
        Expect(")", $"behind the arguments of {name}()");
        return Bounded(new FunctionCall(position, name, arguments));
    }

    public static T Bounded<T>(T expression) where T : Expression =>
        expression.Height <= HighestTree ? expression : throw new XPathException($"The expression has more than {HighestTree} operators or levels in one chain.", expression.Position);

    private Expression ParseBinary(int lowest)
    {
        var left = ParseUnary();
        while (TakeOperator(lowest) is { } found)
            left = Bounded(new BinaryExpression(left.Position, found.Operator, left, ParseBinary(found.Precedence + 1)));
        return left;
    }

    private Expression ParseUnary()
    {
        Scanner.SkipSpace();
        var (position, signs) = (Scanner.Position, 0);
        while (Scanner.Take("-")) signs++;
        if (signs == 0) return ParseUnion();
        // Two signs undo each other but still make a number, so more than two say nothing new.
        var operand = new NegateExpression(position, ParseUnion());
        return Bounded(signs % 2 == 1 ? operand : new NegateExpression(position, operand));
    }

    private Expression ParseUnion()
    {
        var left = paths.Parse();
        while (Scanner.Take("|")) left = Bounded(new BinaryExpression(left.Position, BinaryOperator.Union, left, paths.Parse()));
        return left;
    }

    private (BinaryOperator Operator, int Precedence)? TakeOperator(int lowest)
    {
        Scanner.SkipSpace();
        (BinaryOperator Operator, int Precedence, string Text)? found = (Scanner.Peek(), Scanner.Peek(1)) switch
        {
            ('=', _) => (BinaryOperator.Equal, 3, "="),
            ('!', '=') => (BinaryOperator.NotEqual, 3, "!="),
            ('<', '=') => (BinaryOperator.LessOrEqual, 4, "<="),
            ('<', _) => (BinaryOperator.Less, 4, "<"),
            ('>', '=') => (BinaryOperator.GreaterOrEqual, 4, ">="),
            ('>', _) => (BinaryOperator.Greater, 4, ">"),
            ('+', _) => (BinaryOperator.Add, 5, "+"),
            ('-', _) => (BinaryOperator.Subtract, 5, "-"),
            ('*', _) => (BinaryOperator.Multiply, 6, "*"),
            ('o', 'r') => (BinaryOperator.Or, 1, "or"),
            ('a', 'n') => (BinaryOperator.And, 2, "and"),
            ('d', 'i') => (BinaryOperator.Divide, 6, "div"),
            ('m', 'o') => (BinaryOperator.Modulo, 6, "mod"),
            _ => null,
        };
        if (found is not { } candidate || candidate.Precedence < lowest) return null;
        var taken = char.IsAsciiLetter(candidate.Text[0]) ? Scanner.TakeWord(candidate.Text) : Scanner.Take(candidate.Text);
        return taken ? (candidate.Operator, candidate.Precedence) : null;
    }
}
