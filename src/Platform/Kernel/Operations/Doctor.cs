using System.Reflection;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Vaka.Kernel.Audit;
using Vaka.Kernel.Data;
using Vaka.Kernel.Identity;
using Vaka.Kernel.Outbox;
using Vaka.Kernel.Ownership;
using Vaka.Kernel.Words;

namespace Vaka.Kernel.Operations;

/// <summary>One thing that was looked at.</summary>
/// <param name="Name">Stable name; <c>doctor.NAME</c> is the words key of what is looked at.</param>
/// <param name="Problem">Words key of what is wrong; null when all is well.</param>
/// <param name="Arguments">Fill the message.</param>
public sealed record Check(string Name, string? Problem = null, params object?[] Arguments);

/// <summary>Looks at a database and its folder without changing anything: is it whole, guarded, and unchanged behind the application's back?</summary>
public static class Doctor
{
    private const long LeastSpace = 500L * 1024 * 1024;

    /// <summary>Runs every check; after the database itself fails, no further one.</summary>
    /// <param name="db">On the system's behalf.</param>
    /// <param name="folder">The data folder.</param>
    /// <param name="ct">Stops.</param>
    public static async Task<IReadOnlyList<Check>> Examine(VakaDb db, string folder, CancellationToken ct = default)
    {
        var checks = new List<Check> { await Reachable(db, ct) };
        if (checks[0].Problem is not null) return checks;
        checks.Add(await Migrations(db, ct));
        if (checks[^1].Problem is not null) return checks;
        checks.Add(await Whole(db, ct));
        checks.Add(await Triggers(db, ct));
        checks.AddRange(await BehindTheBack.Examine(db, ct));
        checks.Add(await Deliveries(db, ct));
        if (db.Database.IsNpgsql())
        {
            checks.Add(await RuntimeRole(db, ct));
            checks.Add(await Policies(db, ct));
        }
        checks.Add(Space(db, folder));
        checks.Add(await Keys(db, ct));
        checks.Add(await DemoUsers(db, ct));
        checks.Add(await Administrators(db, ct));
        return checks;
    }

    private static async Task<Check> Reachable(VakaDb db, CancellationToken ct)
    {
        if (Databases.FileOf(db.Database.GetConnectionString()!) is { } file && !File.Exists(file)) return new("database", "doctor.no-database", file);
        return await db.Database.CanConnectAsync(ct) ? new("database") : new("database", "doctor.unreachable");
    }

    private static async Task<Check> Migrations(VakaDb db, CancellationToken ct)
    {
        var known = db.Database.GetMigrations().ToList();
        var applied = (await db.Database.GetAppliedMigrationsAsync(ct)).ToList();
        if (applied.Find(m => !known.Contains(m)) is { } newer) return new("migrations", "doctor.newer", newer);
        return applied.Count < known.Count ? new("migrations", "doctor.older", known.Count - applied.Count) : new("migrations");
    }

    private static async Task<Check> Whole(VakaDb db, CancellationToken ct)
    {
        if (!db.Database.IsSqlite()) return new("whole");
        var said = await db.Database.SqlQueryRaw<string>("select quick_check as \"Value\" from pragma_quick_check").ToListAsync(ct);
        return said is ["ok"] ? new("whole") : new("whole", "doctor.damaged", said.FirstOrDefault());
    }

    private static async Task<Check> Triggers(VakaDb db, CancellationToken ct)
    {
        var there = await db.Database.SqlQueryRaw<string>(db.Database.IsNpgsql()
            ? "select tgname::text as \"Value\" from pg_trigger where tgenabled <> 'D' and not tgisinternal"
            : "select name as \"Value\" from sqlite_master where type = 'trigger'").ToListAsync(ct);
        var missing = AppendOnly.Triggers.Except(there, StringComparer.Ordinal).ToList();
        return missing.Count == 0 ? new("triggers") : new("triggers", "doctor.no-trigger", string.Join(", ", missing));
    }

    private static async Task<Check> Deliveries(VakaDb db, CancellationToken ct)
    {
        var given = await db.Set<Delivery>().CountAsync(d => d.DeliveredAt == null && d.Attempts >= Outbox.Deliveries.Most, ct);
        return given == 0 ? new("deliveries") : new("deliveries", "doctor.given-up", given);
    }

    private static async Task<Check> RuntimeRole(VakaDb db, CancellationToken ct)
    {
        var wrong = await db.Database.SqlQueryRaw<string>($"""
            select case when rolsuper then 'superuser' else 'bypassrls' end as "Value" from pg_roles where rolname = '{Databases.RuntimeRole}' and (rolsuper or rolbypassrls)
            union all select 'owner of ' || schemaname || '.' || tablename from pg_tables where tableowner = '{Databases.RuntimeRole}'
            union all select 'missing' where not exists (select from pg_roles where rolname = '{Databases.RuntimeRole}')
            """).ToListAsync(ct);
        return wrong.Count == 0 ? new("role") : new("role", "doctor.role-rights", Databases.RuntimeRole, string.Join(", ", wrong));
    }

    private static async Task<Check> Policies(VakaDb db, CancellationToken ct)
    {
        var guarded = await db.Database.SqlQueryRaw<string>("""
            select n.nspname || '.' || c.relname as "Value" from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relrowsecurity and (select count(*) from pg_policy p where p.polrelid = c.oid and p.polname in ('vaka_read', 'vaka_insert', 'vaka_update', 'vaka_delete')) = 4
            """).ToListAsync(ct);
        var open = db.Model.GetEntityTypes().Where(e => typeof(IOwned).IsAssignableFrom(e.ClrType)).Select(e => $"{e.GetSchema()}.{e.GetTableName()}").Except(guarded, StringComparer.Ordinal).ToList();
        return open.Count == 0 ? new("policies") : new("policies", "doctor.no-policy", string.Join(", ", open));
    }

    private static Check Space(VakaDb db, string folder)
    {
        var free = new DriveInfo(Path.GetFullPath(folder)).AvailableFreeSpace;
        var size = Databases.FileOf(db.Database.GetConnectionString()!) is { } file ? new FileInfo(file).Length : 0;
        // A restore, or SQLite's own tidying, needs the file once more.
        return free >= Math.Max(LeastSpace, size) ? new("space") : new("space", "doctor.little-space", free / (1024 * 1024));
    }

    private static async Task<Check> Keys(VakaDb db, CancellationToken ct)
    {
        // The first start makes the keys; with sessions but without keys, everybody would be signed out.
        var lost = await db.Set<Session>().AnyAsync(s => s.RevokedAt == null, ct) && !await db.Set<DataProtectionKey>().AnyAsync(ct);
        return lost ? new("keys", "doctor.no-keys") : new("keys");
    }

    private static async Task<Check> DemoUsers(VakaDb db, CancellationToken ct)
    {
        var demo = await db.Users.CountAsync(u => u.IsDemo && u.LockoutEnd == null, ct);
        // A demonstration has no other users: beside real ones, its public password has no place.
        return demo > 0 && await db.Users.AnyAsync(u => !u.IsDemo, ct) ? new("demo-users", "doctor.demo-beside-real", demo) : new("demo-users");
    }

    private static async Task<Check> Administrators(VakaDb db, CancellationToken ct)
    {
        var any = await db.Set<Grant>().AnyAsync(g => g.Role == Permissions.Roles.Administrator, ct);
        return any ? new("administrator") : new("administrator", "doctor.no-administrator");
    }
}

/// <summary>
/// Compares every audited table with the audit trail in one statement each: a row without an entry, a revision other than its newest
/// entry's, a row that the trail says was deleted, or one that it knows and that is gone, was changed without the application. A change
/// by hand that leaves the revision alone is seen only where the content is sealed.
/// </summary>
internal static class BehindTheBack
{
    private const int Shown = 5;

    public static async Task<IReadOnlyList<Check>> Examine(VakaDb db, CancellationToken ct)
    {
        var checks = new List<Check>();
        foreach (var table in Table.Of(db).Where(t => t.Entities.Any(e => typeof(IAudited).IsAssignableFrom(e.ClrType))))
        {
            var kind = AuditTrail.KindOf(table.Entities[0].ClrType);
            var rows = await db.Database.SqlQueryRaw<string>(Statement(db, table, kind)).ToListAsync(ct);
            if (rows.Count > 0) checks.Add(Found(kind, rows));
        }
        foreach (var type in db.Model.GetEntityTypes().Select(e => e.ClrType).Where(t => typeof(ISealed).IsAssignableFrom(t)))
        {
            var broken = await (Task<List<string>>)typeof(BehindTheBack).GetMethod(nameof(Broken), BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(type).Invoke(null, [db, ct])!;
            if (broken.Count > 0) checks.Add(Found(AuditTrail.KindOf(type), broken));
        }
        return checks.Count > 0 ? checks : [new("trail")];
    }

    private static Check Found(string kind, List<string> rows) =>
        new("trail", "doctor.behind-the-back", kind, rows.Count > Shown ? string.Join(", ", rows.Take(Shown)) + " …" : string.Join(", ", rows));

    // Rows whose content is not what was sealed.
    private static async Task<List<string>> Broken<T>(VakaDb db, CancellationToken ct) where T : class, ISealed
    {
        var broken = new List<string>();
        var key = db.Model.FindEntityType(typeof(T))!.FindPrimaryKey()!.Properties[0].PropertyInfo!;
        await foreach (var row in db.Set<T>().IgnoreQueryFilters().AsNoTracking().AsAsyncEnumerable().WithCancellation(ct))
            if (broken.Count <= Shown && row.Seal != LocalText.HashOf(row.Sealed())) broken.Add($"{key.GetValue(row)}");
        return broken;
    }

    private static string Statement(VakaDb db, Table table, string kind)
    {
        var postgres = db.Database.IsNpgsql();
        var audit = postgres ? "kernel.audit_entries" : "kernel_audit_entries";
        // As the trail writes keys: UUIDs in small letters, parts joined by a stroke.
        var key = string.Join(" || '/' || ", table.Key.Select(k => postgres ? $"r.\"{k}\"::text" : table.Columns.First(c => c.Name == k).Type == "id" ? $"lower(r.\"{k}\")" : $"cast(r.\"{k}\" as text)"));
        var revision = typeof(IEditable).IsAssignableFrom(table.Entities[0].ClrType) ? "or a.revision <> r.\"revision\"" : "";
        return $"""
            with newest as (select row_id, max(id) as id from {audit} where kind = '{kind}' group by row_id),
                 entries as (select e.row_id, e.action, e.revision from {audit} e join newest n on n.id = e.id)
            select * from (
              select {key} as "Value" from {table.Sql} r left join entries a on a.row_id = {key} where a.row_id is null or a.action = 'deleted' {revision}
              union all
              select a.row_id from entries a where a.action <> 'deleted' and not exists (select 1 from {table.Sql} r where {key} = a.row_id)) found
            limit {Shown + 1}
            """;
    }
}
