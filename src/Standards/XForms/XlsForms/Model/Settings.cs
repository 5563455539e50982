namespace Vaka.XForms.XlsForms;

/// <summary>What the settings sheet says.</summary>
internal sealed class Settings(OrderedDictionary<string, Field> fields, string rootName, string formId)
{
    private static readonly HashSet<string> Yes = new(["yes", "Yes", "YES", "true", "True", "TRUE", "true()"], StringComparer.Ordinal);
    private static readonly HashSet<string> No = new(["no", "No", "NO", "false", "False", "FALSE", "false()"], StringComparer.Ordinal);

    public string RootName => this["name"] ?? rootName;

    public string FormId => this["id_string"] ?? formId;

    public string Title => this["title"] ?? FormId;

    public string DefaultLanguage => this["default_language"] ?? "default";

    public IEnumerable<KeyValuePair<string, Field>> InstanceAttributes => fields.GetValueOrDefault("attribute")?.Parts ?? [];

    /// <summary>Text of a setting; null when it is not given.</summary>
    public string? this[string name] => fields.GetValueOrDefault(name)?.Any;

    public bool Is(string name) => this[name] is { } text && Yes.Contains(text);

    public bool IsNot(string name) => this[name] is { } text && No.Contains(text);

    /// <summary>A row of the survey sheet may be a setting too.</summary>
    public void Set(string name, string value) => fields[name] = value;

    public static bool? Truth(string text) => Yes.Contains(text) ? true : No.Contains(text) ? false : null;
}
