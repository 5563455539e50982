namespace Vaka.XForms.Forms;

/// <summary>What a node of a form holds.</summary>
public enum FormNodeKind
{
    /// <summary>Other nodes.</summary>
    Group,
    /// <summary>Other nodes, any number of times.</summary>
    Repeat,
    /// <summary>A value: answered, calculated or preloaded.</summary>
    Value,
}

/// <summary>What a form says of one of its nodes (<c>bind</c>). Expressions are as written.</summary>
/// <param name="Type">Data type without prefix: <c>string</c>, <c>int</c>, <c>geopoint</c>…; <c>string</c> when none is given.</param>
/// <param name="Required">Must be answered while relevant; null for never.</param>
/// <param name="Relevant">Is asked only then; null for always.</param>
/// <param name="Constraint">What an answer must satisfy; null for nothing.</param>
/// <param name="Calculate">Where its value comes from; null when it is answered.</param>
/// <param name="ReadOnly">Cannot be answered; null for never.</param>
/// <param name="RequiredMessage">The form's words for a missing answer: text or <c>jr:itext('id')</c>; null for none.</param>
/// <param name="ConstraintMessage">The form's words for an answer that fails the constraint, likewise.</param>
/// <param name="Preload">What the client fills in by itself: <c>uid</c>, <c>timestamp</c>…; null for nothing.</param>
public sealed record FormBind(string Type, string? Required, string? Relevant, string? Constraint, string? Calculate, string? ReadOnly, string? RequiredMessage, string? ConstraintMessage, string? Preload)
{
    /// <summary>What of the preload it is: <c>start</c> or <c>end</c> of a timestamp…; null for nothing.</summary>
    public string? PreloadParams { get; init; }

    /// <summary>What a node without a bind has.</summary>
    public static FormBind None { get; } = new("string", null, null, null, null, null, null, null, null);
}

/// <summary>The control with which a value is answered.</summary>
/// <param name="Name">Element: <c>input</c>, <c>select</c>, <c>select1</c>, <c>rank</c>, <c>range</c>, <c>upload</c>, <c>trigger</c>.</param>
/// <param name="Label">Text or <c>jr:itext('id')</c>; null for none.</param>
/// <param name="Choices">Values given in the control itself; empty when they come from <paramref name="ItemsetNodes"/>.</param>
/// <param name="ItemsetNodes">Expression for the nodes that are its choices; null when they are given in the control.</param>
/// <param name="ItemsetValue">Child of such a node that is the value, commonly <c>name</c>.</param>
/// <param name="MediaType">What an upload takes, such as <c>image/*</c>.</param>
/// <param name="Appearance">How a client shows it; null for its usual way.</param>
public sealed record FormControl(string Name, string? Label, IReadOnlyList<string> Choices, string? ItemsetNodes, string? ItemsetValue, string? MediaType, string? Appearance)
{
    /// <summary>True when an answer must be among choices.</summary>
    public bool HasChoices => Name is "select" or "select1" or "rank";

    /// <summary>True when the device takes the choices from a file instead (<c>search('…')</c>).</summary>
    public bool IsReplaced => Appearance?.Contains("search(", StringComparison.Ordinal) == true;

    /// <summary>True when an answer is several values separated by blanks.</summary>
    public bool IsMultiple => Name is "select" or "rank";
}

/// <summary>A node of the form's primary instance.</summary>
public sealed class FormNode
{
    internal FormNode(string name, string path, FormNodeKind kind, FormBind bind, FormControl? control, string? label, string? count, IReadOnlyList<FormNode> children) =>
        (Name, Path, Kind, Bind, Control, Label, Count, Children) = (name, path, kind, bind, control, label, count, children);

    /// <summary>Local name.</summary>
    public string Name { get; }

    /// <summary>Absolute path by local names, from the root: <c>/data/household/age</c>.</summary>
    public string Path { get; }

    /// <summary>What it holds.</summary>
    public FormNodeKind Kind { get; }

    /// <summary>What the form says of it.</summary>
    public FormBind Bind { get; }

    /// <summary>Its control; null for a group, a repeat, and a value that nobody is asked for.</summary>
    public FormControl? Control { get; }

    /// <summary>Label of a group, repeat or control: text or <c>jr:itext('id')</c>.</summary>
    public string? Label { get; }

    /// <summary>Expression for how often a repeat is there (<c>jr:count</c>); null when the person decides.</summary>
    public string? Count { get; }

    /// <summary>Nodes below, in order.</summary>
    public IReadOnlyList<FormNode> Children { get; }

    /// <summary>This node and all below, in document order.</summary>
    public IEnumerable<FormNode> All()
    {
        var open = new Stack<FormNode>([this]);
        while (open.TryPop(out var node))
        {
            yield return node;
            for (var i = node.Children.Count - 1; i >= 0; i--) open.Push(node.Children[i]);
        }
    }
}
