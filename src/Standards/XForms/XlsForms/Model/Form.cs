namespace Vaka.XForms.XlsForms;

/// <summary>A form as understood: what is written from it needs no sheet any more.</summary>
internal sealed class Form(Settings settings, Section survey, OrderedDictionary<string, ChoiceList> lists)
{
    private Dictionary<string, FormNode?>? byName;

    public Settings Settings { get; } = settings;

    public Section Survey { get; } = survey;

    public OrderedDictionary<string, ChoiceList> Lists { get; } = lists;

    /// <summary>Version of the entities specification that the form follows; null when it makes none.</summary>
    public string? EntitiesVersion { get; set; }

    /// <summary>The node that a reference means; null when there is none or more than one.</summary>
    public FormNode? Named(string name)
    {
        if (byName is null)
        {
            byName = new(StringComparer.Ordinal);
            foreach (var node in Survey.SelfAndDescendants.Where(n => n is Section or Question))
                byName[node.Name] = byName.ContainsKey(node.Name) ? null : node;
        }
        return byName.GetValueOrDefault(name);
    }
}
