namespace Vaka.XForms.XlsForms;

/// <summary>A question, or a value that the form keeps without asking.</summary>
internal sealed class Question(string name, QuestionType type) : FormNode(name)
{
    public QuestionType Type { get; } = type;

    public string? Default { get; init; }

    /// <summary>The default is an expression, computed when the form or a repeat begins.</summary>
    public bool DefaultIsDynamic { get; init; }

    /// <summary>Questions whose change computes this one.</summary>
    public IReadOnlyList<string> Triggers { get; init; } = [];

    public string? ChoiceFilter { get; set; }

    /// <summary>Where choices come from: a list, a file, or a question of a repeat.</summary>
    public string? Itemset { get; set; }

    /// <summary>List of the sheet external_choices that <c>select_one_external</c> asks.</summary>
    public string? Query { get; init; }

    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();

    public IReadOnlyList<Choice> OsmTags { get; init; } = [];

    public override bool HasBind => Type.Bind.Count > 0 || Bind.Count > 0;

    /// <summary>Attributes of the bind: those of its type, and over them those of the row.</summary>
    public IEnumerable<KeyValuePair<string, Field>> Binds => Merged(Type.Bind.Select(b => KeyValuePair.Create(b.Key, (Field)b.Value)), Bind);

    public Field? HintShown => Hint ?? (Type.Hint is null ? null : (Field)Type.Hint);

    public bool IsSelect => Type.Tag is "select" or "select1" or "odk:rank";

    private static OrderedDictionary<string, Field> Merged(IEnumerable<KeyValuePair<string, Field>> first, OrderedDictionary<string, Field> over)
    {
        var all = new OrderedDictionary<string, Field>(first, StringComparer.Ordinal);
        foreach (var (key, value) in over) all[key] = value;
        return all;
    }
}

/// <summary>Declares a file beside the form, and asks nothing.</summary>
internal sealed class ExternalFile(string name, string extension) : FormNode(name)
{
    public string Extension { get; } = extension;
}

/// <summary>An attribute of an entity.</summary>
internal sealed class EntityAttribute(string name, string value) : FormNode(name)
{
    public string Value { get; } = value;

    protected override string Step => $"@{Name}";
}

/// <summary>The label of an entity.</summary>
internal sealed class EntityLabel() : FormNode("label");
