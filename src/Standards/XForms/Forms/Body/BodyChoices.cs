using System.Xml.Linq;

namespace Vaka.XForms.Forms;

/// <summary>What can be chosen in a question, whatever is answered elsewhere.</summary>
public static class BodyChoices
{
    /// <summary>All choices in the form; null when they are in a file beside it or come from answers.</summary>
    public static IReadOnlyList<BodyChoice>? Of(XForm form, BodyItem item)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(item);
        if (item.Itemset is not { } set) return item.Choices;
        var parts = set.Nodes.Split('\'', '"');
        if (!set.Nodes.Contains("instance(", StringComparison.Ordinal) || parts.Length < 3) return null;
        var instance = form.Model.Elements(Namespaces.XForms + "instance").FirstOrDefault(i => (string?)i.Attribute("id") == parts[1]);
        if (instance is null || instance.Attribute("src") is not null) return null;
        var byId = set.Label.StartsWith("jr:itext(", StringComparison.Ordinal);
        var label = byId ? set.Label["jr:itext(".Length..].TrimEnd(')').Trim() : set.Label;
        return [.. instance.Elements().Elements().Select(i => new BodyChoice(Child(i, set.Value)?.Value ?? "", Child(i, label) is not { } said ? null : byId ? new(said.Value.Trim(), null) : new(null, said)))];
    }

    /// <summary>True when answers decide which of the choices are offered.</summary>
    public static bool AreFiltered(BodyItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return item.Itemset?.Nodes.Contains('[', StringComparison.Ordinal) == true;
    }

    private static XElement? Child(XElement item, string name) => item.Elements().FirstOrDefault(e => e.Name.LocalName == name);
}
