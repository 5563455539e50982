using System.Globalization;

namespace Vaka.XForms.XlsForms;

/// <summary>The column <c>parameters</c>: <c>key=value</c>, divided by blanks, commas or semicolons.</summary>
internal static class ParameterText
{
    public static Dictionary<string, string> Parse(SurveyRow row)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        var pieces = (row.Text("parameters") ?? "").Replace("=", " = ", StringComparison.Ordinal).Split([' ', '\t', '\r', '\n', ',', ';'], StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < pieces.Length; i += 3)
        {
            if (i + 2 >= pieces.Length || pieces[i] == "=" || pieces[i + 1] != "=" || pieces[i + 2] == "=")
                throw row.Refuse("Parameters are written key=value, with a blank between them. Correct the cell.", "parameters");
            var key = pieces[i].ToLowerInvariant();
            // These name columns of a file, whose case matters.
            found[key] = key is "label" or "value" ? pieces[i + 2] : pieces[i + 2].ToLowerInvariant();
        }
        return found;
    }

    /// <summary>Refuses keys that the type does not know.</summary>
    public static void Allow(SurveyRow row, params string[] keys)
    {
        if (row.Parameters.Keys.FirstOrDefault(k => !keys.Contains(k)) is { } unknown)
            throw row.Refuse($"The parameter '{unknown}' is not known for this type. Use only: {string.Join(", ", keys)}.", "parameters");
    }

    public static void MustBeWhole(SurveyRow row, string key)
    {
        if (row.Parameters.TryGetValue(key, out var text) && !IsWhole(text)) throw row.Refuse($"The parameter '{key}' must be a whole number.", "parameters");
    }

    public static void MustBeOneOf(SurveyRow row, string key, params string[] values)
    {
        if (row.Parameters.TryGetValue(key, out var text) && !values.Contains(text))
            throw row.Refuse($"The parameter '{key}' cannot be '{text}'. Use one of: {string.Join(", ", values)}.", "parameters");
    }

    public static bool IsWhole(string text) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);

    public static bool IsNumber(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
}
