using System.Text;
using Microsoft.EntityFrameworkCore;
using Vaka.Contracts.Assessment;
using Vaka.Kernel.Data;
using Vaka.Kernel.Web;
using Vaka.Kernel.Words;
using Vaka.XForms.Forms;
using Vaka.XForms.Submissions;

namespace Vaka.Assessment.Collection;

/// <summary>Writes answers as tables, in the columns of the form's current version; only the newest version of each submission.</summary>
internal sealed class CollectedAnswers(VakaDb db) : ICollectedAnswers
{
    public async Task<CollectedAnswersReport?> Write(string owner, string formId, string folder, CancellationToken ct = default)
    {
        if (await db.Set<SurveyForm>().AsNoTracking().FirstOrDefaultAsync(f => f.Owner == owner && f.FormId == formId, ct) is not { CurrentVersionId: { } current } row) return null;
        var form = XForm.Read(await db.Set<FormVersion>().Where(v => v.Id == current).Select(v => v.Xml).SingleAsync(ct));
        var versions = await db.Set<FormVersion>().AsNoTracking().Where(v => v.FormId == row.Id).ToDictionaryAsync(v => v.Id, v => v.Version, ct);
        var tables = new FlatTables(form);
        Directory.CreateDirectory(folder);
        var names = tables.Tables.Select(t => t.Name + ".csv").Append("flags.csv").ToList();
        var open = new List<CsvRows>();
        try
        {
            foreach (var name in names) open.Add(new(new StreamWriter(new FileStream(Path.Combine(folder, name), FileMode.CreateNew), new UTF8Encoding(true))));
            for (var i = 0; i < tables.Tables.Count; i++)
                open[i].Add([.. i == 0 ? (string[])["key", "form_version", "received", "state", "flags", "fictional"] : ["key", "parent_key"], .. tables.Tables[i].Columns.Select(c => c.Name)]);
            open[^1].Add(["key", "kind", "path", "value", "rule", "message"]);
            var (count, flagged, encrypted) = (0, 0, 0);
            await foreach (var stored in db.Set<StoredSubmission>().AsNoTracking().Where(s => s.Owner == owner && s.ReplacedById == null && versions.Keys.Contains(s.VersionId)).OrderBy(s => s.Id).AsAsyncEnumerable().WithCancellation(ct))
            {
                if (stored.Encrypted)
                {
                    encrypted++;
                    continue;
                }
                count++;
                var flags = SubmissionCheck.FlagsOf(stored);
                if (flags.Count > 0) flagged++;
                foreach (var line in tables.Rows(Submission.Read(stored.Xml)))
                    open[Place(tables, line.Table)].Add([line.Key, .. line.ParentKey is null
                        ? (object?[])[versions[stored.VersionId], stored.CreatedAt, Words.KeyOf(stored.State), flags.Count, stored.Fictional] : [line.ParentKey], .. line.Values]);
                foreach (var flag in flags) open[^1].Add([stored.InstanceId, Words.KeyOf(flag.Kind), flag.Path, flag.Value, flag.Rule, flag.Messages.Values.FirstOrDefault()]);
            }
            return new(count, flagged, encrypted, names);
        }
        finally
        {
            foreach (var file in open) file.Dispose();
        }
    }

    private static int Place(FlatTables tables, FlatTable table)
    {
        for (var i = 0; i < tables.Tables.Count; i++)
            if (ReferenceEquals(tables.Tables[i], table)) return i;
        throw new InvalidOperationException(table.Name);
    }
}
