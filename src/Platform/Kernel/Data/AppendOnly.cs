using Microsoft.EntityFrameworkCore;

namespace Vaka.Kernel.Data;

/// <summary>Triggers with which the database itself refuses to change or delete an audit entry or a stored event.</summary>
internal static class AppendOnly
{
    private static readonly string[] Tables = ["audit_entries", "events"];

    /// <summary>Names of the triggers, for <c>vaka doctor</c>.</summary>
    public static IEnumerable<string> Triggers => Tables.SelectMany(t => (string[])[$"{t}_never_updated", $"{t}_never_deleted"]);

    public static string Statements(DbContext db) => string.Join('\n', Tables.Select(t => db.Database.IsNpgsql() ? Postgres(t) : Sqlite(t)));

    private static string Sqlite(string table) => $"""
        create trigger if not exists {table}_never_updated before update on kernel_{table} begin select raise(abort, '{table} is append-only'); end;
        create trigger if not exists {table}_never_deleted before delete on kernel_{table} begin select raise(abort, '{table} is append-only'); end;
        """;

    private static string Postgres(string table) => $"""
        create or replace function kernel.refuse_change() returns trigger language plpgsql as $$ begin raise exception '% is append-only', tg_table_name; end $$;
        create or replace trigger {table}_never_updated before update on kernel.{table} for each row execute function kernel.refuse_change();
        create or replace trigger {table}_never_deleted before delete on kernel.{table} for each row execute function kernel.refuse_change();
        """;
}
