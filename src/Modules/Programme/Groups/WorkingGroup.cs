using Microsoft.EntityFrameworkCore;
using Vaka.Kernel.Chain;
using Vaka.Kernel.Data;
using Vaka.Kernel.Words;

namespace Vaka.Programme.Groups;

/// <summary>Whether a group sits within one country or across several.</summary>
internal enum GroupLevel
{
    National,
    Regional,
}

/// <summary>A working group of institutions that meets and takes decisions.</summary>
internal sealed class WorkingGroup : ChainRow
{
    public GroupLevel Level { get; set; }

    public override string Kind => Kinds.Group;

    public override string Path => $"/groups/{Id}";

    public override IEnumerable<(string Field, LocalText Value)> Facts() => [("group.level", Coded("group-level", Level))];

    public static void Map(ModelBuilder model)
    {
        model.Entity<WorkingGroup>().ToTable("working_groups");
        model.Entity<GroupMember>(m =>
        {
            m.ToTable("group_members");
            m.HasIndex(x => x.GroupId);
        });
        model.Entity<Meeting>(m =>
        {
            m.ToTable("meetings");
            m.HasIndex(x => x.GroupId);
        });
        model.Entity<Decision>(d =>
        {
            d.ToTable("decisions");
            d.HasIndex(x => x.MeetingId);
        });
    }
}

/// <summary>An institution that sits in a group; never a person.</summary>
internal sealed class GroupMember : Row
{
    public Guid GroupId { get; set; }

    public LocalText Institution { get; set; } = LocalText.Empty;

    /// <summary>What it does there: chair, member, observer. Empty when not stated.</summary>
    public LocalText Role { get; set; } = LocalText.Empty;

    /// <summary>Place in the list, lowest first.</summary>
    public int Order { get; set; }
}

/// <summary>One meeting of a group.</summary>
internal sealed class Meeting : ChainRow
{
    public Guid GroupId { get; set; }

    /// <summary>As precise as the source: a day, a month or a year.</summary>
    public PartialDate Date { get; set; }

    public override string Kind => Kinds.Meeting;

    public override string Path => $"/meetings/{Id}";

    public override IEnumerable<(string Field, LocalText Value)> Facts() => [("meeting.date", Dated(Date))];
}

/// <summary>What a meeting decided, because of findings, gaps or needs, and what it asks for in turn.</summary>
internal sealed class Decision : ChainRow
{
    public Guid MeetingId { get; set; }

    /// <summary>When it was taken, which may be later than the meeting when members decide in writing.</summary>
    public PartialDate Date { get; set; }

    public override string Kind => Kinds.Decision;

    public override string Path => $"/decisions/{Id}";

    public override IEnumerable<(string Field, LocalText Value)> Facts() => [("decision.date", Dated(Date))];
}
