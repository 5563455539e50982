using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Vaka.Kernel.Data;
using Vaka.Kernel.Importing;
using Vaka.Kernel.Ownership;
using Vaka.Kernel.Words;
using Vaka.XForms;
using Vaka.XForms.Checking;
using Vaka.XForms.Entities;
using Vaka.XForms.Forms;
using Vaka.XForms.XlsForms;

namespace Vaka.Assessment.Collection;

/// <summary>
/// <c>vaka import form FILE --owner CODE</c>: publishes an XForm (.xml) or an XLSForm (.xlsx, .xls), with the files of the folder <c>FILE-media</c> beside it. A version that is
/// already there must be the same to the byte: what devices hold never changes under its number.
/// </summary>
internal sealed class FormImporter(VakaDb db, States states, FormKeys keys) : IImporter
{
    private const long MostFile = 20 * 1024 * 1024;

    public string Name => "form";

    public async Task Read(string path, string? owner, ImportReport report, CancellationToken ct)
    {
        var file = Path.GetFileName(path);
        void Error(string key, int line = 0, params object?[] arguments) => report.Add(new(true, file, line, null, key, arguments));
        if (owner is null || !(await states.All(ct)).TryGetValue(owner, out var state))
        {
            Error("import.unknown-owner", 0, owner ?? "");
            return;
        }
        if (new FileInfo(path).Length > XForm.MostBytes)
        {
            Error("form.too-large", 0, XForm.MostBytes / 1024 / 1024);
            return;
        }
        if (await Xml(path, report, ct) is not { } xml) return;
        XForm form;
        try
        {
            form = XForm.Read(xml);
        }
        catch (XmlRefusedException e)
        {
            Error("form.refused", e.Line, e.Message);
            return;
        }
        foreach (var problem in new FormCheck(form).Unreadable) Error("form.rule-unreadable", 0, problem.Message);
        if (form.FormId.Length > 200 || form.Version.Length > 200) Error("form.id-too-long");
        if (report.Errors == 0 && await keys.ForPublishing(owner, form, xml, ct) is { } published && !ReferenceEquals(published, xml)) (xml, form) = (published, XForm.Read(published));
        await Lists(form, owner, Error, ct);
        var files = Media(path, Error);
        if (report.Errors > 0) return;

        var row = await db.Set<SurveyForm>().FirstOrDefaultAsync(f => f.Owner == owner && f.FormId == form.FormId, ct);
        if (row is null) db.Add(row = new() { Owner = owner, FormId = form.FormId, Fictional = state.Fictional });
        var version = await db.Set<FormVersion>().FirstOrDefaultAsync(v => v.FormId == row.Id && v.Version == form.Version, ct);
        if (version is not null)
        {
            var known = await db.Set<FormFile>().Where(f => f.VersionId == version.Id).ToDictionaryAsync(f => f.Name, f => f.Md5, StringComparer.Ordinal, ct);
            if (version.Md5 != Md5(xml) || known.Count != files.Count || files.Exists(f => known.GetValueOrDefault(f.Name) != Md5(f.Content))) Error("form.version-differs", 0, form.Version);
            else ImportMemory.Count(ImportFate.Unchanged, report);
            return;
        }
        db.Add(version = new() { Owner = owner, FormId = row.Id, Version = form.Version, Xml = xml, Md5 = Md5(xml), ListFiles = ListFiles(form), Fictional = state.Fictional });
        foreach (var (name, content) in files) db.Add(new FormFile { Owner = owner, VersionId = version.Id, Name = name, Content = content, Md5 = Md5(content), Fictional = state.Fictional });
        ImportMemory.Count(row.CurrentVersionId is null ? ImportFate.Create : ImportFate.Update, report);
        (row.CurrentVersionId, row.State) = (version.Id, FormState.Published);
        row.Title = LocalText.Same(form.Title.Length > 0 ? form.Title : form.FormId);
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

    // An XLSForm is compiled; anything else is taken for an XForm.
    private static async Task<byte[]?> Xml(string path, ImportReport report, CancellationToken ct)
    {
        if (!path.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase) && !path.EndsWith(".xls", StringComparison.OrdinalIgnoreCase)) return await File.ReadAllBytesAsync(path, ct);
        XlsFormResult result;
        try
        {
            await using var file = File.OpenRead(path);
            result = XlsFormCompiler.Compile(WorkbookReader.Read(file, path), "data", Path.GetFileNameWithoutExtension(path));
        }
        catch (FormRefusedException refused)
        {
            result = new(null, [refused.Problem]);
        }
        foreach (var problem in result.Problems)
            report.Add(new(problem.IsError, problem.Sheet is { } sheet ? $"{Path.GetFileName(path)}, {sheet}" : Path.GetFileName(path), problem.Row ?? 0, problem.Column, "form.problem", problem.Message));
        return result.Form is null ? null : result.ToXml();
    }

    private static List<(string Name, byte[] Content)> Media(string path, Action<string, int, object?[]> error)
    {
        var folder = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, Path.GetFileNameWithoutExtension(path) + "-media");
        var files = new List<(string, byte[])>();
        if (!Directory.Exists(folder)) return files;
        foreach (var file in Directory.GetFiles(folder).Order(StringComparer.Ordinal))
            if (new FileInfo(file).Length > MostFile) error("form.file-too-large", 0, [Path.GetFileName(file), MostFile / 1024 / 1024]);
            else files.Add((Path.GetFileName(file), File.ReadAllBytes(file)));
        return files;
    }

#pragma warning disable CA5351 // OpenRosa's hash of what a device already holds; it guards nothing.
    internal static string Md5(byte[] content) => Convert.ToHexStringLower(MD5.HashData(content));
#pragma warning restore CA5351
}
