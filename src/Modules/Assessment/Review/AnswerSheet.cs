using System.Xml.Linq;
using Vaka.XForms.Checking;
using Vaka.XForms.Forms;
using Vaka.XForms.Submissions;

namespace Vaka.Assessment.Review;

/// <summary>A line of a filled form as a reviewer reads it.</summary>
/// <param name="Path">Where, as flags write it.</param>
/// <param name="Depth">Groups and repetitions around it.</param>
/// <param name="Label">The question in the reader's language, else its name.</param>
/// <param name="Value">The answer, choices by their label; null for a heading.</param>
/// <param name="Code">The answer as stored when it is shown otherwise; null when it is not.</param>
/// <param name="Flags">Rules that it breaks.</param>
internal sealed record AnswerLine(string Path, int Depth, string Label, string? Value, string? Code, IReadOnlyList<Flag> Flags);

/// <summary>A filled form, question by question in the order of the form.</summary>
internal sealed class AnswerSheet
{
    private readonly XForm _form;
    private readonly string? _language;
    private readonly ILookup<string, Flag> _flags;
    private readonly List<AnswerLine> _lines = [];
    private readonly Dictionary<string, Dictionary<string, string>> _choices = new(StringComparer.Ordinal);

    private AnswerSheet(XForm form, string language, IReadOnlyList<Flag> flags)
    {
        (_form, _language) = (form, form.Texts.LanguageFor(language));
        _flags = flags.ToLookup(f => f.Path, StringComparer.Ordinal);
    }

    /// <summary>The lines of a submission; what the device fills in by itself comes last. Blank answers are left out unless a rule is broken there.</summary>
    public static IReadOnlyList<AnswerLine> Of(XForm form, Submission submission, IReadOnlyList<Flag> flags, string language)
    {
        var sheet = new AnswerSheet(form, language, flags);
        var root = submission.Document.Root!;
        if (root.Name.LocalName == form.Root.Name) sheet.Below(form.Root, root, form.Root.Path, 0);
        // Flags of what is not in the form, or not in the answers.
        var told = sheet._lines.Select(l => l.Path).ToHashSet(StringComparer.Ordinal);
        foreach (var group in flags.Where(f => !told.Contains(f.Path)).GroupBy(f => f.Path)) sheet._lines.Add(new(group.Key, 0, sheet.LabelOf(form.ByPath.GetValueOrDefault(Plain(group.Key)), group.Key.Split('/')[^1]), "", null, [.. group]));
        return sheet._lines;
    }

    private void Below(FormNode node, XElement element, string path, int depth)
    {
        foreach (var child in node.Children.OrderBy(c => c.All().Any(n => n.Control is not null) ? 0 : 1))
        {
            var found = element.Elements().Where(e => e.Name.LocalName == child.Name).ToList();
            for (var i = 0; i < found.Count; i++)
            {
                var at = $"{path}/{child.Name}{(i > 0 ? $"[{i + 1}]" : "")}";
                if (child.Kind == FormNodeKind.Value) Value(child, found[i].Value, at, depth);
                else Group(child, found[i], at, depth, child.Kind == FormNodeKind.Repeat ? i + 1 : null);
            }
        }
    }

    private void Group(FormNode node, XElement element, string path, int depth, int? place)
    {
        var before = _lines.Count;
        var label = LabelOf(node, node.Name);
        _lines.Add(new(path, depth, place is { } n ? $"{label} {n}" : label, null, null, [.. _flags[path]]));
        Below(node, element, path, depth + 1);
        if (_lines.Count == before + 1 && _lines[before].Flags.Count == 0) _lines.RemoveAt(before);
    }

    private void Value(FormNode node, string value, string path, int depth)
    {
        var flags = _flags[path].ToList();
        if (value.Length == 0 && flags.Count == 0) return;
        var shown = node.Control is { HasChoices: true } control ? string.Join(", ", (control.IsMultiple ? value.Split(' ', StringSplitOptions.RemoveEmptyEntries) : [value]).Select(v => ChoicesOf(node).GetValueOrDefault(v, v))) : value;
        _lines.Add(new(path, depth, LabelOf(node, node.Name), shown, shown == value ? null : value, flags));
    }

    private Dictionary<string, string> ChoicesOf(FormNode node)
    {
        if (_choices.TryGetValue(node.Path, out var known)) return known;
        return _choices[node.Path] = FormChoices.Of(_form, node).Where(c => c.Value.Length > 0).DistinctBy(c => c.Value).ToDictionary(c => c.Value, c => _form.Texts.Say(c.Label, _language) ?? c.Value, StringComparer.Ordinal);
    }

    private string LabelOf(FormNode? node, string otherwise) => _form.Texts.Say(node?.Control?.Label ?? node?.Label, _language) is { Length: > 0 } label ? label : otherwise;

    private static string Plain(string path) => string.Join('/', path.Split('/').Select(s => s.Split('[')[0]));
}
