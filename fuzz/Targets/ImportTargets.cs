using System.Text;

namespace Vaka.Fuzz.Targets;

/// <summary>An importer of <c>vaka import</c>, whole: file, reader, rules and database.</summary>
internal sealed class ImportTarget(Store store, string name, int iterations, string kind, string file, string? owner, IReadOnlyList<byte[]> seeds) : ITarget
{
    public string Name => name;

    public int Iterations => iterations;

    public IReadOnlyList<byte[]> Seeds => seeds;

    public Task Feed(byte[] input) => store.Import(kind, file, input, owner);
}

/// <summary>A file of a pack; the input's first line names which.</summary>
internal sealed class PackTarget(Store store) : ITarget
{
    public string Name => "pack";

    public int Iterations => 70;

    public IReadOnlyList<byte[]> Seeds { get; } = Samples.Pack;

    public Task Feed(byte[] input)
    {
        var end = Array.IndexOf(input, (byte)'\n');
        var named = end < 0 ? "" : Encoding.UTF8.GetString(input.AsSpan(0, end)).Trim();
        var file = Samples.PackFiles.Contains(named) ? named : "findings.csv";
        return store.Import("pack", file, end < 0 ? input : input[(end + 1)..], "XM", file == "answers.csv" ? [("answers-survey.csv", Samples.Respondents)] : []);
    }
}

/// <summary>The file of respondents that <c>answers.csv</c> names.</summary>
internal sealed class DatasetTarget(Store store) : ITarget
{
    public string Name => "dataset";

    public int Iterations => 15;

    public IReadOnlyList<byte[]> Seeds { get; } = [Samples.Respondents];

    public Task Feed(byte[] input) => store.Import("pack", "answers-survey.csv", input, "XM", ("answers.csv", Samples.Answers));
}

/// <summary>All importers.</summary>
internal static class ImportTargets
{
    private static readonly (string Name, string File, string? Owner, int Iterations)[] Files =
    [
        ("states", "states.csv", null, 25), ("themes", "themes.csv", null, 25), ("facts", "facts.csv", null, 25), ("services", "services.csv", null, 25),
        ("targets", "targets.csv", null, 25), ("norms", "norms.csv", "PACIFIC", 25), ("treaties", "treaties.csv", null, 25),
        ("idf", "page.txt", "PACIFIC", 40), ("idf-records", "records.json", "PACIFIC", 40), ("pages", "a-page.en.md", null, 25),
    ];

    public static IReadOnlyList<string> Names { get; } = [.. Files.Select(f => f.Name), "pack", "dataset"];

    public static IReadOnlyList<ITarget> Make(Store store) =>
        [.. Files.Select(f => new ImportTarget(store, f.Name, f.Iterations, f.Name, f.File, f.Owner, Samples.Of(f.Name))), new PackTarget(store), new DatasetTarget(store)];
}
