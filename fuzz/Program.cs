using System.Diagnostics;
using System.Globalization;
using Vaka.Fuzz;
using Vaka.Fuzz.Targets;

// ./fuzz/run [PARSER] [MINUTES]
await using var store = new Store();
var all = await AllTargets.Make(store);
var name = args.FirstOrDefault(a => !a.All(char.IsAsciiDigit));
var minutes = args.FirstOrDefault(a => a.Length > 0 && a.All(char.IsAsciiDigit)) is { } m ? int.Parse(m, CultureInfo.InvariantCulture) : 10;
var targets = name is null ? all : [.. all.Where(t => t.Name == name)];
if (targets.Count == 0)
{
    Console.Error.WriteLine($"No parser '{name}'. There are: {string.Join(", ", all.Select(t => t.Name))}");
    return 2;
}
var failures = 0;
PureTarget.Most = TimeSpan.FromSeconds(1);
var known = new HashSet<string>(StringComparer.Ordinal);
foreach (var target in targets)
{
    failures += await Report(await Runner.Seeds(target) ?? await Runner.Replay(target));
    var (clock, part, inputs) = (Stopwatch.StartNew(), TimeSpan.FromMinutes((double)minutes / targets.Count), 0);
    // The test run uses seed 1; a long run goes where it has not been.
    for (var seed = Random.Shared.Next(2, int.MaxValue); clock.Elapsed < part; seed++)
    {
        failures += await Report(await Runner.Mutations(target, seed, 50));
        inputs += 50;
    }
    Console.WriteLine($"{target.Name,-14} {inputs,9} inputs in {clock.Elapsed:hh\\:mm\\:ss}");
}
Console.WriteLine(failures == 0 ? "No failure." : $"{failures} failures.");
return failures == 0 ? 0 : 1;

// The same failure is said and saved once: numbers in it differ from input to input.
Task<int> Report(Failure? failure)
{
    if (failure is null || !known.Add($"{failure.Target} {string.Concat(failure.What.Where(c => !char.IsAsciiDigit(c)))}")) return Task.FromResult(0);
    Console.Error.WriteLine($"FAILED {failure}\nsaved as {Runner.Save(failure)}");
    return Task.FromResult(1);
}
