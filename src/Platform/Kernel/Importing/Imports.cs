using Microsoft.EntityFrameworkCore;
using Vaka.Kernel.Data;
using Vaka.Kernel.Ownership;

namespace Vaka.Kernel.Importing;

/// <summary>Reads one kind of input for <c>vaka import NAME</c>.</summary>
public interface IImporter
{
    /// <summary>The word after <c>vaka import</c>.</summary>
    string Name { get; }

    /// <summary>Reads a folder rather than a file.</summary>
    bool TakesFolder => false;

    /// <summary>Reads the input, notes every problem in the report and adds what is to be written to the context. The caller saves, or throws all away when there was an error.</summary>
    /// <param name="path">File or folder.</param>
    /// <param name="owner">Owner of rows that do not name one; null when the command named none.</param>
    /// <param name="report">Where problems and counts go.</param>
    /// <param name="ct">Stops reading.</param>
    Task Read(string path, string? owner, ImportReport report, CancellationToken ct);
}

/// <summary>Runs importers: everything in one transaction, or nothing.</summary>
public sealed class Imports(VakaDb db, IEnumerable<IImporter> importers, States states)
{
    /// <summary>Names of all importers.</summary>
    public IEnumerable<string> Names => importers.Select(i => i.Name).Order(StringComparer.Ordinal);

    /// <summary>Does the importer read a folder? Null when there is none of that name.</summary>
    public bool? TakesFolder(string name) => importers.FirstOrDefault(i => i.Name == name)?.TakesFolder;

    /// <summary>Imports a file or folder.</summary>
    public async Task<ImportReport> Run(string name, string path, string? owner, CancellationToken ct = default)
    {
        var importer = importers.First(i => i.Name == name);
        var report = new ImportReport();
        if (importer.TakesFolder ? !Directory.Exists(path) : !File.Exists(path))
        {
            report.Add(new(true, Path.GetFileName(path.TrimEnd('/')), 0, null, importer.TakesFolder ? "import.folder-missing" : "import.file-missing"));
            return report;
        }
        await using var write = await db.BeginWrite(ct);
        await importer.Read(path, owner, report, ct);
        if (report.Errors > 0 || !report.Fits(db, Path.GetFileName(path.TrimEnd('/')))) return report;
        await db.SaveChangesAsync(ct);
        await write.Commit(ct);
        states.Forget();
        report.Applied = true;
        return report;
    }
}

/// <summary>What is to become of a row of a file.</summary>
public enum ImportFate
{
    /// <summary>It is new.</summary>
    Create,
    /// <summary>The file has changed and nobody has edited the row since.</summary>
    Update,
    /// <summary>The file has not changed.</summary>
    Unchanged,
    /// <summary>The file has changed, and so has somebody: the row is left alone.</summary>
    Keep,
}

/// <summary>Tells its own text from people's edits: remembers a hash of what was imported and the revision it was written at.</summary>
public sealed class ImportMemory(VakaDb db)
{
    private const int LongestKey = 200;

    private readonly Dictionary<string, Dictionary<(string Owner, string Key), ImportedRow>> _kinds = new(StringComparer.Ordinal);

    /// <summary>Decides. Counts the decision in the report; a row left alone is noted as a warning.</summary>
    /// <param name="existing">The row in the database; null when there is none.</param>
    public async Task<ImportFate> Decide(string kind, string owner, string key, SheetRow row, IEditable? existing, ImportReport report, CancellationToken ct = default)
    {
        if (key.Length > LongestKey) row.Error(null, "import.too-long", key.Length, LongestKey);
        var fate = await Weigh(kind, owner, key, row.Hash, existing, ct);
        if (fate == ImportFate.Keep) row.Warn(null, "import.kept", key);
        Count(fate, report);
        return fate;
    }

    /// <summary>Decides for input that is no sheet, by a hash of it.</summary>
    public async Task<ImportFate> Weigh(string kind, string owner, string key, string hash, IEditable? existing, CancellationToken ct = default)
    {
        var known = await Of(kind, ct);
        if (existing is null) return ImportFate.Create;
        if (!known.TryGetValue((owner, key), out var before)) return ImportFate.Keep;
        return before.Hash == hash ? ImportFate.Unchanged : existing.Revision > before.Revision ? ImportFate.Keep : ImportFate.Update;
    }

    /// <summary>Adds the decision to the report's counts.</summary>
    public static void Count(ImportFate fate, ImportReport report)
    {
        switch (fate)
        {
            case ImportFate.Create: report.Created++; break;
            case ImportFate.Update: report.Updated++; break;
            case ImportFate.Unchanged: report.Unchanged++; break;
            default: report.Kept++; break;
        }
    }

    /// <summary>Remembers a row about to be saved by the next SaveChanges.</summary>
    public Task Remember(string kind, string owner, string key, string hash, IEditable written, CancellationToken ct = default) =>
        RememberAt(kind, owner, key, hash, written.Revision + 1, ct);

    /// <summary>Remembers a row that was saved at this revision.</summary>
    public async Task RememberAt(string kind, string owner, string key, string hash, int revision, CancellationToken ct = default)
    {
        var known = await Of(kind, ct);
        if (!known.TryGetValue((owner, key), out var row))
            db.Set<ImportedRow>().Add(known[(owner, key)] = row = new() { Kind = kind, Owner = owner, Key = key, Hash = hash });
        row.Hash = hash;
        row.Revision = revision;
    }

    private async Task<Dictionary<(string Owner, string Key), ImportedRow>> Of(string kind, CancellationToken ct)
    {
        if (!_kinds.TryGetValue(kind, out var known))
            _kinds[kind] = known = await db.Set<ImportedRow>().Where(r => r.Kind == kind).ToDictionaryAsync(r => (r.Owner, r.Key), ct);
        return known;
    }
}
