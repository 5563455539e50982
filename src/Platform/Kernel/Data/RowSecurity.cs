using System.Reflection;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Vaka.Kernel.Ownership;

namespace Vaka.Kernel.Data;

/// <summary>
/// PostgreSQL's own guard behind the query filters: a policy per table of owned rows, for the runtime role. Made from the
/// model, so that no table is forgotten; the statements say the same as the filters in <see cref="VakaDb"/>.
/// </summary>
internal static class RowSecurity
{
    /// <summary>Statements for all owned tables of the model. Run as the tables' owner.</summary>
    public static string Statements(IModel model)
    {
        var sql = new StringBuilder($"""
            do $$ begin
              if not exists (select from pg_roles where rolname = '{Databases.RuntimeRole}') then
                create role {Databases.RuntimeRole} nologin nosuperuser nobypassrls nocreatedb nocreaterole;
              end if;
            exception when duplicate_object or unique_violation then null;
            end $$;
            do $$ begin
              if not pg_has_role(current_user, '{Databases.RuntimeRole}', 'member') then
                execute format('grant {Databases.RuntimeRole} to %I', current_user);
              end if;
            end $$;

            """);
        foreach (var schema in model.GetEntityTypes().Select(e => e.GetSchema()).OfType<string>().Distinct().Order(StringComparer.Ordinal))
            sql.AppendLine($"grant usage on schema {schema} to {Databases.RuntimeRole}; grant select, insert, update, delete on all tables in schema {schema} to {Databases.RuntimeRole}; grant usage on all sequences in schema {schema} to {Databases.RuntimeRole};");
        sql.AppendLine($"revoke update, delete, truncate on kernel.audit_entries, kernel.events from {Databases.RuntimeRole};");
        // A policy of somebody else's would let more through: policies of one table are joined by "or".
        sql.AppendLine("""
            do $$ declare p record; begin
              for p in select schemaname, tablename, policyname from pg_policies where policyname not like 'vaka\_%' loop
                execute format('drop policy %I on %I.%I', p.policyname, p.schemaname, p.tablename);
              end loop;
            end $$;
            """);
        foreach (var entity in model.GetEntityTypes().Where(e => typeof(IOwned).IsAssignableFrom(e.ClrType)))
        {
            var table = $"{entity.GetSchema()}.{entity.GetTableName()}";
            var team = typeof(IPrivileged).IsAssignableFrom(entity.ClrType)
                ? " and (released or position('|' || current_setting('vaka.user', true) || '|' in team) > 0)" : "";
            // Without the permission a row is not there to be changed either.
            var read = entity.ClrType.GetCustomAttribute<ReadByAttribute>() is { } by
                ? $" and position('|{by.Permission}@' || owner || '|' in current_setting('vaka.reads', true)) > 0" : "";
            if (entity.ClrType.GetCustomAttribute<ReadIfAttribute>() is { } also) read += $" and ({also.Condition})";
            const string system = "current_setting('vaka.system', true) = 'on'";
            const string owns = "position('|' || owner || '|' in current_setting('vaka.owners', true)) > 0";
            var shared = $"(shared_with <> '' and exists (select from unnest(string_to_array(trim(both '|' from current_setting('vaka.codes', true)), '|')) code where position('|' || code || '|' in shared_with) > 0))";
            sql.AppendLine($"""
                alter table {table} enable row level security;
                drop policy if exists vaka_read on {table};
                create policy vaka_read on {table} for select to {Databases.RuntimeRole}
                  using ({system} or ((audience = {(int)Audience.Public} or {owns} or {shared}){team}{read}));
                drop policy if exists vaka_insert on {table};
                create policy vaka_insert on {table} for insert to {Databases.RuntimeRole} with check ({system} or {owns});
                drop policy if exists vaka_update on {table};
                create policy vaka_update on {table} for update to {Databases.RuntimeRole} using ({system} or {owns}) with check ({system} or {owns});
                drop policy if exists vaka_delete on {table};
                create policy vaka_delete on {table} for delete to {Databases.RuntimeRole} using ({system} or {owns});
                """);
        }
        return sql.ToString();
    }
}
