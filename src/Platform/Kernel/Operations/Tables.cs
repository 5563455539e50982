using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace Vaka.Kernel.Operations;

/// <summary>A column in terms that both databases share.</summary>
/// <param name="Name">Name in the database, the same on both.</param>
/// <param name="Type">One of <see cref="Cells"/>'s types.</param>
/// <param name="Nullable">May be null.</param>
public sealed record Column(string Name, string Type, bool Nullable);

/// <summary>A table as the model describes it, with the neutral name that SQLite uses: <c>kernel_users</c>.</summary>
internal sealed record Table(string Name, string? Schema, string SqlName, IReadOnlyList<Column> Columns, IReadOnlyList<string> Key, IReadOnlyList<IEntityType> Entities)
{
    /// <summary>The name in statements of this provider.</summary>
    public string Sql => Schema is null ? $"\"{SqlName}\"" : $"\"{Schema}\".\"{SqlName}\"";

    /// <summary>All tables, a table after those its foreign keys point to.</summary>
    public static IReadOnlyList<Table> Of(DbContext db)
    {
        var found = db.Model.GetRelationalModel().Tables.OrderBy(t => t.Schema, StringComparer.Ordinal).ThenBy(t => t.Name, StringComparer.Ordinal).ToList();
        var ordered = new List<ITable>();
        void Add(ITable table)
        {
            if (ordered.Contains(table)) return;
            foreach (var parent in table.ForeignKeyConstraints.Select(f => f.PrincipalTable).Where(p => p != table)) Add((ITable)parent);
            if (!ordered.Contains(table)) ordered.Add(table);
        }
        foreach (var table in found) Add(table);
        return ordered.ConvertAll(t => new Table(
            t.Schema is null ? t.Name : $"{t.Schema}_{t.Name}", t.Schema, t.Name,
            [.. t.Columns.OrderBy(c => c.Name, StringComparer.Ordinal).Select(c => new Column(c.Name, Cells.TypeOf(c), c.IsNullable))],
            [.. t.PrimaryKey!.Columns.Select(c => c.Name)],
            [.. t.EntityTypeMappings.Select(m => (IEntityType)m.TypeBase)]));
    }
}

/// <summary>Cells between a database and JSON, without loss: the same text whichever database they come from.</summary>
internal static class Cells
{
    public static string TypeOf(IColumn column)
    {
        var mapping = column.PropertyMappings[0].TypeMapping;
        var type = mapping.Converter?.ProviderClrType ?? mapping.ClrType;
        type = System.Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsEnum) type = Enum.GetUnderlyingType(type);
        return type == typeof(string) ? "text" : type == typeof(Guid) ? "id" : type == typeof(int) ? "int" : type == typeof(long) ? "long" : type == typeof(bool) ? "bool"
            : type == typeof(DateTime) ? "moment" : type == typeof(DateTimeOffset) ? "moment-offset" : type == typeof(DateOnly) ? "day" : type == typeof(decimal) ? "decimal"
            : type == typeof(double) ? "double" : type == typeof(byte[]) ? "bytes"
            : throw new NotSupportedException($"Backups have no form for {type} of {column.Table.Name}.{column.Name}.");
    }

    public static object? Read(DbDataReader reader, int i, string type) => reader.IsDBNull(i) ? null : type switch
    {
        "text" => reader.GetString(i),
        "id" => reader.GetGuid(i),
        "int" => reader.GetInt32(i),
        "long" => reader.GetInt64(i),
        "bool" => reader.GetBoolean(i),
        "moment" => DateTime.SpecifyKind(reader.GetDateTime(i), DateTimeKind.Utc),
        "moment-offset" => reader.GetFieldValue<DateTimeOffset>(i).ToUniversalTime(),
        "day" => reader.GetFieldValue<DateOnly>(i),
        "decimal" => reader.GetDecimal(i),
        "double" => reader.GetDouble(i),
        "bytes" => reader.GetFieldValue<byte[]>(i),
        _ => throw new InvalidDataException(type),
    };

    public static void Write(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null: json.WriteNullValue(); break;
            case string s: json.WriteStringValue(s); break;
            case bool b: json.WriteBooleanValue(b); break;
            case int n: json.WriteNumberValue(n); break;
            case long n: json.WriteNumberValue(n); break;
            case decimal n: json.WriteNumberValue(n); break;
            case double n: json.WriteNumberValue(n); break;
            case byte[] b: json.WriteBase64StringValue(b); break;
            default: json.WriteStringValue(Text(value)); break;
        }
    }

    public static string Text(object value) => value switch
    {
        Guid g => g.ToString(),
        DateTime t => t.ToString("O", CultureInfo.InvariantCulture),
        DateTimeOffset t => t.ToString("O", CultureInfo.InvariantCulture),
        DateOnly d => d.ToString("O", CultureInfo.InvariantCulture),
        byte[] b => Convert.ToBase64String(b),
        bool b => b ? "yes" : "no",
        IFormattable f => f.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    /// <exception cref="FormatException">The value is not of its column's type.</exception>
    public static object? Parse(JsonElement value, Column column)
    {
        if (value.ValueKind == JsonValueKind.Null) return column.Nullable ? null : throw new FormatException(column.Name);
        try
        {
            return column.Type switch
            {
                "text" => value.GetString(),
                "id" => value.GetGuid(),
                "int" => value.GetInt32(),
                "long" => value.GetInt64(),
                "bool" => value.GetBoolean(),
                "moment" => DateTime.SpecifyKind(value.GetDateTime(), DateTimeKind.Utc),
                "moment-offset" => value.GetDateTimeOffset().ToUniversalTime(),
                "day" => DateOnly.ParseExact(value.GetString()!, "O", CultureInfo.InvariantCulture),
                "decimal" => value.GetDecimal(),
                "double" => value.GetDouble(),
                "bytes" => value.GetBytesFromBase64(),
                _ => throw new FormatException(column.Type),
            };
        }
        catch (InvalidOperationException e)
        {
            throw new FormatException(column.Name, e);
        }
    }
}

/// <summary>Reads all tables in one transaction that sees one moment, beside a running server.</summary>
internal sealed class Snapshot(DbConnection connection, DbTransaction transaction) : IAsyncDisposable
{
    /// <summary>Opens a connection of its own, as the tables' owner: row-level security does not hide anything from a backup.</summary>
    public static async Task<Snapshot> Open(DbContext db, CancellationToken ct)
    {
        DbConnection connection = db.Database.IsNpgsql()
            ? new NpgsqlConnection(db.Database.GetConnectionString())
            : new Microsoft.Data.Sqlite.SqliteConnection(db.Database.GetConnectionString());
        await connection.OpenAsync(ct);
        // A deferred transaction of SQLite in write-ahead mode and repeatable read of PostgreSQL both see one moment from their first read on.
        var transaction = connection is Microsoft.Data.Sqlite.SqliteConnection sqlite
            ? sqlite.BeginTransaction(deferred: true) : await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, ct);
        return new(connection, transaction);
    }

    public async IAsyncEnumerable<object?[]> Rows(Table table, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
#pragma warning disable CA2100 // names come from the model
        command.CommandText = $"select {string.Join(", ", table.Columns.Select(c => $"\"{c.Name}\""))} from {table.Sql} order by {string.Join(", ", table.Key.Select(k => $"\"{k}\""))}";
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            var row = new object?[table.Columns.Count];
            for (var i = 0; i < row.Length; i++) row[i] = Cells.Read(reader, i, table.Columns[i].Type);
            yield return row;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await connection.DisposeAsync();
    }
}
