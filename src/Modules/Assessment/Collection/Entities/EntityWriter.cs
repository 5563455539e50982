using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Vaka.Kernel.Data;
using Vaka.Kernel.Outbox;
using Vaka.XForms.Entities;
using Vaka.XForms.Forms;

namespace Vaka.Assessment.Collection;

/// <summary>What form versions say of entities, read once.</summary>
internal sealed class EntityForms
{
    private const int Most = 64;
    private readonly ConcurrentDictionary<Guid, EntityForm> _forms = new();

    public async Task<EntityForm> Of(VakaDb db, Guid version, CancellationToken ct)
    {
        if (_forms.TryGetValue(version, out var known)) return known;
        if (_forms.Count >= Most) _forms.Clear();
        return _forms[version] = EntityForm.Of(XForm.Read(await db.Set<FormVersion>().Where(v => v.Id == version).Select(v => v.Xml).SingleAsync(ct)));
    }
}

/// <summary>After a submission was stored: writes down what it says of entities. Whatever that is, the submission stays.</summary>
internal sealed class EntityWriter(VakaDb db, EntityForms forms, SubmissionReader reader, EntityBook book) : IHandle<SubmissionReceived>
{
    public async Task Handle(SubmissionReceived happened, CancellationToken ct)
    {
        if (await db.Set<StoredSubmission>().AsNoTracking().FirstOrDefaultAsync(s => s.Id == happened.SubmissionId, ct) is not { } stored) return;
        var form = await forms.Of(db, stored.VersionId, ct);
        if (form.Places.Count == 0 || !form.IsKnown || await reader.Open(stored, ct) is not { Answers: { } answers }) return;
        var source = new EntitySource(stored.Id, stored.Fictional, await Corrected(stored.Id, ct));
        foreach (var node in form.Read(answers))
        {
            if (!(node.Creates || node.Updates) || !Guid.TryParse(node.Id, out _)) continue;
            if (await db.Set<EntityList>().FirstOrDefaultAsync(l => l.Owner == stored.Owner && l.Name == node.List, ct) is { } list) await book.Say(list, node, source, ct);
        }
    }

    // The submissions that it corrects, and those that they corrected.
    private async Task<List<Guid>> Corrected(Guid id, CancellationToken ct)
    {
        var all = new List<Guid>();
        for (Guid? newer = id; newer is not null;)
        {
            var older = await db.Set<StoredSubmission>().Where(s => s.ReplacedById == newer).Select(s => (Guid?)s.Id).FirstOrDefaultAsync(ct);
            if (older is { } found) all.Add(found);
            newer = older;
        }
        return all;
    }
}
