namespace Vaka.XForms.XPath;

/// <summary>Answers to “select many”: names with spaces between them.</summary>
internal static class SelectFunctions
{
    private static readonly char[] Space = [' ', '\t', '\r', '\n'];

    public static void Add(FunctionTable.Register add)
    {
        add("selected", 2, 2, call => XPathValue.Of(Selected(call.Text(0), call.Text(1).Trim())));
        add("selected-at", 2, 2, call => XPathValue.Of(At(Choices(call.Text(0)), call.Number(1))));
        add("count-selected", 1, 1, call => XPathValue.Of((double)Choices(call.Text(0)).Length));
    }

    private static string[] Choices(string answer) => answer.Split(Space, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Nothing is selected in an empty answer, so asking for nothing finds it.</summary>
    private static bool Selected(string answer, string wanted) => Choices(answer) is { Length: > 0 } choices ? choices.Contains(wanted, StringComparer.Ordinal) : wanted.Length == 0;

    private static string At(string[] choices, double index) => index >= 0 && index < choices.Length ? choices[(int)index] : "";
}
