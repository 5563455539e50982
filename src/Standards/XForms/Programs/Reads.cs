using Vaka.XForms.Forms;
using Vaka.XForms.XPath;

namespace Vaka.XForms.Programs;

/// <summary>
/// What an expression reads, for the browser to calculate it anew only then: nodes of the form, each with how many steps of its path are the
/// very nodes above the one that is calculated. So a change in one repetition leaves the others alone.
/// </summary>
internal static class Reads
{
    /// <summary>Pairs of a node (−1: anything) and that depth; each once, in reading order.</summary>
    public static IEnumerable<(int Node, int Depth)> Of(Expression tree, string path, XForm form, IReadOnlyDictionary<string, int> nodes)
    {
        var depths = new Dictionary<int, int>();
        Depths(tree, path.Count(c => c == '/'), true, depths);
        foreach (var read in Dependencies.Of(tree, path).Where(r => r.Instance is null).Distinct())
        {
            var depth = depths.GetValueOrDefault(read.Position);
            if (read.Path is not { } found)
            {
                yield return (-1, 0);
                continue;
            }
            // A path beside the form (a misspelt name, an attribute) reads what stands above it.
            var name = string.Join('/', found.Split('/').Select(s => s[(s.IndexOf(':', StringComparison.Ordinal) + 1)..]));
            while (name.Length > 0 && !form.ByPath.ContainsKey(name)) name = name[..name.LastIndexOf('/')];
            yield return (name.Length == 0 ? -1 : nodes[name], depth);
        }
    }

    private static void Depths(Expression expression, int length, bool atCurrent, Dictionary<int, int> depths)
    {
        switch (expression)
        {
            case PathExpression path:
                if (path.Start is FunctionCall { Name: "current" } || (atCurrent && path is { Start: null, IsAbsolute: false })) depths[path.Position] = length - path.Steps.TakeWhile(PathScript.IsUp).Count();
                if (path.Start is not null) Depths(path.Start, length, atCurrent, depths);
                foreach (var predicate in path.Steps.SelectMany(s => s.Predicates)) Depths(predicate, length, false, depths);
                break;
            case FilterExpression filter:
                Depths(filter.Primary, length, atCurrent, depths);
                foreach (var predicate in filter.Predicates) Depths(predicate, length, false, depths);
                break;
            default:
                foreach (var child in expression.Children) Depths(child, length, atCurrent, depths);
                break;
        }
    }
}
