using Microsoft.EntityFrameworkCore;
using Vaka.Contracts.Evidence;
using Vaka.Kernel.Chain;
using Vaka.Kernel.Data;
using Vaka.Kernel.Importing;

namespace Vaka.Programme.Groups;

/// <summary><c>groups.csv</c> of a pack.</summary>
internal sealed class GroupFile : IPackFile
{
    public string File => "groups.csv";

    public int Order => 50;

    public IReadOnlyList<string> Columns { get; } = ["level*"];

    public async Task Read(Sheet sheet, IPack pack, CancellationToken ct)
    {
        foreach (var row in sheet.Rows)
            await pack.Upsert(row, (owner, key) => new WorkingGroup { Owner = owner, Key = key }, g => g.Level = row.Choice<GroupLevel>("level"), ct: ct);
    }
}

/// <summary><c>members.csv</c> of a pack. A member belongs to its group's owner and is seen by whoever sees the group.</summary>
internal sealed class MemberFile(VakaDb db) : IPackFile
{
    public string File => "members.csv";

    public int Order => 52;

    public bool IsChain => false;

    public IReadOnlyList<string> Columns { get; } = ["group*", "institution_en*", "institution_fr", "role_en", "role_fr"];

    public async Task Read(Sheet sheet, IPack pack, CancellationToken ct)
    {
        foreach (var row in sheet.Rows)
        {
            var (key, institution) = (row.Required("group"), row.Text("institution", true));
            if (key.Length == 0 || institution.IsEmpty) continue;
            if (await db.OfAnyOwner<WorkingGroup>(await pack.OwnerOf(row), key, ct) is not { } group)
            {
                row.Error("group", "import.unknown-reference", key);
                continue;
            }
            var name = institution.Languages.First().Value.Text;
            var existing = (await db.Set<GroupMember>().Where(m => m.GroupId == group.Id).ToListAsync(ct)).Find(m => m.Institution.Languages.Values.Any(t => t.Text == name));
            // Memory's key has room for 200 characters, and a name may be longer.
            var memoryKey = $"{group.Key}/{name}";
            await pack.UpsertPlain(row, "group-member", group.Owner, memoryKey.Length <= 200 ? memoryKey : memoryKey[..200], existing, () => new GroupMember { Owner = group.Owner, GroupId = group.Id }, m =>
            {
                (m.Institution, m.Role, m.Order) = (institution, row.Text("role"), row.Line);
                (m.Audience, m.SharedWith, m.Fictional) = (group.Audience, group.SharedWith, group.Fictional);
            }, ct);
        }
    }
}

/// <summary><c>meetings.csv</c> of a pack. A meeting follows from its group.</summary>
internal sealed class MeetingFile(VakaDb db) : IPackFile
{
    public string File => "meetings.csv";

    public int Order => 54;

    public IReadOnlyList<string> Columns { get; } = ["group*", "date*"];

    public async Task Read(Sheet sheet, IPack pack, CancellationToken ct)
    {
        foreach (var row in sheet.Rows)
        {
            var (key, date) = (row.Required("group"), row.Date("date", true));
            var group = await db.OfAnyOwner<WorkingGroup>(await pack.OwnerOf(row), key, ct);
            await pack.Upsert(row, (owner, own) => new Meeting { Owner = owner, Key = own }, m => (m.GroupId, m.Date) = (group?.Id ?? default, date ?? default), [("group", $"group:{key}")], ct: ct);
        }
    }
}

/// <summary><c>decisions.csv</c> of a pack. A decision follows from its meeting and from what was taken up in it.</summary>
internal sealed class DecisionFile(VakaDb db) : IPackFile
{
    public string File => "decisions.csv";

    public int Order => 245;

    public IReadOnlyList<string> Columns { get; } = ["meeting*", "date*"];

    public async Task Read(Sheet sheet, IPack pack, CancellationToken ct)
    {
        foreach (var row in sheet.Rows)
        {
            var (key, date) = (row.Required("meeting"), row.Date("date", true));
            var meeting = await db.OfAnyOwner<Meeting>(await pack.OwnerOf(row), key, ct);
            await pack.Upsert(row, (owner, own) => new Decision { Owner = owner, Key = own }, d => (d.MeetingId, d.Date) = (meeting?.Id ?? default, date ?? default), [("meeting", $"meeting:{key}")], ct: ct);
        }
    }
}

/// <summary>Finds rows by key.</summary>
internal static class KeyedRows
{
    /// <summary>The row with this key, saved or about to be saved: the owner's own first, as an edge to it would be resolved (a country may name the group of its region).</summary>
    public static async Task<T?> OfAnyOwner<T>(this VakaDb db, string owner, string key, CancellationToken ct) where T : ChainRow
    {
        var rows = db.Set<T>();
        return rows.Local.FirstOrDefault(r => r.Key == key && r.Owner == owner)
            ?? await rows.Where(r => r.Key == key).OrderBy(r => r.Owner == owner ? 0 : 1).ThenBy(r => r.Owner).FirstOrDefaultAsync(ct)
            ?? rows.Local.FirstOrDefault(r => r.Key == key);
    }
}
