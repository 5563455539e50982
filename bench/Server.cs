using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace Vaka.Bench;

/// <summary>A release build of Vaka in a process of its own, watched from outside: what the system charges it for.</summary>
internal sealed class Server : IAsyncDisposable
{
    private readonly Process _process;

    private Server(Process process, HttpClient client, TimeSpan wall, TimeSpan cpu) => (_process, Client, FirstPageWall, FirstPageCpu) = (process, client, wall, cpu);

    public HttpClient Client { get; }

    /// <summary>From the start of the process to the whole of the first page.</summary>
    public TimeSpan FirstPageWall { get; }

    public TimeSpan FirstPageCpu { get; }

    /// <summary>Resident memory now, MiB.</summary>
    public double Resident => Status("VmRSS:");

    /// <summary>Most resident memory so far, MiB.</summary>
    public double Peak => Status("VmHWM:");

    /// <summary>Processor time of all threads, in nanoseconds as the scheduler counts it.</summary>
    public long Nanoseconds
    {
        get
        {
            long sum = 0;
            foreach (var task in Directory.GetDirectories($"/proc/{_process.Id}/task"))
                try
                {
                    sum += long.Parse(File.ReadAllText(task + "/schedstat").Split(' ')[0], CultureInfo.InvariantCulture);
                }
                catch (IOException)
                {
                    // A thread that ended meanwhile; what it used is in the process's own count, and lost to this one.
                }
            return sum;
        }
    }

    public static async Task<Server> Start(string program, string connection, string data, int port, string first, string verb = "serve")
    {
        var clock = Stopwatch.StartNew();
        var process = Launch(program, [verb, "--db", connection, "--data", data, "--urls", $"http://127.0.0.1:{port}"]);
        var client = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None }) { BaseAddress = new($"http://127.0.0.1:{port}"), Timeout = TimeSpan.FromMinutes(5) };
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        client.DefaultRequestHeaders.AcceptEncoding.ParseAdd("gzip, br");
        while (true)
        {
            try
            {
                using var answer = await client.GetAsync(first);
                answer.EnsureSuccessStatusCode();
                await answer.Content.ReadAsByteArrayAsync();
                return new(process, client, clock.Elapsed, process.TotalProcessorTime);
            }
            // The example is loaded before the port is bound.
            catch (HttpRequestException) when (!process.HasExited)
            {
                await Task.Delay(10);
            }
        }
    }

    /// <summary>Runs a command to its end.</summary>
    public static async Task<(TimeSpan Wall, TimeSpan Cpu, double PeakMiB)> Run(string program, params string[] arguments)
    {
        var clock = Stopwatch.StartNew();
        using var process = Launch(program, arguments);
        var (peak, cpu) = (0.0, TimeSpan.Zero);
        while (!process.HasExited)
        {
            try
            {
                (peak, cpu) = (Math.Max(peak, Kilobytes(process.Id, "VmHWM:") / 1024), process.TotalProcessorTime);
            }
            catch (Exception e) when (e is IOException or InvalidOperationException)
            {
                // It ended between the question and the answer.
            }
            await Task.Delay(50);
        }
        if (process.ExitCode != 0) throw new InvalidOperationException($"vaka {string.Join(' ', arguments)}: exit code {process.ExitCode}");
        return (clock.Elapsed, cpu, peak);
    }

    private static Process Launch(string program, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, UseShellExecute = false };
        start.ArgumentList.Add(program);
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        var process = Process.Start(start)!;
        process.BeginOutputReadLine();
        return process;
    }

    private double Status(string name) => Kilobytes(_process.Id, name) / 1024;

    private static double Kilobytes(int id, string name) =>
        File.ReadLines($"/proc/{id}/status").Where(l => l.StartsWith(name, StringComparison.Ordinal)).Select(l => double.Parse(l.AsSpan(name.Length).Trim()[..^3], CultureInfo.InvariantCulture)).FirstOrDefault();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
