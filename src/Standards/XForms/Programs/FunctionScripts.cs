namespace Vaka.XForms.Programs;

/// <summary>What is known of a value before it is calculated.</summary>
internal enum ScriptKind
{
    /// <summary>Nothing.</summary>
    Any,
    /// <summary>A string.</summary>
    Text,
    /// <summary>A number.</summary>
    Number,
    /// <summary>True or false.</summary>
    Boolean,
    /// <summary>Nodes.</summary>
    Nodes,
}

/// <summary>How a function is called in JavaScript.</summary>
/// <param name="Name">Name in the runtime.</param>
/// <param name="Gives">What it gives.</param>
/// <param name="Takes">A letter per argument: text, number, boolean, value, list of nodes; the last stands for all that follow.</param>
/// <param name="NeedsForm">True when it is given the evaluation first: form, moment, current node.</param>
internal sealed record FunctionScript(string Name, ScriptKind Gives, string Takes, bool NeedsForm = false);

/// <summary>The functions that the light client has. Those with a syntax of their own (if, once, position…) are in <see cref="ExpressionScript"/>.</summary>
internal static class FunctionScripts
{
    private static readonly Dictionary<string, FunctionScript> Known = new(StringComparer.Ordinal)
    {
        ["boolean-from-string"] = new("truthText", ScriptKind.Boolean, "t"),
        ["checklist"] = new("checklist", ScriptKind.Boolean, "nnv"),
        ["weighted-checklist"] = new("weighted", ScriptKind.Boolean, "nnv"),
        ["random"] = new("random", ScriptKind.Number, "", true),
        ["uuid"] = new("uuid", ScriptKind.Text, "n", true),
        ["randomize"] = new("shuffle", ScriptKind.Nodes, "lv", true),
        ["atan2"] = new("atan2", ScriptKind.Number, "n"),
        ["pow"] = new("pow", ScriptKind.Number, "n"),
        ["now"] = new("moment", ScriptKind.Any, "", true),
        ["today"] = new("today", ScriptKind.Any, "", true),
        ["date"] = new("date", ScriptKind.Any, "v"),
        ["date-time"] = new("date", ScriptKind.Any, "v"),
        ["decimal-date-time"] = new("days", ScriptKind.Number, "v"),
        ["decimal-time"] = new("timeOfDay", ScriptKind.Number, "t", true),
        ["format-date"] = new("formatDate", ScriptKind.Text, "vt"),
        ["format-date-time"] = new("formatDate", ScriptKind.Text, "vt"),
        ["selected"] = new("selected", ScriptKind.Boolean, "t"),
        ["selected-at"] = new("selectedAt", ScriptKind.Text, "tn"),
        ["count-selected"] = new("countSelected", ScriptKind.Number, "t"),
        ["area"] = new("area", ScriptKind.Number, "v"),
        ["distance"] = new("distance", ScriptKind.Number, "v"),
        ["geofence"] = new("geofence", ScriptKind.Boolean, "tv"),
        ["instance"] = new("instance", ScriptKind.Nodes, "t", true),
        ["pulldata"] = new("pullData", ScriptKind.Text, "t", true),
        ["jr:choice-name"] = new("choiceName", ScriptKind.Text, "t", true),
        ["jr:itext"] = new("itext", ScriptKind.Text, "t", true),
        ["indexed-repeat"] = new("indexed", ScriptKind.Nodes, "llnlnln"),
        ["depend"] = new("depend", ScriptKind.Any, "v"),
        ["count"] = new("count", ScriptKind.Number, "l"),
        ["count-non-empty"] = new("countFull", ScriptKind.Number, "l"),
        ["int"] = new("trunc", ScriptKind.Number, "n"),
        ["floor"] = new("floor", ScriptKind.Number, "n"),
        ["ceiling"] = new("ceil", ScriptKind.Number, "n"),
        ["round"] = new("round", ScriptKind.Number, "n"),
        ["abs"] = new("abs", ScriptKind.Number, "n"),
        ["sum"] = new("sum", ScriptKind.Number, "l"),
        ["min"] = new("min", ScriptKind.Number, "v"),
        ["max"] = new("max", ScriptKind.Number, "v"),
        ["concat"] = new("concat", ScriptKind.Text, "v"),
        ["join"] = new("join", ScriptKind.Text, "tv"),
        ["starts-with"] = new("startsWith", ScriptKind.Boolean, "t"),
        ["ends-with"] = new("endsWith", ScriptKind.Boolean, "t"),
        ["contains"] = new("contains", ScriptKind.Boolean, "t"),
        ["substring-before"] = new("before", ScriptKind.Text, "t"),
        ["substring-after"] = new("after", ScriptKind.Text, "t"),
        ["substring"] = new("substring", ScriptKind.Text, "tn"),
        ["substr"] = new("substr", ScriptKind.Text, "tn"),
        ["translate"] = new("translate", ScriptKind.Text, "t"),
        ["regex"] = new("regex", ScriptKind.Boolean, "t"),
        ["base64-decode"] = new("decode", ScriptKind.Text, "t"),
        ["coalesce"] = new("coalesce", ScriptKind.Text, "t"),
    };

    static FunctionScripts()
    {
        foreach (var name in (ReadOnlySpan<string>)["sin", "cos", "tan", "asin", "acos", "atan", "sqrt", "exp", "exp10", "log", "log10"]) Known[name] = new(name, ScriptKind.Number, "n");
    }

    public static FunctionScript? Find(string name) => Known.GetValueOrDefault(name);
}
