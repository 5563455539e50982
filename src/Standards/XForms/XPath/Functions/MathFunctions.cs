namespace Vaka.XForms.XPath;

/// <summary>Powers, logarithms and angles in radians.</summary>
internal static class MathFunctions
{
    public static void Add(FunctionTable.Register add)
    {
        add("pi", 0, 0, _ => XPathValue.Of(Math.PI));
        foreach (var (name, function) in (Span<(string, Func<double, double>)>)[
            ("sin", Math.Sin), ("cos", Math.Cos), ("tan", Math.Tan), ("asin", Math.Asin), ("acos", Math.Acos), ("atan", Math.Atan),
            ("sqrt", Math.Sqrt), ("exp", Math.Exp), ("exp10", power => Math.Pow(10, power)), ("log", Math.Log), ("log10", Math.Log10)])
            add(name, 1, 1, call => XPathValue.Of(function(call.Number(0))));
        add("atan2", 2, 2, call => XPathValue.Of(Math.Atan2(call.Number(0), call.Number(1))));
        add("pow", 2, 2, call => XPathValue.Of(Power(call.Number(0), call.Number(1))));
    }

    /// <summary>As clients compute: ±1 to an infinite power, and 1 to a power that is no number, are no numbers.</summary>
    private static double Power(double value, double power) =>
        double.IsNaN(power) || (Math.Abs(value) == 1 && double.IsInfinity(power)) ? double.NaN : Math.Pow(value, power);
}
