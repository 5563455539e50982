using System.Xml.Linq;

namespace Vaka.XForms.XlsForms;

/// <summary>Texts that are shown: references and paths into instances become <c>output</c> elements.</summary>
internal sealed class Outputs(FormXml xml, XPaths paths)
{
    /// <summary>Content of a label, hint or value.</summary>
    public object[] In(string text, FormNode? from)
    {
        var found = new List<object>();
        var at = 0;
        foreach (var (start, end, value) in Pieces(text, from))
        {
            if (start > at) found.Add(text[at..start]);
            found.Add(xml.Element("output", new XAttribute("value", value)));
            at = end;
        }
        if (found.Count == 0) return [text];
        if (at < text.Length) found.Add(text[at..]);
        // Blanks at the ends keep what is shown apart from what stands around it, as readers of forms are used to.
        if (found.Count > 1)
        {
            if (found[0] is string first) found[0] = " " + first;
            found.Add(" ");
        }
        return [.. found];
    }

    private IEnumerable<(int Start, int End, string Value)> Pieces(string text, FormNode? from)
    {
        var instances = Tokens.InstancePaths(text).ToList();
        return instances.Select(i => (i.Start, i.End, paths.In(text[i.Start..i.End], from)))
            .Concat(References.Find(text).Where(r => !instances.Exists(i => r.Start >= i.Start && r.End <= i.End)).Select(r => (r.Start, r.End, paths.Of(r, text, from))))
            .OrderBy(p => p.Item1);
    }
}
