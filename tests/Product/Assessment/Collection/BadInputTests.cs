using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Xml.Linq;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vaka.Assessment.Collection;
using Vaka.Contracts.Assessment;
using Vaka.Kernel.Data;

namespace Vaka.Product.Tests.Assessment.Collection;

/// <summary>What is damaged, or means harm, is refused with a reason; nothing of it is stored, and the next request is answered.</summary>
public sealed class BadInputTests(Databases databases)
{
    private const string Form = """
        <h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"><h:head><h:title>Needs</h:title><model>
        <instance><data id="needs" version="1"><age/><meta><instanceID/></meta></data></instance><bind nodeset="/data/age" type="int"/></model></h:head><h:body><input ref="/data/age"/></h:body></h:html>
        """;

    private const string Boundary = "between-the-parts";

    public static TheoryData<string> Providers => Databases.Providers;

    private static string Answers(string id, string age = "30") => $"<data id=\"needs\" version=\"1\"><age>{age}</age><meta><instanceID>{id}</instanceID></meta></data>";

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static async Task<(TestApp App, TestBrowser Device, string Key)> Start(Databases databases, string provider)
    {
        var app = await TestApp.Start(databases, provider);
        var file = Path.Combine(databases.Folder(), "needs.xml");
        await File.WriteAllTextAsync(file, Form);
        Assert.True((await app.TryImport("form", file, "TO")).Applied);
        await using var scope = app.System();
        return (app, await app.Browser(), "/key/" + await scope.ServiceProvider.GetRequiredService<ICollectDevices>().Add("TO", "Tablet 1"));
    }

    private static async Task<(HttpStatusCode Status, string Message)> Post(TestBrowser device, string key, byte[] body, string type = "multipart/form-data; boundary=" + Boundary)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        var answer = await device.Send(new(HttpMethod.Post, key + "/submission") { Content = content });
        var root = XDocument.Parse(await answer.Content.ReadAsStringAsync()).Root!;
        Assert.Equal("OpenRosaResponse", root.Name.LocalName);
        return (answer.StatusCode, root.Elements().Single().Value);
    }

    private static byte[] Multipart(byte[] answers, bool whole = true) =>
        [.. Utf8($"--{Boundary}\r\nContent-Disposition: form-data; name=\"xml_submission_file\"; filename=\"a.xml\"\r\nContent-Type: text/xml\r\n\r\n"), .. answers, .. whole ? Utf8($"\r\n--{Boundary}--\r\n") : []];

    [Theory, MemberData(nameof(Providers))]
    public async Task A_bad_submission_is_refused_and_a_good_one_after_it_is_stored(string provider)
    {
        var (app, device, key) = await Start(databases, provider);
        await using var _ = app;
        var laughs = "<!DOCTYPE d [<!ENTITY a 'ha'>" + string.Concat(Enumerable.Range(0, 25).Select(i => $"<!ENTITY {(char)('b' + i)} '{string.Concat(Enumerable.Repeat($"&{(char)('a' + i)};", 10))}'>")) + "]>";
        (string What, byte[] Xml)[] bad =
        [
            ("entities that grow", Utf8(laughs + Answers("uuid:bad", "&z;"))),
            ("a file of the server", Utf8("<!DOCTYPE d [<!ENTITY e SYSTEM 'file:///etc/hostname'>]>" + Answers("uuid:bad", "&e;"))),
            ("another server", Utf8("<!DOCTYPE d SYSTEM 'http://192.0.2.1/d.dtd'>" + Answers("uuid:bad"))),
            ("a million deep", Utf8(Answers("uuid:bad", string.Concat(Enumerable.Repeat("<a>", 1_000_000)) + string.Concat(Enumerable.Repeat("</a>", 1_000_000))))),
            ("UTF-16 that says UTF-8", Encoding.Unicode.GetBytes("<?xml version='1.0' encoding='UTF-8'?>" + Answers("uuid:bad"))),
            ("UTF-8 that says UTF-16", Utf8("<?xml version='1.0' encoding='UTF-16'?>" + Answers("uuid:bad"))),
            ("Latin-1 that says UTF-8", Encoding.Latin1.GetBytes("<?xml version='1.0' encoding='UTF-8'?>" + Answers("uuid:bad", "né"))),
            ("an encoding that nobody knows", Utf8("<?xml version='1.0' encoding='vaka-8'?>" + Answers("uuid:bad"))),
            ("a character that XML has not", Utf8(Answers("uuid:bad", "\0"))),
            ("nothing", []),
        ];
        foreach (var (what, xml) in bad)
        {
            var (status, message) = await Post(device, key, Multipart(xml));
            Assert.True(status == HttpStatusCode.BadRequest && message.StartsWith("The answers", StringComparison.Ordinal), $"{what}: {status} {message}");
        }
        // The envelope is damaged: cut short, without a boundary, no envelope at all.
        Assert.Equal(HttpStatusCode.BadRequest, (await Post(device, key, Multipart(Utf8(Answers("uuid:bad")), whole: false))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await Post(device, key, Multipart(Utf8(Answers("uuid:bad"))), "multipart/form-data")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await Post(device, key, Utf8(Answers("uuid:bad")), "text/xml")).Status);
        Assert.Equal(HttpStatusCode.Created, (await Post(device, key, Multipart(Utf8(Answers("uuid:good"))))).Status);
        await using var scope = app.System();
        Assert.Equal("uuid:good", Assert.Single(await scope.ServiceProvider.GetRequiredService<VakaDb>().Set<StoredSubmission>().ToListAsync()).InstanceId);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task A_bad_form_is_refused_with_a_reason_and_the_page_stays(string provider)
    {
        var app = await TestApp.Start(databases, provider);
        await using var _ = app;
        var analyst = await app.Browser(("analyst", "TO"));
        var deep = string.Concat(Enumerable.Repeat("<group>", 1_000_000)) + string.Concat(Enumerable.Repeat("</group>", 1_000_000));
        (string Name, byte[] File)[] bad =
        [
            ("bomb.xlsx", Bomb()), ("picture.xlsx", [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, (byte)'J', (byte)'F', (byte)'I', (byte)'F']), ("picture.xls", [0xFF, 0xD8, 0xFF, 0xE0]), ("letter.xlsx", Zip("word/document.xml", "<document/>"u8)),
            ("deep.xml", Utf8(Form.Replace("<input ref=\"/data/age\"/>", deep, StringComparison.Ordinal))), ("laughs.xml", Utf8("<!DOCTYPE d [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;'>]>" + Form)),
            ("files.xml", Utf8("<!DOCTYPE d [<!ENTITY e SYSTEM 'file:///etc/hostname'>]>" + Form.Replace("Needs", "&e;", StringComparison.Ordinal))), ("wide.xml", Encoding.Unicode.GetBytes("<?xml version='1.0' encoding='UTF-8'?>" + Form)), ("empty.xlsx", []),
        ];
        foreach (var (name, file) in bad)
        {
            var page = await Upload(analyst, name, file);
            Assert.True(analyst.Status == HttpStatusCode.UnprocessableEntity && page.QuerySelector(".error-summary") is not null, $"{name}: {analyst.Status} {page.QuerySelector("main")?.TextContent}");
        }
        await Upload(analyst, "../../needs.xml", Utf8(Form));
        Assert.Equal(HttpStatusCode.OK, analyst.Status);
        await using var scope = app.System();
        Assert.Equal("needs", Assert.Single(await scope.ServiceProvider.GetRequiredService<VakaDb>().Set<SurveyForm>().ToListAsync()).FormId);
    }

    private static async Task<IHtmlDocument> Upload(TestBrowser analyst, string name, byte[] file)
    {
        var token = (await analyst.Open("/en/forms/upload")).QuerySelectorAll("main input[name=__RequestVerificationToken]").OfType<IHtmlInputElement>().First().Value;
        using var content = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new StringContent("TO"), "owner" }, { new ByteArrayContent(file), "file", name } };
        return new HtmlParser().ParseDocument(await (await analyst.Send(new(HttpMethod.Post, "/en/forms/upload") { Content = content })).Content.ReadAsStringAsync());
    }

    private static byte[] Zip(string name, ReadOnlySpan<byte> content)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        using (var part = zip.CreateEntry(name).Open()) part.Write(content);
        return stream.ToArray();
    }

    // A gigabyte of blanks in a megabyte.
    private static byte[] Bomb()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        using (var part = zip.CreateEntry("xl/workbook.xml").Open())
        {
            var blanks = new byte[1024 * 1024];
            for (var i = 0; i < 1024; i++) part.Write(blanks);
        }
        return stream.ToArray();
    }
}
