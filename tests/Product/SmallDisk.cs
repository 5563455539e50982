using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Vaka.Product.Tests;

/// <summary>A disk for SQLite that is full when the test says so.</summary>
internal sealed class SmallDisk : DbConnectionInterceptor
{
    public bool IsFull { get; set; }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"pragma max_page_count = {(IsFull ? 1 : 1_000_000_000)}"; // SQLite takes 1 as: no more than now
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
