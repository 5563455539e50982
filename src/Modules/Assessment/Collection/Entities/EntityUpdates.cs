using System.Text.Encodings.Web;
using System.Text.Json;

namespace Vaka.Assessment.Collection;

/// <summary>
/// The rules by which what was said of an entity comes to count, without a database. There is no last writer who wins: what was not made from the
/// version that counts is kept beside it, until a person decides.
/// </summary>
internal static class EntityUpdates
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The label among what an update sets. No property can be called so.</summary>
    public const string Label = "label";

    public static SortedDictionary<string, string> Read(string json) => new(JsonSerializer.Deserialize<Dictionary<string, string>>(json)!, StringComparer.Ordinal);

    public static string Write(IReadOnlyDictionary<string, string> values) => JsonSerializer.Serialize(new SortedDictionary<string, string>(values.ToDictionary(), StringComparer.Ordinal), Json);

    /// <summary>What an update sets: its properties, and its label unless that is blank.</summary>
    public static SortedDictionary<string, string> Said(string? label, IReadOnlyDictionary<string, string> properties)
    {
        var said = new SortedDictionary<string, string>(properties.ToDictionary(), StringComparer.Ordinal);
        if (!string.IsNullOrWhiteSpace(label)) said[Label] = Cut(label.Trim());
        return said;
    }

    /// <summary>Values with changes laid over them: blank clears, what is not named stays.</summary>
    public static (string Label, SortedDictionary<string, string> Data) Over(string label, IReadOnlyDictionary<string, string> data, IReadOnlyDictionary<string, string> said)
    {
        var all = new SortedDictionary<string, string>(data.ToDictionary(), StringComparer.Ordinal);
        foreach (var (name, value) in said)
            if (name != Label) all[name] = value;
        return (said.TryGetValue(Label, out var named) ? named : label, all);
    }

    /// <summary>
    /// How an update contradicts what counts: hard when something it sets was set to another value since the version it was made from, or when either
    /// side says that the entity is no more; soft when the two sides touched different things.
    /// </summary>
    /// <param name="said">What the update sets.</param>
    /// <param name="since">What the versions set that came to count since the update's base.</param>
    /// <param name="deletion">Does either side delete?</param>
    public static EntityConflict Weigh(IReadOnlyDictionary<string, string> said, IEnumerable<IReadOnlyDictionary<string, string>> since, bool deletion)
    {
        if (deletion) return EntityConflict.Hard;
        var there = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var version in since)
            foreach (var (name, value) in version) there[name] = value;
        return said.Any(s => there.TryGetValue(s.Key, out var other) && other != s.Value) ? EntityConflict.Hard : EntityConflict.Soft;
    }

    /// <summary>
    /// The version that an update was made from; null when it is not here yet. An update outside a chain names it. On a chain the device counts on its
    /// own: the first link stands on the trunk, or on the create that began the chain, each other on the link before.
    /// </summary>
    public static EntityVersion? BaseOf(int? baseVersion, int? trunk, string? branch, IReadOnlyList<EntityVersion> versions)
    {
        if (baseVersion is not { } number) return null;
        if (branch is null) return versions.FirstOrDefault(v => v.Number == number);
        if (trunk is { } start && number == start) return versions.FirstOrDefault(v => v.Number == start);
        if (trunk is null && number == 1) return versions.FirstOrDefault(v => v.Number == 1);
        return versions.FirstOrDefault(v => v.Branch == branch && v.BranchBase == number - 1);
    }

    /// <summary>The number under which a version counts; null for one that waits or was dismissed.</summary>
    public static int? NumberThatCounts(EntityVersion version) => version.State switch
    {
        EntityVersionState.Counted => version.Number,
        EntityVersionState.Taken => version.CountedAs,
        _ => null,
    };

    public static string Cut(string label) => label.Length <= 500 ? label : label[..500];
}
