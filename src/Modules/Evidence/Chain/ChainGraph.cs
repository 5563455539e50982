using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Vaka.Kernel.Words;

namespace Vaka.Evidence.Chain;

/// <summary>
/// Draws a walk as an SVG: a column per step from the start, evidence to the left, what follows to the right. Rows within a column are
/// ordered by the mean place of their neighbours (barycentre heuristic of Sugiyama, Tagawa and Toda, 1981), four sweeps.
/// </summary>
internal static class ChainGraph
{
    private const int NodeWidth = 168, NodeHeight = 58, ColumnGap = 56, RowGap = 16, Margin = 12, Line = 22;

    /// <summary>The SVG. It is one picture without links: the lists beside it have them.</summary>
    /// <param name="walk">What to draw.</param>
    /// <param name="title">Title of a node, with the language it is in; a hidden one has its own.</param>
    /// <param name="kind">Name of a kind, in the reader's language.</param>
    /// <param name="name">Accessible name of the picture.</param>
    public static string Svg(Walk walk, Func<WalkNode, ShownText> title, Func<string, string> kind, string name)
    {
        var columns = walk.Nodes.GroupBy(n => n.Distance).OrderBy(g => g.Key).Select(g => g.ToList()).ToList();
        Order(columns, walk.Edges);
        var height = columns.Max(c => c.Count) * (NodeHeight + RowGap) - RowGap + 2 * Margin;
        var width = columns.Count * (NodeWidth + ColumnGap) - ColumnGap + 2 * Margin;
        var places = new Dictionary<WalkNode, (int X, int Y)>();
        for (var c = 0; c < columns.Count; c++)
        {
            var top = (height - (columns[c].Count * (NodeHeight + RowGap) - RowGap)) / 2;
            for (var r = 0; r < columns[c].Count; r++) places[columns[c][r]] = (Margin + c * (NodeWidth + ColumnGap), top + r * (NodeHeight + RowGap));
        }
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg class=\"chart chain-graph\" role=\"img\" aria-label=\"{E(name)}\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\">");
        foreach (var edge in walk.Edges)
        {
            var (a, b) = (places[edge.From], places[edge.To]);
            var (x1, y1, x2, y2) = (a.X + NodeWidth, a.Y + NodeHeight / 2, b.X, b.Y + NodeHeight / 2);
            if (x2 < x1) (x1, x2) = (a.X + NodeWidth / 2, b.X + NodeWidth / 2);
            var bend = Math.Max(24, Math.Abs(x2 - x1) / 2);
            svg.Append(CultureInfo.InvariantCulture, $"<path class=\"edge{(edge.IsStale ? " stale" : "")}\" d=\"M{x1} {y1} C{x1 + bend} {y1} {x2 - bend} {y2} {x2} {y2}\" fill=\"none\"/>");
        }
        foreach (var node in walk.Nodes)
        {
            var (x, y) = places[node];
            var style = node.Version is null ? "node empty-node" : node.Distance == 0 ? "node here" : "node";
            svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"{style}\" x=\"{x}\" y=\"{y}\" width=\"{NodeWidth}\" height=\"{NodeHeight}\" rx=\"6\"/>");
            svg.Append(CultureInfo.InvariantCulture, $"<text class=\"chart-axis\" x=\"{x + 8}\" y=\"{y + 16}\">{E(kind(node.Ref.Kind))}</text>");
            var shown = title(node);
            var said = shown.Language == "mul" ? " translate=\"no\"" : shown.IsFallback ? $" lang=\"{E(shown.Language)}\"" : "";
            var lines = Wrap(shown.Text);
            for (var i = 0; i < lines.Count; i++)
                svg.Append(CultureInfo.InvariantCulture, $"<text class=\"chart-label\"{said} x=\"{x + 8}\" y=\"{y + 32 + i * 15}\">{E(lines[i])}</text>");
        }
        return svg.Append("</svg>").ToString();
    }

    private static void Order(List<List<WalkNode>> columns, IReadOnlyList<WalkEdge> edges)
    {
        var neighbours = edges.SelectMany(e => new[] { (e.From, e.To), (From: e.To, To: e.From) }).ToLookup(e => e.From, e => e.To);
        for (var sweep = 0; sweep < 4; sweep++)
        {
            for (var step = 1; step < columns.Count; step++)
            {
                var c = sweep % 2 == 0 ? step : columns.Count - 1 - step;
                var beside = columns[sweep % 2 == 0 ? c - 1 : c + 1].Select((n, i) => (n, i)).ToDictionary(p => p.n, p => p.i);
                columns[c] = [.. columns[c].Select((n, i) => (n, i)).OrderBy(p =>
                {
                    var places = neighbours[p.n].Where(beside.ContainsKey).Select(r => beside[r]).ToList();
                    return places.Count == 0 ? p.i : places.Average();
                }).ThenBy(p => p.i).Select(p => p.n)];
            }
        }
    }

    // Two lines of about 22 characters; the rest is cut with an ellipsis: the text form beside the picture has it whole.
    private static List<string> Wrap(string text)
    {
        var lines = new List<string> { "" };
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (lines[^1].Length + word.Length + 1 <= Line || lines[^1].Length == 0) lines[^1] = (lines[^1] + " " + word).Trim();
            else if (lines.Count < 2) lines.Add(word);
            else
            {
                lines[^1] += "…";
                break;
            }
        }
        return lines.ConvertAll(l => l.Length > Line + 3 ? l[..(Line + 2)] + "…" : l);
    }

    private static string E(string text) => HtmlEncoder.Default.Encode(text);
}
