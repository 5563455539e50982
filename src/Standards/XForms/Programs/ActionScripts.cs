using System.Globalization;
using System.Xml.Linq;
using Vaka.XForms.Forms;

namespace Vaka.XForms.Programs;

/// <summary>Writes the actions of a form: values set, and places taken, when something happens.</summary>
internal sealed class ActionScripts(XForm form, IReadOnlyDictionary<string, int> nodes, ExpressionUses uses, List<ProgramRefusal> refusals)
{
    private static readonly HashSet<string> Events = new(["odk-instance-first-load", "odk-instance-load", "odk-new-repeat", "xforms-value-changed", "xforms-ready"], StringComparer.Ordinal);

    public IEnumerable<string> Write()
    {
        var places = form.Model.Elements().Concat(form.Document.Descendants(Namespaces.Html + "body").Descendants());
        foreach (var action in places)
            switch (action.Name.LocalName)
            {
                case "setvalue" or "setgeopoint" when One(action) is { } written: yield return written; break;
                case "recordaudio": refusals.Add(new("", "odk:recordaudio", "The light client does not record sound in the background.")); break;
            }
    }

    private string? One(XElement action)
    {
        var on = action.Parent!.Name.LocalName == "model" ? null : (string?)action.Parent.Attribute("ref") ?? (string?)action.Parent.Attribute("nodeset");
        var trigger = on is null ? null : XFormReader.Path(on, "");
        var path = XFormReader.Path((string?)action.Attribute("ref") ?? "", trigger ?? "");
        var happenings = ((string?)action.Attribute("event") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (!form.ByPath.TryGetValue(path, out var target)) return Refused(path, "The action sets a node that the form does not have.");
        if (happenings.FirstOrDefault(e => !Events.Contains(e)) is { } unknown) return Refused(path, $"The light client does not know the event {unknown}.");
        if (happenings.Length == 0) return Refused(path, "The action says for no event.");
        var value = (string?)action.Attribute("value");
        return new ScriptObject().Add("e", Script.Texts(happenings)).Add("n", Number(nodes[path])).Add("on", trigger is not null && nodes.TryGetValue(trigger, out var at) ? Number(at) : null)
            .Add("x", uses.Add(value, target)).Text("v", value is null ? action.Value : null).Add("g", action.Name.LocalName == "setgeopoint" ? "1" : null).ToString();

        string? Refused(string node, string why)
        {
            refusals.Add(new(node, action.Name.LocalName, why));
            return null;
        }
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
