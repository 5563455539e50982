using System.Xml.Linq;

namespace Vaka.XForms.XlsForms;

/// <summary>What a question chooses from.</summary>
internal sealed class Itemsets(Form form, FormXml xml, XPaths paths)
{
    public XElement Write(Question question)
    {
        var itemset = question.Itemset!;
        var list = form.Lists.GetValueOrDefault(itemset);
        var (nodeset, value, label) = ($"instance('{itemset}')/root/item", "name", list?.NeedsItext == true ? "jr:itext(itextId)" : "label");
        string? filter = null;
        var isFile = ItemsetFile.IsFile(itemset);
        var fromAnswers = !isFile && References.Has(itemset);
        if (isFile)
        {
            var geojson = Path.GetExtension(itemset) == ".geojson";
            nodeset = $"instance('{ItemsetFile.Id(itemset)}')/root/item";
            value = question.Parameters.GetValueOrDefault("value", geojson ? "id" : "name");
            label = question.Parameters.GetValueOrDefault("label", geojson ? "title" : "label");
        }
        else if (fromAnswers)
        {
            var path = paths.In(itemset, question, ofRepeat: true).Trim();
            // A place is chosen from the rounds of a repeat, anything else from the answers to a question of it.
            var (last, before) = question.IsSelect ? (path[(path.LastIndexOf('/') + 1)..], path[..path.LastIndexOf('/')]) : ("geometry", path);
            (nodeset, value, label) = (before, last, last);
            // Rounds that are not answered yet are no choices.
            filter = $"./{last} != ''";
        }
        if (question.ChoiceFilter is { } written && question.Type.Tag != "range")
        {
            filter = paths.In(written, question, current: true, ofRepeat: fromAnswers);
            if (fromAnswers) filter = filter.Replace($"current()/{nodeset}", ".", StringComparison.Ordinal).Replace(nodeset, ".", StringComparison.Ordinal);
        }
        if (filter is not null) nodeset += $"[{filter}]";
        if (question.Parameters.GetValueOrDefault("randomize") == "true")
            nodeset = question.Parameters.TryGetValue("seed", out var seed) ? $"randomize({nodeset}, {paths.In(seed, question).Trim()})" : $"randomize({nodeset})";
        return xml.Element("itemset", new XAttribute("nodeset", nodeset), xml.Element("value", new XAttribute("ref", value)), xml.Element("label", new XAttribute("ref", label)));
    }
}
