using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;
using Vaka.Kernel.Audit;
using Vaka.Kernel.Chain;
using Vaka.Kernel.Data;
using Vaka.Kernel.Ownership;
using Vaka.Kernel.Words;

namespace Vaka.Evidence.Chain;

/// <summary>One published version of one row, as it was when it was published. Only its audience can change, by its owner's act.</summary>
internal sealed class ChainVersion : IOwned, IPrivileged, IAudited, ISealed
{
    public Guid Id { get; init; } = Ids.New();
    [MaxLength(40)]
    public required string Kind { get; init; }
    public Guid ItemId { get; init; }
    public int Version { get; init; }
    /// <summary>The newest of its row.</summary>
    public bool IsLatest { get; set; } = true;
    [MaxLength(80)]
    public required string Key { get; init; }
    [MaxLength(16)]
    public required string Owner { get; set; }
    public Audience Audience { get; set; }
    [MaxLength(400)]
    public string SharedWith { get; set; } = "";
    public bool Released { get; set; } = true;
    public string Team { get; set; } = "";
    [MaxLength(400)]
    public string Themes { get; init; } = "";
    public LocalText Title { get; init; } = LocalText.Empty;
    public LocalText Summary { get; init; } = LocalText.Empty;
    /// <summary>JSON list of <see cref="ChainFact"/>.</summary>
    public string Facts { get; init; } = "[]";
    [MaxLength(200)]
    public required string Path { get; init; }
    public bool Fictional { get; init; }
    public bool Synthetic { get; init; }
    public DateTime PublishedAt { get; init; }
    public Guid? PublisherId { get; init; }

    [MaxLength(16)]
    public string Seal { get; set; } = "";

    // Everything that never changes, as it is read back from either database; the times of PostgreSQL are coarser.
    public string Sealed() => string.Join('\u001F', Kind, ItemId, Version, Key, Owner, Themes, Title.ToJson(), Summary.ToJson(), Facts, Path, Fictional, Synthetic, PublisherId);

    [NotMapped]
    public Ref Ref => new(Kind, ItemId, Version);

    public ChainItem Item() => new(Ref, Key, Owner, Title, Path, Fictional);
}

/// <summary>A field of a version: its words key and its value.</summary>
internal sealed record ChainFact(string Field, LocalText Value);

/// <summary>An edge of the chain: the version it ends at follows from the version it begins at. Owned by the end's owner, who made it.</summary>
[ReadIf("from_owner = owner or position('|' || owner || '|' in current_setting('vaka.owners', true)) > 0 or position('|' || from_owner || '|' in current_setting('vaka.owners', true)) > 0 or exists (select from evidence.versions v where v.kind = from_kind and v.item_id = from_item and v.version = from_version)")]
internal sealed class ChainEdge : IOwned, IPrivileged, IAudited
{
    public Guid Id { get; init; } = Ids.New();
    [MaxLength(40)]
    public required string FromKind { get; init; }
    public Guid FromItem { get; init; }
    public int FromVersion { get; init; }
    /// <summary>Owner of the beginning. Kept here, because who makes or shares the end need not be able to read it.</summary>
    [MaxLength(16)]
    public required string FromOwner { get; init; }
    [MaxLength(40)]
    public required string ToKind { get; init; }
    public Guid ToItem { get; init; }
    public int ToVersion { get; init; }
    /// <summary>One of <see cref="EdgeTypes.All"/>.</summary>
    [MaxLength(40)]
    public required string Type { get; init; }
    [MaxLength(16)]
    public required string Owner { get; set; }
    public Audience Audience { get; set; }
    [MaxLength(400)]
    public string SharedWith { get; set; } = "";
    public bool Released { get; set; } = true;
    public string Team { get; set; } = "";
    public DateTime MadeAt { get; init; }

    [NotMapped]
    public Ref From => new(FromKind, FromItem, FromVersion);

    [NotMapped]
    public Ref To => new(ToKind, ToItem, ToVersion);

    /// <summary>
    /// The edge is as visible as its end; and the owner of its beginning sees, where another owner made the end, that something is there.
    /// What others are told of it, a walk decides by both ends.
    /// </summary>
    public void TakeAudience(ChainVersion end)
    {
        (Released, Team, Audience, SharedWith) = (end.Released, end.Team, end.Audience, end.SharedWith);
        if (FromOwner == end.Owner || end.Audience == Audience.Public) return;
        // The owner of the beginning may lie outside the region that the end is shared with.
        if (end.Audience == Audience.OwnerOnly) Audience = Audience.Named;
        SharedWith = Codes.Join([.. Codes.Split(end.SharedWith), FromOwner]);
    }
}

internal static class ChainModel
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<Themes.Theme>().ToTable("themes");
        model.Entity<ChainVersion>(v =>
        {
            v.ToTable("versions");
            v.HasIndex(x => new { x.Kind, x.ItemId, x.Version }).IsUnique();
            v.HasIndex(x => new { x.Kind, x.Key });
            v.HasIndex(x => x.ItemId);
        });
        model.Entity<ChainEdge>(e =>
        {
            e.ToTable("edges");
            e.HasIndex(x => x.FromItem);
            e.HasIndex(x => x.ToItem);
        });
    }
}
