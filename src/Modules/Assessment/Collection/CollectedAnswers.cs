using System.Runtime.CompilerServices;
using System.Security.Cryptography;
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
internal sealed class CollectedAnswers(VakaDb db, SubmissionReader reader) : ICollectedAnswers
{
    private const int Portion = 200;

    public async Task<CollectedAnswersReport?> Write(string owner, string formId, string folder, RSA? key, CancellationToken ct = default)
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
            var ids = await db.Set<StoredSubmission>().Where(s => s.Owner == owner && s.ReplacedById == null && versions.Keys.Contains(s.VersionId)).OrderBy(s => s.Id).Select(s => s.Id).ToListAsync(ct);
            await foreach (var stored in InPortions(ids, ct))
            {
                var opened = await reader.Open(stored, ct);
                if (opened.Answers is null && stored.Encrypted && key is not null) opened = await reader.Open(stored, key, ct);
                if (opened.Answers is null)
                {
                    encrypted++;
                    await AsItCame(stored, Path.Combine(folder, "encrypted"), ct);
                    continue;
                }
                count++;
                var flags = SubmissionCheck.FlagsOf(stored);
                if (flags.Count > 0) flagged++;
                foreach (var line in tables.Rows(opened.Answers))
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

    // While one query is read, PostgreSQL answers no other; and what is encrypted is fetched with its files.
    private async IAsyncEnumerable<StoredSubmission> InPortions(List<Guid> ids, [EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var portion in ids.Chunk(Portion))
            foreach (var stored in await db.Set<StoredSubmission>().AsNoTracking().Where(s => portion.Contains(s.Id)).OrderBy(s => s.Id).ToListAsync(ct)) yield return stored;
    }

    // The names are the server's own: a device's could lead elsewhere.
    private async Task AsItCame(StoredSubmission stored, string folder, CancellationToken ct)
    {
        var here = Directory.CreateDirectory(Path.Combine(folder, stored.Id.ToString())).FullName;
        await using (var xml = new FileStream(Path.Combine(here, "submission.xml"), FileMode.CreateNew)) await xml.WriteAsync(stored.Xml, ct);
        foreach (var file in await db.Set<SubmissionFile>().AsNoTracking().Where(f => f.SubmissionId == stored.Id).ToListAsync(ct))
        {
            await using var to = new FileStream(Path.Combine(here, "file-" + string.Concat(file.Name.Select(c => c < ' ' || Path.GetInvalidFileNameChars().Contains(c) ? '_' : c))), FileMode.CreateNew);
            await to.WriteAsync(file.Content, ct);
        }
    }

    private static int Place(FlatTables tables, FlatTable table)
    {
        for (var i = 0; i < tables.Tables.Count; i++)
            if (ReferenceEquals(tables.Tables[i], table)) return i;
        throw new InvalidOperationException(table.Name);
    }
}
