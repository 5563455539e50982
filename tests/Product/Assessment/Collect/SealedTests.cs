using System.Buffers.Binary;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vaka.App;
using Vaka.App.Commands;
using Vaka.Assessment.Collect;
using Vaka.Assessment.Collection;
using Vaka.Contracts.Assessment;
using Vaka.Kernel.Data;
using Vaka.Kernel.Failures;
using Vaka.Kernel.Operations;
using Vaka.Kernel.Ownership;

namespace Vaka.Product.Tests.Assessment.Collect;

/// <summary>Answers sealed on a device arrive whole or in chunks, once, and only for the owner to whose key they were sealed.</summary>
public sealed class SealedTests(Databases databases)
{
    private const string Form = """
        <h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"><h:head><h:title>Needs</h:title><model>
          <instance><data id="needs" version="1"><age/><photo/><meta><instanceID/></meta></data></instance></model></h:head><h:body><input ref="/data/age"/></h:body></h:html>
        """;

    private sealed record Offered(string Id, string Key, string Algorithm, string Device);

    public static TheoryData<string> Providers => Databases.Providers;

    private static byte[] Answers(string id, string age = "30") => Encoding.UTF8.GetBytes($"<data id=\"needs\" version=\"1\"><age>{age}</age><meta><instanceID>{id}</instanceID></meta></data>");

    private async Task<(TestApp App, TestBrowser Device, string Key)> Start(string provider)
    {
        var app = await TestApp.Start(databases, provider);
        foreach (var owner in (string[])["TO", "FJ"])
        {
            var file = Path.Combine(databases.Folder(), "needs.xml");
            await File.WriteAllTextAsync(file, Form);
            Assert.True((await app.TryImport("form", file, owner)).Applied);
        }
        return (app, await app.Browser(), await Key(app, "TO"));
    }

    private static async Task<string> Key(TestApp app, string owner)
    {
        await using var scope = app.System();
        return "/key/" + await scope.ServiceProvider.GetRequiredService<ICollectDevices>().Add(owner, "Tablet 1");
    }

    private static async Task<Offered> Offer(TestBrowser device, string key)
    {
        var offered = JsonSerializer.Deserialize<Offered>(await device.Text(key + "/seal"), JsonSerializerOptions.Web)!;
        Assert.Equal("RSA-OAEP-256", offered.Algorithm);
        Assert.Equal(offered.Id, Convert.ToHexStringLower(SHA256.HashData(Convert.FromBase64String(offered.Key)).AsSpan(0, 16)));
        return offered;
    }

    // What Client/src/seal.js does.
    private static byte[] Seal(Offered to, byte[] xml, params (string Name, byte[] Content)[] files)
    {
        var header = JsonSerializer.SerializeToUtf8Bytes(new { xml = xml.Length, files = files.Select(f => new { name = f.Name, type = "image/jpeg", size = f.Content.Length }) });
        var length = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(length, (uint)header.Length);
        byte[] packed = [.. length, .. header, .. xml, .. files.SelectMany(f => f.Content)];
        using var rsa = RSA.Create();
        rsa.ImportSubjectPublicKeyInfo(Convert.FromBase64String(to.Key), out _);
        Assert.True(rsa.KeySize >= 3072);
        byte[] secret = RandomNumberGenerator.GetBytes(32), nonce = RandomNumberGenerator.GetBytes(12), tag = new byte[16], sealedBytes = new byte[packed.Length];
        var wrapped = rsa.Encrypt(secret, RSAEncryptionPadding.OaepSHA256);
        byte[] head = [.. "VAKASEAL"u8, 1, .. Convert.FromHexString(to.Id), (byte)(wrapped.Length >> 8), (byte)wrapped.Length, .. wrapped];
        using var aes = new AesGcm(secret, 16);
        aes.Encrypt(nonce, packed, sealedBytes, tag, head);
        return [.. head, .. nonce, .. sealedBytes, .. tag];
    }

    private static string IdOf(byte[] envelope) => Convert.ToHexStringLower(SHA256.HashData(envelope));

    private static async Task<(HttpStatusCode Status, int? Offset)> Post(TestBrowser device, string key, byte[] envelope, int from, int length)
    {
        var answer = await device.Send(new(HttpMethod.Post, $"{key}/sealed?id={IdOf(envelope)}&size={envelope.Length}&offset={from}") { Content = new ByteArrayContent(envelope, from, length) });
        return (answer.StatusCode, answer.Headers.TryGetValues("Upload-Offset", out var at) ? int.Parse(at.Single()) : null);
    }

    private static async Task<HttpStatusCode> Post(TestBrowser device, string key, byte[] envelope) => (await Post(device, key, envelope, 0, envelope.Length)).Status;

    private static async Task<int> Offset(TestBrowser device, string key, byte[] envelope)
    {
        var answer = await device.Send(new(HttpMethod.Head, $"{key}/sealed?id={IdOf(envelope)}"));
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        return int.Parse(answer.Headers.GetValues("Upload-Offset").Single());
    }

    private static async Task<T> Read<T>(TestApp app, Func<VakaDb, Task<T>> read)
    {
        await using var scope = app.System();
        return await read(scope.ServiceProvider.GetRequiredService<VakaDb>());
    }

    private static Task<List<StoredSubmission>> Stored(TestApp app) => Read(app, db => db.Set<StoredSubmission>().AsNoTracking().OrderBy(s => s.InstanceId).ToListAsync());

    [Theory, MemberData(nameof(Providers))]
    public async Task Sealed_answers_are_stored_once_as_they_were_filled(string provider)
    {
        var (app, device, key) = await Start(provider);
        await using var _ = app;
        var to = await Offer(device, key);
        Assert.Equal(to, await Offer(device, key));
        var envelope = Seal(to, Answers("uuid:1"), ("../a.jpg", [1, 2, 3]));
        Assert.Equal(HttpStatusCode.Created, await Post(device, key, envelope));
        Assert.Equal(HttpStatusCode.Created, await Post(device, key, envelope));
        Assert.Equal(HttpStatusCode.Created, await Post(device, key, Seal(to, Answers("uuid:1"), ("../a.jpg", [1, 2, 3]))));
        Assert.Equal(HttpStatusCode.Conflict, await Post(device, key, Seal(to, Answers("uuid:1", "31"))));
        var stored = Assert.Single(await Stored(app));
        Assert.Equal((Encoding.UTF8.GetString(Answers("uuid:1")), "TO"), (Encoding.UTF8.GetString(stored.Xml), stored.Owner));
        Assert.NotNull(stored.DeviceId);
        var file = await Read(app, db => db.Set<SubmissionFile>().AsNoTracking().SingleAsync());
        Assert.Equal(("a.jpg", "1,2,3"), (file.Name, string.Join(',', file.Content)));
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task A_chunked_envelope_goes_on_where_it_stopped(string provider)
    {
        var (app, device, key) = await Start(provider);
        await using var _ = app;
        var envelope = Seal(await Offer(device, key), Answers("uuid:1"), ("film.mp4", RandomNumberGenerator.GetBytes(600_000)));
        const int chunk = SealedUploads.MostChunk;
        Assert.Equal((HttpStatusCode.Conflict, 0), await Post(device, key, envelope, chunk, chunk));
        Assert.Equal((HttpStatusCode.OK, chunk), await Post(device, key, envelope, 0, chunk));
        // What was lost on the way is asked for, not guessed; a chunk that is there already changes nothing.
        Assert.Equal(chunk, await Offset(device, key, envelope));
        Assert.Equal((HttpStatusCode.OK, chunk), await Post(device, key, envelope, 0, chunk));
        Assert.Equal((HttpStatusCode.Conflict, chunk), await Post(device, key, envelope, 2 * chunk, 1));
        Assert.Equal(HttpStatusCode.BadRequest, (await Post(device, key, envelope, chunk, chunk + 1)).Status);
        Assert.Equal((HttpStatusCode.OK, 2 * chunk), await Post(device, key, envelope, chunk, chunk));
        Assert.Empty(await Stored(app));
        Assert.Equal(HttpStatusCode.Created, (await Post(device, key, envelope, 2 * chunk, envelope.Length - (2 * chunk))).Status);
        // The answer was lost: what is asked then needs no second sending.
        Assert.Equal(envelope.Length, await Offset(device, key, envelope));
        Assert.Equal(HttpStatusCode.Created, (await Post(device, key, envelope, envelope.Length, 0)).Status);
        Assert.Single(await Stored(app));
        Assert.Equal(0, await Read(app, db => db.Set<SealedPart>().CountAsync()));
        Assert.Equal(0, await Offset(device, await Key(app, "TO"), envelope)); // Another device has begun nothing.
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task What_is_damaged_or_sealed_to_another_key_is_refused_and_leaves_nothing(string provider)
    {
        var (app, device, key) = await Start(provider);
        await using var _ = app;
        var to = await Offer(device, key);
        var envelope = Seal(to, Answers("uuid:1"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Post(device, await Key(app, "FJ"), envelope));
        Assert.Equal(HttpStatusCode.Unauthorized, await Post(device, "/key/not-a-token", envelope));
        using var other = RSA.Create(3072);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Post(device, key, Seal(to with { Id = new string('0', 32) }, Answers("uuid:1"))));
        Assert.Equal(HttpStatusCode.BadRequest, await Post(device, key, Seal(to with { Key = Convert.ToBase64String(other.ExportSubjectPublicKeyInfo()) }, Answers("uuid:1"))));
        Assert.Equal(HttpStatusCode.BadRequest, await Post(device, key, envelope[..^1]));
        Assert.Equal(HttpStatusCode.BadRequest, await Post(device, key, envelope[..20]));
        envelope[^20] ^= 1;
        Assert.Equal(HttpStatusCode.BadRequest, await Post(device, key, envelope));
        Assert.Equal(HttpStatusCode.BadRequest, await Post(device, key, Seal(to, "<data"u8.ToArray())));
        // Chunks that do not make what was announced are thrown away, so that the device can begin anew.
        var large = Seal(to, Answers("uuid:2"), ("a.jpg", new byte[300_000]));
        var id = IdOf(large);
        large[300] ^= 1;
        async Task<HttpStatusCode> Part(int from, int length) => (await device.Send(new(HttpMethod.Post, $"{key}/sealed?id={id}&size={large.Length}&offset={from}") { Content = new ByteArrayContent(large, from, length) })).StatusCode;
        Assert.Equal(HttpStatusCode.OK, await Part(0, SealedUploads.MostChunk));
        Assert.Equal(HttpStatusCode.BadRequest, await Part(SealedUploads.MostChunk, large.Length - SealedUploads.MostChunk));
        Assert.Equal(HttpStatusCode.OK, await Part(0, SealedUploads.MostChunk));
        Assert.Empty(await Stored(app));
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task What_a_device_may_begin_and_not_finish_is_bounded(string provider)
    {
        var (app, device, key) = await Start(provider);
        await using var _ = app;
        async Task<HttpStatusCode> Begin(byte first) => (await device.Send(new(HttpMethod.Post, $"{key}/sealed?id={IdOf([first])}&size={Envelope.MostBytes}&offset=0") { Content = new ByteArrayContent([first]) })).StatusCode;
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.RequestEntityTooLarge], [await Begin(1), await Begin(2), await Begin(3)]);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task A_file_of_the_queue_is_taken_like_what_is_sent(string provider)
    {
        var (app, device, key) = await Start(provider);
        await using var _ = app;
        var (to, fiji) = (await Offer(device, key), await Offer(device, await Key(app, "FJ")));
        byte[][] envelopes = [Seal(to, Answers("uuid:1")), Seal(to with { Id = new string('0', 32) }, Answers("uuid:2")), Seal(fiji, Answers("uuid:3"))];
        byte[] file = [.. "VAKAQUEUE1\n"u8, .. envelopes.SelectMany(e => (byte[])[.. BitConverter.GetBytes(BinaryPrimitives.ReverseEndianness(e.Length)), .. e])];
        var path = Path.Combine(databases.Folder(), "day.vakaqueue");
        async Task<ReceivedAnswers> Receive(byte[] bytes)
        {
            await File.WriteAllBytesAsync(path, bytes);
            await using var scope = app.System();
            return await scope.ServiceProvider.GetRequiredService<IReceiveAnswers>().Receive(path);
        }
        var cut = await Receive(file[..^1]);
        Assert.Equal((1, 1, true), (cut.Stored, cut.Refused.Count, cut.CutShort));
        var whole = await Receive(file);
        Assert.Equal((2, false), (whole.Stored, whole.CutShort));
        Assert.StartsWith("2: ", Assert.Single(whole.Refused), StringComparison.Ordinal);
        Assert.Equal(["uuid:1 TO", "uuid:3 FJ"], (await Stored(app)).Select(s => $"{s.InstanceId} {s.Owner}"));
        await Assert.ThrowsAsync<PlainException>(() => Receive(envelopes[0]));
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task A_backup_restored_elsewhere_opens_what_was_sealed_before(string provider)
    {
        var (app, device, key) = await Start(provider);
        await using var _ = app;
        var envelope = Seal(await Offer(device, key), Answers("uuid:1"));
        var (folder, target) = (databases.Folder(), await databases.New(provider));
        var (backup, queue) = (Path.Combine(folder, "all.zip"), Path.Combine(folder, "day.vakaqueue"));
        await Read(app, async db => await Backup.Write(db, backup, new(2026, 11, 24, 0, 0, 0, DateTimeKind.Utc)));
        await Restore.From(backup, target, Open);
        await File.WriteAllBytesAsync(queue, [.. "VAKAQUEUE1\n"u8, .. BitConverter.GetBytes(BinaryPrimitives.ReverseEndianness(envelope.Length)), .. envelope]);
        Assert.Equal(0, await CommandLine.Run(["receive", queue, "--db", target]));
        await using var db = Open(target);
        Assert.Equal("uuid:1", (await db.Set<StoredSubmission>().SingleAsync()).InstanceId);
    }

    private static VakaDb Open(string connection)
    {
        var viewer = new CurrentViewer();
        viewer.Set(Viewer.System("test"));
        var options = new DbContextOptionsBuilder<VakaDb>();
        options.UseVaka(connection);
        return new(options.Options, VakaModules.All, viewer, new WriterGate(), TimeProvider.System);
    }
}
