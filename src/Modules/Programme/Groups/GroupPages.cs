using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vaka.Kernel.Chain;
using Vaka.Kernel.Data;
using Vaka.Kernel.Permissions;

namespace Vaka.Programme.Groups;

/// <summary>The groups that the viewer may see.</summary>
[Public]
internal sealed class GroupsIndexModel(VakaDb db) : ChainIndexPage<WorkingGroup>(db);

/// <summary>One group with its members and meetings. Groups come from packs; who reads them is their owner's act, and their members follow.</summary>
[Public, Writes(GroupsFeature.GroupShare)]
internal sealed class GroupShowModel(VakaDb db, IChain chain) : ChainShowPage<WorkingGroup>(db, chain)
{
    public IReadOnlyList<GroupMember> Members { get; private set; } = [];

    /// <summary>Newest first.</summary>
    public IReadOnlyList<Meeting> Meetings { get; private set; } = [];

    protected override string WritePermission => GroupsFeature.GroupShare;

    protected override async Task AlsoShare(WorkingGroup row, CancellationToken ct)
    {
        foreach (var member in await Db.Set<GroupMember>().Where(m => m.GroupId == row.Id).ToListAsync(ct)) (member.Audience, member.SharedWith) = (row.Audience, row.SharedWith);
    }

    protected override async Task Load(CancellationToken ct)
    {
        var id = Row.Id;
        Members = await Db.Set<GroupMember>().AsNoTracking().Where(m => m.GroupId == id).OrderBy(m => m.Order).ToListAsync(ct);
        Meetings = [.. (await Db.Set<Meeting>().AsNoTracking().Where(m => m.GroupId == id).ToListAsync(ct)).OrderByDescending(m => m.Date).ThenBy(m => m.Key, StringComparer.Ordinal)];
    }
}

/// <summary>One meeting with its decisions.</summary>
[Public]
internal sealed class MeetingShowModel(VakaDb db, IChain chain) : PageModel
{
    public Meeting Row { get; private set; } = null!;

    public ChainRowView View { get; private set; } = null!;

    /// <summary>Null when the viewer may not see it.</summary>
    public WorkingGroup? Group { get; private set; }

    public IReadOnlyList<Decision> Decisions { get; private set; } = [];

    public bool MayDecide { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await db.Set<Meeting>().AsNoTracking().FirstOrDefaultAsync(m => m.Id == id, ct) is not { } row) return NotFound();
        Row = row;
        View = new(row, await chain.Before(row.Kind, id, ct), await chain.After(row.Kind, id, ct), false, null);
        Group = await db.Set<WorkingGroup>().AsNoTracking().FirstOrDefaultAsync(g => g.Id == row.GroupId, ct);
        Decisions = [.. (await db.Set<Decision>().AsNoTracking().Where(d => d.MeetingId == id).ToListAsync(ct)).OrderBy(d => d.Date).ThenBy(d => d.Key, StringComparer.Ordinal)];
        MayDecide = db.Viewer.May(GroupsFeature.DecisionWrite, row.Owner);
        return Page();
    }
}

/// <summary>One decision with the meeting that took it.</summary>
[Public, Writes(GroupsFeature.DecisionWrite)]
internal sealed class DecisionShowModel(VakaDb db, IChain chain) : ChainShowPage<Decision>(db, chain)
{
    /// <summary>Null when the viewer may not see it.</summary>
    public Meeting? Meeting { get; private set; }

    protected override string WritePermission => GroupsFeature.DecisionWrite;

    protected override async Task Load(CancellationToken ct) => Meeting = await Db.Set<Meeting>().AsNoTracking().FirstOrDefaultAsync(m => m.Id == Row.MeetingId, ct);
}
