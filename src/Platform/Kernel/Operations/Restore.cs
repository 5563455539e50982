using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Vaka.Kernel.Data;
using Vaka.Kernel.Failures;

namespace Vaka.Kernel.Operations;

/// <summary>
/// Replaces a database by what an archive holds. The archive is checked whole before anything is touched. SQLite: a new file is built beside
/// and takes the old one's place by renaming, the old one staying as <c>.before-restore</c>. PostgreSQL: one transaction empties and refills.
/// </summary>
public static class Restore
{
    /// <summary>Restores. The caller holds the <see cref="DataFolderLock"/>.</summary>
    /// <param name="file">The archive.</param>
    /// <param name="connection">The database to replace.</param>
    /// <param name="open">Opens a context on a connection string, on the system's behalf.</param>
    /// <param name="says">Hears each table's name and rows, first as checked, then as written.</param>
    /// <param name="ct">Stops; the database is then as before.</param>
    /// <exception cref="PlainException">The archive cannot be used; nothing was changed.</exception>
    public static async Task<BackupManifest> From(string file, string connection, Func<string, VakaDb> open, Action<string, long>? says = null, CancellationToken ct = default)
    {
        await using var archive = await BackupArchive.Open(file, says, ct);
        if (Databases.FileOf(connection) is { } target) await IntoSqlite(archive, target, open, says, ct);
        else await IntoPostgres(archive, connection, open, says, ct);
        return archive.Manifest;
    }

    private static async Task IntoSqlite(BackupArchive archive, string target, Func<string, VakaDb> open, Action<string, long>? says, CancellationToken ct)
    {
        var building = target + ".restoring";
        Delete(building);
        try
        {
            await using (var db = open(building))
            {
                var tables = Fit(archive, db);
                await Migrator.Migrate(db, ct);
                await using var fresh = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = building, Pooling = false, ForeignKeys = false }.ConnectionString);
                await fresh.OpenAsync(ct);
                await using (var transaction = fresh.BeginTransaction())
                {
                    foreach (var (table, archived) in tables) await Fill(fresh, transaction, table, archived, archive, says, ct);
                    if (await Scalar(fresh, transaction, "select count(*) from pragma_foreign_key_check", ct) is not 0L) throw new PlainException("restore.incomplete");
                    await transaction.CommitAsync(ct);
                }
                // Everything into the one file that is renamed.
                await Scalar(fresh, null, "pragma wal_checkpoint(truncate)", ct);
            }
            SqliteConnection.ClearAllPools();
            Swap(building, target);
        }
        catch
        {
            SqliteConnection.ClearAllPools();
            Delete(building);
            throw;
        }
    }

    private static async Task Fill(SqliteConnection connection, SqliteTransaction transaction, Table table, BackupTable archived, BackupArchive archive, Action<string, long>? says, CancellationToken ct)
    {
        await using var insert = connection.CreateCommand();
        insert.Transaction = transaction;
#pragma warning disable CA2100 // names come from the model
        insert.CommandText = $"delete from {table.Sql}";
        if (!table.Name.EndsWith("_audit_entries", StringComparison.Ordinal) && !table.Name.EndsWith("_events", StringComparison.Ordinal)) await insert.ExecuteNonQueryAsync(ct);
        insert.CommandText = $"insert into {table.Sql} ({string.Join(", ", table.Columns.Select(c => $"\"{c.Name}\""))}) values ({string.Join(", ", table.Columns.Select((_, i) => $"$p{i}"))})";
#pragma warning restore CA2100
        var parameters = table.Columns.Select((_, i) => insert.Parameters.Add(new SqliteParameter($"$p{i}", null))).ToArray();
        await foreach (var row in archive.Rows(archived, ct))
        {
            for (var i = 0; i < row.Length; i++) parameters[i].Value = row[i] ?? DBNull.Value;
            await insert.ExecuteNonQueryAsync(ct);
        }
        says?.Invoke(table.Name, archived.Rows);
    }

    // A write-ahead log left by a crash belongs to its file and moves with it.
    private static void Swap(string building, string target)
    {
        var kept = target + ".before-restore";
        for (var n = 2; Path.Exists(kept); n++) kept = $"{target}.before-restore-{n}";
        foreach (var end in (string[])["-wal", "-shm", ""])
            if (File.Exists(target + end)) File.Move(target + end, kept + end);
        File.Move(building, target);
        Delete(building);
    }

    private static void Delete(string file)
    {
        foreach (var end in (string[])["", "-wal", "-shm"]) File.Delete(file + end);
    }

    private static async Task IntoPostgres(BackupArchive archive, string connection, Func<string, VakaDb> open, Action<string, long>? says, CancellationToken ct)
    {
        await using var db = open(connection);
        var tables = Fit(archive, db);
        await Migrator.Migrate(db, ct);
        await using var owner = new NpgsqlConnection(db.Database.GetConnectionString());
        await owner.OpenAsync(ct);
        await using var transaction = await owner.BeginTransactionAsync(ct);
        try
        {
            await Scalar(owner, transaction, "set local lock_timeout = '15s'", ct);
            // Truncating fires no row triggers, so the append-only tables empty too; only the tables' owner may.
            await Scalar(owner, transaction, $"truncate {string.Join(", ", tables.Select(t => t.Table.Sql))}", ct);
        }
        catch (PostgresException e) when (e.SqlState == "55P03")
        {
            throw new PlainException("restore.in-use");
        }
        foreach (var (table, archived) in tables)
        {
            await using (var copy = await owner.BeginBinaryImportAsync($"copy {table.Sql} ({string.Join(", ", table.Columns.Select(c => $"\"{c.Name}\""))}) from stdin (format binary)", ct))
            {
                await foreach (var row in archive.Rows(archived, ct))
                {
                    await copy.StartRowAsync(ct);
                    foreach (var cell in row)
                        if (cell is null) await copy.WriteNullAsync(ct);
                        else await copy.WriteAsync(cell, ct);
                }
                await copy.CompleteAsync(ct);
            }
            foreach (var column in table.Columns.Where(c => c.Type is "int" or "long" && table.Key is [var key] && key == c.Name))
                await Scalar(owner, transaction, $"""
                    select setval(pg_get_serial_sequence('{table.Sql}', '{column.Name}'), coalesce((select max("{column.Name}") from {table.Sql}), 0) + 1, false)
                    where pg_get_serial_sequence('{table.Sql}', '{column.Name}') is not null
                    """, ct);
            says?.Invoke(table.Name, archived.Rows);
        }
        await transaction.CommitAsync(ct);
    }

    // Pairs the archive's tables with the model's: same version, same tables, same columns, whichever database they came from.
    private static List<(Table Table, BackupTable Archived)> Fit(BackupArchive archive, VakaDb db)
    {
        var (manifest, known) = (archive.Manifest, db.Database.GetMigrations().Select(Backup.NameOf).ToList());
        if (!known.Contains(manifest.Migration)) throw new PlainException("restore.newer", manifest.Product);
        if (known[^1] != manifest.Migration) throw new PlainException("restore.older", manifest.Product, Backup.Version());
        var archived = manifest.Tables.ToDictionary(t => t.Name, StringComparer.Ordinal);
        var tables = Table.Of(db);
        if (!tables.Select(t => t.Name).Order(StringComparer.Ordinal).SequenceEqual(archived.Keys.Order(StringComparer.Ordinal), StringComparer.Ordinal)
            || tables.Any(t => !t.Columns.SequenceEqual(archived[t.Name].Columns)))
            throw new PlainException("restore.other-tables", manifest.Product);
        return [.. tables.Select(t => (t, archived[t.Name]))];
    }

    private static async Task<object?> Scalar(System.Data.Common.DbConnection connection, System.Data.Common.DbTransaction? transaction, string sql, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
#pragma warning disable CA2100 // names come from the model
        command.CommandText = sql;
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync(ct);
    }
}
