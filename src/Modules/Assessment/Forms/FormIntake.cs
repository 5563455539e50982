using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Vaka.Assessment.Collection;
using Vaka.Kernel.Data;
using Vaka.Kernel.Importing;
using Vaka.Kernel.Ownership;
using Vaka.Kernel.Words;
using Vaka.XForms;
using Vaka.XForms.Checking;
using Vaka.XForms.Entities;
using Vaka.XForms.Forms;
using Vaka.XForms.XlsForms;

namespace Vaka.Assessment.Forms;

/// <summary>
/// Takes in a form: an XForm (.xml) or an XLSForm (.xlsx, .xls, .csv, .md), with the files beside it. Every problem is said with sheet, row and column. A version that is
/// already there must be the same to the byte: what devices hold never changes under its number.
/// </summary>
internal sealed class FormIntake(VakaDb db, FormKeys keys, TimeProvider clock)
{
    /// <summary>Bytes of a file beside the form above which it is refused.</summary>
    public const long MostFile = 20 * 1024 * 1024;

    private static readonly string[] Workbooks = [".xlsx", ".xls", ".csv", ".md"];

    /// <summary>Adds the version to the context; the caller saves.</summary>
    /// <param name="owner">Owner of the form.</param>
    /// <param name="fictional">Is the owner invented?</param>
    /// <param name="name">File name without folder.</param>
    /// <param name="file">Its bytes.</param>
    /// <param name="beside">Files beside the form.</param>
    /// <param name="publish">Put it on devices at once; else it is a draft.</param>
    /// <param name="report">Where problems and counts go.</param>
    /// <param name="ct">Stops it.</param>
    /// <returns>The form and the version; null when it is refused, which the report explains.</returns>
    public async Task<(SurveyForm Form, FormVersion Version)?> Take(string owner, bool fictional, string name, byte[] file, IReadOnlyList<SentFile> beside, bool publish, ImportReport report, CancellationToken ct)
    {
        void Error(string key, int line = 0, params object?[] arguments) => report.Add(new(true, name, line, null, key, arguments));
        if (file.Length > XForm.MostBytes)
        {
            Error("form.too-large", 0, XForm.MostBytes / 1024 / 1024);
            return null;
        }
        foreach (var large in beside.Where(f => f.Content.Length > MostFile)) Error("form.file-too-large", 0, large.Name, MostFile / 1024 / 1024);
        var before = report.Problems.Count;
        if (Xml(name, file, report) is not { } xml) return null;
        XForm form;
        try
        {
            form = XForm.Read(xml);
        }
        catch (XmlRefusedException e)
        {
            Error("form.refused", e.Line, e.Message);
            return null;
        }
        foreach (var problem in new FormCheck(form).Unreadable) Error("form.rule-unreadable", 0, problem.Message);
        if (form.FormId.Length > 200 || form.Version.Length > 200) Error("form.id-too-long");
        await Lists(form, owner, Error, ct);
        if (report.Errors > 0) return null;
        var isXml = ReferenceEquals(xml, file);
        if (await keys.ForPublishing(owner, form, xml, ct) is var published && !ReferenceEquals(published, xml)) (xml, form) = (published, XForm.Read(published));

        var row = await db.Set<SurveyForm>().FirstOrDefaultAsync(f => f.Owner == owner && f.FormId == form.FormId, ct);
        var isNew = row is null;
        if (row is null) db.Add(row = Guess(new() { Owner = owner, FormId = form.FormId, Fictional = fictional }, form));
        var version = await db.Set<FormVersion>().FirstOrDefaultAsync(v => v.FormId == row.Id && v.Version == form.Version, ct);
        if (version is not null)
        {
            var known = await db.Set<FormFile>().Where(f => f.VersionId == version.Id).ToDictionaryAsync(f => f.Name, f => f.Md5, StringComparer.Ordinal, ct);
            if (version.Md5 != Md5(xml) || known.Count != beside.Count || beside.Any(f => known.GetValueOrDefault(f.Name) != Md5(f.Content)))
            {
                Error("form.version-differs", 0, form.Version);
                return null;
            }
            ImportMemory.Count(ImportFate.Unchanged, report);
        }
        else
        {
            var warnings = report.Problems.Skip(before).Where(p => !p.IsError).Select(p => string.Join(", ", [.. p.File.Split(", ").Skip(1), .. p.Line > 0 ? [$"{p.Line}"] : Array.Empty<string>(), .. p.Column is { } c ? [c] : Array.Empty<string>()]) + ": " + string.Join(' ', p.Arguments));
            db.Add(version = new() { Owner = owner, FormId = row.Id, Version = form.Version, Xml = xml, Md5 = Md5(xml), ListFiles = ListFiles(form), Fictional = fictional, Warnings = JsonSerializer.Serialize(warnings), Source = isXml ? [] : file, SourceName = isXml ? "" : name.Length <= 255 ? name : name[^255..] });
            foreach (var (fileName, content) in beside) db.Add(new FormFile { Owner = owner, VersionId = version.Id, Name = fileName, Content = content, Md5 = Md5(content), Fictional = fictional });
            ImportMemory.Count(isNew ? ImportFate.Create : ImportFate.Update, report);
            if (publish) Publish(row, version);
        }
        if (isNew || publish) row.Title = LocalText.Same(form.Title.Length > 0 ? form.Title : form.FormId);
        return (row, version);
    }

    /// <summary>Puts a version on devices, in the place of the one that is there.</summary>
    public void Publish(SurveyForm form, FormVersion version)
    {
        version.PublishedAt ??= clock.GetUtcNow().UtcDateTime;
        (form.CurrentVersionId, form.State) = (version.Id, FormState.Published);
        if (form.TestVersionId == version.Id) form.TestVersionId = null;
    }

    // What a form writes into must be declared first, of a kind that is no person.
    private async Task Lists(XForm form, string owner, Action<string, int, object?[]> error, CancellationToken ct)
    {
        var entities = EntityForm.Of(form);
        if (!entities.IsKnown) error("form.entities-too-new", 0, [entities.Version]);
        foreach (var list in entities.Places.Select(p => p.List).Distinct(StringComparer.Ordinal))
            if (!await db.Set<EntityList>().AnyAsync(l => l.Owner == owner && l.Name == list, ct)) error("form.no-entity-list", 0, [list]);
    }

    private static string ListFiles(XForm form)
    {
        var names = Codes.Join(form.ExternalInstances.Values.Where(s => s.StartsWith("jr://file", StringComparison.Ordinal)).Select(s => s.Split('/')[^1]));
        return names.Length <= 4000 ? names : "";
    }

    // What most forms call these questions; people set others on the form's page.
    private static SurveyForm Guess(SurveyForm row, XForm form)
    {
        FormNode? Named(params string[] names) => form.Root.All().FirstOrDefault(n => n.Kind == FormNodeKind.Value && names.Contains(n.Name, StringComparer.OrdinalIgnoreCase));
        if (Named("consent") is { } consent && FormChoices.Of(form, consent).FirstOrDefault(c => c.Value is "no" or "refused" or "0") is { } refusal) (row.ConsentQuestion, row.RefusalAnswer) = (consent.Name, refusal.Value);
        row.StratumQuestion = Named("stratum")?.Name ?? "";
        row.SexQuestion = Named("sex", "respondent_sex")?.Name ?? "";
        return row;
    }

    // An XLSForm is compiled; anything else is taken for an XForm.
    private static byte[]? Xml(string name, byte[] file, ImportReport report)
    {
        if (!Workbooks.Contains(Path.GetExtension(name).ToLowerInvariant())) return file;
        XlsFormResult result;
        try
        {
            using var stream = new MemoryStream(file);
            result = XlsFormCompiler.Compile(WorkbookReader.Read(stream, name), "data", Path.GetFileNameWithoutExtension(name));
        }
        catch (FormRefusedException refused)
        {
            result = new(null, [refused.Problem]);
        }
        foreach (var problem in result.Problems)
            report.Add(new(problem.IsError, problem.Sheet is { } sheet ? $"{name}, {sheet}" : name, problem.Row ?? 0, problem.Column, "form.problem", problem.Message));
        return result.Form is null ? null : result.ToXml();
    }

#pragma warning disable CA5351 // OpenRosa's hash of what a device already holds; it guards nothing.
    /// <summary>MD5, 32 hexadecimal digits.</summary>
    internal static string Md5(byte[] content) => Convert.ToHexStringLower(MD5.HashData(content));
#pragma warning restore CA5351
}
