using System.Xml.Linq;

namespace Vaka.XForms.Forms;

/// <summary>A label, hint or message of a form: a text of its own in one language, or an id in the texts per language.</summary>
/// <param name="id">Id in <see cref="FormTexts"/>; null for a text of its own.</param>
/// <param name="own">Its own words; null for an id.</param>
public sealed class FormText(string? id, XElement? own)
{
    internal string? Id => id;

    internal XElement? Own => own;

    /// <summary>The text of an element such as <c>label</c>; null without one.</summary>
    internal static FormText? Of(XElement? element) => element is null ? null
        : (string?)element.Attribute("ref") is { } reference && FormTexts.IdOf(reference) is { } id ? new(id, null) : new(null, element);

    /// <summary>The text of an attribute such as <c>jr:constraintMsg</c>.</summary>
    internal static FormText? Of(string? attribute) => attribute is null ? null : FormTexts.IdOf(attribute) is { } id ? new(id, null) : new(null, new XElement("value", attribute));

    /// <summary>The element whose nodes are the words; null when the language has none.</summary>
    /// <param name="texts">Texts of the form.</param>
    /// <param name="language">Language; null for the default one.</param>
    /// <param name="form"><c>guidance</c>, <c>image</c>, <c>audio</c>, <c>video</c>; null for the words themselves.</param>
    internal XElement? Words(FormTexts texts, string? language, string? form = null)
    {
        if (id is null) return form is null ? own : null;
        if ((language ?? texts.Default) is not { } spoken || texts.Element(spoken, id) is not { } text) return null;
        var values = text.Elements(Namespaces.XForms + "value").ToList();
        return form is null
            ? values.FirstOrDefault(v => (string?)v.Attribute("form") is null or "long") ?? values.FirstOrDefault(v => (string?)v.Attribute("form") == "short")
            : values.FirstOrDefault(v => (string?)v.Attribute("form") == form);
    }

    /// <summary>What it says in a language, else in the default one; answers within it as <c>${name}</c>. Null when it says nothing.</summary>
    /// <param name="texts">Texts of the form.</param>
    /// <param name="language">Language; null for the default one.</param>
    /// <param name="form"><c>guidance</c>, or a medium; null for the words themselves.</param>
    public string? Say(FormTexts texts, string? language = null, string? form = null) =>
        (Words(texts, language, form) ?? Words(texts, null, form)) is { } words && FormTexts.Shown(words) is { Length: > 0 } said ? said : null;
}
