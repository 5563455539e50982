using System.Xml.Linq;
using Vaka.XForms.Forms;

namespace Vaka.XForms.Submissions;

/// <summary>A column of a table of answers.</summary>
/// <param name="Name">Path below the table's own node, with hyphens: <c>household-age</c>. Unique in its table.</param>
/// <param name="Node">The node of the form.</param>
public sealed record FlatColumn(string Name, FormNode Node);

/// <summary>A table of answers: one for the form itself and one for each repeat.</summary>
/// <param name="Name">Local names of the repeats from the root, joined by points; the root's name for the form itself.</param>
/// <param name="Node">The root or the repeat.</param>
/// <param name="Columns">Its columns, without those of repeats within it.</param>
public sealed record FlatTable(string Name, FormNode Node, IReadOnlyList<FlatColumn> Columns);

/// <summary>A row of a table.</summary>
/// <param name="Table">The table.</param>
/// <param name="Key">The submission's instance id, and for a repetition its place in each repeat: <c>uuid:…/members[2]</c>.</param>
/// <param name="ParentKey">Key of the row around it; null for the form itself.</param>
/// <param name="Values">As answered, in the order of the columns; null where there is no such element, empty where it was not answered.</param>
public sealed record FlatRow(FlatTable Table, string Key, string? ParentKey, IReadOnlyList<string?> Values);

/// <summary>Turns submissions of a form into rows of tables.</summary>
public sealed class FlatTables
{
    private readonly ILookup<string, FlatTable> _within;
    private readonly Dictionary<string, FlatTable> _byPath = new(StringComparer.Ordinal);

    /// <summary>The tables of a form.</summary>
    public FlatTables(XForm form)
    {
        Tables = [.. form.Root.All().Where(n => n == form.Root || n.Kind == FormNodeKind.Repeat).Select(Table)];
        foreach (var table in Tables) _byPath[table.Node.Path] = table;
        _within = Tables.ToLookup(t => Tables.Where(o => t.Node.Path.StartsWith(o.Node.Path + "/", StringComparison.Ordinal)).MaxBy(o => o.Node.Path.Length)?.Node.Path ?? "", StringComparer.Ordinal);

        FlatTable Table(FormNode node)
        {
            var columns = new List<FlatColumn>();
            var open = new Stack<FormNode>(node.Children.Reverse());
            while (open.TryPop(out var below))
            {
                if (below.Kind == FormNodeKind.Value) columns.Add(new(below.Path[(node.Path.Length + 1)..].Replace('/', '-'), below));
                else if (below.Kind == FormNodeKind.Group)
                    foreach (var child in below.Children.Reverse()) open.Push(child);
            }
            return new(node == form.Root ? node.Name : string.Join('.', Repeats(form, node)), node, Distinct(columns));
        }
    }

    /// <summary>The form's own table first, repeats in the order of the form.</summary>
    public IReadOnlyList<FlatTable> Tables { get; }

    /// <summary>The rows of one submission, a row before the rows within it.</summary>
    public IEnumerable<FlatRow> Rows(Submission submission)
    {
        var root = submission.Document.Root!;
        if (!_byPath.TryGetValue($"/{root.Name.LocalName}", out var table)) yield break;
        var open = new Stack<(XElement Element, FlatTable Table, string Key, string? Parent)>([(root, table, submission.InstanceId ?? "", null)]);
        while (open.TryPop(out var at))
        {
            var values = at.Table.Columns.Select(c => Below(at.Element, c.Node.Path[(at.Table.Node.Path.Length + 1)..].Split('/')).FirstOrDefault()?.Value).ToList();
            yield return new(at.Table, at.Key, at.Parent, values);
            var within = _within[at.Table.Node.Path]
                .SelectMany(t => Below(at.Element, t.Node.Path[(at.Table.Node.Path.Length + 1)..].Split('/')).Where(e => e.Attribute(Namespaces.JavaRosa + "template") is null)
                    .Select((e, i) => (e, t, $"{at.Key}/{t.Node.Name}[{i + 1}]", (string?)at.Key))).ToList();
            for (var i = within.Count - 1; i >= 0; i--) open.Push(within[i]);
        }
    }

    private static IEnumerable<XElement> Below(XElement element, string[] steps) =>
        steps.Aggregate<string, IEnumerable<XElement>>([element], (found, step) => found.SelectMany(e => e.Elements().Where(c => c.Name.LocalName == step)));

    private static IEnumerable<string> Repeats(XForm form, FormNode node)
    {
        for (var slash = node.Path.IndexOf('/', 1); ; slash = node.Path.IndexOf('/', slash + 1))
        {
            var path = slash < 0 ? node.Path : node.Path[..slash];
            if (form.ByPath.TryGetValue(path, out var at) && at.Kind == FormNodeKind.Repeat) yield return at.Name;
            if (slash < 0) yield break;
        }
    }

    // A group "a" with "b-c" and a group "a-b" with "c" would make one name of two.
    private static List<FlatColumn> Distinct(List<FlatColumn> columns)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return columns.ConvertAll(c =>
        {
            var name = c.Name;
            for (var n = 2; !taken.Add(name); n++) name = $"{c.Name}_{n}";
            return c with { Name = name };
        });
    }
}
