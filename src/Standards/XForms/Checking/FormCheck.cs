using System.Xml.Linq;
using Vaka.XForms.Forms;
using Vaka.XForms.Submissions;
using Vaka.XForms.XPath;

namespace Vaka.XForms.Checking;

/// <summary>
/// Checks submissions against the logic of their form, as the client should have done: relevance, required, constraint, calculation, type, choices,
/// repeat counts. Made once per form; may be used from several threads. Values stand as they were sent: a calculation is compared with what the form
/// calculates from the other values sent, so that one wrong value is flagged once.
/// </summary>
public sealed class FormCheck
{
    private readonly Dictionary<string, NodeRules> _rules;

    /// <summary>Reads the rules of a form.</summary>
    public FormCheck(XForm form)
    {
        Form = form;
        _rules = form.Root.All().ToDictionary(n => n.Path, n => NodeRules.Of(n, form), StringComparer.Ordinal);
        Unreadable = [.. _rules.Values.SelectMany(r => new[] { r.Required, r.Relevant, r.Constraint, r.Calculate, r.Count, r.Itemset }
            .Where(c => c?.Unreadable is not null).Select(c => new FormProblem(true, $"{r.Node.Path}: {c!.Text}: {c.Unreadable}")))];
    }

    /// <summary>The form.</summary>
    public XForm Form { get; }

    /// <summary>Rules of the form that cannot be read. A form that has some should not be published.</summary>
    public IReadOnlyList<FormProblem> Unreadable { get; }

    internal NodeRules Of(FormNode node) => _rules[node.Path];

    /// <summary>The rules that a submission breaks, in document order; empty when it breaks none. Encrypted answers cannot be checked.</summary>
    public IReadOnlyList<Flag> Check(Submission submission, CheckSettings settings)
    {
        if (submission.IsEncrypted) return [new(FlagKind.NotChecked, Form.Root.Path, "", "The answers are encrypted.", new Dictionary<string, string>())];
        return submission.Document.Root!.Name.LocalName == Form.Root.Name
            ? new CheckRun(this, settings).Of(new XDocument(submission.Document))
            : [new(FlagKind.Unexpected, "/" + submission.Document.Root.Name.LocalName, "", Form.Root.Path, new Dictionary<string, string>())];
    }

    /// <summary>Instances of the form by id, for expressions; an external one from the settings.</summary>
    internal Func<string, XObject?> Instances(CheckSettings settings)
    {
        var known = new Dictionary<string, XObject?>(StringComparer.Ordinal);
        return id =>
        {
            if (known.TryGetValue(id, out var found)) return found;
            var instance = Form.Model.Elements(Namespaces.XForms + "instance").FirstOrDefault(i => (string?)i.Attribute("id") == id);
            return known[id] = (string?)instance?.Attribute("src") is { } source ? settings.Files?.Invoke(source) : instance;
        };
    }

    internal XPathValue Evaluate(Expression tree, XElement node, CheckSettings settings, Func<string, XObject?> instances) =>
        Evaluation.Run(tree, new(node, settings.TimeZone, settings.Clock) { UnprefixedMatchesAnyNamespace = true, Instances = instances });
}
