using Vaka.Contracts.Evidence;
using Vaka.Kernel.Chain;
using Vaka.Kernel.Data;
using Vaka.Kernel.Importing;
using Vaka.Kernel.Ownership;

namespace Vaka.Evidence.Packs;

/// <summary><c>vaka import pack DIR</c>: a chain from a folder of CSV files, each read by the module that owns its rows.</summary>
internal sealed class PackImporter(VakaDb db, IEnumerable<IPackFile> files, IChain chain, ImportMemory memory, States states, IThemes themes) : IImporter
{
    public string Name => "pack";

    public bool TakesFolder => true;

    public async Task Read(string path, string? owner, ImportReport report, CancellationToken ct)
    {
        var run = new PackRun(path, owner, report, db, chain, memory, states, themes);
        var any = false;
        foreach (var file in files.OrderBy(f => f.Order))
        {
            var full = Path.Combine(path, file.File);
            if (!File.Exists(full)) continue;
            any = true;
            if (await Sheet.Read(full, report, ct) is not { } sheet) continue;
            if (!sheet.Expect(report, [.. file.IsChain ? PackColumns.Common : [], .. file.Columns])) continue;
            await file.Read(sheet, run, ct);
            // Later files look rows up; all is one transaction, so an error in any file undoes all.
            if (report.Errors == 0) await db.SaveChangesAsync(ct);
        }
        if (!any) report.Add(new(true, Path.GetFileName(path.TrimEnd('/')), 0, null, "pack.no-file", string.Join(", ", files.OrderBy(f => f.Order).Select(f => f.File))));
        if (report.Errors == 0) await run.Finish(ct);
    }
}
