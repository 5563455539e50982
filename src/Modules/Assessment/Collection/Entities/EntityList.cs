using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Vaka.Kernel.Data;
using Vaka.Kernel.Words;

namespace Vaka.Assessment.Collection;

/// <summary>
/// What the entities of a list are. A closed set, without persons: who can be identified belongs to the protection store, not on every tablet.
/// Words: <c>entity-kind.household</c> and so on.
/// </summary>
internal enum EntityKind
{
    /// <summary>A household, by a code that names nobody.</summary>
    Household,
    /// <summary>A village, site, border post.</summary>
    Place,
    /// <summary>A service that people can turn to.</summary>
    Service,
    /// <summary>A ministry, organisation, committee.</summary>
    Institution,
}

/// <summary>A list of things that forms come back to; forms name it, devices carry it along.</summary>
internal sealed class EntityList : Row
{
    /// <summary>Name that forms know it by, unique for its owner.</summary>
    [MaxLength(100)]
    public string Name { get; set; } = "";

    public LocalText Title { get; set; } = LocalText.Empty;

    public EntityKind Kind { get; set; }

    /// <summary>Names of properties between bars, in the order of their first use: the columns that devices get.</summary>
    [MaxLength(8000)]
    public string Properties { get; set; } = "";

    public static void Map(ModelBuilder model)
    {
        model.Entity<EntityList>(l =>
        {
            l.ToTable("entity_lists", OwnerOnly);
            l.HasIndex(x => new { x.Owner, x.Name }).IsUnique();
        });
        model.Entity<Entity>(e =>
        {
            e.ToTable("entities", t => t.HasCheckConstraint("ck_entities_owner_only", "audience = 0 and shared_with = ''"));
            e.HasIndex(x => new { x.ListId, x.EntityId }).IsUnique();
            e.HasOne<EntityList>().WithMany().HasForeignKey(x => x.ListId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<EntityVersion>(v =>
        {
            v.ToTable("entity_versions", t => t.HasCheckConstraint("ck_entity_versions_owner_only", "audience = 0 and shared_with = ''"));
            v.HasIndex(x => new { x.EntityRowId, x.Number }).IsUnique();
            v.HasIndex(x => new { x.SubmissionId, x.Place });
            v.HasOne<Entity>().WithMany().HasForeignKey(x => x.EntityRowId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<WaitingUpdate>(w =>
        {
            w.ToTable("entity_waiting", t => t.HasCheckConstraint("ck_entity_waiting_owner_only", "audience = 0 and shared_with = ''"));
            w.HasIndex(x => new { x.ListId, x.EntityId });
            w.HasIndex(x => new { x.SubmissionId, x.Place }).IsUnique();
            w.HasOne<EntityList>().WithMany().HasForeignKey(x => x.ListId).OnDelete(DeleteBehavior.Restrict);
        });

        static void OwnerOnly(Microsoft.EntityFrameworkCore.Metadata.Builders.TableBuilder<EntityList> table) =>
            table.HasCheckConstraint("ck_entity_lists_owner_only", "audience = 0 and shared_with = ''");
    }
}
