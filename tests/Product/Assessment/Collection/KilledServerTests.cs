using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vaka.App;
using Vaka.Assessment.Collection;
using Vaka.Contracts.Assessment;
using Vaka.Kernel.Data;

namespace Vaka.Product.Tests.Assessment.Collection;

/// <summary>What the real server said it has, it has, whatever happens to its process; and what it refuses it does not gather first.</summary>
[Trait("speed", "slow")]
public sealed class KilledServerTests(Databases databases)
{
    private const int Connections = 6, Each = 40, Kills = 3;

    private const string Form = """
        <h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"><h:head><h:title>Needs</h:title><model>
        <instance><data id="needs" version="1"><age/><note/><meta><instanceID/></meta></data></instance><bind nodeset="/data/age" type="int"/></model></h:head><h:body><input ref="/data/age"/><input ref="/data/note"/></h:body></h:html>
        """;

    public static TheoryData<string> Providers => Databases.Providers;

    private static string Xml(int connection, int number) =>
        $"<data id=\"needs\" version=\"1\"><age>{number}</age><note>{new string((char)('a' + connection), 900)}</note><meta><instanceID>uuid:{connection}-{number}</instanceID></meta></data>";

    // The application that made form and device is closed before the process is started.
    private async Task<(string Connection, string Data, string Key)> Prepared(string provider)
    {
        await using var app = await TestApp.Start(databases, provider);
        var file = Path.Combine(databases.Folder(), "needs.xml");
        await File.WriteAllTextAsync(file, Form);
        Assert.True((await app.TryImport("form", file, "TO")).Applied);
        await using var scope = app.System();
        return (app.Services.GetRequiredService<HostOptions>().Connection, databases.Folder(), "/key/" + await scope.ServiceProvider.GetRequiredService<ICollectDevices>().Add("TO", "Tablet 1"));
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Every_submission_that_was_acknowledged_is_there_once_after_kills_at_any_moment(string provider)
    {
        var (connection, data, key) = await Prepared(provider);
        var port = ServerProcess.FreePort();
        var moments = new Random(20261124);
        var left = new ConcurrentQueue<(int, int)>(Enumerable.Range(0, Each).SelectMany(n => Enumerable.Range(0, Connections).Select(c => (c, n))));
        var acknowledged = new ConcurrentDictionary<(int, int), int>();
        var lost = 0;
        for (var life = 0; life <= Kills; life++)
        {
            await using var server = await ServerProcess.Start(connection, data, port);
            // The moment is a number of answers, not a time: where in the next requests the blow falls is chance enough.
            var until = life == Kills ? int.MaxValue : acknowledged.Count + moments.Next(5, Connections * Each / (Kills + 2));
            using var gone = new CancellationTokenSource();
            var senders = Enumerable.Range(0, Connections).Select(_ => Task.Run(async () =>
            {
                using var client = new HttpClient { BaseAddress = new(server.Url) };
                while (left.TryDequeue(out var next))
                {
                    try
                    {
                        using var content = new MultipartFormDataContent { { new StringContent(Xml(next.Item1, next.Item2), Encoding.UTF8, "text/xml"), "xml_submission_file", "a.xml" } };
                        using var answer = await client.PostAsync(key + "/submission", content);
                        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
                        acknowledged.AddOrUpdate(next, 1, (_, n) => n + 1);
                        if (acknowledged.Count >= until) await gone.CancelAsync();
                    }
                    catch (HttpRequestException)
                    {
                        // Nobody knows what became of it: it is sent again to the next life.
                        Interlocked.Increment(ref lost);
                        left.Enqueue(next);
                        return;
                    }
                }
            })).ToList();
            if (life < Kills)
            {
                await Task.WhenAny(Task.Delay(Timeout.Infinite, gone.Token), Task.WhenAll(senders));
                await server.Kill();
                await Task.WhenAll(senders);
                await Same(connection, acknowledged.Keys, exactly: false);
            }
            else await Task.WhenAll(senders);
        }
        Assert.Equal(Connections * Each, acknowledged.Count);
        Assert.True(lost > 0, "No blow fell on a request.");
        await Same(connection, acknowledged.Keys, exactly: true);
    }

    private async Task Same(string connection, ICollection<(int Connection, int Number)> acknowledged, bool exactly)
    {
        // What this process keeps open would hide that the log has to be read again.
        SqliteConnection.ClearAllPools();
        await using var db = Databases.Open(connection);
        var stored = (await db.Set<StoredSubmission>().AsNoTracking().Select(s => new { s.InstanceId, s.Xml }).ToListAsync()).ToLookup(s => s.InstanceId, s => Encoding.UTF8.GetString(s.Xml));
        foreach (var (c, n) in acknowledged) Assert.Equal(Xml(c, n), Assert.Single(stored[$"uuid:{c}-{n}"]));
        Assert.All(stored, s => Assert.Single(s));
        if (exactly) Assert.Equal(acknowledged.Count, stored.Count);
        await db.DisposeAsync();
        SqliteConnection.ClearAllPools();
    }

    [Fact]
    public async Task A_body_of_two_gigabytes_is_refused_before_it_is_gathered()
    {
        var (connection, data, key) = await Prepared(Databases.Sqlite);
        await using var server = await ServerProcess.Start(connection, data, ServerProcess.FreePort());
        var before = server.Peak;
        // Who says how much it will be is refused before the first byte; who does not, at the limit.
        var (told, toldBytes) = await Pour(server.Port, key, "Content-Length: 2147483648", false);
        Assert.Contains(" 413 ", told, StringComparison.Ordinal);
        Assert.Contains("OpenRosaResponse", told, StringComparison.Ordinal);
        Assert.Equal(0, toldBytes);
        var (answer, sent) = await Pour(server.Port, key, "Transfer-Encoding: chunked", true);
        Assert.Contains(" 413 ", answer, StringComparison.Ordinal);
        Assert.Contains("OpenRosaResponse", answer, StringComparison.Ordinal);
        Assert.InRange(sent, 1, 160L * 1024 * 1024);
        Assert.InRange(server.Peak - before, 0, 64L * 1024 * 1024);
        using var client = new HttpClient { BaseAddress = new(server.Url) };
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(key + "/formList")).StatusCode);
    }

    // Sends until it is answered; for a body with a length, nothing of it.
    private static async Task<(string Answer, long Sent)> Pour(int port, string key, string header, bool pour)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, port);
        var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST {key}/submission HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=b\r\n{header}\r\n\r\n"));
        var answer = new MemoryStream();
        var read = Task.Run(async () =>
        {
            try
            {
                var some = new byte[4096];
                for (int n; !Encoding.UTF8.GetString(answer.ToArray()).Contains("</OpenRosaResponse>", StringComparison.Ordinal) && (n = await stream.ReadAsync(some)) > 0;) answer.Write(some, 0, n);
            }
            catch (IOException)
            {
                // Cut off after the answer.
            }
        });
        long sent = 0;
        if (pour)
            try
            {
                await Chunk(stream, "--b\r\nContent-Disposition: form-data; name=\"photo.jpg\"; filename=\"photo.jpg\"\r\n\r\n"u8.ToArray());
                for (var megabyte = new byte[1024 * 1024]; !read.IsCompleted && sent < 2L * 1024 * 1024 * 1024; sent += megabyte.Length) await Chunk(stream, megabyte);
            }
            catch (IOException)
            {
                // The server has closed: it has had enough.
            }
        await read;
        return (Encoding.UTF8.GetString(answer.ToArray()), sent);
    }

    private static async Task Chunk(NetworkStream stream, byte[] bytes) => await stream.WriteAsync((byte[])[.. Encoding.ASCII.GetBytes($"{bytes.Length:x}\r\n"), .. bytes, .. "\r\n"u8]);
}
