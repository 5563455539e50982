using Microsoft.EntityFrameworkCore;
using Vaka.Kernel.Data;
using Vaka.Kernel.Importing;
using Vaka.Kernel.Ownership;
using Vaka.Kernel.Words;

namespace Vaka.Programme.Targets;

/// <summary><c>vaka import targets FILE</c>: which agreed aims a project serves. The project may be imported later.</summary>
internal sealed class TargetImporter(VakaDb db, ImportMemory memory, States states) : IImporter
{
    public string Name => "targets";

    public async Task Read(string path, string? owner, ImportReport report, CancellationToken ct)
    {
        owner ??= "PACIFIC";
        if (await Sheet.Read(path, report, ct) is not { } sheet || !sheet.Expect(report, "project*", "framework*", "target*", "reason_en*", "reason_fr*")) return;
        if (!(await states.All(ct)).ContainsKey(owner)) report.Add(new(true, sheet.File, 0, null, "import.unknown-owner", owner));
        var known = await db.Set<ProjectTarget>().ToDictionaryAsync(t => (t.Project, t.Framework, t.Target), ct);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in sheet.Rows)
        {
            var (project, framework, target, reason) = (row.Required("project"), row.Choice<TargetFramework>("framework"), row.Required("target"), row.Text("reason", true));
            var key = $"{project}/{Words.KeyOf(framework)}/{target}";
            if (!seen.Add(key)) row.Error("target", "import.key-twice", key);
            if (project.Length > 80) row.Error("project", "services.too-long", 80);
            if (target.Length > 10 || !target.All(c => char.IsAsciiLetterOrDigit(c) || c == '.')) row.Error("target", "targets.bad-target", target);
            if (report.Errors > 0) continue;
            var found = known.GetValueOrDefault((project, framework, target));
            if (await memory.Decide("project-target", owner, key, row, found, report, ct) is not (ImportFate.Create or ImportFate.Update)) continue;
            if (found is null) db.Add(found = new() { Owner = owner, Project = project, Framework = framework, Target = target, Audience = Audience.Public });
            found.Reason = reason;
            await memory.Remember("project-target", owner, key, row.Hash, found, ct);
        }
    }
}
