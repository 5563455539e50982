namespace Vaka.XForms.XlsForms;

/// <summary>A choice: its name, its label, what further columns say of it.</summary>
internal sealed record Choice(string Name, Field? Label, Field? Media, IReadOnlyList<KeyValuePair<string, Field>> More, int? Row = null);

/// <summary>A list of choices.</summary>
internal sealed class ChoiceList(string name, List<Choice> choices)
{
    public string Name { get; } = name;

    public List<Choice> Choices { get; } = choices;

    /// <summary>Chosen by <c>search()</c>: written into the body, for the server replaces them there.</summary>
    public bool BySearch { get; set; }

    /// <summary>Labels differ by language, hold references, or come with media.</summary>
    public bool NeedsItext => Choices.Any(c => c.Media is not null || c.Label?.Parts is not null || (c.Label?.Text is { } text && References.Has(text)));
}
