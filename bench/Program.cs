using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;
using Vaka.Bench;

// bench/run passes: the release build of vaka, the content folder, a PostgreSQL to make databases in or "", a work folder, and counts of projects.
var (program, content, postgres, work) = (args[0], args[1], args[2], args[3]);
int[] counts = [.. args[4..].Select(a => int.Parse(a, CultureInfo.InvariantCulture))];
string[] questions =
[
    "", "?page=40", "?sort=year", "?sort=budget", "?q=migration", "?q=haatolu", "?q=sante+iles", "?q=zzzz", "?q=a",
    "?region=Africa", "?state=TO", "?type=Labour%20Migration", "?coverage=Regional", "?status=Active", "?year=2018",
    "?q=protection&state=VU&status=Active", "?region=Africa&coverage=Regional&year=2018&sort=budget",
];
const int Rounds = 20;

Console.WriteLine($"| database | projects | import, projects/s (CPU s, peak MiB) | start to first page, s (CPU s) | RSS after {Rounds * questions.Length} questions, MiB | CPU of a list or search, ms: p50 / p95 | worst question: p95 CPU, ms | wall p50 / p95, ms |");
Console.WriteLine("|---|---|---|---|---|---|---|---|");
foreach (var count in counts)
{
    var pack = Path.Combine(work, $"pack-{count}");
    Generator.Write(pack, count);
    foreach (var provider in (string[])["SQLite", .. postgres.Length > 0 ? ["PostgreSQL"] : Array.Empty<string>()])
    {
        var data = Directory.CreateDirectory(Path.Combine(work, $"{provider}-{count}")).FullName;
        var connection = provider == "SQLite" ? Path.Combine(data, "vaka.db") : postgres.Replace("Database=postgres", $"Database=bench{count}", StringComparison.Ordinal);
        foreach (var kind in (string[])["themes", "states"]) await Server.Run(program, "import", kind, Path.Combine(content, "reference", kind + ".csv"), "--db", connection, "--data", data);
        var import = await Server.Run(program, "import", "pack", pack, "--owner", "PACIFIC", "--db", connection, "--data", data);
        await using var server = await Server.Start(program, connection, data, 5700 + Environment.ProcessId % 200, "/en/projects");

        foreach (var question in questions) await Ask(server, question, 8); // until the compiler has done its work
        var measured = new List<(string Question, double Cpu, double Wall)>();
        for (var round = 0; round < Rounds; round++)
            foreach (var question in questions) measured.Add(await Ask(server, question, 1));
        var worst = measured.GroupBy(m => m.Question).Select(g => (g.Key, Cpu: At(g.Select(m => m.Cpu), 0.95))).MaxBy(w => w.Cpu);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {provider} | {count:N0} | {count / import.Wall.TotalSeconds:N0} ({import.Cpu.TotalSeconds:N0}, {import.PeakMiB:N0}) | {server.FirstPageWall.TotalSeconds:N1} ({server.FirstPageCpu.TotalSeconds:N1}) | {server.Resident:N0} | {At(measured.Select(m => m.Cpu), 0.5):N1} / {At(measured.Select(m => m.Cpu), 0.95):N1} | `{(worst.Key.Length == 0 ? "/projects" : worst.Key)}` {worst.Cpu:N1} | {At(measured.Select(m => m.Wall), 0.5):N1} / {At(measured.Select(m => m.Wall), 0.95):N1} |"));
    }
}
Console.WriteLine();
var example = Directory.CreateDirectory(Path.Combine(work, "demo")).FullName;
await using (var server = await Server.Start(program, Path.Combine(example, "vaka.db"), example, 5900 + Environment.ProcessId % 90, "/en", "demo"))
    foreach (var weight in await Weights(server)) Console.WriteLine(weight);
return 0;

// What a first view transfers: the page with every style sheet, script and picture it names, compressed as the server does.
static async Task<List<string>> Weights(Server server)
{
    var lines = new List<string>();
    foreach (var page in (string[])["/en", "/en/projects", "/en/projects/PX.0220", "/en/projects/MOTU-01/results", "/en/countries/VU", "/en/findings", "/en/matrix?owner=XM", "/en/board?owner=XM", "/fr", "/fr/board?owner=XM"])
    {
        using var answer = await server.Client.GetAsync(page);
        var body = await answer.Content.ReadAsByteArrayAsync();
        if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"{page}: {answer.StatusCode}");
        var parts = 0L;
        foreach (var part in Named().Matches(Decoded(answer, body)).Select(m => m.Groups["part"].Value).Distinct())
            parts += (await server.Client.GetByteArrayAsync(part)).Length;
        lines.Add(string.Create(CultureInfo.InvariantCulture, $"* `{page}`: {body.Length / 1000.0:N1} kB, with what it names {(body.Length + parts) / 1000.0:N1} kB"));
    }
    return lines;
}

static string Decoded(HttpResponseMessage answer, byte[] body)
{
    using Stream stream = answer.Content.Headers.ContentEncoding.LastOrDefault() switch
    {
        "br" => new BrotliStream(new MemoryStream(body), CompressionMode.Decompress),
        "gzip" => new GZipStream(new MemoryStream(body), CompressionMode.Decompress),
        _ => new MemoryStream(body),
    };
    using var reader = new StreamReader(stream);
    return reader.ReadToEnd();
}

// One after the other; the processor time is the server's, from before the question to after the answer.
static async Task<(string, double, double)> Ask(Server server, string question, int times)
{
    var (clock, before) = (Stopwatch.StartNew(), server.Nanoseconds);
    for (var i = 0; i < times; i++)
    {
        using var answer = await server.Client.GetAsync("/en/projects" + question);
        answer.EnsureSuccessStatusCode();
        await answer.Content.ReadAsByteArrayAsync();
    }
    return (question, (server.Nanoseconds - before) / 1e6 / times, clock.Elapsed.TotalMilliseconds / times);
}

static double At(IEnumerable<double> values, double share)
{
    var sorted = values.Order().ToList();
    return sorted[Math.Min(sorted.Count - 1, (int)Math.Ceiling(share * sorted.Count) - 1)];
}

internal static partial class Program
{
    [GeneratedRegex("<(?:link [^>]*rel=\"?(?:stylesheet|icon)\"?[^>]*href|script [^>]*src|img [^>]*src)=\"(?<part>/[^\"#]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Named();
}
