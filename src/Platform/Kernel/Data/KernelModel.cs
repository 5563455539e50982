using System.Globalization;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Vaka.Kernel.Audit;
using Vaka.Kernel.Identity;
using Vaka.Kernel.Importing;
using Vaka.Kernel.Outbox;
using Vaka.Kernel.Ownership;
using Vaka.Kernel.Words;

namespace Vaka.Kernel.Data;

/// <summary>The platform's own tables and the conventions of all.</summary>
internal static class KernelModel
{
    public static void Configure(ModelBuilder builder)
    {
        builder.Entity<User>().ToTable("users");
        builder.Entity<IdentityUserClaim<Guid>>().ToTable("user_claims");
        builder.Entity<IdentityUserLogin<Guid>>().ToTable("user_logins");
        builder.Entity<IdentityUserToken<Guid>>().ToTable("user_tokens");
        builder.Entity<DataProtectionKey>().ToTable("protection_keys");
        builder.Entity<State>().ToTable("states");
        builder.Entity<ImportedRow>().ToTable("imported_rows").HasKey(r => new { r.Kind, r.Owner, r.Key });
        builder.Entity<AuditEntry>(e =>
        {
            e.ToTable("audit_entries");
            e.HasIndex(a => new { a.Kind, a.RowId });
            e.HasIndex(a => a.Owner);
        });
        builder.Entity<EventRecord>().ToTable("events");
        builder.Entity<Delivery>(d =>
        {
            d.ToTable("deliveries");
            d.HasKey(x => new { x.EventId, x.Handler });
            d.HasIndex(x => x.DeliveredAt);
        });
        builder.Entity<Grant>(g =>
        {
            g.ToTable("grants");
            g.HasIndex(x => x.UserId);
            g.HasOne<User>().WithMany().HasForeignKey(x => x.UserId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<Session>(s =>
        {
            s.ToTable("sessions");
            s.HasIndex(x => x.UserId);
            s.HasOne<User>().WithMany().HasForeignKey(x => x.UserId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<RecoveryCode>(r =>
        {
            r.ToTable("recovery_codes");
            r.HasIndex(x => x.UserId);
            r.HasOne<User>().WithMany().HasForeignKey(x => x.UserId).OnDelete(DeleteBehavior.Cascade);
        });
    }

    public static void Conventions(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<DateTime>().HaveConversion<UtcConverter>();
        conventions.Properties<LocalText>().HaveConversion<LocalTextConverter, LocalTextComparer>();
        conventions.Properties<PartialDate>().HaveConversion<PartialDateConverter>().HaveMaxLength(10);
    }

    // SQLite gives DateTimes back without a kind; all of ours are UTC.
    internal sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
        t => t.Kind == DateTimeKind.Utc ? t : t.ToUniversalTime(), t => DateTime.SpecifyKind(t, DateTimeKind.Utc));

    internal sealed class LocalTextConverter() : ValueConverter<LocalText, string>(t => t.ToJson(), s => LocalText.FromJson(s));

    internal sealed class LocalTextComparer() : ValueComparer<LocalText>((a, b) => object.Equals(a, b), t => t.GetHashCode(), t => t);

    internal sealed class PartialDateConverter() : ValueConverter<PartialDate, string>(
        d => d.ToString(), s => PartialDate.Parse(s, CultureInfo.InvariantCulture));
}
