using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Vaka.Kernel.Data;

/// <summary>
/// PostgreSQL's own guards, policies and append-only triggers, as the model says. Making them locks every table, and a server or an import
/// beside this process may be reading: so they are made only when they differ from what was made last. What was made is remembered in the
/// comment of the schema <c>kernel</c>: a hash of the statements and one of the database's state right after them, so that a policy or grant
/// that somebody changed, dropped or added by hand is put back at the next start.
/// </summary>
internal static class PostgresGuards
{
    private const int Attempts = 5;

    // Policies, row security and grants of our tables, our role, our triggers.
    private const string State = $"""
        select coalesce(md5(string_agg(x, ',' order by x)), '') as "Value" from (
          select concat_ws(' ', 'policy', schemaname, tablename, policyname, permissive, roles, cmd, qual, with_check) x from pg_policies
          union all
          select concat_ws(' ', 'table', n.nspname, c.relname, c.relrowsecurity, c.relacl) from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and n.nspname !~ '^(pg_|information_schema)'
          union all
          select concat_ws(' ', 'role', rolsuper, rolbypassrls, pg_has_role(current_user, oid, 'member')) from pg_roles where rolname = '{Databases.RuntimeRole}'
          union all
          select concat_ws(' ', 'trigger', tgrelid::regclass, tgname, tgenabled) from pg_trigger where not tgisinternal) t
        """;

    /// <summary>Makes the guards unless they stand. Run as the tables' owner.</summary>
    public static async Task Make(VakaDb db, CancellationToken ct)
    {
        var statements = AppendOnly.Statements(db) + RowSecurity.Statements(db.Model);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                if (await Said(db, ct) != await Mark(db, statements, ct)) await Make(db, statements, ct);
                return;
            }
            catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.DeadlockDetected && attempt < Attempts)
            {
                // A reader or the autovacuum held a table that we asked for: it goes on, and so do we.
            }
        }
    }

    // Several nodes start at once; "create policy" has no "if not exists". Braces would be read as placeholders: none stand in the statements.
    private static async Task Make(VakaDb db, string statements, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Database.ExecuteSqlRawAsync("select pg_advisory_xact_lock(728252)", ct);
        await db.Database.ExecuteSqlRawAsync(statements, ct);
        await db.Database.ExecuteSqlAsync($"select set_config('vaka.mark', {await Mark(db, statements, ct)}, true)", ct);
        await db.Database.ExecuteSqlRawAsync("do $$ begin execute format('comment on schema kernel is %L', current_setting('vaka.mark')); end $$", ct);
        await transaction.CommitAsync(ct);
    }

    private static async Task<string?> Said(VakaDb db, CancellationToken ct) =>
        await db.Database.SqlQueryRaw<string?>("select obj_description('kernel'::regnamespace) as \"Value\"").SingleAsync(ct);

    private static async Task<string> Mark(VakaDb db, string statements, CancellationToken ct) =>
        $"guards {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(statements)))[..32]} {await db.Database.SqlQueryRaw<string>(State).SingleAsync(ct)}";
}
