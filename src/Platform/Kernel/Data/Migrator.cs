using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Vaka.Kernel.Failures;

namespace Vaka.Kernel.Data;

/// <summary>Brings a database to this version's shape at start: migrations, append-only triggers, row-level security.</summary>
public static class Migrator
{
    private static readonly AsyncLocal<bool> Migrating = new();

    // Migrations run as the connection's own user, who owns the tables, not as the runtime role.
    internal static bool IsMigrating => Migrating.Value;

    /// <summary>Migrates the database.</summary>
    /// <exception cref="PlainException">The database was made by a newer version of Vaka, is not a database, or cannot be reached.</exception>
    public static async Task Migrate(VakaDb db, CancellationToken ct = default)
    {
        Migrating.Value = true;
        try
        {
            await RefuseNewer(db, ct);
            await db.Database.MigrateAsync(ct);
            if (db.Database.IsNpgsql()) await PostgresGuards.Make(db, ct);
            else await db.Database.ExecuteSqlRawAsync(AppendOnly.Statements(db), ct);
        }
        catch (Microsoft.Data.Sqlite.SqliteException e) when (e.SqliteErrorCode is 26 or 11)
        {
            throw new PlainException("data.not-a-database", db.Database.GetDbConnection().DataSource);
        }
        catch (Microsoft.Data.Sqlite.SqliteException e) when (e.SqliteErrorCode is 14 or 8)
        {
            throw new PlainException("data.cannot-open", db.Database.GetDbConnection().DataSource);
        }
        catch (Npgsql.NpgsqlException e) when (e is not Npgsql.PostgresException || e.SqlState is "28P01" or "28000" or "3D000")
        {
            throw new PlainException("data.cannot-connect", e.InnerException?.Message ?? e.Message);
        }
        finally
        {
            Migrating.Value = false;
        }
    }

    // The database may be newer than the program: then nothing is touched.
    private static async Task RefuseNewer(VakaDb db, CancellationToken ct)
    {
        if (!await db.GetService<IHistoryRepository>().ExistsAsync(ct)) return;
        var known = db.Database.GetMigrations().ToHashSet(StringComparer.Ordinal);
        var newer = (await db.Database.GetAppliedMigrationsAsync(ct)).FirstOrDefault(m => !known.Contains(m));
        if (newer is not null) throw new PlainException("data.newer-database", newer);
    }
}
