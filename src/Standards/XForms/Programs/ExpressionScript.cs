using Vaka.XForms.XPath;

namespace Vaka.XForms.Programs;

/// <summary>A piece of JavaScript and what it gives.</summary>
internal readonly record struct Piece(string Script, ScriptKind Kind)
{
    public string AsNumber => Kind == ScriptKind.Number ? Script : $"R.num({Script})";

    public string AsText => Kind == ScriptKind.Text ? Script : $"R.str({Script})";

    public string AsBoolean => Kind == ScriptKind.Boolean ? Script : $"R.bool({Script})";

    /// <summary>Nodes, checked when it is not known that they are.</summary>
    public string AsNodes => Kind == ScriptKind.Nodes ? Script : $"R.nodes({Script})";
}

/// <summary>What the light client does not do in an expression.</summary>
internal sealed class NotInLightException(string message) : Exception(message);

/// <summary>
/// Writes one expression as a function <c>(e,n,p,s)=&gt;…</c> of JavaScript: the evaluation, the context node, its place and how many there are.
/// <c>R</c> is the runtime.
/// </summary>
/// <param name="namespaces">Namespace of a prefix; null for one that nobody declared.</param>
internal sealed class ExpressionScript(Func<string, string?> namespaces)
{
    private readonly List<string> _hoisted = [];
    private int _inPredicates;

    /// <exception cref="NotInLightException">The light client does not do it.</exception>
    public static string Of(Expression tree, Func<string, string?> namespaces)
    {
        var writer = new ExpressionScript(namespaces);
        var body = writer.Write(tree).Script;
        if (writer._hoisted.Count == 0) return $"(e,n,p,s)=>{(body[0] == '{' ? $"({body})" : body)}";
        return $"(e,n,p,s)=>{{const {string.Join(',', writer._hoisted.Select((h, i) => $"h{i}={h}"))};return {body}}}";
    }

    public string? Namespace(string prefix) => namespaces(prefix);

    public Piece Write(Expression expression) => expression switch
    {
        NumberLiteral number => new(Script.Number(number.Value), ScriptKind.Number),
        StringLiteral text => new(Script.Text(text.Value), ScriptKind.Text),
        NegateExpression negate => new($"(-{Write(negate.Operand).AsNumber})", ScriptKind.Number),
        BinaryExpression binary => Binary(binary),
        PathExpression path => new(Hoisted(path, new PathScript(this).Write(path)), ScriptKind.Nodes),
        FilterExpression filter => new($"R.filter({Write(filter.Primary).AsNodes},{Predicates(filter.Predicates)})", ScriptKind.Nodes),
        FunctionCall call => Call(call),
        _ => throw new NotInLightException("this kind of expression is not known"),
    };

    /// <summary>The tests of a step, as functions of node, place and count.</summary>
    public string Predicates(IReadOnlyList<Expression> predicates)
    {
        _inPredicates++;
        var tests = Script.List(predicates.Select(predicate => Write(predicate) switch
        {
            { Kind: ScriptKind.Number } number => $"(n,p,s)=>{number.Script}===p",
            { Kind: ScriptKind.Any } any => $"(n,p,s)=>R.keeps({any.Script},p)",
            var other => $"(n,p,s)=>{other.AsBoolean}",
        }));
        _inPredicates--;
        return tests;
    }

    // The answers that long lists of choices are compared with are looked up once.
    private string Hoisted(PathExpression path, string script)
    {
        if (_inPredicates == 0 || !(path.IsAbsolute || path.Start is FunctionCall { Name: "current", Arguments.Count: 0 }) || path.Steps.Any(s => s.Predicates.Count > 0)) return script;
        var at = _hoisted.IndexOf(script);
        if (at < 0) (at, _) = (_hoisted.Count, Add(script));
        return $"h{at}";
    }

    private bool Add(string script)
    {
        _hoisted.Add(script);
        return true;
    }

    private Piece Binary(BinaryExpression binary)
    {
        var (left, right) = (Write(binary.Left), Write(binary.Right));
        Piece Compare(string name) => new($"R.{name}({left.Script},{right.Script})", ScriptKind.Boolean);
        Piece Calculate(string sign) => new($"({left.AsNumber}{sign}{right.AsNumber})", ScriptKind.Number);
        return binary.Operator switch
        {
            BinaryOperator.Or => new($"({left.AsBoolean}||{right.AsBoolean})", ScriptKind.Boolean),
            BinaryOperator.And => new($"({left.AsBoolean}&&{right.AsBoolean})", ScriptKind.Boolean),
            BinaryOperator.Equal => Compare("eq"),
            BinaryOperator.NotEqual => Compare("ne"),
            BinaryOperator.Less => Compare("lt"),
            BinaryOperator.LessOrEqual => Compare("le"),
            BinaryOperator.Greater => Compare("gt"),
            BinaryOperator.GreaterOrEqual => Compare("ge"),
            BinaryOperator.Add => Calculate("+"),
            // A minus before a minus must not become one sign.
            BinaryOperator.Subtract => Calculate("- "),
            BinaryOperator.Multiply => Calculate("*"),
            BinaryOperator.Divide => Calculate("/"),
            BinaryOperator.Modulo => Calculate("%"),
            _ => new($"R.union({left.AsNodes},{right.AsNodes})", ScriptKind.Nodes),
        };
    }

    private Piece Call(FunctionCall call)
    {
        var given = call.Arguments;
        switch (call.Name)
        {
            case "true": return new("true", ScriptKind.Boolean);
            case "false": return new("false", ScriptKind.Boolean);
            case "pi": return new("Math.PI", ScriptKind.Number);
            case "boolean": return new(Write(given[0]).AsBoolean, ScriptKind.Boolean);
            case "not": return new($"!{Write(given[0]).AsBoolean}", ScriptKind.Boolean);
            case "string": return new(given.Count > 0 ? Write(given[0]).AsText : "R.text(n)", ScriptKind.Text);
            case "number": return new(given.Count > 0 ? Write(given[0]).AsNumber : "R.num(R.text(n))", ScriptKind.Number);
            case "string-length": return new($"{(given.Count > 0 ? Write(given[0]).AsText : "R.text(n)")}.length", ScriptKind.Number);
            case "normalize-space": return new($"R.normal({(given.Count > 0 ? Write(given[0]).AsText : "R.text(n)")})", ScriptKind.Text);
            case "current": return new("[e.c]", ScriptKind.Nodes);
            case "last": return new("s", ScriptKind.Number);
            case "position" when given.Count == 0: return new("p", ScriptKind.Number);
            case "position": return new($"R.place({Write(given[0]).AsNodes})", ScriptKind.Number);
            case "name" or "local-name" or "namespace-uri":
                return new($"R.nameOf({(given.Count > 0 ? Write(given[0]).AsNodes : "[n]")},\"{(call.Name == "name" ? 'q' : call.Name == "local-name" ? 'n' : 's')}\")", ScriptKind.Text);
            case "if":
                var (one, other) = (Write(given[1]), Write(given[2]));
                return new($"({Write(given[0]).AsBoolean}?{one.Script}:{other.Script})", one.Kind == other.Kind ? one.Kind : ScriptKind.Any);
            case "once": return new($"(R.text(e.c)||{Write(given[0]).Script})", ScriptKind.Any);
        }
        var known = FunctionScripts.Find(call.Name) ?? throw new NotInLightException($"the light client has no function {call.Name}()");
        if (call.Name == "regex" && given[1] is StringLiteral pattern) Patterns.Refuse(pattern.Value);
        var arguments = given.Select((argument, at) => Write(argument) is var piece ? known.Takes[Math.Min(at, known.Takes.Length - 1)] switch
        {
            't' => piece.AsText,
            'n' => piece.AsNumber,
            'l' => piece.AsNodes,
            _ => piece.Script,
        } : "");
        return new($"R.{known.Name}({string.Join(',', known.NeedsForm ? arguments.Prepend("e") : arguments)})", known.Gives);
    }
}
