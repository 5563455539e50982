using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vaka.Kernel.Data;
using Vaka.Kernel.Words;
using Vaka.XForms.Forms;
using Vaka.XForms.Programs;

namespace Vaka.Assessment.Collection;

/// <summary>A form as a program of the light client.</summary>
/// <param name="Text">The module in UTF-8; empty when the form is refused.</param>
/// <param name="Tag">Its hash, as an entity tag.</param>
/// <param name="Refusals">What the light client does not do; empty when it can do all of the form.</param>
internal sealed record LightProgram(byte[] Text, string Tag, IReadOnlyList<ProgramRefusal> Refusals);

/// <summary>Programs of form versions, written once: a version never changes.</summary>
internal sealed class LightPrograms
{
    private const int Most = 64;
    private readonly ConcurrentDictionary<Guid, LightProgram> _programs = new();

    /// <summary>The program of a version.</summary>
    public LightProgram Of(Guid version, byte[] xml)
    {
        if (_programs.TryGetValue(version, out var known)) return known;
        if (_programs.Count >= Most) _programs.Clear();
        var program = FormProgram.Of(XForm.Read(xml));
        var text = Encoding.UTF8.GetBytes(program.Text);
        return _programs[version] = new(text, $"\"{Convert.ToHexStringLower(SHA256.HashData(text))[..32]}\"", program.Refusals);
    }

    /// <summary>What a device gets: the program, or in words why there is none.</summary>
    public static async Task<IResult> Answer(HttpContext http, IServiceProvider scope, CollectDevice device, Guid version)
    {
        if (await scope.GetRequiredService<VakaDb>().Set<FormVersion>().AsNoTracking().Where(v => v.Id == version && v.Owner == device.Owner).Select(v => v.Xml).FirstOrDefaultAsync(http.RequestAborted) is not { } xml)
            return OpenRosaApi.Answer(http, StatusCodes.Status404NotFound, "collect.unknown-file");
        var program = scope.GetRequiredService<LightPrograms>().Of(version, xml);
        if (program.Refusals.Count == 0) return Results.Bytes(program.Text, "text/javascript; charset=utf-8", entityTag: new(program.Tag));
        // The reasons name nodes and expressions for the form's author, in the language of forms.
        var words = http.RequestServices.GetRequiredService<Words>();
        return Results.Text(string.Join('\n', program.Refusals.Select(r => r.ToString()).Prepend(words["collect.not-light"])), "text/plain", Encoding.UTF8, StatusCodes.Status422UnprocessableEntity);
    }
}
