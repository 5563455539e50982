using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vaka.Assessment.Collection;
using Vaka.Contracts.Assessment;
using Vaka.Kernel.Data;
using Vaka.XForms.Checking;

namespace Vaka.Product.Tests.Assessment.Collection;

/// <summary>Answers that devices encrypt: read by the server where it keeps the key, and by nobody here where it does not.</summary>
public sealed class SealedFormTests(Databases databases)
{
    private const string Form = """
        <h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml" xmlns:jr="http://openrosa.org/javarosa"><h:head><h:title>Needs</h:title><model>
          <instance><data id="needs" version="1"><age/><meta><instanceID/></meta></data></instance>
          <bind nodeset="/data/age" type="int" constraint=". &lt; 130"/></model></h:head><h:body><input ref="/data/age"/></h:body></h:html>
        """;

    public static TheoryData<string> Providers => Databases.Providers;

    private async Task<(TestApp App, TestBrowser Device, string Key)> Start(string provider, string form)
    {
        var app = await TestApp.Start(databases, provider);
        await Publish(app, form);
        await using var scope = app.System();
        return (app, await app.Browser(), "/key/" + await scope.ServiceProvider.GetRequiredService<ICollectDevices>().Add("TO", "Tablet 1"));
    }

    private async Task<Vaka.Kernel.Importing.ImportReport> Publish(TestApp app, string form)
    {
        var file = Path.Combine(databases.Folder(), "needs.xml");
        await File.WriteAllTextAsync(file, form);
        var report = await app.TryImport("form", file, "TO");
        Assert.True(report.Applied, string.Join('\n', report.Problems.Select(p => p.Key)));
        return report;
    }

    // What ODK Collect does, for one file of answers.
    private static (string Manifest, byte[] File) Seal(string publicKey, string version, string instance, string answers, bool signed = true)
    {
        using var rsa = RSA.Create();
        rsa.ImportSubjectPublicKeyInfo(Convert.FromBase64String(publicKey), out _);
        var secret = RandomNumberGenerator.GetBytes(32);
        var wrapped = Convert.ToBase64String(rsa.Encrypt(secret, RSAEncryptionPadding.OaepSHA256));
        using var aes = Aes.Create();
        aes.Key = secret;
#pragma warning disable CA5351 // The format's own hash.
        var vector = MD5.HashData([.. Encoding.UTF8.GetBytes(instance), .. secret]);
        vector[0]++;
        var source = $"needs\n{version}\n{wrapped}\n{instance}\nsubmission.xml::{Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(answers)))}\n";
        var signature = Convert.ToBase64String(rsa.Encrypt(MD5.HashData(Encoding.UTF8.GetBytes(signed ? source : source + "x")), RSAEncryptionPadding.OaepSHA256));
#pragma warning restore CA5351
        return ($"<data xmlns=\"http://opendatakit.org/submissions\" id=\"needs\" version=\"{version}\" encrypted=\"yes\"><base64EncryptedKey>{wrapped}</base64EncryptedKey><meta xmlns=\"http://openrosa.org/xforms\"><instanceID>{instance}</instanceID></meta>"
            + $"<encryptedXmlFile>submission.xml.enc</encryptedXmlFile><base64EncryptedElementSignature>{signature}</base64EncryptedElementSignature></data>",
            aes.EncryptCfb(Encoding.UTF8.GetBytes(answers), vector, PaddingMode.PKCS7, 128));
    }

    private static string Answers(string version, string instance, string age) => $"<data id=\"needs\" version=\"{version}\"><age>{age}</age><meta><instanceID>{instance}</instanceID></meta></data>";

    private static async Task Send(TestApp app, TestBrowser device, string key, string xml, byte[]? file)
    {
        using var content = new MultipartFormDataContent { { new StringContent(xml, Encoding.UTF8, "text/xml"), "xml_submission_file", "submission.xml" } };
        if (file is not null) content.Add(new ByteArrayContent(file), "submission.xml.enc", "submission.xml.enc");
        Assert.Equal(HttpStatusCode.Created, (await device.Send(new(HttpMethod.Post, key + "/submission") { Content = content })).StatusCode);
        await app.DeliverEvents();
    }

    private static async Task<List<StoredSubmission>> Stored(TestApp app)
    {
        await using var scope = app.System();
        return await scope.ServiceProvider.GetRequiredService<VakaDb>().Set<StoredSubmission>().AsNoTracking().OrderBy(s => s.Id).ToListAsync();
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task With_a_key_that_the_server_keeps_answers_are_checked_and_written_and_stored_encrypted(string provider)
    {
        var (app, device, key) = await Start(provider, Form);
        await using var _ = app;
        await using var scope = app.System();
        var forms = scope.ServiceProvider.GetRequiredService<ICollectForms>();
        var made = await forms.Encrypt("TO", "needs");
        Assert.Matches(@"^1\[encrypted:[0-9a-f]{8}\]$", made.Version!);
        Assert.Equal((FormEncryptionFate.Already, FormEncryptionFate.NoForm), ((await forms.Encrypt("TO", "needs")).Fate, (await forms.Encrypt("FJ", "needs")).Fate));
        // Hash and bytes that devices get agree, and the same file published again is the same version.
        XNamespace list = "http://openrosa.org/xforms/xformsList", x = "http://www.w3.org/2002/xforms";
        var entry = XDocument.Parse(await device.Text(key + "/formList")).Root!.Elements(list + "xform").Single();
        var bytes = await (await device.Send(new(HttpMethod.Get, new Uri(entry.Element(list + "downloadUrl")!.Value).PathAndQuery))).Content.ReadAsByteArrayAsync();
#pragma warning disable CA5351 // OpenRosa's hash.
        Assert.Equal((made.Version, "md5:" + Convert.ToHexStringLower(MD5.HashData(bytes))), (entry.Element(list + "version")!.Value, entry.Element(list + "hash")!.Value));
#pragma warning restore CA5351
        var publicKey = (string)XDocument.Parse(Encoding.UTF8.GetString(bytes)).Descendants(x + "submission").Single().Attribute("base64RsaPublicKey")!;
        Assert.Equal(1, (await Publish(app, Form)).Unchanged);

        var (good, file) = Seal(publicKey, made.Version!, "uuid:1", Answers(made.Version!, "uuid:1", "140"));
        // The file arrives after the manifest: then it is read.
        await Send(app, device, key, good, null);
        Assert.Null(Assert.Single(await Stored(app)).Flags);
        await Send(app, device, key, good, file);
        var (bad, other) = Seal(publicKey, made.Version!, "uuid:2", Answers(made.Version!, "uuid:2", "30"), signed: false);
        await Send(app, device, key, bad, other);
        var (swapped, third) = Seal(publicKey, made.Version!, "uuid:3", Answers(made.Version!, "uuid:1", "30"));
        await Send(app, device, key, swapped, third);
        var stored = await Stored(app);
        Assert.Equal([FlagKind.Constraint, FlagKind.Signature, FlagKind.Signature], stored.SelectMany(SubmissionCheck.FlagsOf).Select(f => f.Kind));
        Assert.All(stored, s => Assert.DoesNotContain("<age>", Encoding.UTF8.GetString(s.Xml), StringComparison.Ordinal));
        var folder = Path.Combine(databases.Folder(), "out");
        var report = await scope.ServiceProvider.GetRequiredService<ICollectedAnswers>().Write("TO", "needs", folder);
        Assert.Equal((3, 3, 0), (report!.Submissions, report.Flagged, report.Encrypted));
        Assert.Contains("140", (await File.ReadAllLinesAsync(Path.Combine(folder, "data.csv")))[1], StringComparison.Ordinal);
        // The private half is nowhere as it is.
        var kept = await scope.ServiceProvider.GetRequiredService<VakaDb>().Set<FormKey>().AsNoTracking().SingleAsync();
        Assert.Throws<FormatException>(() => Convert.FromBase64String(kept.Private));
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task With_a_key_that_its_author_keeps_answers_stay_closed_until_the_key_is_at_hand(string provider)
    {
        using var rsa = RSA.Create(2048);
        var publicKey = Convert.ToBase64String(rsa.ExportSubjectPublicKeyInfo());
        var (app, device, key) = await Start(provider, Form.Replace("<model>", $"<model><submission base64RsaPublicKey=\"{publicKey}\"/>", StringComparison.Ordinal));
        await using var _ = app;
        await using var scope = app.System();
        Assert.Equal(FormEncryptionFate.HasItsOwn, (await scope.ServiceProvider.GetRequiredService<ICollectForms>().Encrypt("TO", "needs")).Fate);
        var (manifest, file) = Seal(publicKey, "1", "uuid:1", Answers("1", "uuid:1", "77"));
        await Send(app, device, key, manifest, file);
        Assert.Equal((SubmissionState.Received, null), ((await Stored(app))[0].State, (await Stored(app))[0].Flags));
        var answers = scope.ServiceProvider.GetRequiredService<ICollectedAnswers>();
        var (closed, wrong, open) = (Path.Combine(databases.Folder(), "closed"), Path.Combine(databases.Folder(), "wrong"), Path.Combine(databases.Folder(), "open"));
        var report = await answers.Write("TO", "needs", closed);
        Assert.Equal((0, 1), (report!.Submissions, report.Encrypted));
        var came = Directory.GetFiles(Path.Combine(closed, "encrypted"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(["file-submission.xml.enc", "submission.xml"], came.Select(Path.GetFileName));
        Assert.Equal(file, await File.ReadAllBytesAsync(came[0]));
        using var other = RSA.Create(2048);
        Assert.Equal(1, (await answers.Write("TO", "needs", wrong, other))!.Encrypted);
        report = await answers.Write("TO", "needs", open, rsa);
        Assert.Equal((1, 0), (report!.Submissions, report.Encrypted));
        Assert.Contains(",77,", (await File.ReadAllLinesAsync(Path.Combine(open, "data.csv")))[1], StringComparison.Ordinal);
    }
}
