using System.Reflection;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Vaka.Kernel.Audit;
using Vaka.Kernel.Chain;
using Vaka.Kernel.Identity;
using Vaka.Kernel.Importing;
using Vaka.Kernel.Modules;
using Vaka.Kernel.Outbox;
using Vaka.Kernel.Ownership;
using Vaka.Kernel.Words;

namespace Vaka.Kernel.Data;

/// <summary>
/// The one relational model. Modules add their entities, which stay internal to them, so no module can query another's tables.
/// Reads pass the audience filter of <see cref="Ownership"/>; writes pass its guard, raise the row's revision and leave an audit entry,
/// all in one transaction.
/// </summary>
public sealed class VakaDb(DbContextOptions<VakaDb> options, IEnumerable<IModule> modules, CurrentViewer current, WriterGate gate, TimeProvider clock)
    : IdentityUserContext<User, Guid>(options), IDataProtectionKeyContext
{
    /// <summary>On whose behalf this context reads and writes.</summary>
    public Viewer Viewer => current.Value;

    // The query filters read these at execution time.
    internal bool ReadsAll => current.Value.IsSystem;
    internal string[] Owners => current.Value.Owners;
    internal string[] SharedCodes => [.. current.Value.Codes.Select(c => $"|{c}|")];
    internal string[] Reads => current.Value.Reads;
    internal string UserMark => current.Value.UserId is { } id ? $"|{id}|" : "|nobody|";

    /// <inheritdoc/>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        InSchema(builder, "kernel", b => KernelModel.Configure(b));
        foreach (var module in modules) InSchema(builder, module.Name, module.Configure);
        foreach (var type in builder.Model.GetEntityTypes().Select(e => e.ClrType).ToList())
        {
            if (typeof(IOwned).IsAssignableFrom(type)) Generic(nameof(FilterByAudience), type).Invoke(this, [builder]);
            if (typeof(IPrivileged).IsAssignableFrom(type)) Generic(nameof(FilterByTeam), type).Invoke(this, [builder]);
            if (type.GetCustomAttribute<ReadByAttribute>() is { } read) Generic(nameof(FilterByPermission), type).Invoke(this, [builder, read.Permission]);
            if (typeof(IEditable).IsAssignableFrom(type)) builder.Entity(type).Property(nameof(IEditable.Revision)).IsConcurrencyToken();
            if (typeof(ChainRow).IsAssignableFrom(type)) builder.Entity(type).HasIndex(nameof(ChainRow.Owner), nameof(ChainRow.Key)).IsUnique();
        }
    }

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => KernelModel.Conventions(configurationBuilder);

    private void InSchema(ModelBuilder builder, string name, Action<ModelBuilder> configure)
    {
        var before = name == "kernel" ? [] : builder.Model.GetEntityTypes().ToHashSet();
        configure(builder);
        foreach (var entity in builder.Model.GetEntityTypes().Where(e => !before.Contains(e) && e.GetTableName() is not null))
        {
            var table = entity.GetTableName()!;
            if (Database.IsNpgsql()) entity.SetSchema(name);
            else entity.SetTableName($"{name}_{table}");
        }
    }

    private static MethodInfo Generic(string method, Type type) =>
        typeof(VakaDb).GetMethod(method, BindingFlags.Instance | BindingFlags.NonPublic)!.MakeGenericMethod(type);

    private void FilterByAudience<T>(ModelBuilder builder) where T : class, IOwned =>
        builder.Entity<T>().HasQueryFilter(Filters.Audience, e =>
            e.Audience == Audience.Public || ReadsAll || Owners.Contains(e.Owner)
            || (e.SharedWith != "" && SharedCodes.Any(code => e.SharedWith.Contains(code)))).HasIndex(e => e.Owner);

    private void FilterByTeam<T>(ModelBuilder builder) where T : class, IPrivileged =>
        builder.Entity<T>().HasQueryFilter(Filters.Team, e => e.Released || ReadsAll || e.Team.Contains(UserMark));

    private void FilterByPermission<T>(ModelBuilder builder, string permission) where T : class, IOwned =>
        builder.Entity<T>().HasQueryFilter(Filters.Permission, e => ReadsAll || Reads.Contains(permission + "@" + e.Owner));

    /// <summary>Starts a transaction that writes: on SQLite it first waits for the process-wide writer gate. Dispose to roll back what was not committed.</summary>
    public async Task<WriteTransaction> BeginWrite(CancellationToken ct = default)
    {
        var pass = Database.IsSqlite() ? await gate.Enter(ct) : null;
        try
        {
            return new(await Database.BeginTransactionAsync(ct), gate, pass);
        }
        catch
        {
            pass?.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    /// <remarks>Only for the framework's own keys, which it stores synchronously; rows of the modules are saved with SaveChangesAsync.</remarks>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        ChangeTracker.Entries().All(e => e.Entity is DataProtectionKey)
            ? base.SaveChanges(acceptAllChangesOnSuccess)
            : throw new NotSupportedException("Use SaveChangesAsync: writing waits for the gate.");

    /// <inheritdoc/>
    /// <exception cref="NotYourRowException">A row's owner is not one the viewer may write for.</exception>
    /// <exception cref="DbUpdateConcurrencyException">A row was changed by somebody else since it was read.</exception>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (!ChangeTracker.HasChanges()) return 0;
        if (Database.CurrentTransaction is not null) return await SaveAudited(acceptAllChangesOnSuccess, cancellationToken);
        await using var write = await BeginWrite(cancellationToken);
        var saved = await SaveAudited(acceptAllChangesOnSuccess, cancellationToken);
        await write.Commit(cancellationToken);
        return saved;
    }

    private async Task<int> SaveAudited(bool acceptAll, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var entry in ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).ToList())
        {
            if (entry.Entity is AuditEntry) continue;
            if (entry.Entity is IOwned owned) Guard(entry, owned);
            if (entry is { Entity: ISealed seal, State: EntityState.Added }) seal.Seal = LocalText.HashOf(seal.Sealed());
            if (entry is { Entity: IEditable editable, State: not EntityState.Deleted }) editable.Revision++;
            if (entry.Entity is Row row)
            {
                row.ChangedAt = now;
                if (entry.State == EntityState.Added) row.CreatedAt = now;
            }
            if (entry.Entity is IAudited) Set<AuditEntry>().Add(AuditTrail.Entry(entry, Viewer, now));
        }
        return await base.SaveChangesAsync(acceptAll, ct);
    }

    private void Guard(Microsoft.EntityFrameworkCore.ChangeTracking.EntityEntry entry, IOwned owned)
    {
        var kind = AuditTrail.KindOf(entry.Metadata.ClrType);
        if (string.IsNullOrEmpty(owned.Owner)) throw new InvalidOperationException($"A row of kind {kind} has no owner.");
        if (entry.State == EntityState.Modified && entry.Property(nameof(IOwned.Owner)) is { IsModified: true } owner && !Equals(owner.OriginalValue, owner.CurrentValue))
            throw new InvalidOperationException($"The owner of a {kind} never changes.");
        if (!current.MayWrite(owned.Owner)) throw new NotYourRowException(kind, owned.Owner);
    }
}

/// <summary>Names of the query filters, to switch one off where a test or an aggregate must.</summary>
public static class Filters
{
    /// <summary>Owner and audience.</summary>
    public const string Audience = "audience";

    /// <summary>Privileged drafts.</summary>
    public const string Team = "team";

    /// <summary>Rows that only some of the owner's roles read.</summary>
    public const string Permission = "permission";
}
