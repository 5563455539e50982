namespace Vaka.XForms.XlsForms;

/// <summary>A node of the form's instance: the survey itself, a group, a repeat, a question, or a part of an entity.</summary>
internal abstract class FormNode(string name)
{
    public string Name { get; } = name;

    public int? Row { get; init; }

    public Section? Parent { get; private set; }

    public OrderedDictionary<string, Field> Bind { get; init; } = new(StringComparer.Ordinal);

    public OrderedDictionary<string, string> Control { get; init; } = new(StringComparer.Ordinal);

    public OrderedDictionary<string, string> Attributes { get; init; } = new(StringComparer.Ordinal);

    public List<FormAction> Actions { get; init; } = [];

    public Field? Label { get; set; }

    public Field? Hint { get; set; }

    public Field? GuidanceHint { get; init; }

    /// <summary>Names of files, by kind and then by language.</summary>
    public Field? Media { get; init; }

    /// <summary>Whether a bind is written although nothing is bound; sections without one have none.</summary>
    public virtual bool HasBind => Bind.Count > 0;

    /// <summary>The label stands in the itext, not where it is shown.</summary>
    public bool LabelInItext => Label?.Parts is not null || Media?.Parts is not null;

    public string Path => field ??= $"{Parent?.Path}/{Step}";

    protected virtual string Step => Name;

    public IEnumerable<Section> Ancestors
    {
        get
        {
            for (var at = Parent; at is not null; at = at.Parent) yield return at;
        }
    }

    public virtual IEnumerable<FormNode> SelfAndDescendants => [this];

    /// <summary>Steps of the path below an ancestor, each with its slash.</summary>
    public string PathBelow(Section ancestor) => Path[ancestor.Path.Length..];

    protected void Join(Section parent) => Parent = parent;

    /// <summary>Puts a node into a section.</summary>
    public static void Put(FormNode child, Section parent)
    {
        child.Join(parent);
        parent.Children.Add(child);
    }
}

/// <summary>Something that is done when something happens: <c>setvalue</c> at <c>odk-new-repeat</c>.</summary>
internal sealed record FormAction(string Element, string Event, string? Value = null, string? Quality = null)
{
    public const string FirstLoad = "odk-instance-first-load", Load = "odk-instance-load", NewRepeat = "odk-new-repeat", ValueChanged = "xforms-value-changed";
}
