using System.Security.Cryptography;
using System.Text;

namespace Vaka.Fuzz;

/// <summary>An input that a parser did not bear.</summary>
internal sealed record Failure(string Target, string Where, byte[] Input, string What)
{
    /// <summary>For people: what, where, and enough of the input to see it.</summary>
    public override string ToString() => $"{Target}, {Where}: {What}\n{Input.Length} bytes: {Encoding.Latin1.GetString(Input.AsSpan(0, Math.Min(Input.Length, 300))).ReplaceLineEndings("⏎")}";
}

/// <summary>Feeds targets, for the test run and for long runs alike.</summary>
internal static class Runner
{
    // Far beyond what any input of this size takes, even on a laden machine: whoever has not answered by then hangs.
    private static readonly TimeSpan Hang = TimeSpan.FromMinutes(2);

    /// <summary>The folder of saved failures of a target; it need not be there.</summary>
    public static string FolderOf(string target) => Path.Combine(Root(), "tests", "Product", "fuzz-failures", target);

    /// <summary>Feeds everything that once failed.</summary>
    public static async Task<Failure?> Replay(ITarget target)
    {
        var folder = FolderOf(target.Name);
        if (!Directory.Exists(folder)) return null;
        foreach (var file in Directory.GetFiles(folder).Order(StringComparer.Ordinal))
            if (await Try(target, await File.ReadAllBytesAsync(file), Path.GetFileName(file)) is { } failure) return failure;
        return null;
    }

    /// <summary>The valid inputs must themselves be borne.</summary>
    public static async Task<Failure?> Seeds(ITarget target)
    {
        foreach (var (seed, i) in target.Seeds.Select((s, i) => (s, i)))
            if (await Try(target, seed, $"valid input {i}") is { } failure) return failure;
        return null;
    }

    /// <summary>Feeds mutations of one seed of the random numbers; the first failure ends it.</summary>
    public static async Task<Failure?> Mutations(ITarget target, int seed, int count)
    {
        var mutator = new Mutator(seed, target.Seeds);
        for (var i = 0; i < count; i++)
            if (await Try(target, mutator.Next(), $"seed {seed}, input {i}") is { } failure) return failure;
        return null;
    }

    /// <summary>Keeps an input for the test run to replay.</summary>
    public static string Save(Failure failure)
    {
        var file = Path.Combine(Directory.CreateDirectory(FolderOf(failure.Target)).FullName, Convert.ToHexStringLower(SHA256.HashData(failure.Input))[..12] + ".bin");
        File.WriteAllBytes(file, failure.Input);
        return file;
    }

    private static async Task<Failure?> Try(ITarget target, byte[] input, string where)
    {
        try
        {
            await Task.Run(() => target.Feed(input)).WaitAsync(Hang);
            return null;
        }
        catch (TimeoutException)
        {
            return new(target.Name, where, input, $"no answer within {Hang}");
        }
        catch (FindingException e)
        {
            return new(target.Name, where, input, e.Message);
        }
        catch (Exception e)
        {
            var (cause, ours) = (e.GetBaseException(), e.StackTrace?.Split('\n').FirstOrDefault(l => l.Contains("at Vaka.", StringComparison.Ordinal))?.Trim());
            return new(target.Name, where, input, $"{cause.GetType().Name}: {cause.Message} {ours}");
        }
    }

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Vaka.slnx"))) return folder.FullName;
        throw new DirectoryNotFoundException("Vaka.slnx");
    }
}
