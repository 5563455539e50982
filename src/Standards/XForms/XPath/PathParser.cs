namespace Vaka.XForms.XPath;

/// <summary>Location paths, their steps, and the primary expressions that a path may begin with.</summary>
internal sealed class PathParser(Parser parser)
{
    private static readonly Dictionary<string, Axis> Axes = new(StringComparer.Ordinal)
    {
        ["child"] = Axis.Child,
        ["descendant"] = Axis.Descendant,
        ["parent"] = Axis.Parent,
        ["ancestor"] = Axis.Ancestor,
        ["following-sibling"] = Axis.FollowingSibling,
        ["preceding-sibling"] = Axis.PrecedingSibling,
        ["following"] = Axis.Following,
        ["preceding"] = Axis.Preceding,
        ["attribute"] = Axis.Attribute,
        ["namespace"] = Axis.Namespace,
        ["self"] = Axis.Self,
        ["descendant-or-self"] = Axis.DescendantOrSelf,
        ["ancestor-or-self"] = Axis.AncestorOrSelf,
    };

    private static readonly Dictionary<string, NodeTestKind> Types = new(StringComparer.Ordinal)
    {
        ["node"] = NodeTestKind.Node,
        ["text"] = NodeTestKind.Text,
        ["comment"] = NodeTestKind.Comment,
        ["processing-instruction"] = NodeTestKind.ProcessingInstruction,
    };

    private readonly Scanner scanner = parser.Scanner;

    public Expression Parse()
    {
        scanner.SkipSpace();
        var position = scanner.Position;
        if (scanner.Peek() == '/') return ParseAbsolute(position);
        var steps = new List<Step>();
        Expression? start = null;
        if (AtStep(out var name)) steps.Add(ParseStep(position, name));
        else if ((start = ParsePrimary(position, name)) is not null && parser.ParsePredicates() is { Count: > 0 } predicates)
            start = Parser.Bounded(new FilterExpression(position, start, predicates));
        ParseMore(steps);
        return start is not null && steps.Count == 0 ? start : Parser.Bounded(new PathExpression(position, false, start, steps));
    }

    private PathExpression ParseAbsolute(int position)
    {
        var steps = new List<Step>();
        if (scanner.Take("//")) steps.Add(Anywhere(position));
        else scanner.Take("/");
        scanner.SkipSpace();
        var start = scanner.Position;
        if (AtStep(out var name)) steps.Add(ParseStep(start, name));
        else if (name is not null || steps.Count > 0) throw new XPathException($"A step was expected before {scanner.Here}.", start);
        if (steps.Count > 0) ParseMore(steps);
        return Parser.Bounded(new PathExpression(position, true, null, steps));
    }

    private void ParseMore(List<Step> steps)
    {
        while (scanner.Take("/"))
        {
            if (scanner.Peek() == '/')
            {
                steps.Add(Anywhere(scanner.Position));
                scanner.Take("/");
            }
            scanner.SkipSpace();
            var position = scanner.Position;
            if (!AtStep(out var name)) throw new XPathException(name is null ? $"A step was expected before {scanner.Here}." : $"The function {name}() cannot stand behind a “/”.", position);
            steps.Add(ParseStep(position, name));
        }
    }

    private static Step Anywhere(int position) => new(position, Axis.DescendantOrSelf, new NodeTest(NodeTestKind.Node), []);

    /// <summary>True at a step. A name is read to tell a step from a call; it is handed on either way.</summary>
    private bool AtStep(out string? name)
    {
        name = null;
        if (scanner.AtEnd) return false;
        if (scanner.Peek() is '*' or '@' || (scanner.Peek() == '.' && !scanner.AtNumber)) return true;
        name = scanner.TakeName();
        if (name is null) return false;
        if (scanner.Peek() == ':' && scanner.Peek(1) != ':')
        {
            scanner.Take(":");
            if (scanner.Peek() == '*') return true;
            var position = scanner.Position;
            name = scanner.Peek() is ' ' or '\t' or '\r' or '\n' || scanner.TakeName() is not { } local
                ? throw new XPathException($"A name was expected behind “{name}:”.", position)
                : $"{name}:{local}";
        }
        scanner.SkipSpace();
        return scanner.Peek() != '(' || Types.ContainsKey(name);
    }

    private Expression ParsePrimary(int position, string? name)
    {
        if (name is not null) return parser.ParseCall(position, name);
        if (scanner.AtNumber) return new NumberLiteral(position, scanner.TakeNumber());
        if (scanner.Peek() is '"' or '\'') return new StringLiteral(position, scanner.TakeQuoted());
        if (scanner.Peek() == '$') throw new XPathException("Variables ($name) do not exist in forms; write the path of the question.", position);
        if (!scanner.Take("(")) throw new XPathException($"A value, a path or a function was expected before {scanner.Here}.", position);
        var inner = parser.ParseExpression();
        parser.Expect(")", "to close the parenthesis");
        return inner;
    }

    private Step ParseStep(int position, string? name)
    {
        if (name is null)
        {
            if (scanner.Take("..")) return new Step(position, Axis.Parent, new NodeTest(NodeTestKind.Node), parser.ParsePredicates());
            if (scanner.Take(".")) return new Step(position, Axis.Self, new NodeTest(NodeTestKind.Node), parser.ParsePredicates());
            if (scanner.Take("@")) return ParseTest(position, Axis.Attribute, ReadName());
            return ParseTest(position, Axis.Child, null);
        }
        if (!scanner.Take("::")) return ParseTest(position, Axis.Child, name);
        return Axes.TryGetValue(name, out var axis) ? ParseTest(position, axis, ReadName()) : throw new XPathException($"There is no axis “{name}”.", position);
    }

    private string? ReadName()
    {
        scanner.SkipSpace();
        if (scanner.Peek() == '*') return null;
        var position = scanner.Position;
        var atStep = AtStep(out var name);
        return atStep && name is not null ? name : throw new XPathException("A name or a test of the node was expected here.", position);
    }

    private Step ParseTest(int position, Axis axis, string? name)
    {
        if (name is not null && scanner.Peek() == '(' && Types.TryGetValue(name, out var kind))
        {
            scanner.Take("(");
            scanner.SkipSpace();
            var target = kind == NodeTestKind.ProcessingInstruction && scanner.Peek() is '"' or '\'' ? scanner.TakeQuoted() : null;
            parser.Expect(")", $"behind {name}(");
            return new Step(position, axis, new NodeTest(kind, null, target), parser.ParsePredicates());
        }
        if (name is null || scanner.Peek() == '*' && scanner.PeekBefore == ':')
        {
            parser.Expect("*", "as the name of the step");
            return new Step(position, axis, new NodeTest(NodeTestKind.Name, name), parser.ParsePredicates());
        }
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        var test = colon < 0 ? new NodeTest(NodeTestKind.Name, null, name) : new NodeTest(NodeTestKind.Name, name[..colon], name[(colon + 1)..]);
        return new Step(position, axis, test, parser.ParsePredicates());
    }
}
