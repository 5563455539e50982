namespace Vaka.XForms.XlsForms;

/// <summary>What rows of the survey sheet look up and leave behind while it is read.</summary>
internal sealed class FormParts(Workbook workbook, Settings settings, Problems problems)
{
    public Workbook Workbook { get; } = workbook;

    public Settings Settings { get; } = settings;

    public Problems Problems { get; } = problems;

    public Section Survey { get; } = new(settings.RootName, SectionKind.Survey);

    public required OrderedDictionary<string, ChoiceList> Lists { get; init; }

    public required OrderedDictionary<string, ChoiceList> ExternalLists { get; init; }

    public required OrderedDictionary<string, ChoiceList> OsmTags { get; init; }

    public required EntityReferences SavedTo { get; init; }

    public SurveyNames Names { get; } = new(settings.RootName, problems);

    public TriggerColumn Triggers { get; } = new();

    /// <summary>Questions that belong into the meta block.</summary>
    public List<Question> Meta { get; } = [];

    /// <summary>Ids of instances that files beside the form make.</summary>
    public HashSet<string> Files { get; } = new(StringComparer.Ordinal);

    /// <summary>Questions about places that choose among shapes, and where these come from.</summary>
    public List<(SurveyRow Row, string Source)> Geometries { get; } = [];

    /// <summary>Some question offers to specify another answer.</summary>
    public bool OffersOther { get; set; }
}
