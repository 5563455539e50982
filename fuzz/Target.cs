using System.Globalization;
using Vaka.Kernel.Importing;
using Vaka.Kernel.Words;

namespace Vaka.Fuzz;

/// <summary>Something that a parser did and must not: the reason a run fails.</summary>
internal sealed class FindingException(string what, Exception? cause = null) : Exception(what, cause);

/// <summary>A parser under test.</summary>
internal interface ITarget
{
    /// <summary>Name on the command line and of the folder of saved failures.</summary>
    string Name { get; }

    /// <summary>Inputs tried in the test run: about a second's worth.</summary>
    int Iterations { get; }

    /// <summary>Valid inputs that mutations begin from.</summary>
    IReadOnlyList<byte[]> Seeds { get; }

    /// <summary>Feeds an input. Returns when it was read or refused as the parser declares; throws otherwise.</summary>
    Task Feed(byte[] input);
}

/// <summary>A parser that works on bytes alone.</summary>
internal sealed class PureTarget(string name, int iterations, IReadOnlyList<byte[]> seeds, Action<byte[]> feed) : ITarget
{
    public string Name => name;

    public int Iterations => iterations;

    public IReadOnlyList<byte[]> Seeds => seeds;

    /// <summary>Processor time above which an input counts as a finding; null in the test run, which must not depend on the machine.</summary>
    public static TimeSpan? Most { get; set; }

    public Task Feed(byte[] input)
    {
        var before = Used();
        feed(input);
        if (Used() - before > Most) throw new FindingException($"more than {Most} of processor time");
        return Task.CompletedTask;
    }

    // User and system time of this thread, in hundredths of a second; nothing where the system does not say.
    private static TimeSpan Used()
    {
        if (Most is null || !File.Exists("/proc/thread-self/stat")) return TimeSpan.Zero;
        var fields = File.ReadAllText("/proc/thread-self/stat").Split(") ")[^1].Split(' ');
        return TimeSpan.FromMilliseconds(10 * (long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture)));
    }
}

/// <summary>What every report must bear.</summary>
internal static class Reports
{
    private static readonly WordsCatalogue Catalogue =
        new([typeof(WordsCatalogue).Assembly, typeof(App.VakaModules).Assembly, .. App.VakaModules.All.Select(m => m.GetType().Assembly)]);

    /// <summary>Each problem can be said in every language, and its words exist.</summary>
    public static void Say(ImportReport report)
    {
        foreach (var (code, _) in Languages.Offered)
        {
            Languages.Use(code);
            foreach (var problem in report.Problems)
            {
                if (Catalogue.Find(code, problem.Key) == problem.Key) throw new FindingException($"no words for {problem.Key}");
                if (problem.Line < 0) throw new FindingException($"{problem.Key} on line {problem.Line}");
                _ = problem.Say(new Words(Catalogue));
            }
        }
    }
}
