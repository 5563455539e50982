using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using Vaka.Kernel.Data;
using Vaka.XForms.Forms;

namespace Vaka.Assessment.Collection;

/// <summary>The lists that the rules of a form version read from files beside it, and from entity lists.</summary>
internal sealed class FormFiles(VakaDb db, EntityFiles entities)
{
    /// <summary>The document of an external instance by its source (<c>jr://file-csv/villages.csv</c>); one that is not at hand has none.</summary>
    public async Task<Func<string, XDocument?>> Of(XForm form, Guid version, string owner, CancellationToken ct)
    {
        var wanted = form.ExternalInstances.Values.Where(s => s.StartsWith("jr://file", StringComparison.Ordinal)).ToDictionary(s => s, s => s.Split('/')[^1], StringComparer.Ordinal);
        if (wanted.Count == 0) return _ => null;
        var names = wanted.Values.ToList();
        var documents = (await db.Set<FormFile>().AsNoTracking().Where(f => f.VersionId == version && names.Contains(f.Name)).ToListAsync(ct)).ToDictionary(f => f.Name, f => InstanceFile.Read(f.Name, f.Content), StringComparer.Ordinal);
        foreach (var (file, list) in await entities.Of(version, owner, ct))
        {
            using var bytes = new MemoryStream();
            await entities.Write(list, bytes, ct);
            documents[file] = InstanceFile.Read(file, bytes.ToArray());
        }
        return source => wanted.TryGetValue(source, out var name) ? documents.GetValueOrDefault(name) : null;
    }
}
