using System.Xml.Linq;

namespace Vaka.XForms.XPath;

/// <summary>Functions that know the form around the expression: instances, labels, repeats, the current question.</summary>
internal static class FormFunctions
{
    public static void Add(FunctionTable.Register add)
    {
        add("current", 0, 0, call => Single(call.Evaluation.Current));
        add("instance", 1, 1, call => Single(Instance(call, call.Text(0))));
        add("once", 1, 1, call => XPathValue.TextOf(call.Evaluation.Current) is { Length: > 0 } kept ? XPathValue.Of(kept) : call.Value(0));
        add("pulldata", 4, 4, PullData);
        add("jr:choice-name", 2, 2, call => XPathValue.Of(call.Evaluation.Context.ChoiceName?.Invoke(call.Text(0), call.Text(1)) ?? ""));
        add("jr:itext", 1, 1, call => XPathValue.Of(call.Evaluation.Context.Texts?.Invoke(call.Text(0)) ?? ""));
        add("indexed-repeat", 3, 7, IndexedRepeat);
        // Names what else an expression depends on; its value is the first argument.
        add("depend", 1, int.MaxValue, call => call.Value(0));
    }

    private static XPathValue Single(XObject node) => XPathValue.Of(new List<XObject> { node });

    private static XObject Instance(Arguments call, string id) =>
        call.Evaluation.Context.Instances?.Invoke(id) ?? throw call.Fault($"The form has no instance “{id}”.");

    /// <summary>The wanted field of the first item whose key field has the value; empty when there is none.</summary>
    private static XPathValue PullData(Arguments call)
    {
        var (id, wanted, field, key) = (call.Text(0), call.Text(1), call.Text(2), call.Text(3));
        if (call.Evaluation.Context.PullData is { } hook) return XPathValue.Of(hook(id, wanted, field, key) ?? "");
        var root = Instance(call, id) as XContainer;
        foreach (var item in root?.Elements().Elements() ?? [])
        {
            call.Evaluation.Count();
            if (Field(item, field) == key) return XPathValue.Of(Field(item, wanted) ?? "");
        }
        return XPathValue.Of("");
    }

    private static string? Field(XElement item, string name) => item.Elements().FirstOrDefault(element => element.Name.LocalName == name)?.Value;

    /// <summary>The node inside the n-th of a repeat, inside the n-th of the repeat in that, and so on; counted from 1.</summary>
    private static XPathValue IndexedRepeat(Arguments call)
    {
        if (call.Count % 2 == 0) throw call.Fault("indexed-repeat() takes a path, then pairs of a repeat and its number.");
        XObject? chosen = null;
        for (var at = 1; at < call.Count; at += 2)
        {
            var (repeats, index) = (call.Nodes(at).Where(node => chosen is null || IsInside(node, chosen)).ToList(), call.Number(at + 1));
            if (!(index >= 1 && index < repeats.Count + 1.0)) return XPathValue.Of(new List<XObject>());
            chosen = repeats[(int)index - 1];
        }
        return XPathValue.Of(call.Nodes(0).Where(node => IsInside(node, chosen!)).Take(1).ToList());
    }

    private static bool IsInside(XObject node, XObject outer)
    {
        for (var here = node; here is not null; here = Axes.Parent(here))
            if (here == outer) return true;
        return false;
    }
}
