using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Vaka.Assessment.Review;
using Vaka.Kernel.Data;
using Vaka.Kernel.Importing;
using Vaka.Kernel.Ownership;
using Vaka.Kernel.Words;
using Vaka.XForms.Forms;
using Vaka.XForms.Submissions;

namespace Vaka.Assessment.Collection;

/// <summary>
/// <c>vaka import submissions FORM.csv --owner CODE</c>: answers typed in from paper or taken over from elsewhere, one a row, to the form and its published version that the file
/// name says. Columns: <c>instance_id</c>, those of the form's own table as it is exported, and what was already decided: <c>decision</c>, <c>comment</c>. They go the way
/// that a device's answers go: stored as they are, once, and checked afterwards.
/// </summary>
internal sealed class SubmissionImporter(VakaDb db, SubmissionStore store, States states) : IImporter
{
    private static readonly string[] Own = ["instance_id", "device", "decision", "comment"];

    public string Name => "submissions";

    public async Task Read(string path, string? owner, ImportReport report, CancellationToken ct)
    {
        if (await Sheet.Read(path, report, ct) is not { } sheet) return;
        void Error(string key, params object?[] arguments) => report.Add(new(true, sheet.File, 0, null, key, arguments));
        if (owner is null || !(await states.All(ct)).ContainsKey(owner))
        {
            Error("import.unknown-owner", owner ?? "");
            return;
        }
        var formId = Path.GetFileNameWithoutExtension(path);
        if (await db.Set<SurveyForm>().AsNoTracking().FirstOrDefaultAsync(f => f.Owner == owner && f.FormId == formId, ct) is not { CurrentVersionId: { } version })
        {
            Error("submission.no-such-form", formId);
            return;
        }
        var form = XForm.Read(await db.Set<FormVersion>().Where(v => v.Id == version).Select(v => v.Xml).SingleAsync(ct));
        var columns = new FlatTables(form).Tables[0].Columns.Select(c => c.Name).ToList();
        if (!sheet.Expect(report, ["instance_id*", "device", "decision", "comment", .. columns.Select(c => c.ToLowerInvariant()).Except(Own)])) return;
        var devices = await db.Set<CollectDevice>().Where(d => d.Owner == owner).ToDictionaryAsync(d => d.Label, StringComparer.Ordinal, ct);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in sheet.Rows)
            if (!seen.Add(row["instance_id"])) row.Error("instance_id", "submission.twice");
            else await Take(row, owner, form, columns, devices, report, ct);
    }

    private async Task Take(SheetRow row, string owner, XForm form, List<string> columns, Dictionary<string, CollectDevice> devices, ImportReport report, CancellationToken ct)
    {
        var id = row.Required("instance_id");
        var decision = row["decision"].Length == 0 ? (SubmissionState?)null : SubmissionReview.Given.Cast<SubmissionState?>().FirstOrDefault(s => Words.KeyOf(s!) == row["decision"]);
        if (row["decision"].Length > 0 && decision is null) row.Error("decision", "import.not-in-list", row["decision"], string.Join(", ", SubmissionReview.Given.Select(s => Words.KeyOf(s))));
        if (report.Errors > 0) return;
        // Nobody holds the token of a device that is only named in a file.
        if (row["device"].Length > 0 && !devices.ContainsKey(row["device"])) db.Add(devices[row["device"]] = Devices.WithoutToken(owner, row["device"]));
        var device = row["device"].Length > 0 ? devices[row["device"]] : CollectDevice.Unknown(owner);
        var answers = columns.Where(c => row[c.ToLowerInvariant()].Length > 0).ToDictionary(c => c, c => row[c.ToLowerInvariant()], StringComparer.Ordinal);
        var known = await db.Set<StoredSubmission>().AnyAsync(s => s.Owner == owner && s.InstanceId == id, ct);
        var xml = SubmissionWriter.Write(form, id, answers);
        var (receipt, stored) = await store.Add(device, Submission.Read(xml), xml, [], ct);
        if (stored is null) row.Error(null, receipt.Key, receipt.Arguments);
        else ImportMemory.Count(known ? ImportFate.Unchanged : ImportFate.Create, report);
        if (known || stored is null || decision is null) return;
        if (SubmissionReview.Decide(db, stored, decision, row["comment"]) is { } refused) row.Error("decision", refused);
    }
}
