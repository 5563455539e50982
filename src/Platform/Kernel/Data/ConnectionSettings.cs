using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;
using Vaka.Kernel.Ownership;

namespace Vaka.Kernel.Data;

/// <summary>
/// Prepares every connection as it is opened. SQLite: write-ahead log, durable commits, 4 MB of pages each (the system caches the file anyway). PostgreSQL: takes the runtime role and tells
/// row-level security on whose behalf it reads and writes; the pool forgets both when the connection goes back.
/// </summary>
internal sealed class ConnectionSettings(CurrentViewer current) : DbConnectionInterceptor
{
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = Command(connection);
        command?.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = Command(connection);
        if (command is not null) await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private DbCommand? Command(DbConnection connection)
    {
        if (connection is SqliteConnection)
        {
            var sqlite = connection.CreateCommand();
            sqlite.CommandText = "pragma journal_mode = wal; pragma synchronous = full; pragma cache_size = -4000; pragma temp_store = memory;";
            return sqlite;
        }
        if (connection is not NpgsqlConnection || !current.IsSet || Migrator.IsMigrating) return null;
        var viewer = current.Value;
        var command = connection.CreateCommand();
        command.CommandText = $"select set_config('role', '{Databases.RuntimeRole}', false), set_config('vaka.system', $1, false), set_config('vaka.owners', $2, false), set_config('vaka.codes', $3, false), set_config('vaka.user', $4, false), set_config('vaka.reads', $5, false)";
        foreach (var value in (string[])[viewer.IsSystem ? "on" : "off", Codes.Join(viewer.Owners), Codes.Join(viewer.Codes), viewer.UserId?.ToString() ?? "", Codes.Join(viewer.Reads)])
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }
}
