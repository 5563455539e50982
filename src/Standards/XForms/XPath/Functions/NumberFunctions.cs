namespace Vaka.XForms.XPath;

/// <summary>Conversion, rounding and sums.</summary>
internal static class NumberFunctions
{
    public static void Add(FunctionTable.Register add)
    {
        add("number", 0, 1, call => XPathValue.Of(call.Count > 0 ? call.Number(0) : NumberText.Parse(XPathValue.TextOf(call.Focus.Node), call.Evaluation.Zone)));
        add("int", 1, 1, call => XPathValue.Of(Math.Truncate(call.Number(0))));
        add("floor", 1, 1, call => XPathValue.Of(Math.Floor(call.Number(0))));
        add("ceiling", 1, 1, call => XPathValue.Of(Math.Ceiling(call.Number(0))));
        add("round", 1, 2, call => XPathValue.Of(NumberText.Round(call.Number(0), call.Count > 1 ? call.Number(1) : 0)));
        add("abs", 1, 1, call => XPathValue.Of(Math.Abs(call.Number(0))));
        add("sum", 1, 1, Sum);
        add("min", 1, int.MaxValue, call => XPathValue.Of(Extreme(call, Math.Min)));
        add("max", 1, int.MaxValue, call => XPathValue.Of(Extreme(call, Math.Max)));
    }

    private static XPathValue Sum(Arguments call)
    {
        var zone = call.Evaluation.Zone;
        return XPathValue.Of(call.Nodes(0).Sum(node => NumberText.Parse(XPathValue.TextOf(node), zone)));
    }

    /// <summary>NaN without values or with one that is no number.</summary>
    private static double Extreme(Arguments call, Func<double, double, double> further)
    {
        double? extreme = null;
        for (var at = 0; at < call.Count; at++)
        {
            var value = call.Value(at);
            var zone = call.Evaluation.Zone;
            foreach (var number in value.Kind == XPathValueKind.Nodes ? value.Nodes.Select(node => NumberText.Parse(XPathValue.TextOf(node), zone)) : [value.AsNumber(zone)])
                extreme = extreme is { } soFar ? further(soFar, number) : number;
        }
        return extreme ?? double.NaN;
    }
}
