using System.Globalization;
using System.Xml.Linq;
using Vaka.XForms.Forms;
using Vaka.XForms.XPath;

namespace Vaka.XForms.Checking;

/// <summary>One check of one submission.</summary>
internal sealed class CheckRun(FormCheck check, CheckSettings settings)
{
    private static readonly IReadOnlyDictionary<string, string> NoMessage = new Dictionary<string, string>();
    private readonly List<Flag> _flags = [];
    private readonly Func<string, XObject?> _instances = check.Instances(settings);

    public List<Flag> Of(XDocument answers)
    {
        Complete(answers.Root!, check.Form.Root);
        Node(answers.Root!, check.Form.Root, check.Form.Root.Path, true);
        return _flags;
    }

    // A client leaves out what was not relevant. Rules are evaluated at a node, so what is missing is put in, empty; a repeat that is not there stays away.
    private static void Complete(XElement element, FormNode node)
    {
        foreach (var child in node.Children.Where(c => c.Kind != FormNodeKind.Repeat))
            if (!element.Elements().Any(e => e.Name.LocalName == child.Name)) element.Add(new XElement(element.Name.Namespace + child.Name, new XAttribute(Added, "")));
        foreach (var child in element.Elements().ToList())
            if (node.Children.FirstOrDefault(c => c.Name == child.Name.LocalName) is { } known) Complete(child, known);
    }

    private static readonly XName Added = "added-by-vaka";

    private void Node(XElement element, FormNode node, string path, bool aboveIsRelevant)
    {
        if (_flags.Count >= settings.Most) return;
        var rules = check.Of(node);
        var relevant = aboveIsRelevant && (rules.Relevant is null || Truth(rules.Relevant, element, path) != false);
        if (node.Kind == FormNodeKind.Value)
        {
            Value(element, rules, path, relevant);
            return;
        }
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var child in element.Elements().ToList())
        {
            var name = child.Name.LocalName;
            var place = places[name] = places.GetValueOrDefault(name) + 1;
            var at = $"{path}/{name}{(place > 1 ? $"[{place.ToString(CultureInfo.InvariantCulture)}]" : "")}";
            var known = node.Children.FirstOrDefault(c => c.Name == name);
            if (known is null || (place > 1 && known.Kind != FormNodeKind.Repeat))
            {
                // Meta is the client's: it may add to it.
                if (node.Name != "meta" && name != "meta") Add(FlagKind.Unexpected, at, child.HasElements ? "" : child.Value, node.Path);
                continue;
            }
            if (known.Kind == FormNodeKind.Repeat && child.Attribute(Namespaces.JavaRosa + "template") is not null) continue;
            Node(child, known, at, relevant);
        }
        if (!relevant) return;
        foreach (var repeat in node.Children.Where(c => c.Kind == FormNodeKind.Repeat && c.Count is not null)) Count(element, repeat, path, places.GetValueOrDefault(repeat.Name));
    }

    private void Value(XElement element, NodeRules rules, string path, bool relevant)
    {
        var (node, value) = (rules.Node, element.Value.Trim());
        if (!relevant)
        {
            if (value.Length > 0 && (node.Control is not null || node.Bind.Calculate is not null)) Add(FlagKind.NotRelevant, path, value, rules.Relevant?.Text ?? "");
            return;
        }
        if (value.Length == 0)
        {
            if (node.Control is not null && rules.Required is not null && Truth(rules.Required, element, path) == true) Add(FlagKind.Required, path, value, rules.Required.Text, node.Bind.RequiredMessage);
        }
        else
        {
            if (!AnswerTypes.Fits(node.Bind.Type, value)) Add(FlagKind.Type, path, value, node.Bind.Type);
            else if (rules.Constraint is not null && Truth(rules.Constraint, element, path) == false) Add(FlagKind.Constraint, path, value, rules.Constraint.Text, node.Bind.ConstraintMessage);
            if (node.Control is { HasChoices: true } control) Choices(element, rules, control, path, value);
        }
        // A person may overwrite what was calculated into a question that can be answered.
        if (rules.Calculate is { IsChanging: false } calculate && element.Attribute(Added) is null && (node.Control is null || node.Bind.ReadOnly is not null)) Calculation(element, node, calculate, path, value);
    }

    private void Choices(XElement element, NodeRules rules, FormControl control, string path, string value)
    {
        // A list that the device replaces (search()) is not in the form.
        if (control.IsReplaced) return;
        HashSet<string> offered;
        if (rules.Itemset is null) offered = [.. control.Choices];
        else
        {
            if (Evaluated(rules.Itemset, element, path) is not { } nodes) return;
            offered = [.. nodes.Nodes.OfType<XElement>().Select(n => control.ItemsetValue is { } name ? n.Elements().FirstOrDefault(e => e.Name.LocalName == name.Split(':')[^1])?.Value : n.Value).OfType<string>()];
        }
        foreach (var chosen in control.IsMultiple ? value.Split(' ', StringSplitOptions.RemoveEmptyEntries) : [value])
            if (!offered.Contains(chosen)) Add(FlagKind.Choice, path, chosen, control.ItemsetNodes ?? string.Join(' ', control.Choices));
    }

    private void Calculation(XElement element, FormNode node, CompiledRule rule, string path, string value)
    {
        if (Evaluated(rule, element, path) is not { } calculated) return;
        var expected = calculated.AsText(settings.TimeZone);
        // A number that is none is nothing, to every client.
        if (expected == "NaN") expected = "";
        if (!AnswerTypes.Same(node.Bind.Type, value, expected)) Add(FlagKind.Calculation, path, value, expected);
    }

    private void Count(XElement element, FormNode repeat, string path, int there)
    {
        if (check.Of(repeat).Count is not { } rule || Evaluated(rule, element, path) is not { } counted) return;
        var expected = counted.AsNumber(settings.TimeZone);
        if (!double.IsNaN(expected) && (int)expected != there) Add(FlagKind.RepeatCount, $"{path}/{repeat.Name}", there.ToString(CultureInfo.InvariantCulture), $"{rule.Text} = {((int)expected).ToString(CultureInfo.InvariantCulture)}");
    }

    private bool? Truth(CompiledRule rule, XElement element, string path) => Evaluated(rule, element, path)?.AsBoolean();

    private XPathValue? Evaluated(CompiledRule rule, XElement element, string path)
    {
        if (rule.Tree is null)
        {
            Add(FlagKind.NotChecked, path, "", $"{rule.Text}: {rule.Unreadable}");
            return null;
        }
        try
        {
            return check.Evaluate(rule.Tree, element, settings, _instances);
        }
        catch (XPathException e)
        {
            Add(FlagKind.NotChecked, path, "", $"{rule.Text}: {e.Message}");
            return null;
        }
    }

    private void Add(FlagKind kind, string path, string value, string rule, string? message = null)
    {
        if (_flags.Count >= settings.Most) return;
        var texts = check.Form.Texts;
        var messages = message is null ? NoMessage
            : (texts.Languages.Count == 0 ? [""] : texts.Languages).Select(l => (Language: l, Text: texts.Say(message, l))).Where(m => m.Text is not null).ToDictionary(m => m.Language, m => m.Text!, StringComparer.Ordinal);
        _flags.Add(new(kind, path, value, rule, messages));
    }
}
