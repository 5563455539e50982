using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vaka.Kernel.Data;
using Vaka.Kernel.Ownership;
using Vaka.Kernel.Permissions;
using Vaka.Kernel.Words;

namespace Vaka.Assessment.Collection;

/// <summary>
/// What ODK Collect and KoboCollect talk to (OpenRosa 1.0): form list, form, manifest, files, submission. A device is known by the token in its
/// address, which works without any dialogue and in a QR code: <c>/key/TOKEN</c> is what a person types into the client. At <c>/openrosa</c> it
/// says its name and secret instead.
/// </summary>
internal static class OpenRosaApi
{
    private const long MostBytes = 100 * 1024 * 1024;
    private const string Xml = "text/xml; charset=utf-8";
    public static readonly XNamespace Manifest = "http://openrosa.org/xforms/xformsManifest";
    private static readonly XNamespace List = "http://openrosa.org/xforms/xformsList", Response = "http://openrosa.org/http/response";

    /// <summary>Maps the addresses. Open to everyone by declaration: devices are no people, and each handler asks <see cref="DeviceGate"/>.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        foreach (var prefix in (string[])["/key/{token}", "/openrosa"])
        {
            var at = routes.MapGroup(prefix).Public().ExcludeFromDescription();
            at.MapGet("/formList", (Delegate)((HttpContext http) => With(http, (scope, device) => FormList(http, scope, device))));
            at.MapGet("/forms/{version:guid}.xml", (HttpContext http, Guid version) => With(http, (scope, device) => Form(http, scope, device, version)));
            at.MapGet("/forms/{version:guid}/manifest", (HttpContext http, Guid version) => With(http, (scope, device) => Files(http, scope, device, version)));
            at.MapGet("/forms/{version:guid}/files/{name}", (HttpContext http, Guid version, string name) => With(http, (scope, device) => File(http, scope, device, version, name)));
            at.MapGet("/forms/{version:guid}/lists/{name}", (HttpContext http, Guid version, string name) => With(http, (scope, device) => EntityListApi.List(http, scope, device, version, name)));
            at.MapGet("/forms/{version:guid}/lists/{name}/integrity", (HttpContext http, Guid version, string name) => With(http, (scope, device) => EntityListApi.Integrity(http, scope, device, version, name)));
            at.MapGet("/forms/{version:guid}.js", (HttpContext http, Guid version) => With(http, (scope, device) => LightPrograms.Answer(http, scope, device, version)));
            at.MapMethods("/submission", ["HEAD"], (Delegate)((HttpContext http) => With(http, (_, _) => Task.FromResult(Results.NoContent()))));
            at.MapPost("/submission", (Delegate)((HttpContext http) => With(http, (scope, device) => Submission(http, scope, device))));
        }
    }

    /// <summary>Runs a handler for the device that the request names; 401 for none.</summary>
    internal static async Task<IResult> With(HttpContext http, Func<IServiceProvider, CollectDevice, Task<IResult>> act)
    {
        http.Response.Headers["X-OpenRosa-Version"] = "1.0";
        http.Response.Headers["X-OpenRosa-Accept-Content-Length"] = MostBytes.ToString(CultureInfo.InvariantCulture);
        await using var scope = http.RequestServices.GetRequiredService<IServiceScopeFactory>().CreateSystemScope("device");
        var knock = await scope.ServiceProvider.GetRequiredService<DeviceGate>().Who(http);
        return knock.Device is { } device ? await act(scope.ServiceProvider, device) : Answer(http, knock.Status, knock.Key);
    }

    private static async Task<IResult> FormList(HttpContext http, IServiceProvider scope, CollectDevice device)
    {
        var db = scope.GetRequiredService<VakaDb>();
        var asked = http.Request.Query["formID"].ToString();
        // A device for testing has the version under test, and the published one where nothing is tested.
        var forms = await db.Set<SurveyForm>().AsNoTracking().Where(f => f.Owner == device.Owner && (f.State == FormState.Published || (device.ForTesting && f.TestVersionId != null)) && (asked == "" || f.FormId == asked)).OrderBy(f => f.FormId)
            .Join(db.Set<FormVersion>(), f => device.ForTesting && f.TestVersionId != null ? f.TestVersionId : f.CurrentVersionId, v => (Guid?)v.Id, (f, v) => new { f.FormId, f.Title, v.Id, v.Version, v.Md5, v.ListFiles, HasFiles = db.Set<FormFile>().Any(m => m.VersionId == v.Id) }).ToListAsync(http.RequestAborted);
        var lists = forms.Exists(f => f.ListFiles.Length > 0) ? await db.Set<EntityList>().Where(l => l.Owner == device.Owner).Select(l => l.Name).ToListAsync(http.RequestAborted) : [];
        var at = Address(http);
        return Document(http, new(List + "xforms", forms.Select(f => new XElement(List + "xform",
            new XElement(List + "formID", f.FormId), new XElement(List + "name", f.Title.For("en").Text), new XElement(List + "version", f.Version), new XElement(List + "hash", "md5:" + f.Md5),
            new XElement(List + "downloadUrl", $"{at}/forms/{f.Id}.xml"), f.HasFiles || lists.Exists(l => f.ListFiles.Contains($"|{l}.csv|", StringComparison.Ordinal)) ? new XElement(List + "manifestUrl", $"{at}/forms/{f.Id}/manifest") : null))));
    }

    private static async Task<IResult> Form(HttpContext http, IServiceProvider scope, CollectDevice device, Guid version) =>
        await scope.GetRequiredService<VakaDb>().Set<FormVersion>().AsNoTracking().Where(v => v.Id == version && v.Owner == device.Owner).Select(v => new { v.Xml, v.Md5 }).FirstOrDefaultAsync(http.RequestAborted) is { } found
            ? Results.Bytes(found.Xml, Xml, entityTag: new($"\"{found.Md5}\"")) : Answer(http, StatusCodes.Status404NotFound, "collect.unknown-file");

    private static async Task<IResult> Files(HttpContext http, IServiceProvider scope, CollectDevice device, Guid version)
    {
        var files = await scope.GetRequiredService<VakaDb>().Set<FormFile>().AsNoTracking().Where(f => f.VersionId == version && f.Owner == device.Owner).OrderBy(f => f.Name).Select(f => new { f.Name, f.Md5 }).ToListAsync(http.RequestAborted);
        var at = $"{Address(http)}/forms/{version}";
        return Document(http, new(Manifest + "manifest", await EntityListApi.InManifest(scope, device, version, at, http.RequestAborted), files.Select(f => new XElement(Manifest + "mediaFile",
            new XElement(Manifest + "filename", f.Name), new XElement(Manifest + "hash", "md5:" + f.Md5), new XElement(Manifest + "downloadUrl", $"{at}/files/{Uri.EscapeDataString(f.Name)}")))));
    }

    private static async Task<IResult> File(HttpContext http, IServiceProvider scope, CollectDevice device, Guid version, string name) =>
        await scope.GetRequiredService<VakaDb>().Set<FormFile>().AsNoTracking().FirstOrDefaultAsync(f => f.VersionId == version && f.Owner == device.Owner && f.Name == name, http.RequestAborted) is { } found
            ? Results.Bytes(found.Content, "application/octet-stream", entityTag: new($"\"{found.Md5}\"")) : Answer(http, StatusCodes.Status404NotFound, "collect.unknown-file");

    private static async Task<IResult> Submission(HttpContext http, IServiceProvider scope, CollectDevice device)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = MostBytes + 1024 * 1024;
        // Who says at once how much it will be is told at once that it is too much.
        if (http.Request.ContentLength > MostBytes + 1024 * 1024) return Answer(http, StatusCodes.Status413PayloadTooLarge, "collect.cut-short");
        if (!http.Request.HasFormContentType) return Answer(http, StatusCodes.Status400BadRequest, "collect.no-answers");
        IFormCollection form;
        try
        {
            form = await http.Request.ReadFormAsync(http.RequestAborted);
        }
        catch (Exception e) when (e is InvalidDataException or BadHttpRequestException or IOException)
        {
            return Answer(http, e is BadHttpRequestException { StatusCode: 413 } ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status400BadRequest, "collect.cut-short");
        }
        if (form.Files.GetFile("xml_submission_file") is not { } answers) return Answer(http, StatusCodes.Status400BadRequest, "collect.no-answers");
        if (answers.Length > XForms.Submissions.Submission.MostBytes) return Answer(http, StatusCodes.Status413PayloadTooLarge, "collect.cut-short");
        var files = new List<SentFile>();
        foreach (var file in form.Files.Where(f => f.Name != answers.Name)) files.Add(new(Uploads.NameOf(file), await Uploads.Bytes(file, http.RequestAborted)));
        var receipt = await scope.GetRequiredService<SubmissionStore>().Receive(device, await Uploads.Bytes(answers, http.RequestAborted), files, http.RequestAborted);
        return Answer(http, receipt.Status, receipt.Key, receipt.Arguments);
    }

    private static string Address(HttpContext http) => $"{http.Request.Scheme}://{http.Request.Host}{http.Request.PathBase}{(http.GetRouteValue("token") is { } token ? $"/key/{token}" : "/openrosa")}";

    // Clients show the message as it is; they do not say in which language.
    public static IResult Answer(HttpContext http, int status, string key, params object?[] arguments)
    {
        var words = http.RequestServices.GetRequiredService<Words>();
        return Results.Text(Text(new(Response + "OpenRosaResponse", new XElement(Response + "message", new XAttribute("nature", status < 300 ? "submit_success" : "error"), words[key, arguments]))), Xml, Encoding.UTF8, status);
    }

    public static IResult Document(HttpContext http, XElement root)
    {
        var bytes = Encoding.UTF8.GetBytes(Text(root));
        var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..32]}\"";
        http.Response.Headers.ETag = tag;
        return http.Request.Headers.IfNoneMatch.ToString().Contains(tag, StringComparison.Ordinal) ? Results.StatusCode(StatusCodes.Status304NotModified) : Results.Bytes(bytes, Xml);
    }

    private static string Text(XElement root) => "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + root.ToString(SaveOptions.DisableFormatting);
}
