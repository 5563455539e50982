using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Vaka.Assessment.Findings;
using Vaka.Kernel.Data;
using Vaka.Kernel.Ownership;
using Vaka.Kernel.Permissions;

namespace Vaka.Product.Tests.Platform;

/// <summary>Who sees what, and who writes what, below the pages.</summary>
public sealed class OwnershipTests(Databases databases)
{
    private const string Permission = "assessment.finding.write";

    public static TheoryData<string> Providers => Databases.Providers;

    private static Viewer Person(string owner, params string[] regions) =>
        Viewer.Person(Ids.New(), "somebody", [new Standing(Roles.Analyst, owner, null, new HashSet<string> { Permission })], regions);

    private static Finding Row(string owner, string key, Audience audience = Audience.OwnerOnly, string shared = "") =>
        new() { Owner = owner, Key = key, Audience = audience, SharedWith = shared };

    [Theory, MemberData(nameof(Providers))]
    public async Task Code_without_a_viewer_throws(string provider)
    {
        await using var app = await TestApp.Start(databases, provider);
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<VakaDb>();
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.Set<Finding>().ToListAsync());
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Only_the_owner_writes(string provider)
    {
        await using var app = await TestApp.Start(databases, provider);
        await using (var system = app.System())
        {
            var db = system.ServiceProvider.GetRequiredService<VakaDb>();
            db.Add(Row("FJ", "a", Audience.Public));
            await db.SaveChangesAsync();
        }
        async Task Write(Viewer viewer, string? permission, Func<VakaDb, Task> act)
        {
            await using var scope = app.As(viewer, permission);
            var db = scope.ServiceProvider.GetRequiredService<VakaDb>();
            await act(db);
            await db.SaveChangesAsync();
        }
        async Task Change(VakaDb db) => (await db.Set<Finding>().SingleAsync()).Strength = Strength.Weak;
        async Task Remove(VakaDb db) => db.Remove(await db.Set<Finding>().SingleAsync());
        Task Insert(VakaDb db)
        {
            db.Add(Row("FJ", "b"));
            return Task.CompletedTask;
        }
        foreach (var act in (Func<VakaDb, Task>[])[Change, Remove, Insert])
        {
            await Assert.ThrowsAsync<NotYourRowException>(() => Write(Person("TO", "PACIFIC"), Permission, act));
            await Assert.ThrowsAsync<NotYourRowException>(() => Write(Viewer.Public, null, act));
            await Assert.ThrowsAsync<NotYourRowException>(() => Write(Person("FJ", "PACIFIC"), "another.permission", act));
            await Assert.ThrowsAsync<NotYourRowException>(() => Write(Person("FJ", "PACIFIC"), null, act));
        }
        await Write(Person("FJ", "PACIFIC"), Permission, Change);
        await Assert.ThrowsAsync<InvalidOperationException>(() => Write(Person("FJ", "PACIFIC"), Permission, async db => (await db.Set<Finding>().SingleAsync()).Owner = "TO"));
        await Write(Person("FJ", "PACIFIC"), Permission, Remove);
    }

    /// <summary>With the query filters switched off, PostgreSQL itself returns no foreign row; and this check notices when a policy is gone.</summary>
    [Fact]
    public async Task Row_level_security_holds_without_the_filters()
    {
        await using var app = await TestApp.Start(databases, Databases.Postgres);
        string connection;
        await using (var system = app.System())
        {
            var db = system.ServiceProvider.GetRequiredService<VakaDb>();
            connection = db.Database.GetConnectionString()!;
            db.AddRange(Row("FJ", "own"), Row("FJ", "named", Audience.Named, "|TO|"), Row("FJ", "region", Audience.Region, "|PACIFIC|"), Row("FJ", "public", Audience.Public));
            await db.SaveChangesAsync();
        }
        async Task<string[]> Unfiltered(Viewer viewer)
        {
            await using var scope = app.As(viewer, Permission);
            var db = scope.ServiceProvider.GetRequiredService<VakaDb>();
            return [.. (await db.Set<Finding>().IgnoreQueryFilters().Select(f => f.Key).ToListAsync()).Order(StringComparer.Ordinal)];
        }
        Assert.Equal(["public"], await Unfiltered(Viewer.Public));
        Assert.Equal(["named", "own", "public", "region"], await Unfiltered(Person("FJ", "PACIFIC")));
        Assert.Equal(["named", "public", "region"], await Unfiltered(Person("TO", "PACIFIC")));
        Assert.Equal(["public", "region"], await Unfiltered(Person("VU", "PACIFIC")));
        Assert.Equal(["public"], await Unfiltered(Person("JM")));

        // Raw SQL as the runtime role: a foreign row cannot be changed, taken over or deleted either.
        await using (var scope = app.As(Person("TO", "PACIFIC"), Permission))
        {
            var db = scope.ServiceProvider.GetRequiredService<VakaDb>();
            Assert.Equal(0, await db.Database.ExecuteSqlRawAsync("update assessment.findings set strength = 0"));
            Assert.Equal(0, await db.Database.ExecuteSqlRawAsync("delete from assessment.findings"));
            var role = await db.Database.SqlQueryRaw<string>("select current_user || ' ' || rolsuper || ' ' || rolbypassrls || ' ' || (select count(*) from pg_tables where tableowner = current_user) as \"Value\" from pg_roles where rolname = current_user").SingleAsync();
            Assert.Equal("vaka_runtime false false 0", role);
        }
        await using var owner = NpgsqlDataSource.Create(connection);
        await using (var drop = owner.CreateCommand("drop policy vaka_read on assessment.findings; create policy open on assessment.findings for select using (true)")) await drop.ExecuteNonQueryAsync();
        Assert.NotEqual(["public"], await Unfiltered(Viewer.Public));

        // The next start puts the guards back, whatever was dropped, added or allowed by hand.
        foreach (var done in new[] { "select 1", "drop policy vaka_insert on assessment.findings", "grant delete on kernel.audit_entries to vaka_runtime", "alter table assessment.findings disable row level security" })
        {
            await using (var change = owner.CreateCommand(done)) await change.ExecuteNonQueryAsync();
            await using (var system = app.System()) await Migrator.Migrate(system.ServiceProvider.GetRequiredService<VakaDb>());
            Assert.Equal(["public"], await Unfiltered(Viewer.Public));
            await using var policies = owner.CreateCommand("select string_agg(policyname, ' ' order by policyname) || ' ' || has_table_privilege('vaka_runtime', 'kernel.audit_entries', 'delete') from pg_policies where tablename = 'findings'");
            Assert.Equal("vaka_delete vaka_insert vaka_read vaka_update false", await policies.ExecuteScalarAsync());
        }
    }

    [Fact]
    public async Task A_start_that_finds_the_guards_in_place_locks_no_table()
    {
        await using var app = await TestApp.Start(databases, Databases.Postgres);
        await using var system = app.System();
        var db = system.ServiceProvider.GetRequiredService<VakaDb>();
        await using var owner = NpgsqlDataSource.Create(db.Database.GetConnectionString()!);
        await using var reader = await owner.OpenConnectionAsync();
        await using var reading = await reader.BeginTransactionAsync();
        await using (var read = new NpgsqlCommand("select count(*) from assessment.findings", reader, reading)) await read.ExecuteScalarAsync();
        // Held up by the reader's lock, it would wait for as long as the reader reads.
        await using (var impatient = owner.CreateCommand($"alter database \"{reader.Database}\" set lock_timeout = '1s'")) await impatient.ExecuteNonQueryAsync();
        NpgsqlConnection.ClearAllPools();
        await Migrator.Migrate(db);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task The_audit_trail_says_who_did_what_from_what_to_what_and_cannot_be_changed(string provider)
    {
        await using var app = await TestApp.Start(databases, provider);
        var viewer = Person("FJ", "PACIFIC");
        await using (var scope = app.As(viewer, Permission))
        {
            var db = scope.ServiceProvider.GetRequiredService<VakaDb>();
            var row = Row("FJ", "a");
            row.Strength = Strength.Weak;
            db.Add(row);
            await db.SaveChangesAsync();
            row.Strength = Strength.Strong;
            await db.SaveChangesAsync();
            row.Audience = Audience.Public;
            await db.SaveChangesAsync();
        }
        await using var system = app.System();
        var all = system.ServiceProvider.GetRequiredService<VakaDb>();
        var entries = await all.Set<Vaka.Kernel.Audit.AuditEntry>().Where(a => a.Kind == "finding").OrderBy(a => a.Id).ToListAsync();
        Assert.Equal(["created 1", "changed 2", "shared 3"], entries.Select(e => $"{e.Action} {e.Revision}"));
        Assert.All(entries, e => Assert.Equal((viewer.UserId, "user", "FJ"), (e.ActorId, e.Actor, e.Owner)));
        Assert.Equal("""{"Strength":["Weak","Strong"]}""", entries[1].Changes);
        var table = provider == Databases.Sqlite ? "kernel_audit_entries" : "kernel.audit_entries";
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => all.Database.ExecuteSqlRawAsync("update " + table + " set actor = 'x'"));
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => all.Database.ExecuteSqlRawAsync("delete from " + table));
    }
}
