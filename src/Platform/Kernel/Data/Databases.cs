using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Vaka.Kernel.Data;

/// <summary>Chooses the provider: a connection string with <c>Host=</c> is PostgreSQL, anything else an SQLite file or connection string.</summary>
public static class Databases
{
    /// <summary>Role under which the application reads and writes PostgreSQL: no superuser, not the tables' owner, no BYPASSRLS.</summary>
    public const string RuntimeRole = "vaka_runtime";

    /// <summary>True for PostgreSQL.</summary>
    public static bool IsPostgres(string connection) => connection.Contains("Host=", StringComparison.OrdinalIgnoreCase);

    /// <summary>A complete connection string: a bare path becomes an SQLite one, and the timeouts and pooling we rely on are set.</summary>
    public static string Complete(string connection)
    {
        if (IsPostgres(connection)) return new NpgsqlConnectionStringBuilder(connection) { ApplicationName = "vaka" }.ConnectionString;
        var sqlite = connection.Contains('=', StringComparison.Ordinal) ? new SqliteConnectionStringBuilder(connection) : new SqliteConnectionStringBuilder { DataSource = connection };
        sqlite.DefaultTimeout = 30;
        sqlite.ForeignKeys = true;
        return sqlite.ConnectionString;
    }

    /// <summary>The SQLite file of a connection string; null for PostgreSQL.</summary>
    public static string? FileOf(string connection) =>
        IsPostgres(connection) ? null : Path.GetFullPath(new SqliteConnectionStringBuilder(Complete(connection)).DataSource);

    /// <summary>Configures a context for a connection.</summary>
    public static DbContextOptionsBuilder UseVaka(this DbContextOptionsBuilder options, string connection) =>
        (IsPostgres(connection)
            ? options.UseNpgsql(Complete(connection), o => o.MigrationsAssembly("Vaka.Migrations.Postgres").MigrationsHistoryTable("migrations", "kernel"))
            : options.UseSqlite(Complete(connection), o => o.MigrationsAssembly("Vaka.Migrations.Sqlite").MigrationsHistoryTable("kernel_migrations")))
        .UseSnakeCaseNamingConvention();
}
