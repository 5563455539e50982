namespace Vaka.XForms.XlsForms;

/// <summary>Where questions of the form and an entity list speak of each other: <c>save_to</c> in a question, a reference in the declaration.</summary>
internal sealed record EntityReference(Section Container, int Row, string? Property, string? Question);

/// <summary>Collects, row by row, what ties questions to entity lists.</summary>
internal sealed class EntityReferences(OrderedDictionary<string, EntityDeclaration> declarations)
{
    private const string SaveTo = "entities:saveto";
    private readonly ILookup<string, string> listsByQuestion =
        declarations.Values.SelectMany(d => d.Names.Select(n => (n, d.List))).ToLookup(p => p.n, p => p.List, StringComparer.Ordinal);

    public OrderedDictionary<string, EntityDeclaration> Declarations { get; } = declarations;

    public OrderedDictionary<string, List<EntityReference>> ByList { get; } = new(StringComparer.Ordinal);

    public void Read(SurveyRow row, Section container, bool isSection)
    {
        if (row.Bind.GetValueOrDefault(SaveTo)?.Any is { } text)
        {
            var (list, property) = Split(row, text);
            row.Bind[SaveTo] = property;
            Check(row, list, property, isSection);
            Of(list).Add(new(container, row.Number, property, null));
        }
        foreach (var list in listsByQuestion[row.Name ?? ""]) Of(list).Add(new(container, row.Number, null, row.Name));
    }

    private (string List, string Property) Split(SurveyRow row, string text)
    {
        if (Declarations.Count == 0) throw row.Refuse("There is no entity to save to. Add an entities sheet that declares one, or empty the cell.", "save_to");
        var parts = text.Split('#');
        if (parts.Length > 2) throw row.Refuse("There may be one '#' only, between list and property. Correct the cell.", "save_to");
        if (parts.Length == 1 && Declarations.Count > 1) throw row.Refuse("The form declares several entity lists: write list#property.", "save_to");
        var list = parts.Length == 2 ? parts[0] : Declarations.GetAt(0).Key;
        if (!Declarations.ContainsKey(list)) throw row.Refuse($"There is no list '{list}' in the entities sheet. Correct the cell, or declare the list.", "save_to");
        return (list, parts[^1]);
    }

    private void Check(SurveyRow row, string list, string property, bool isSection)
    {
        if (isSection) throw row.Refuse("A group or repeat cannot be saved as a property. Empty the cell, or move it to a question.", "save_to");
        if (property.ToLowerInvariant() is "name" or "label") throw row.Refuse("A property cannot be called 'name' or 'label'. Choose another name.", "save_to");
        if (property.StartsWith("__", StringComparison.Ordinal)) throw row.Refuse("A property's name cannot begin with two underscores. Choose another name.", "save_to");
        if (!XmlNames.IsName(property)) throw row.Refuse($"'{property}' cannot be the name of a property. {XmlNames.Rule}", "save_to");
        if (Of(list).Find(r => r.Property == property) is { } other) throw row.Refuse($"Row {other.Row} saves to '{property}' already. Change one of the two.", "save_to");
    }

    private List<EntityReference> Of(string list)
    {
        if (!ByList.TryGetValue(list, out var all)) ByList[list] = all = [];
        return all;
    }
}
