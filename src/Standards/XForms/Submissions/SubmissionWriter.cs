using System.Text;
using System.Xml.Linq;
using Vaka.XForms.Forms;

namespace Vaka.XForms.Submissions;

/// <summary>Writes a submission as a client would, from answers that are in a table: typed in from paper, or taken over from another system.</summary>
public static class SubmissionWriter
{
    /// <summary>A submission of a form. The same input gives the same bytes.</summary>
    /// <param name="form">The form.</param>
    /// <param name="instanceId">Identifier of the submission.</param>
    /// <param name="answers">Answer by column of the form's own table (<see cref="FlatTables"/>); a repeat has none.</param>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public static byte[] Write(XForm form, string instanceId, IReadOnlyDictionary<string, string> answers)
    {
        var columns = new FlatTables(form).Tables[0].Columns.ToDictionary(c => c.Name, c => c.Node.Path, StringComparer.Ordinal);
        var root = new XElement(form.Model.Elements(Namespaces.XForms + "instance").First().Elements().First());
        // A repeat that nobody filled in is not there at all.
        root.Descendants().Where(e => form.ByPath.TryGetValue(PathOf(e), out var node) && node.Kind == FormNodeKind.Repeat).ToList().ForEach(e => e.Remove());
        foreach (var (column, answer) in answers)
        {
            if (!columns.TryGetValue(column, out var path)) throw new ArgumentException($"The form has no column {column}.", nameof(answers));
            if (At(root, path) is { } element) element.Value = answer;
        }
        if (At(root, $"/{root.Name.LocalName}/meta/instanceID") is { } id) id.Value = instanceId;
        else root.Add(new XElement(Namespaces.OpenRosa + "meta", new XElement(Namespaces.OpenRosa + "instanceID", instanceId)));
        return Encoding.UTF8.GetBytes(root.ToString(SaveOptions.DisableFormatting));
    }

    private static XElement? At(XElement root, string path) =>
        path.Split('/', StringSplitOptions.RemoveEmptyEntries).Skip(1).Aggregate<string, XElement?>(root, (at, step) => at?.Elements().FirstOrDefault(e => e.Name.LocalName == step));

    private static string PathOf(XElement element) => "/" + string.Join('/', element.AncestorsAndSelf().Reverse().Select(e => e.Name.LocalName));
}
