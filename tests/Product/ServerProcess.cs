using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Vaka.Product.Tests;

/// <summary>The real server in a process of its own, as it is run, so that it can be killed.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process _process;

    private ServerProcess(Process process, int port) => (_process, Port) = (process, port);

    public int Port { get; }

    public string Url => $"http://127.0.0.1:{Port}";

    /// <summary>Starts it and waits until it answers.</summary>
    public static async Task<ServerProcess> Start(string connection, string data, int port)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in (string[])[Path.Combine(AppContext.BaseDirectory, "vaka.dll"), "serve", "--db", connection, "--data", data, "--urls", $"http://127.0.0.1:{port}"]) start.ArgumentList.Add(argument);
        var server = new ServerProcess(Process.Start(start)!, port);
        var error = server._process.StandardError.ReadToEndAsync();
        _ = server._process.StandardOutput.ReadToEndAsync();
        using var client = new HttpClient { BaseAddress = new(server.Url) };
        while (true)
        {
            Assert.False(server._process.HasExited, server._process.HasExited ? await error : "");
            try
            {
                using var answer = await client.GetAsync("/key/none/formList");
                if (answer.StatusCode == HttpStatusCode.Unauthorized) return server;
            }
            catch (HttpRequestException)
            {
                // The port is not bound yet.
            }
            await Task.Delay(20);
        }
    }

    /// <summary>A port that was free a moment ago.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Ends it as a power cut would: SIGKILL, no farewell.</summary>
    public async Task Kill()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Most resident memory so far, bytes.</summary>
    public long Peak => long.Parse(File.ReadLines($"/proc/{_process.Id}/status").Single(l => l.StartsWith("VmHWM:", StringComparison.Ordinal))[6..].Trim()[..^3], System.Globalization.CultureInfo.InvariantCulture) * 1024;

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) await Kill();
        _process.Dispose();
    }
}
