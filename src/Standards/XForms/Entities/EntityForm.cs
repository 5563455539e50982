using System.Xml.Linq;
using Vaka.XForms.Forms;
using Vaka.XForms.Submissions;

namespace Vaka.XForms.Entities;

/// <summary>What a form says of one entity list, at one place: <c>save_to</c> of the questions below it.</summary>
/// <param name="Path">The section whose meta block declares it: <c>/data</c> or <c>/data/person</c>.</param>
/// <param name="List">Name of the list.</param>
/// <param name="Properties">Property by the path of the question that is saved to it, in the order of the form.</param>
public sealed record EntityPlace(string Path, string List, IReadOnlyDictionary<string, string> Properties);

/// <summary>
/// How a form creates and changes entities (ODK entities specification 2023.1, 2024.1 with chains of offline updates, 2025.1 with repeats and several
/// lists), and what a submission of it says of them.
/// </summary>
public sealed class EntityForm
{
    // By year and month of the specification: a newer one may mean something by what looks the same.
    private static readonly string[] Known = ["2022.1", "2023.1", "2024.1", "2025.1"];
    private readonly Dictionary<string, EntityPlace> _places;

    private EntityForm(string? version, IReadOnlyList<EntityPlace> places) =>
        (Version, Places, _places) = (version, places, places.ToDictionary(p => p.Path, StringComparer.Ordinal));

    /// <summary>Version of the specification that the form declares; null for none.</summary>
    public string? Version { get; }

    /// <summary>Can it be processed? False for a version of the specification that is newer than this reader.</summary>
    public bool IsKnown => Version is null || Known.Contains(string.Join('.', Version.Split('.').Take(2)), StringComparer.Ordinal);

    /// <summary>Where it declares entities, in the order of the form.</summary>
    public IReadOnlyList<EntityPlace> Places { get; }

    /// <summary>Reads what a form declares.</summary>
    public static EntityForm Of(XForm form)
    {
        var version = ((string?)form.Model.Attribute(Namespaces.Entities + "entities-version"))?.Trim();
        var instance = form.Model.Elements(Namespaces.XForms + "instance").First().Elements().First();
        var declared = new List<(string Path, string List)>();
        Declarations(instance, $"/{instance.Name.LocalName}", declared);
        var saved = declared.ToDictionary(d => d.Path, _ => new Dictionary<string, string>(StringComparer.Ordinal), StringComparer.Ordinal);
        foreach (var bind in form.Model.Elements(Namespaces.XForms + "bind"))
        {
            if (((string?)bind.Attribute(Namespaces.Entities + "saveto"))?.Trim() is not { Length: > 0 } property || (string?)bind.Attribute("nodeset") is not { } nodes) continue;
            var path = string.Concat(nodes.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(s => "/" + s.Trim().Split(':')[^1]));
            // A question is saved to the nearest declaration above it.
            if (declared.Where(d => path.StartsWith(d.Path + "/", StringComparison.Ordinal)).OrderByDescending(d => d.Path.Length).Select(d => d.Path).FirstOrDefault() is { } place) saved[place].TryAdd(path, property);
        }
        return new(version, [.. declared.Select(d => new EntityPlace(d.Path, d.List, saved[d.Path]))]);
    }

    /// <summary>What a submission says of entities, in document order.</summary>
    public IReadOnlyList<EntityNode> Read(Submission submission)
    {
        var nodes = new List<EntityNode>();
        if (submission.Document.Root is { } root) Visit(root, $"/{root.Name.LocalName}", $"/{root.Name.LocalName}", nodes);
        return nodes;
    }

    // No deeper than SafeXml lets a document be.
    private static void Declarations(XElement element, string path, List<(string, string)> found)
    {
        if (Entity(element) is { } entity && ((string?)entity.Attribute("dataset"))?.Trim() is { Length: > 0 } list && !found.Exists(f => f.Item1 == path)) found.Add((path, list));
        foreach (var child in element.Elements().Where(c => c.Name.LocalName != "meta")) Declarations(child, $"{path}/{child.Name.LocalName}", found);
    }

    private void Visit(XElement element, string path, string place, List<EntityNode> nodes)
    {
        if (_places.TryGetValue(path, out var declared) && Entity(element) is { } entity)
        {
            var properties = new Dictionary<string, string>(StringComparer.Ordinal);
            Collect(element, path, declared, properties);
            nodes.Add(EntityNode.Read(entity, declared.List, place, properties));
        }
        foreach (var same in element.Elements().Where(c => c.Name.LocalName != "meta").GroupBy(c => c.Name.LocalName, StringComparer.Ordinal))
        {
            var position = 0;
            foreach (var child in same) Visit(child, $"{path}/{same.Key}", $"{place}/{same.Key}[{++position}]", nodes);
        }
    }

    private void Collect(XElement element, string path, EntityPlace declared, Dictionary<string, string> properties)
    {
        foreach (var child in element.Elements())
        {
            var at = $"{path}/{child.Name.LocalName}";
            if (declared.Properties.TryGetValue(at, out var property)) properties.TryAdd(property, child.Value);
            // What stands below another declaration is that one's.
            if (child.HasElements && !_places.ContainsKey(at)) Collect(child, at, declared, properties);
        }
    }

    private static XElement? Entity(XElement section) => section.Elements().Where(e => e.Name.LocalName == "meta").Elements().FirstOrDefault(e => e.Name.LocalName == "entity");
}
