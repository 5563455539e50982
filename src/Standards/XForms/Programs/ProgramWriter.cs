using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Vaka.XForms.Forms;

namespace Vaka.XForms.Programs;

/// <summary>Writes the program of one form: nodes, body, texts, instances and actions, with the expressions at the end.</summary>
internal sealed class ProgramWriter
{
    private static readonly HashSet<string> Preloads = new(["uid", "timestamp", "date", "property"], StringComparer.Ordinal);
    private readonly XForm _form;
    private readonly List<ProgramRefusal> _refusals;
    private readonly Dictionary<string, int> _nodes;
    private readonly Dictionary<string, XElement> _binds = new(StringComparer.Ordinal);
    private readonly ExpressionUses _uses;
    private readonly TextScripts _texts;

    public ProgramWriter(XForm form, List<ProgramRefusal> refusals)
    {
        (_form, _refusals) = (form, refusals);
        _nodes = form.Root.All().Select((n, i) => (n.Path, i)).ToDictionary(p => p.Path, p => p.i, StringComparer.Ordinal);
        foreach (var bind in form.Model.Elements(Namespaces.XForms + "bind"))
            if ((string?)bind.Attribute("nodeset") is { } nodes) _binds[XFormReader.Path(nodes, "")] = bind;
        _uses = new(form, _nodes, refusals);
        _texts = new(form, _uses, refusals);
    }

    public string Write()
    {
        if (_form.Model.Element(Namespaces.XForms + "submission") is { } submission && submission.Attribute("base64RsaPublicKey") is not null)
            _refusals.Add(new("", "submission", "The form asks for encrypted answers, which the light client cannot write."));
        var program = new ScriptObject().Add("format", "1").Text("id", _form.FormId).Text("version", _form.Version).Text("title", _form.Title)
            .Add("languages", Script.Texts(_form.Texts.Languages)).Add("language", Number(_texts.DefaultLanguage))
            .Add("nodes", "[\n" + string.Join(",\n", _form.Root.All().Select(Node)) + "\n]")
            .Add("body", "[\n" + string.Join(",\n", BodyReader.Read(_form).Select(i => Item(i, _form.Root))) + "\n]")
            .Add("actions", Script.List(new ActionScripts(_form, _nodes, _uses, _refusals).Write()));
        var instances = new InstanceScripts(_form, _refusals);
        program.Add("instance", Script.Text(instances.Primary())).Add("inside", instances.Inside()).Add("outside", instances.Outside())
            .Add("texts", _texts.ById()).Add("uses", Script.List(_uses.Uses)).Add("make", "R=>[\n" + string.Join(",\n", _uses.Functions) + "\n]");
        return new StringBuilder("export default ").Append(program).Append(";\n").ToString();
    }

    private string Node(FormNode node)
    {
        var bind = node.Bind;
        var above = node.Path.LastIndexOf('/');
        if (bind.Preload is { } preload && !Preloads.Contains(preload)) _refusals.Add(new(node.Path, $"jr:preload=\"{preload}\"", "The light client does not know this preload."));
        // A count is asked where the repeat stands, not within it.
        var around = above > 0 ? _form.ByPath[node.Path[..above]] : node;
        return new ScriptObject().Text("n", node.Name).Add("u", above > 0 ? Number(_nodes[node.Path[..above]]) : null)
            .Add("k", node.Kind switch { FormNodeKind.Repeat => "2", FormNodeKind.Group => "1", _ => null }).Text("t", bind.Type == "string" ? null : bind.Type)
            .Add("r", _uses.Add(bind.Relevant, node)).Add("q", _uses.Add(bind.Required, node)).Add("c", _uses.Add(bind.Constraint, node))
            .Add("v", _uses.Add(bind.Calculate, node)).Add("o", _uses.Add(bind.ReadOnly, node)).Add("j", _uses.Add(node.Count, around))
            .Add("qm", _texts.Of(FormText.Of(bind.RequiredMessage), node)).Add("cm", _texts.Of(FormText.Of(bind.ConstraintMessage), node))
            .Text("p", bind.Preload).Text("pp", (string?)_binds.GetValueOrDefault(node.Path)?.Attribute(Namespaces.JavaRosa + "preloadParams")).ToString();
    }

    private string Item(BodyItem item, FormNode above)
    {
        var node = item.Node ?? above;
        if (item.Node is null && item.Kind != BodyKind.Group) _refusals.Add(new(item.Path, item.Element.Name.LocalName, "The question has no node in the instance of the form."));
        var search = item.Appearance.Contains("search(", StringComparison.Ordinal);
        if (search) _refusals.Add(new(item.Path, item.Appearance, "The light client does not look choices up with search(); use select_one_from_file."));
        var written = new ScriptObject().Text("k", item.Kind switch { BodyKind.Group => "group", BodyKind.Repeat => "repeat", _ => item.Element.Name.LocalName })
            .Add("n", item.Node is null ? null : Number(_nodes[item.Node.Path])).Add("l", _texts.Of(item.Label, node)).Add("h", _texts.Of(item.Hint, node)).Text("a", item.Appearance);
        foreach (var name in (ReadOnlySpan<string>)["start", "end", "step"]) written.Text(name, (string?)item.Element.Attribute(name));
        written.Text("m", (string?)item.Element.Attribute("mediatype"));
        if (item.Choices.Count > 0) written.Add("o", Script.List(item.Choices.Select(c => $"[{Script.Text(c.Value)},{_texts.Of(c.Label, node) ?? "0"}]")));
        if (item.Itemset is { } set && !search) written.Add("s", Itemset(set, node));
        if (item.Kind != BodyKind.Question) written.Add("c", "[\n" + string.Join(",\n", item.Children.Select(c => Item(c, node))) + "\n]");
        return written.ToString();
    }

    private string? Itemset(BodyItemset set, FormNode node)
    {
        var label = set.Label.StartsWith("jr:itext(", StringComparison.Ordinal) && set.Label[^1] == ')' ? set.Label[9..^1].Trim() : set.Label;
        foreach (var part in (ReadOnlySpan<string>)[set.Value, label])
            if (part.Length == 0 || part.AsSpan().ContainsAny("/[(@ "))
            {
                _refusals.Add(new(node.Path, part, "The value and the label of choices must each be one child of the nodes that are the choices."));
                return null;
            }
        if (label != set.Label) _texts.AreNamedIn(label);
        var nodes = _uses.Add(set.Nodes, node);
        return nodes is null ? null : new ScriptObject().Add("x", nodes).Text("v", Local(set.Value)).Text("l", Local(label)).Add("t", label != set.Label ? "1" : null).ToString();
    }

    private static string Local(string name) => name[(name.IndexOf(':', StringComparison.Ordinal) + 1)..];

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
