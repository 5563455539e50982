using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Vaka.XForms.Forms;

/// <summary>A choice that a form offers.</summary>
/// <param name="Value">What is stored; no blanks.</param>
/// <param name="Label">Text or <c>jr:itext('id')</c>, for <see cref="FormTexts.Say"/>; null for none.</param>
public sealed record FormChoice(string Value, string? Label);

/// <summary>Lists of choices of a form, as far as the form itself holds them.</summary>
public static partial class FormChoices
{
    /// <summary>
    /// Every choice that a question may ever offer, filters aside, in the order of the form. Empty for a question without choices, and for one whose
    /// choices are in a file beside the form or in answers of a repeat.
    /// </summary>
    public static IReadOnlyList<FormChoice> Of(XForm form, FormNode node)
    {
        if (node.Control is not { HasChoices: true } control) return [];
        if (control.ItemsetNodes is null) return control.Choices.Count == 0 ? [] : Inline(form, node);
        if (Instance().Match(control.ItemsetNodes) is not { Success: true } match) return [];
        var instance = form.Model.Elements(Namespaces.XForms + "instance").FirstOrDefault(i => (string?)i.Attribute("id") == match.Groups["id"].Value && i.Attribute("src") is null);
        var value = control.ItemsetValue ?? "name";
        return instance is null ? [] : [.. instance.Elements().Elements().Select(i => new FormChoice(Child(i, value) ?? "", Child(i, "itextId") is { } id ? $"jr:itext('{id}')" : Child(i, "label"))).DistinctBy(c => c.Value)];
    }

    private static List<FormChoice> Inline(XForm form, FormNode node)
    {
        var control = form.Document.Descendants(Namespaces.XForms + node.Control!.Name).FirstOrDefault(c => ((string?)c.Attribute("ref"))?.Trim().Split('/')[^1].Split(':')[^1] == node.Name && Values(c).SequenceEqual(node.Control.Choices));
        return control is null ? [.. node.Control.Choices.Select(v => new FormChoice(v, null))]
            : [.. control.Elements(Namespaces.XForms + "item").Select(i => new FormChoice((string?)i.Element(Namespaces.XForms + "value") ?? "", i.Element(Namespaces.XForms + "label") is { } l ? (string?)l.Attribute("ref") ?? FormTexts.Shown(l) : null))];
    }

    private static IEnumerable<string> Values(XElement control) => control.Elements(Namespaces.XForms + "item").Select(i => (string?)i.Element(Namespaces.XForms + "value") ?? "");

    private static string? Child(XElement item, string name) => item.Elements().FirstOrDefault(e => e.Name.LocalName == name)?.Value;

    [GeneratedRegex(@"instance\(\s*['""](?<id>[^'""]+)['""]\s*\)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Instance();
}
