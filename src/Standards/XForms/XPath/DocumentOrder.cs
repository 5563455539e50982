using System.Xml.Linq;

namespace Vaka.XForms.XPath;

/// <summary>Places of nodes in their documents, counted once per evaluation and only when an expression needs them.</summary>
internal sealed class DocumentOrder(Evaluation evaluation)
{
    private readonly Dictionary<XObject, int> places = [];

    /// <summary>Each node once, in document order; documents follow each other as they were met.</summary>
    public List<XObject> Sorted(List<XObject> nodes)
    {
        if (nodes.Count < 2) return nodes;
        foreach (var node in nodes)
            if (!places.ContainsKey(node)) Add(Top(node));
        var distinct = nodes.Distinct().ToList();
        distinct.Sort((one, other) => places[one].CompareTo(places[other]));
        return distinct;
    }

    private static XObject Top(XObject node)
    {
        if (node.Document is { } document) return document;
        while (node.Parent is { } parent) node = parent;
        return node;
    }

    private void Add(XObject top)
    {
        Place(top);
        if (top is not XContainer container) return;
        foreach (var node in container.DescendantNodes()) Place(node);
    }

    private void Place(XObject node)
    {
        evaluation.Count();
        places[node] = places.Count;
        if (node is XElement element)
            foreach (var attribute in element.Attributes()) places[attribute] = places.Count;
    }
}
