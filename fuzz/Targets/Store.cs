using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Vaka.App;
using Vaka.App.Commands;
using Vaka.Evidence.Themes;
using Vaka.Kernel;
using Vaka.Kernel.Data;
using Vaka.Kernel.Importing;
using Vaka.Kernel.Operations;
using Vaka.Kernel.Ownership;

namespace Vaka.Fuzz.Targets;

/// <summary>A database that holds the worked example, put back after whatever was written, so that one input does not depend on another.</summary>
internal sealed class Store : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("vaka-fuzz-").FullName;
    private ServiceProvider? _services;
    private SqliteConnection? _watcher;

    private string File => Path.Combine(_folder, "fuzz.db");

    private string Template => Path.Combine(_folder, "template.db");

    /// <summary>Bytes of a backup of an empty database.</summary>
    public byte[] Backup { get; private set; } = [];

    /// <summary>Migrates, and imports what ships.</summary>
    public async Task Open()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddVaka(VakaModules.All, File);
        services.AddVakaAccounts();
        services.ConfigureDbContext<VakaDb>(o => o.AddInterceptors(new StricterDatabase()));
        _services = services.BuildServiceProvider();
        await using (var scope = Scope())
        {
            var db = scope.ServiceProvider.GetRequiredService<VakaDb>();
            await Migrator.Migrate(db);
            var backup = Path.Combine(_folder, "empty.vaka");
            await Vaka.Kernel.Operations.Backup.Write(db, backup, DateTime.UnixEpoch);
            Backup = await System.IO.File.ReadAllBytesAsync(backup);
        }
        await Demo.Load(_services, TextWriter.Null, CancellationToken.None);
        _watcher = new(new SqliteConnectionStringBuilder { DataSource = File, Pooling = false }.ConnectionString);
        await _watcher.OpenAsync();
        Copy(_watcher, Template);
    }

    /// <summary>Imports bytes as a file, and looks whether the importer keeps its promises.</summary>
    public async Task Import(string kind, string file, byte[] bytes, string? owner, params (string File, byte[] Bytes)[] beside)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder, "in")).FullName;
        foreach (var (name, content) in beside.Append((file, bytes))) await System.IO.File.WriteAllBytesAsync(Path.Combine(folder, name), content);
        var before = Version();
        try
        {
            var first = await Run();
            if (!first.Applied)
            {
                if (first.Errors == 0) throw new FindingException("refused without an error");
                if (Version() != before) throw new FindingException("refused, and yet something was written");
                return;
            }
            var again = await Run();
            if (again is not { Applied: true, Created: 0, Updated: 0 })
                throw new FindingException($"a second import is not the same: applied {again.Applied}, {again.Created} created, {again.Updated} updated; {(again.Problems is [var p, ..] ? p.Key : "")}");
        }
        finally
        {
            Directory.Delete(folder, true);
            if (Version() != before) PutBack();
        }

        async Task<ImportReport> Run()
        {
            await using var scope = Scope();
            var imports = scope.ServiceProvider.GetRequiredService<Imports>();
            var report = await imports.Run(kind, imports.TakesFolder(kind) == true ? folder : Path.Combine(folder, file), owner);
            Reports.Say(report);
            return report;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_watcher is not null) await _watcher.DisposeAsync();
        if (_services is not null) await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, true);
    }

    private AsyncServiceScope Scope() => _services!.GetRequiredService<IServiceScopeFactory>().CreateSystemScope("fuzz");

    // Changes whenever another connection has committed anything.
    private long Version()
    {
        using var command = _watcher!.CreateCommand();
        command.CommandText = "pragma data_version";
        return (long)command.ExecuteScalar()!;
    }

    private void PutBack()
    {
        using var template = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Template, Pooling = false, Mode = SqliteOpenMode.ReadOnly }.ConnectionString);
        template.Open();
        using var target = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = File, Pooling = false }.ConnectionString);
        target.Open();
        template.BackupDatabase(target);
        _services!.GetRequiredService<States>().Forget();
        _services!.GetRequiredService<ThemeList>().Forget();
    }

    private static void Copy(SqliteConnection from, string to)
    {
        using var target = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = to, Pooling = false }.ConnectionString);
        target.Open();
        from.BackupDatabase(target);
    }
}

/// <summary>PostgreSQL refuses texts that are too long or hold a NUL, where SQLite takes anything: the same input must be refused before either sees it.</summary>
internal sealed partial class StricterDatabase : SaveChangesInterceptor
{
    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        foreach (var entry in eventData.Context!.ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified))
            foreach (var property in entry.Properties)
                if (property.CurrentValue is { } value && property.Metadata.GetTypeMapping().Converter is var converter
                    && (converter is null ? value : converter.ConvertToProvider(value)) is string text) Check(property.Metadata, text);
        return new(result);
    }

    [GeneratedRegex(@"^[\[{].*(?<!\\)(\\\\)*\\u0000", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 1000)]
    private static partial Regex Escaped();

    private static void Check(IProperty property, string text)
    {
        var where = $"{property.DeclaringType.ShortName()}.{property.Name}";
        if (property.GetMaxLength() is { } most && text.Length > most) throw new FindingException($"{where} would get {text.Length} characters, {most} fit");
        // As it is, or as an escape in JSON that is no backslash followed by letters.
        if (text.Contains('\0', StringComparison.Ordinal) || Escaped().IsMatch(text)) throw new FindingException($"{where} would get a NUL");
        if (!text.IsNormalized() && property.ClrType == typeof(Kernel.Words.LocalText)) throw new FindingException($"{where} is not NFC");
    }
}
