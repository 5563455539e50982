using Microsoft.Data.Sqlite;

namespace Vaka.Kernel.Failures;

/// <summary>Tells a full disk from other failures, however deep it lies: SQLite's FULL, PostgreSQL's 53100, the operating system's own.</summary>
public static class DiskFull
{
    // ENOSPC and EDQUOT on Unix; ERROR_DISK_FULL and ERROR_HANDLE_DISK_FULL on Windows.
    private static readonly int[] Codes = [28, 122, unchecked((int)0x80070070), unchecked((int)0x80070027)];

    /// <summary>Is a full disk the cause?</summary>
    public static bool Is(Exception? e) => e switch
    {
        null => false,
        SqliteException { SqliteErrorCode: 13 } => true,
        Npgsql.PostgresException { SqlState: "53100" } => true,
        IOException io when Codes.Contains(io.HResult) => true,
        _ => Is(e.InnerException),
    };
}
