using System.Globalization;
using System.Text.RegularExpressions;
using Vaka.Kernel.Words;
using Vaka.XForms.Forms;

namespace Vaka.Assessment.Collection;

/// <summary>A group, repeat, question or note on paper.</summary>
/// <param name="Item">As the form has it.</param>
/// <param name="Number">Number of a question; null for anything else.</param>
/// <param name="Label">Its words.</param>
/// <param name="Children">What stands in it.</param>
internal sealed record PaperItem(BodyItem Item, int? Number, string Label, IReadOnlyList<PaperItem> Children);

/// <summary>What is printed of one of them.</summary>
/// <param name="Paper">The form.</param>
/// <param name="Item">What is printed.</param>
/// <param name="Copies">Room for this many repetitions.</param>
/// <param name="Level">Level of its heading.</param>
internal sealed record PaperView(PaperForm Paper, PaperItem Item, int Copies, int Level);

/// <summary>A form as it stands on paper, in one language.</summary>
internal sealed partial class PaperForm
{
    /// <summary>Choices above which none is printed: the name is written.</summary>
    public const int MostChoices = 60;

    private readonly Dictionary<string, PaperItem> _byPath = new(StringComparer.Ordinal);
    private readonly SkipWords _skips;
    private int _count;

    public PaperForm(XForm form, Words words)
    {
        Form = form;
        Language = LanguageOf(form.Texts, Words.Language);
        _skips = new(this, words);
        Items = [.. BodyReader.Read(form).Select(Of).OfType<PaperItem>()];
    }

    /// <summary>The form.</summary>
    public XForm Form { get; }

    /// <summary>The language of the form that is printed, as the form names it; null for its only one.</summary>
    public string? Language { get; }

    /// <summary>Its code where the name tells it, for readers and voices; null where it does not.</summary>
    public string? LanguageCode => Language is null ? null : CodeOf(Language);

    /// <summary>What stands on the paper.</summary>
    public IReadOnlyList<PaperItem> Items { get; }

    /// <summary>The question at a path; null when nobody is asked there.</summary>
    public PaperItem? At(string path) => _byPath.GetValueOrDefault(path);

    /// <summary>What a text says, without marks of formatting; answers within it are a line to fill.</summary>
    public string? Say(FormText? text, string? form = null) => text?.Say(Form.Texts, Language, form) is { } said ? Plain(said) : null;

    /// <summary>The words for an answer that is not allowed.</summary>
    public string? ConstraintMessage(FormNode node) => Form.Texts.Say(node.Bind.ConstraintMessage, Language) is { } said ? Plain(said) : null;

    /// <summary>When the question is asked, in words where they can be found; null for always.</summary>
    public string? Skip(FormNode? node) => node?.Bind.Relevant is { } relevant ? _skips.Of(relevant, node) : null;

    /// <summary>What a choice of a question is called; null when there is no such choice.</summary>
    public string? ChoiceName(PaperItem question, string value) => BodyChoices.Of(Form, question.Item)?.FirstOrDefault(c => c.Value == value) is { } choice ? Say(choice.Label) ?? choice.Value : null;

    /// <summary>Boxes for a number or date, in groups: digits of each, with what stands behind it.</summary>
    public static IReadOnlyList<(int Digits, string Behind)> Comb(string type) => type switch
    {
        "int" => [(8, "")],
        "decimal" => [(6, ","), (3, "")],
        "date" => [(4, "–"), (2, "–"), (2, "")],
        "time" => [(2, ":"), (2, "")],
        "dateTime" => [(4, "–"), (2, "–"), (2, "\u2003"), (2, ":"), (2, "")],
        _ => [],
    };

    /// <summary>Steps of a scale; empty when there are too many for boxes.</summary>
    public static IReadOnlyList<string> Scale(BodyItem item)
    {
        if (!decimal.TryParse(item.Attribute("start"), NumberStyles.Float, CultureInfo.InvariantCulture, out var from) || !decimal.TryParse(item.Attribute("end"), NumberStyles.Float, CultureInfo.InvariantCulture, out var to)) return [];
        if (!decimal.TryParse(item.Attribute("step"), NumberStyles.Float, CultureInfo.InvariantCulture, out var step) || step <= 0) step = 1;
        var steps = (to - from) / step;
        return steps is >= 1 and <= 12 ? [.. Enumerable.Range(0, (int)steps + 1).Select(n => (from + (n * step)).ToString(CultureInfo.InvariantCulture))] : [];
    }

    private PaperItem? Of(BodyItem item)
    {
        if (item.Kind != BodyKind.Question)
        {
            var children = item.Children.Select(Of).OfType<PaperItem>().ToList();
            return children.Count == 0 ? null : new(item, null, Say(item.Label) ?? "", children);
        }
        // What only the device fills in has no place on paper.
        if (item.Node is not { } node || node.Bind.Calculate is not null) return null;
        var isNote = node.Bind.ReadOnly is "true()" && !node.Control!.HasChoices;
        var paper = new PaperItem(item, isNote ? null : ++_count, Say(item.Label) ?? Say(item.Hint) ?? node.Name, []);
        if (!isNote) _byPath[node.Path] = paper;
        return paper;
    }

    private static string? LanguageOf(FormTexts texts, string wanted) => texts.Languages.FirstOrDefault(l => CodeOf(l) == wanted) ?? texts.Default;

    private static string? CodeOf(string name) => Code().Match(name) is { Success: true } match ? match.Groups["code"].Value.ToLowerInvariant()
        : name.Trim().ToUpperInvariant() switch { "ENGLISH" => "en", "FRENCH" or "FRANÇAIS" or "FRANCAIS" => "fr", { Length: 2 } => name.Trim().ToLowerInvariant(), _ => null };

    private static string Plain(string text) => Emphasis().Replace(Answer().Replace(Tag().Replace(text, " "), "______"), "${inside}").Trim();

    [GeneratedRegex(@"\((?<code>[A-Za-z]{2,3}(-[A-Za-z0-9]+)*)\)\s*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();

    [GeneratedRegex(@"</?[A-Za-z][^>]*>", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\$\{[^}]*\}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Answer();

    [GeneratedRegex(@"(?<mark>\*\*|__)(?<inside>[^*_]+)\k<mark>|^#{1,6}\s+(?<inside>.+)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex Emphasis();
}
