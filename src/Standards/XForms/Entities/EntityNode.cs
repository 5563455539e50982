using System.Globalization;
using System.Xml.Linq;

namespace Vaka.XForms.Entities;

/// <summary>What a submission says of one entity.</summary>
/// <param name="List">Name of the list.</param>
/// <param name="Id">UUID of the entity, lower case, without <c>uuid:</c>; empty when it names none.</param>
/// <param name="Place">Where it stands in the submission: a path with positions.</param>
/// <param name="Creates">It makes the entity.</param>
/// <param name="Updates">It changes the entity.</param>
/// <param name="Label">What the entity is called; null when nothing is said, blank when blank.</param>
/// <param name="Properties">Properties that it sets; blank ones clear, absent ones are not touched.</param>
/// <param name="Base">Version that the update was made from: on a chain counted by the device.</param>
/// <param name="Trunk">Last version of the server's that the chain began from; null for a chain that began with a create made offline.</param>
/// <param name="Branch">The chain of offline updates; null for an update made of what the server had given.</param>
public sealed record EntityNode(string List, string Id, string Place, bool Creates, bool Updates, string? Label, IReadOnlyDictionary<string, string> Properties, int? Base, int? Trunk, string? Branch)
{
    internal static EntityNode Read(XElement entity, string list, string place, IReadOnlyDictionary<string, string> properties)
    {
        string Of(string name) => ((string?)entity.Attribute(name) ?? "").Trim();
        int? Number(string name) => int.TryParse(Of(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        bool Is(string name) => Of(name).ToLowerInvariant() is "1" or "true" or "true()";
        var id = Of("id").ToLowerInvariant();
        return new(list, id.StartsWith("uuid:", StringComparison.Ordinal) ? id[5..] : id, place, Is("create"), Is("update"), entity.Elements().FirstOrDefault(e => e.Name.LocalName == "label")?.Value.Trim(),
            properties, Number("baseVersion"), Number("trunkVersion"), Of("branchId") is { Length: > 0 and <= 100 } branch ? branch : null);
    }
}
