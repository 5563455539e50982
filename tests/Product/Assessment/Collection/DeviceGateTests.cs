using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using Vaka.Assessment.Collection;
using Vaka.Contracts.Assessment;
using Vaka.Kernel.Data;

namespace Vaka.Product.Tests.Assessment.Collection;

/// <summary>How devices say who they are: by name and secret, in clear only where nobody listens, by Digest only where it is allowed.</summary>
public sealed class DeviceGateTests(Databases databases)
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 24, 20, 0, 0, TimeSpan.Zero));

    public static TheoryData<string> Providers => Databases.Providers;

    private async Task<(TestApp App, TestBrowser Client, IntroducedDevice Device)> Start(string provider, bool digest)
    {
        var app = await TestApp.Start(databases, provider, services: s => s.Replace(ServiceDescriptor.Singleton<TimeProvider>(_clock)).Replace(ServiceDescriptor.Singleton(new CollectOptions(digest))));
        await using var scope = app.System();
        return (app, await app.Browser(), await scope.ServiceProvider.GetRequiredService<ICollectDevices>().Introduce("TO", "Tablet № 1"));
    }

    private static async Task<HttpResponseMessage> Get(TestBrowser client, string? authorization, string address = "/openrosa/formList?deviceID=collect%3A1")
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (authorization is not null) request.Headers.TryAddWithoutValidation("Authorization", authorization);
        var answer = await client.Send(request);
        Assert.Equal("1.0", answer.Headers.GetValues("X-OpenRosa-Version").Single());
        return answer;
    }

    private static string Basic(string user, string secret) => "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{secret}"));

    private static string Digest(HttpResponseMessage challenge, string user, string secret, uint count = 1, string address = "/openrosa/formList?deviceID=collect%3A1", bool qop = true)
    {
        var nonce = NonceOf(challenge);
#pragma warning disable CA5351 // What clients speak.
        static string Md5(string text) => Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5351
        var (ha1, ha2) = (Md5($"{user}:vaka:{secret}"), Md5($"GET:{address}"));
        return qop
            ? $"Digest username=\"{user}\", realm=\"vaka\", nonce=\"{nonce}\", uri=\"{address}\", response=\"{Md5($"{ha1}:{nonce}:{count:x8}:abc:auth:{ha2}")}\", qop=auth, nc={count:x8}, cnonce=\"abc\""
            : $"Digest username=\"{user}\", realm=\"vaka\", nonce=\"{nonce}\", uri=\"{address}\", response=\"{Md5($"{ha1}:{nonce}:{ha2}")}\"";
    }

    private static string NonceOf(HttpResponseMessage challenge)
    {
        var digest = challenge.Headers.WwwAuthenticate.Single(w => w.Scheme == "Digest").Parameter!;
        return digest.Split("nonce=\"")[1].Split('"')[0];
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task A_device_says_its_name_and_secret_and_gets_addresses_that_ask_again(string provider)
    {
        var (app, client, device) = await Start(provider, digest: false);
        await using var _ = app;
        Assert.Matches("^tablet-1-[a-z2-9]{5}$", device.UserName);
        var refused = await Get(client, null);
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.Equal(["Basic"], refused.Headers.WwwAuthenticate.Select(w => w.Scheme));
        Assert.Equal("text/xml", refused.Content.Headers.ContentType!.MediaType);
        Assert.Equal("{http://openrosa.org/http/response}OpenRosaResponse", XDocument.Parse(await refused.Content.ReadAsStringAsync()).Root!.Name.ToString());
        Assert.Equal(HttpStatusCode.OK, (await Get(client, Basic(device.UserName, device.Secret))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Get(client, Basic(device.UserName.ToUpperInvariant(), device.Secret))).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Get(client, Basic("tablet-2", device.Secret))).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Get(client, "Basic ***")).StatusCode);
        await using var scope = app.System();
        // Where Digest is not allowed, nothing that equals the secret is kept.
        Assert.Null((await scope.ServiceProvider.GetRequiredService<VakaDb>().Set<CollectDevice>().AsNoTracking().SingleAsync()).DigestSecret);
        Assert.False(device.Digest);
        await scope.ServiceProvider.GetRequiredService<ICollectDevices>().Revoke("TO", "Tablet № 1");
        Assert.Equal(HttpStatusCode.Unauthorized, (await Get(client, Basic(device.UserName, device.Secret))).StatusCode);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Digest_is_spoken_where_it_is_allowed_and_nothing_can_be_sent_again(string provider)
    {
        var (app, client, device) = await Start(provider, digest: true);
        await using var _ = app;
        Assert.True(device.Digest);
        var challenge = await Get(client, null);
        Assert.Equal(["Digest", "Basic"], challenge.Headers.WwwAuthenticate.Select(w => w.Scheme));
        var first = Digest(challenge, device.UserName, device.Secret);
        Assert.Equal(HttpStatusCode.OK, (await Get(client, first)).StatusCode);
        var again = await Get(client, first);
        Assert.Equal(HttpStatusCode.Unauthorized, again.StatusCode);
        Assert.Contains("stale=true", again.Headers.WwwAuthenticate.First().Parameter!, StringComparison.Ordinal);
        // Counts may overtake each other, each once.
        foreach (var (count, expected) in ((uint, HttpStatusCode)[])[(3, HttpStatusCode.OK), (2, HttpStatusCode.OK), (2, HttpStatusCode.Unauthorized), (200, HttpStatusCode.OK), (4, HttpStatusCode.Unauthorized), (0, HttpStatusCode.Unauthorized)])
            Assert.Equal(expected, (await Get(client, Digest(challenge, device.UserName, device.Secret, count))).StatusCode);
        // What was signed for one address opens no other.
        Assert.Equal(HttpStatusCode.Unauthorized, (await Get(client, Digest(await Get(client, null), device.UserName, device.Secret), "/openrosa/formList")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Get(client, Digest(challenge, device.UserName, "wrong", 300))).StatusCode);
        var old = await Get(client, null);
        _clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(HttpStatusCode.Unauthorized, (await Get(client, Digest(old, device.UserName, device.Secret))).StatusCode);
        var late = await Get(client, null);
        Assert.Equal(HttpStatusCode.OK, (await Get(client, Digest(late, device.UserName, device.Secret, qop: false))).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Get(client, Digest(late, device.UserName, device.Secret, qop: false))).StatusCode);
        // What is kept is not the hash itself.
        await using var scope = app.System();
        var kept = (await scope.ServiceProvider.GetRequiredService<VakaDb>().Set<CollectDevice>().AsNoTracking().SingleAsync()).DigestSecret!;
        Assert.DoesNotContain(DigestAnswer.Ha1(device.UserName, device.Secret), kept, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Five_wrong_secrets_make_whoever_guesses_wait(string provider)
    {
        var (app, client, device) = await Start(provider, digest: true);
        await using var _ = app;
        for (var i = 0; i < 3; i++) Assert.Equal(HttpStatusCode.Unauthorized, (await Get(client, Basic(device.UserName, $"guess-{i}"))).StatusCode);
        for (var i = 0; i < 2; i++) Assert.Equal(HttpStatusCode.Unauthorized, (await Get(client, Digest(await Get(client, null), device.UserName, $"guess-{i}"))).StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await Get(client, Basic(device.UserName, device.Secret))).StatusCode);
        _clock.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal(HttpStatusCode.OK, (await Get(client, Basic(device.UserName, device.Secret))).StatusCode);
    }

    [Theory, InlineData("192.168.1.20", false, false), InlineData("192.168.1.20", true, true), InlineData("127.0.0.1", false, true), InlineData("::1", false, true)]
    public void A_secret_in_clear_crosses_no_network(string from, bool tls, bool taken)
    {
        var http = new DefaultHttpContext();
        http.Connection.RemoteIpAddress = IPAddress.Parse(from);
        http.Request.Scheme = tls ? "https" : "http";
        Assert.Equal(taken, DeviceGate.TakesBasic(http));
    }

    [Fact]
    public void The_code_holds_the_settings_as_clients_read_them()
    {
        using var zlib = new ZLibStream(new MemoryStream(Convert.FromBase64String(CollectQr.Content("https://example.org/key/abc", "Motu & co", "tablet", "s"))), CompressionMode.Decompress);
        using var json = JsonDocument.Parse(zlib);
        Assert.Equal(["https://example.org/key/abc", "tablet", "s"], ((string[])["server_url", "username", "password"]).Select(n => json.RootElement.GetProperty("general").GetProperty(n).GetString()));
        Assert.Equal((JsonValueKind.Object, "Motu & co"), (json.RootElement.GetProperty("admin").ValueKind, json.RootElement.GetProperty("project").GetProperty("name").GetString()));
        var svg = XDocument.Parse(CollectQr.Svg("https://example.org/key/abc", "Motu & co"));
        Assert.Equal("Motu & co", svg.Root!.Elements().First().Value);
        Assert.DoesNotContain(svg.Descendants().Attributes(), a => a.Name.LocalName is "style" or "class" || a.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
    }
}
