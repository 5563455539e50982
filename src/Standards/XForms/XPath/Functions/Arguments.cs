using System.Xml.Linq;

namespace Vaka.XForms.XPath;

/// <summary>The arguments of one call, evaluated when a function asks for them and not before.</summary>
internal readonly struct Arguments(Evaluation evaluation, FunctionCall call, Focus focus)
{
    public Evaluation Evaluation => evaluation;

    public Focus Focus => focus;

    public int Count => call.Arguments.Count;

    public XPathValue Value(int at) => evaluation.Evaluate(call.Arguments[at], focus);

    public string Text(int at) => Value(at).AsText(evaluation.Zone);

    public double Number(int at) => Value(at).AsNumber(evaluation.Zone);

    public bool Boolean(int at) => Value(at).AsBoolean();

    public IReadOnlyList<XObject> Nodes(int at) => Value(at) is { Kind: XPathValueKind.Nodes } value
        ? value.Nodes
        : throw new XPathException($"{call.Name}() needs a path to nodes, not a value.", call.Arguments[at].Position);

    /// <summary>Text of the argument, or of the context node when there is none.</summary>
    public string TextOrContext() => Count > 0 ? Text(0) : XPathValue.TextOf(focus.Node);

    /// <summary>From one argument on, every node of a path and every value by itself.</summary>
    public IEnumerable<string> Texts(int from)
    {
        for (var at = from; at < call.Arguments.Count; at++)
            foreach (var text in Texts(Value(at), evaluation.Zone)) yield return text;
    }

    public XPathException Fault(string message, Exception? inner = null) => new(message, call.Position, inner);

    private static IEnumerable<string> Texts(XPathValue value, TimeZoneInfo zone) =>
        value.Kind == XPathValueKind.Nodes ? value.Nodes.Select(XPathValue.TextOf) : [value.AsText(zone)];
}
