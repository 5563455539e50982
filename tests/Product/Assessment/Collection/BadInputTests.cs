using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vaka.Assessment.Collection;
using Vaka.Contracts.Assessment;
using Vaka.Kernel.Data;

namespace Vaka.Product.Tests.Assessment.Collection;

/// <summary>Rubbish and malice at the door for answers: a clear refusal, nothing stored, and the next honest submission is taken.</summary>
public sealed class BadInputTests(Databases databases)
{
    private const string Form = """
        | survey |
        | | type | name | label |
        | | text | name | Code |
        | | image | photo | Photo |
        | settings |
        | | form_title | form_id | version |
        | | Needs | needs | 1 |
        """;

    public static TheoryData<string> Providers => Databases.Providers;

    private static string Answers(string id, string name = "a") => $"<data id=\"needs\" version=\"1\"><name>{name}</name><meta><instanceID>{id}</instanceID></meta></data>";

    [Theory, MemberData(nameof(Providers))]
    public async Task Each_is_refused_in_words_and_the_server_goes_on(string provider)
    {
        await using var app = await TestApp.Start(databases, provider);
        var folder = databases.Folder();
        await File.WriteAllTextAsync(Path.Combine(folder, "needs.md"), Form);
        Assert.True((await app.TryImport("form", Path.Combine(folder, "needs.md"), "TO")).Applied);
        string key;
        await using (var scope = app.System()) key = "/key/" + await scope.ServiceProvider.GetRequiredService<ICollectDevices>().Add("TO", "Tablet 1");
        var device = await app.Browser();
        var honest = 0;
        foreach (var (what, expected, content) in Rubbish())
        {
            var answer = await device.Send(new(HttpMethod.Post, key + "/submission") { Content = content });
            Assert.True(answer.StatusCode == expected, $"{what}: {answer.StatusCode}");
            var root = XDocument.Parse(await answer.Content.ReadAsStringAsync()).Root!;
            Assert.True(root.Elements().Single().Value.Length > 20, what);
            Assert.Equal(HttpStatusCode.Created, (await device.Send(new(HttpMethod.Post, key + "/submission") { Content = Multipart(Encoding.UTF8.GetBytes(Answers($"uuid:{honest++}"))) })).StatusCode);
        }
        await using var system = app.System();
        Assert.Equal(honest, await system.ServiceProvider.GetRequiredService<VakaDb>().Set<StoredSubmission>().CountAsync());
    }

    private static IEnumerable<(string What, HttpStatusCode Expected, HttpContent Content)> Rubbish()
    {
        var bomb = "<!DOCTYPE d [<!ENTITY a \"aaaaaaaaaa\">" + string.Concat(Enumerable.Range(0, 9).Select(i => $"<!ENTITY {(char)('b' + i)} \"{string.Concat(Enumerable.Repeat($"&{(char)('a' + i)};", 10))}\">")) + "]>";
        yield return ("entities that expand to gigabytes", HttpStatusCode.BadRequest, Multipart(Encoding.UTF8.GetBytes(bomb + Answers("uuid:bomb", "&j;"))));
        yield return ("an external entity", HttpStatusCode.BadRequest, Multipart(Encoding.UTF8.GetBytes("<!DOCTYPE d [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>" + Answers("uuid:x", "&e;"))));
        yield return ("a million levels", HttpStatusCode.BadRequest, Multipart(Encoding.UTF8.GetBytes("<data id=\"needs\" version=\"1\">" + string.Concat(Enumerable.Repeat("<a>", 1_000_000)))));
        yield return ("another charset than it says", HttpStatusCode.BadRequest, Multipart([.. "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"u8, .. Encoding.Latin1.GetBytes(Answers("uuid:latin", "é"))]));
        yield return ("UTF-16 that says UTF-8", HttpStatusCode.BadRequest, Multipart(Encoding.Unicode.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + Answers("uuid:wide"))));
        yield return ("no XML", HttpStatusCode.BadRequest, Multipart([0xFF, 0xD8, 0xFF, 0xE0, 0x00]));
        yield return ("nothing", HttpStatusCode.BadRequest, Multipart([]));
        yield return ("a body that ends in the middle", HttpStatusCode.BadRequest, Cut("--x\r\nContent-Disposition: form-data; name=\"xml_submission_file\"; filename=\"s.xml\"\r\n\r\n" + Answers("uuid:cut")[..40]));
        yield return ("a part without its end", HttpStatusCode.BadRequest, Cut("--x\r\nContent-Disposition: form-data; name=\"xml_submission_file\"; filename=\"s.xml\"\r\n\r\n" + Answers("uuid:cut") + "\r\n"));
        yield return ("no form at all", HttpStatusCode.BadRequest, new StringContent("hello", Encoding.UTF8, "text/plain"));
        yield return ("answers larger than any form's", HttpStatusCode.RequestEntityTooLarge, Multipart(Encoding.UTF8.GetBytes(Answers("uuid:large", new string('a', 33 * 1024 * 1024)))));
    }

    private static MultipartFormDataContent Multipart(byte[] answers) => new() { { new ByteArrayContent(answers) { Headers = { ContentType = new("text/xml") } }, "xml_submission_file", "submission.xml" } };

    private static ByteArrayContent Cut(string body) => new(Encoding.UTF8.GetBytes(body)) { Headers = { ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x") } };
}
