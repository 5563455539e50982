namespace Vaka.XForms.XPath;

/// <summary>Truth and choice.</summary>
internal static class BooleanFunctions
{
    public static void Add(FunctionTable.Register add)
    {
        add("true", 0, 0, _ => XPathValue.Of(true));
        add("false", 0, 0, _ => XPathValue.Of(false));
        add("boolean", 1, 1, call => XPathValue.Of(call.Boolean(0)));
        add("not", 1, 1, call => XPathValue.Of(!call.Boolean(0)));
        add("boolean-from-string", 1, 1, call => XPathValue.Of(call.Text(0) is "true" or "1"));
        // The branch not taken is not evaluated; the other keeps its type, so a path stays a path.
        add("if", 3, 3, call => call.Boolean(0) ? call.Value(1) : call.Value(2));
        add("checklist", 2, int.MaxValue, Checklist);
        add("weighted-checklist", 2, int.MaxValue, Weighted);
    }

    private static XPathValue Checklist(Arguments call)
    {
        var ticked = 0;
        for (var at = 2; at < call.Count; at++) ticked += Ticks(call.Value(at)).Count(tick => tick);
        return XPathValue.Of(Within(call, ticked));
    }

    private static XPathValue Weighted(Arguments call)
    {
        if (call.Count % 2 != 0) throw call.Fault("weighted-checklist() takes its minimum and maximum, then pairs of an answer and its weight.");
        var zone = call.Evaluation.Zone;
        List<bool> ticks = [];
        List<double> weights = [];
        for (var at = 2; at < call.Count; at += 2)
        {
            ticks.AddRange(Ticks(call.Value(at)));
            var weight = call.Value(at + 1);
            weights.AddRange(weight.Kind == XPathValueKind.Nodes ? weight.Nodes.Select(node => NumberText.Parse(XPathValue.TextOf(node), zone)) : [weight.AsNumber(zone)]);
        }
        return XPathValue.Of(Within(call, ticks.Zip(weights).Where(pair => pair.First).Sum(pair => pair.Second)));
    }

    private static IEnumerable<bool> Ticks(XPathValue value) =>
        value.Kind == XPathValueKind.Nodes ? value.Nodes.Select(node => XPathValue.TextOf(node).Length > 0) : [value.AsBoolean()];

    /// <summary>A limit below zero does not limit.</summary>
    private static bool Within(Arguments call, double count)
    {
        var (fewest, most) = (call.Number(0), call.Number(1));
        return (fewest < 0 || count >= fewest) && (most < 0 || count <= most);
    }
}
