namespace Vaka.XForms.XlsForms;

/// <summary>A row of the survey sheet, its columns known by what they mean.</summary>
internal sealed class SurveyRow(int number, OrderedDictionary<string, Field> fields)
{
    public const string Sheet = "survey";

    public int Number { get; } = number;

    public string Type { get; } = QuestionType.Plain(fields.GetValueOrDefault("type")?.Any ?? "");

    public string? Name { get; set; } = fields.GetValueOrDefault("name")?.Any;

    public OrderedDictionary<string, Field> Bind { get; } = new(fields.GetValueOrDefault("bind")?.Parts ?? [], StringComparer.Ordinal);

    public OrderedDictionary<string, string> Control { get; } = Texts(fields.GetValueOrDefault("control"));

    public OrderedDictionary<string, string> Attributes { get; } = Texts(fields.GetValueOrDefault("instance"));

    public List<FormAction> Actions { get; } = [];

    public IReadOnlyDictionary<string, string> Parameters { get; set; } = new Dictionary<string, string>();

    public IReadOnlyList<string> Triggers { get; set; } = [];

    public string? Default { get; set; } = fields.GetValueOrDefault("default")?.Any;

    public bool DefaultIsDynamic { get; set; }

    public string? ChoiceFilter => Text("choice_filter");

    public string? Appearance => Control.GetValueOrDefault("appearance");

    public Field? this[string column] => fields.GetValueOrDefault(column);

    public bool IsEmpty => fields.Count == 0;

    public string? Text(string column) => fields.GetValueOrDefault(column)?.Any;

    public bool Has(string column) => fields.ContainsKey(column);

    public FormRefusedException Refuse(string message, string? column = null) => new(message, Sheet, Number, column);

    /// <summary>A question as the row says it.</summary>
    public Question Question(QuestionType type, string? itemset = null, string? query = null, IReadOnlyList<Choice>? tags = null) => new(Name!, type)
    {
        Row = Number, Bind = Bind, Control = Control, Attributes = Attributes, Actions = Actions, Label = Label(), Hint = this["hint"],
        GuidanceHint = this["guidance_hint"], Media = MediaOf(this["media"]), Default = Default, DefaultIsDynamic = DefaultIsDynamic, Triggers = Triggers,
        ChoiceFilter = ChoiceFilter, Itemset = itemset, Query = query, Parameters = Parameters, OsmTags = tags ?? [],
    };

    /// <summary>A section as the row says it.</summary>
    public Section Section(SectionKind kind) => new(Name!, kind)
    {
        Row = Number, Bind = Bind, Control = Control, Attributes = Attributes, Label = Label(), Hint = this["hint"], Media = MediaOf(this["media"]),
    };

    // What only names the choices of a table needs a label to be shown at all.
    private Field? Label() => this["label"] ?? (Appearance == "label" ? new Field(" ") : null);

    public static Field? MediaOf(Field? field) => field?.Parts?.GetValueOrDefault("default") is { Parts: not null } unlocalised ? unlocalised : field;

    private static OrderedDictionary<string, string> Texts(Field? field) =>
        new((field?.Parts ?? []).Select(p => KeyValuePair.Create(p.Key, p.Value.Any)), StringComparer.Ordinal);
}
