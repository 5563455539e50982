using System.Xml.Linq;

namespace Vaka.XForms.XlsForms;

/// <summary>Instances beside the primary one: files, the answers saved last, lists of choices.</summary>
internal sealed class SecondaryInstances(Form form, FormXml xml)
{
    private static readonly string[] Expressions = ["calculate", "constraint", "readonly", "required", "relevant"];

    public IEnumerable<XElement> Write()
    {
        RefuseFilesTwice();
        var seen = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var (id, address, row) in Files())
        {
            if (seen.TryAdd(id, address)) yield return xml.Element("instance", new XAttribute("id", id), new XAttribute("src", address));
            else if (seen[id] != address)
                throw new FormRefusedException($"The name '{id}' would mean both {seen[id]} and {address}. Rename one of the files.", SurveyRow.Sheet, row);
        }
        foreach (var list in form.Lists.Values.Where(l => !l.BySearch))
        {
            if (seen.TryGetValue(list.Name, out var address))
                throw new FormRefusedException($"The list '{list.Name}' has the name that {address} has already. Rename the list or the file.", "choices", list.Choices[0].Row, "list_name");
            yield return xml.Element("instance", new XAttribute("id", list.Name), xml.Element("root", list.Choices.Select((c, i) => (object)Item(list, c, i)).ToArray()));
        }
    }

    private IEnumerable<(string Id, string Address, int? Row)> Files()
    {
        var lastSaved = false;
        foreach (var node in form.Survey.SelfAndDescendants)
        {
            if (node is ExternalFile file) yield return (file.Name, $"jr://{(file.Extension == "csv" ? "file-csv" : "file")}/{file.Name}.{file.Extension}", file.Row);
            if (node is not (Question or Section)) continue;
            var question = node as Question;
            var texts = node.Bind.Where(b => Expressions.Contains(b.Key)).Select(b => b.Value.Any).Append(question?.ChoiceFilter).Append(question?.Default).OfType<string>().ToList();
            foreach (var id in texts.SelectMany(PulledFiles)) yield return (id, $"jr://file-csv/{id}.csv", node.Row);
            if (question is { IsSelect: true, Itemset: { } itemset } && ItemsetFile.IsFile(itemset)) yield return (ItemsetFile.Id(itemset), ItemsetFile.Address(itemset), node.Row);
            lastSaved |= question is not null && texts.Exists(t => References.Find(t).Any(r => r.LastSaved));
        }
        if (lastSaved) yield return ("__last-saved", "jr://instance/last-saved", null);
    }

    // pulldata('file', …) names its file first.
    private static IEnumerable<string> PulledFiles(string text)
    {
        for (var at = text.IndexOf("pulldata", StringComparison.Ordinal); at >= 0; at = text.IndexOf("pulldata", at + 1, StringComparison.Ordinal))
        {
            var (open, comma) = (at + "pulldata".Length, text.IndexOf(',', at));
            while (open < text.Length && char.IsWhiteSpace(text[open])) open++;
            if (open < comma && text[open] == '(') yield return text[(open + 1)..comma].Replace("'", "", StringComparison.Ordinal).Replace("\"", "", StringComparison.Ordinal).Trim();
        }
    }

    private void RefuseFilesTwice()
    {
        foreach (var twice in form.Survey.SelfAndDescendants.OfType<ExternalFile>().GroupBy(f => f.Name, StringComparer.Ordinal).Where(g => g.Count() > 1))
            throw new FormRefusedException($"Two files are declared by the name '{twice.Key}'. Rename or remove one of them.", SurveyRow.Sheet, twice.Last().Row, "name");
    }

    private XElement Item(ChoiceList list, Choice choice, int index)
    {
        var item = xml.Element("item");
        if (list.NeedsItext) item.Add(xml.Element("itextId", $"{list.Name}-{index}"));
        item.Add(xml.Element("name", choice.Name));
        if (!list.NeedsItext && choice.Label?.Text is { } label) item.Add(xml.Element("label", label));
        foreach (var (name, value) in choice.More) item.Add(xml.Element(name, value.Any));
        return item;
    }
}
