using System.Xml.Linq;
using Vaka.XForms.Checking;
using Vaka.XForms.Forms;
using Vaka.XForms.XPath;

namespace Vaka.XForms.Programs;

/// <summary>All expressions of a form: the functions, each once, and their uses, which are a function with what it reads at one node.</summary>
internal sealed class ExpressionUses(XForm form, IReadOnlyDictionary<string, int> nodes, List<ProgramRefusal> refusals)
{
    private readonly List<string> _functions = [], _uses = [];
    private readonly Dictionary<string, int> _functionAt = new(StringComparer.Ordinal), _useAt = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> _prefixes = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Functions => _functions;

    /// <summary>Each as a list: the function, then pairs of a node that it reads and a depth.</summary>
    public IReadOnlyList<string> Uses => _uses;

    /// <summary>Number of the use as JavaScript; null for no expression or a refused one.</summary>
    /// <param name="expression">As the form writes it.</param>
    /// <param name="node">The node that it is evaluated at.</param>
    public string? Add(string? expression, FormNode node)
    {
        if (string.IsNullOrWhiteSpace(expression)) return null;
        try
        {
            var read = XPathExpression.Parse(expression).Tree;
            foreach (var problem in ExpressionCheck.Of(read)) throw new NotInLightException(problem.Message);
            return Add(new InRepeat(node, form).Of(read), node.Path).ToString(System.Globalization.CultureInfo.InvariantCulture);
        }
        catch (Exception e) when (e is NotInLightException or XPathException)
        {
            refusals.Add(new(node.Path, expression.Trim(), e.Message));
            return null;
        }
    }

    private int Add(Expression tree, string path)
    {
        var function = ExpressionScript.Of(tree, Namespace);
        if (!_functionAt.TryGetValue(function, out var at))
        {
            _functionAt[function] = at = _functions.Count;
            _functions.Add(function);
        }
        var use = Script.List(Reads.Of(tree, path, form, nodes).Distinct().SelectMany(r => (int[])[r.Node, r.Depth]).Prepend(at).Select(n => Script.Number(n)));
        if (_useAt.TryGetValue(use, out var known)) return known;
        _uses.Add(use);
        return _useAt[use] = _uses.Count - 1;
    }

    private string? Namespace(string prefix)
    {
        if (_prefixes.TryGetValue(prefix, out var known)) return known;
        var declared = form.Document.Descendants().Attributes().FirstOrDefault(a => a.IsNamespaceDeclaration && a.Name.LocalName == prefix && a.Name.Namespace == XNamespace.Xmlns)?.Value;
        return _prefixes[prefix] = declared ?? NameTests.WellKnown.GetValueOrDefault(prefix);
    }
}
