using System.Xml.Linq;
using Vaka.XForms.Forms;

namespace Vaka.XForms.Programs;

/// <summary>
/// Writes texts: a list with one entry per language (one entry when the form has none). An entry is a string, or an object with its words
/// (<c>l</c>), guidance (<c>g</c>) and media (<c>i</c>, <c>a</c>, <c>v</c>); words with answers in them are a list of strings and uses of expressions.
/// </summary>
internal sealed class TextScripts(XForm form, ExpressionUses uses, List<ProgramRefusal> refusals)
{
    private static readonly (string Form, string Letter)[] Media = [("image", "i"), ("big-image", "b"), ("audio", "a"), ("video", "v")];
    private readonly IReadOnlyList<string> _languages = [.. form.Texts.Languages];
    private readonly HashSet<string> _naming = new(StringComparer.Ordinal);

    public int DefaultLanguage => Math.Max(0, _languages.ToList().IndexOf(form.Texts.Default ?? ""));

    /// <summary>The text as JavaScript; null without one.</summary>
    /// <param name="text">The text.</param>
    /// <param name="node">Where answers within it are looked up from.</param>
    public string? Of(FormText? text, FormNode node)
    {
        if (text is null) return null;
        if (text.Id is null) return text.Own is null ? null : Script.List([Words(text.Own, node)]);
        var entries = _languages.Select(l => Entry(text, l, node)).ToList();
        return entries.TrueForAll(e => e == "0") ? null : Script.List(entries.TrueForAll(e => e == entries[0]) ? entries.Take(1) : entries);
    }

    /// <summary>Says that the children of this name in secondary instances name texts.</summary>
    public void AreNamedIn(string child) => _naming.Add(child);

    /// <summary>Texts that are looked up by id: those that choices in instances name, and all when an expression looks one up.</summary>
    public string ById()
    {
        var all = uses.Functions.Any(f => f.Contains("R.itext(", StringComparison.Ordinal));
        var ids = all ? form.Texts.Ids : form.Model.Elements(Namespaces.XForms + "instance").Skip(1).Descendants()
            .Where(e => _naming.Contains(e.Name.LocalName)).Select(e => e.Value.Trim()).Distinct(StringComparer.Ordinal);
        return "{\n" + string.Join(",\n", ids.Select(id => (Id: id, Text: Of(new FormText(id, null), form.Root))).Where(t => t.Text is not null).Select(t => $"{Script.Text(t.Id)}:{t.Text}")) + "\n}";
    }

    private string Entry(FormText text, string language, FormNode node)
    {
        var said = text.Words(form.Texts, language);
        var entry = new ScriptObject();
        if (said is not null && Words(said, node) is { Length: > 2 } words) entry.Add("l", words);
        if (text.Words(form.Texts, language, "guidance") is { } guidance) entry.Add("g", Words(guidance, node));
        foreach (var (medium, letter) in Media)
            if (text.Words(form.Texts, language, medium)?.Value.Trim() is { Length: > 0 } file) entry.Text(letter, file.Split('/')[^1]);
        var written = entry.ToString();
        return written == "{}" ? "0" : written.StartsWith("{l:", StringComparison.Ordinal) && said is not null && written == $"{{l:{Words(said, node)}}}" ? Words(said, node) : written;
    }

    private string Words(XElement element, FormNode node)
    {
        var parts = new List<string>();
        Collect(element, node, parts);
        if (parts.Count == 0) return "\"\"";
        return parts is [['"', ..] only] ? only : Script.List(parts);
    }

    private void Collect(XElement element, FormNode node, List<string> parts)
    {
        foreach (var part in element.Nodes())
            switch (part)
            {
                case XText { Value.Length: > 0 } words:
                    parts.Add(Script.Text(words.Value));
                    break;
                case XElement { Name.LocalName: "output" } output:
                    if (((string?)output.Attribute("value") ?? (string?)output.Attribute("ref")) is not { } shown) refusals.Add(new(node.Path, "output", "An output names neither a value nor a node."));
                    else if (uses.Add(shown, node) is { } use) parts.Add(use);
                    break;
                case XElement inside:
                    Collect(inside, node, parts);
                    break;
            }
    }
}
