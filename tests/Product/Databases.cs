using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Vaka.App;
using Vaka.Kernel.Data;
using Vaka.Kernel.Ownership;

[assembly: AssemblyFixture(typeof(Vaka.Product.Tests.Databases))]

namespace Vaka.Product.Tests;

/// <summary>
/// Empty, migrated databases. Each provider is migrated once; every test class gets a copy. PostgreSQL is where <c>TEST_POSTGRES</c> says;
/// without it those cases are reported as skipped.
/// </summary>
public sealed class Databases : IAsyncDisposable
{
    public const string Sqlite = "sqlite", Postgres = "postgres";

    private static readonly string? Server = Environment.GetEnvironmentVariable("TEST_POSTGRES");
    private readonly string _folder = Directory.CreateTempSubdirectory("vaka-tests-").FullName;
    private readonly SemaphoreSlim _one = new(1, 1);
    private string? _sqlite, _template;

    /// <summary>Both providers, as theory data.</summary>
    public static TheoryData<string> Providers => [Sqlite, Postgres];

    /// <summary>Connection string of a new database that only the caller uses.</summary>
    public async Task<string> New(string provider)
    {
        Assert.SkipWhen(provider == Postgres && Server is null, "TEST_POSTGRES names no server");
        await _one.WaitAsync();
        try
        {
            return provider == Sqlite ? await NewSqlite() : await NewPostgres();
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Folder for files of tests.</summary>
    public string Folder() => Directory.CreateDirectory(Path.Combine(_folder, Ids.New().ToString("N"))).FullName;

    private async Task<string> NewSqlite()
    {
        if (_sqlite is null)
        {
            _sqlite = Path.Combine(_folder, "template.db");
            await Migrate(_sqlite);
            SqliteConnection.ClearAllPools();
        }
        var copy = Path.Combine(_folder, Ids.New().ToString("N") + ".db");
        File.Copy(_sqlite, copy);
        return copy;
    }

    private async Task<string> NewPostgres()
    {
        if (_template is null)
        {
            _template = "template_" + Ids.New().ToString("N");
            await Execute($"create database {_template}");
            await Migrate(Named(_template));
            NpgsqlConnection.ClearAllPools();
        }
        var name = "t" + Ids.New().ToString("N");
        await Execute($"create database {name} template {_template}");
        return Named(name);
    }

    private static string Named(string database) => new NpgsqlConnectionStringBuilder(Server) { Database = database, MaxPoolSize = 20 }.ConnectionString;

    private static async Task Execute(string sql)
    {
        await using var source = NpgsqlDataSource.Create(Server!);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>A database from outside, as the system.</summary>
    internal static VakaDb Open(string connection)
    {
        var viewer = new CurrentViewer();
        viewer.Set(Viewer.System("test"));
        var options = new DbContextOptionsBuilder<VakaDb>();
        options.UseVaka(connection).AddInterceptors(new ConnectionSettings(viewer));
        return new(options.Options, VakaModules.All, viewer, new WriterGate(), TimeProvider.System);
    }

    private static async Task Migrate(string connection)
    {
        var viewer = new CurrentViewer();
        viewer.Set(Viewer.System("test"));
        var options = new DbContextOptionsBuilder<VakaDb>();
        options.UseVaka(connection);
        using var gate = new WriterGate();
        await using var db = new VakaDb(options.Options, VakaModules.All, viewer, gate, TimeProvider.System);
        await Migrator.Migrate(db);
    }

    public ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        NpgsqlConnection.ClearAllPools();
        _one.Dispose();
        Directory.Delete(_folder, true);
        return ValueTask.CompletedTask;
    }
}
