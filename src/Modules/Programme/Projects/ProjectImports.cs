using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Vaka.Contracts.Evidence;
using Vaka.Kernel.Chain;
using Vaka.Kernel.Data;
using Vaka.Kernel.Importing;
using Vaka.Kernel.Ownership;
using Vaka.Kernel.Web;
using Vaka.Kernel.Words;

namespace Vaka.Programme.Projects;

/// <summary>Writes drafts of projects: finds the record by project ID, else Prima ID, else address; changes only what a draft found.</summary>
internal sealed class ProjectWriter(VakaDb db, IChain chain, ImportMemory memory, States states)
{
    public async Task<IReadOnlyCollection<StateName>> Names(CancellationToken ct) =>
        [.. (await states.All(ct)).Values.Where(s => !s.IsRegion).SelectMany(s => s.Name.Languages.Values.Select(n => new StateName(Folding.Fold(n.Text), s.Code))).Distinct()];

    /// <summary>Makes or updates a record.</summary>
    /// <param name="kind">Kind under which the import is remembered, one per format and language.</param>
    public async Task Write(string kind, ProjectDraft draft, string owner, string file, int line, ImportReport report, CancellationToken ct)
    {
        var all = db.Set<Project>();
        var project = draft.ProjectId is { } id ? await all.FirstOrDefaultAsync(p => p.ProjectId == id, ct) : null;
        if (project is null && draft.PrimaId is { } prima) project = await all.FirstOrDefaultAsync(p => p.PrimaId == prima, ct);
        if (project is null && draft is { ProjectId: null, PrimaId: null, Url: { } url }) project = await all.FirstOrDefaultAsync(p => p.Url == url, ct);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(draft, DataAddress.Json))));
        // Two formats may describe one record: each remembers its own reading, and a row only another format has written is not "edited".
        var fate = await memory.Weigh(kind, owner, draft.Key, hash, project, ct);
        if (fate == ImportFate.Keep && project is not null && !await Edited(project, ct)) fate = ImportFate.Update;
        if (fate == ImportFate.Keep) report.Add(new(false, file, line, null, "import.kept", draft.Key));
        if (fate is ImportFate.Create or ImportFate.Update)
        {
            if (project is null) db.Add(project = new Project { Owner = owner, Key = draft.Key, Audience = Audience.Public });
            draft.Into(project);
            if (!report.Fits(db, file, line)) return;
            // Another file may have said the same already.
            if (db.Entry(project).State == EntityState.Unchanged) fate = ImportFate.Unchanged;
            else await chain.Publish(project, null, ct);
            await memory.RememberAt(kind, owner, draft.Key, hash, project.Revision + (fate == ImportFate.Unchanged ? 0 : 1), ct);
        }
        ImportMemory.Count(fate, report);
        await db.SaveChangesAsync(ct);
    }

    // Edited by a person: the newest entry of the audit trail names one.
    private async Task<bool> Edited(Project project, CancellationToken ct)
    {
        var row = project.Id.ToString();
        return await db.Set<Vaka.Kernel.Audit.AuditEntry>().AnyAsync(a => a.Kind == "project" && a.RowId == row && a.ActorId != null, ct);
    }
}

/// <summary><c>vaka import idf FILE</c>.</summary>
internal sealed class IdfPageImporter(ProjectWriter writer, Words words) : IImporter
{
    public string Name => "idf";

    public async Task Read(string path, string? owner, ImportReport report, CancellationToken ct)
    {
        var file = Path.GetFileName(path);
        if (await TextFile.Read(path, report, ct) is not { } text) return;
        var page = IdfPageReader.Read(file, text, await writer.Names(ct), report);
        foreach (var (field, line) in page.Fields.OrderBy(f => f.Line)) report.Notes.Add(words["idf.read", line, words[$"project.{field}"]]);
        if (page.Navigation > 0) report.Notes.Add(words.Count("idf.navigation", page.Navigation));
        foreach (var line in page.NotUnderstood) report.Notes.Add(words["idf.not-understood", line]);
        if (report.Errors == 0) await writer.Write($"idf-page-{page.Language}", page.Draft, owner ?? "PACIFIC", file, 0, report, ct);
    }
}

/// <summary><c>vaka import idf-records FILE</c>.</summary>
internal sealed class IdfRecordsImporter(ProjectWriter writer) : IImporter
{
    public string Name => "idf-records";

    public async Task Read(string path, string? owner, ImportReport report, CancellationToken ct)
    {
        var file = Path.GetFileName(path);
        if (await TextFile.Read(path, report, ct) is not { } text) return;
        var drafts = IdfRecordsReader.Read(file, text, await writer.Names(ct), report);
        if (report.Errors > 0) return;
        foreach (var (draft, line) in drafts) await writer.Write("idf-record", draft, owner ?? "PACIFIC", file, line, report, ct);
    }
}

/// <summary><c>projects.csv</c> of a pack.</summary>
internal sealed class ProjectFile : IPackFile
{
    public string File => "projects.csv";

    public int Order => 10;

    public bool IsChain => false;

    public IReadOnlyList<string> Columns { get; } =
    [
        "code*", "owner", "audience", "themes", "title_en*", "title_fr", "summary_en", "summary_fr", "fictional", "synthetic", "because", "start", "end", "status", "type", "budget_usd",
        "coverage", "year", "idf_region", "prima_id", "states", "partners", "managing_office", "source", "retrieved", "narrative_en", "narrative_fr",
    ];

    public async Task Read(Sheet sheet, IPack pack, CancellationToken ct)
    {
        foreach (var row in sheet.Rows)
            await pack.Upsert(row, (owner, code) => new Project { Owner = owner, Key = code }, p =>
            {
                (p.Start, p.End, p.Budget, p.Year) = (row.Date("start"), row.Date("end"), row.Money("budget_usd"), (int?)row.Number("year", least: 1951, most: 2200));
                (p.PrimaId, p.ProjectId, p.ManagingOffice) = (row.Optional("prima_id"), row["code"], row.Optional("managing_office"));
                (p.Status, p.Type, p.Coverage, p.IdfRegion) = (Said(row["status"]), Said(row["type"]), Said(row["coverage"]), Said(row["idf_region"]));
                p.Partners = Said(row["partners"]);
                p.States = Codes.Join(row.List("states"));
                p.Narrative = row.Text("narrative") is { IsEmpty: false } n ? n : p.Summary;
                p.FoundAt(["title", "start", "end", "status", "type", "budget", "coverage", "year", "region", "states", "partners", "narrative"], new(row["source"], row["retrieved"]));
            }, ct: ct, keyColumn: "code");
    }

    private static LocalText Said(string text) => text.Length == 0 ? LocalText.Empty : LocalText.Of(text, null);
}
