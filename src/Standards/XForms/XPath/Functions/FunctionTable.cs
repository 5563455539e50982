namespace Vaka.XForms.XPath;

/// <summary>What a call of a function runs.</summary>
internal delegate XPathValue Function(Arguments arguments);

/// <summary>A function and how many arguments it takes; <see cref="int.MaxValue"/> for any number.</summary>
internal sealed record FunctionEntry(int Fewest, int Most, Function Run)
{
    /// <summary>What is wrong with this count of arguments; null when nothing is.</summary>
    public string? Refuses(string name, int count)
    {
        if (count >= Fewest && count <= Most) return null;
        var wanted = Fewest == Most ? $"{Fewest}" : Most == int.MaxValue ? $"at least {Fewest}" : $"{Fewest} to {Most}";
        return $"{name}() takes {wanted} argument{(wanted == "1" ? "" : "s")}, not {count}.";
    }
}

/// <summary>All functions by name: those of XPath 1.0 and of OpenRosa.</summary>
internal static class FunctionTable
{
    private static readonly Dictionary<string, FunctionEntry> Entries = new(StringComparer.Ordinal);

    static FunctionTable()
    {
        foreach (var family in (Action<Register>[])[
            NodeFunctions.Add, StringFunctions.Add, TextFunctions.Add, BooleanFunctions.Add, NumberFunctions.Add, MathFunctions.Add,
            DateFunctions.Add, SelectFunctions.Add, GeoFunctions.Add, FormFunctions.Add, ChanceFunctions.Add])
            family((name, fewest, most, run) => Entries.Add(name, new FunctionEntry(fewest, most, run)));
    }

    /// <summary>How a family adds a function.</summary>
    public delegate void Register(string name, int fewest, int most, Function run);

    public static FunctionEntry? Find(string name) => Entries.GetValueOrDefault(name);

    /// <summary>A function whose name differs only in case, hyphens or underscores.</summary>
    public static string? Similar(string name) => Entries.Keys.FirstOrDefault(known => Plain(known) == Plain(name));

    private static string Plain(string name) => name.Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal).ToUpperInvariant();

    public static XPathValue Invoke(Evaluation evaluation, FunctionCall call, in Focus focus)
    {
        if (evaluation.Context.Functions?.GetValueOrDefault(call.Name) is { } custom)
        {
            var arguments = new Arguments(evaluation, call, focus);
            return custom([.. Enumerable.Range(0, arguments.Count).Select(at => arguments.Value(at))]);
        }
        var entry = Find(call.Name) ?? throw new XPathException($"There is no function {call.Name}().", call.Position);
        return entry.Refuses(call.Name, call.Arguments.Count) is { } refusal ? throw new XPathException(refusal, call.Position) : entry.Run(new Arguments(evaluation, call, focus));
    }
}
