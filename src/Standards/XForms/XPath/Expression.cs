namespace Vaka.XForms.XPath;

/// <summary>A node of the immutable tree that an expression is read into.</summary>
/// <param name="Position">Where it begins in the text, as a 0-based count of UTF-16 units.</param>
public abstract record Expression(int Position)
{
    /// <summary>The expressions directly inside this one, in reading order, those of predicates included.</summary>
    public abstract IEnumerable<Expression> Children { get; }

    /// <summary>Levels below and with this one; the parser bounds it, so that a visitor may recurse.</summary>
    public abstract int Height { get; }

    private protected static int HeightAbove(IEnumerable<Expression> children) => 1 + children.Select(child => child.Height).DefaultIfEmpty().Max();
}

/// <summary>A number written in the expression.</summary>
public sealed record NumberLiteral(int Position, double Value) : Expression(Position)
{
    /// <inheritdoc />
    public override IEnumerable<Expression> Children => [];

    /// <inheritdoc />
    public override int Height => 1;
}

/// <summary>A quoted string.</summary>
public sealed record StringLiteral(int Position, string Value) : Expression(Position)
{
    /// <inheritdoc />
    public override IEnumerable<Expression> Children => [];

    /// <inheritdoc />
    public override int Height => 1;
}

/// <summary>Operators with two operands.</summary>
public enum BinaryOperator
{
    /// <summary>or</summary>
    Or,
    /// <summary>and</summary>
    And,
    /// <summary>=</summary>
    Equal,
    /// <summary>!=</summary>
    NotEqual,
    /// <summary>&lt;</summary>
    Less,
    /// <summary>&lt;=</summary>
    LessOrEqual,
    /// <summary>&gt;</summary>
    Greater,
    /// <summary>&gt;=</summary>
    GreaterOrEqual,
    /// <summary>+</summary>
    Add,
    /// <summary>-</summary>
    Subtract,
    /// <summary>*</summary>
    Multiply,
    /// <summary>div</summary>
    Divide,
    /// <summary>mod</summary>
    Modulo,
    /// <summary>|</summary>
    Union,
}

/// <summary>Two operands and the operator between them; a chain of equals leans to the left.</summary>
public sealed record BinaryExpression(int Position, BinaryOperator Operator, Expression Left, Expression Right) : Expression(Position)
{
    /// <inheritdoc />
    public override IEnumerable<Expression> Children => [Left, Right];

    /// <inheritdoc />
    public override int Height { get; } = 1 + Math.Max(Left.Height, Right.Height);
}

/// <summary>Unary minus.</summary>
public sealed record NegateExpression(int Position, Expression Operand) : Expression(Position)
{
    /// <inheritdoc />
    public override IEnumerable<Expression> Children => [Operand];

    /// <inheritdoc />
    public override int Height { get; } = 1 + Operand.Height;
}

/// <summary>A call; the name is kept as written, with its prefix. Whether it exists is asked when it is evaluated or checked.</summary>
public sealed record FunctionCall(int Position, string Name, IReadOnlyList<Expression> Arguments) : Expression(Position)
{
    /// <inheritdoc />
    public override IEnumerable<Expression> Children => Arguments;

    /// <inheritdoc />
    public override int Height { get; } = HeightAbove(Arguments);
}

/// <summary>A primary expression with predicates behind it: <c>(//a)[1]</c>.</summary>
public sealed record FilterExpression(int Position, Expression Primary, IReadOnlyList<Expression> Predicates) : Expression(Position)
{
    /// <inheritdoc />
    public override IEnumerable<Expression> Children => [Primary, .. Predicates];

    /// <inheritdoc />
    public override int Height { get; } = 1 + Math.Max(Primary.Height, HeightAbove(Predicates));
}
