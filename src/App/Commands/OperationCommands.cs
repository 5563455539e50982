using System.CommandLine;
using System.Text.Json;
using Vaka.Kernel.Data;
using Vaka.Kernel.Operations;
using Vaka.Kernel.Web;

namespace Vaka.App.Commands;

/// <summary><c>vaka doctor</c>, <c>backup</c>, <c>restore</c> and <c>export</c>. All but restore work beside a running server.</summary>
internal static class OperationCommands
{
    public static IEnumerable<Command> Make(SharedOptions shared) => [Doctor(shared), Backup(shared), Restore(shared), Export(shared)];

    private static Command Doctor(SharedOptions shared)
    {
        var command = shared.AddTo(new Command("doctor", "Look whether database and folder are whole, guarded and as the audit trail says. Changes nothing."));
        command.Add(shared.Json);
        command.SetAction(async (parsed, ct) =>
        {
            await using var services = await Terminal.Services(shared.Connection(parsed), migrate: false, ct);
            await using var scope = Terminal.System(services, "doctor");
            var checks = await Vaka.Kernel.Operations.Doctor.Examine(scope.ServiceProvider.GetRequiredService<VakaDb>(), shared.Folder(parsed), ct);
            if (parsed.GetValue(shared.Json))
                Console.WriteLine(JsonSerializer.Serialize(checks.Select(c => new
                {
                    check = c.Name, ok = c.Problem is null, code = c.Problem, message = c.Problem is null ? null : Terminal.Say(c.Problem, [.. c.Arguments]),
                }), DataAddress.Json));
            else
                foreach (var check in checks)
                    Console.WriteLine(check.Problem is null
                        ? $"{Terminal.Say("cli.ok"),-10} {Terminal.Say($"doctor.{check.Name}")}"
                        : $"{Terminal.Say("cli.problem"),-10} {Terminal.Say(check.Problem, [.. check.Arguments])}");
            return checks.Any(c => c.Problem is not null) ? 1 : 0;
        });
        return command;
    }

    private static Command Backup(SharedOptions shared)
    {
        var command = shared.AddTo(new Command("backup", "Write everything into one file, which either kind of database takes back. It is as secret as the database."));
        var file = new Argument<string>("file") { Description = "File to write; must not exist" };
        command.Add(file);
        command.Add(shared.Json);
        command.SetAction(async (parsed, ct) =>
        {
            await using var services = await Terminal.Services(shared.Connection(parsed), migrate: false, ct);
            await using var scope = Terminal.System(services, "backup");
            var now = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
            var manifest = await Vaka.Kernel.Operations.Backup.Write(scope.ServiceProvider.GetRequiredService<VakaDb>(), Path.GetFullPath(parsed.GetValue(file)!), now, Progress, ct);
            Print("cli.backed-up", manifest, parsed.GetValue(file)!, parsed.GetValue(shared.Json));
            return 0;
        });
        return command;
    }

    private static Command Restore(SharedOptions shared)
    {
        var command = shared.AddTo(new Command("restore", "Replace the database by what a backup holds. The server must be stopped; the backup is checked whole first."));
        var file = new Argument<string>("file") { Description = "File that vaka backup wrote" };
        command.Add(file);
        command.Add(shared.Json);
        command.SetAction(async (parsed, ct) =>
        {
            await using var held = DataFolderLock.Take(shared.Folder(parsed));
            var contexts = new List<(IAsyncDisposable, IAsyncDisposable)>();
            async Task<BackupManifest> Run()
            {
                VakaDb Open(string connection)
                {
                    var services = Terminal.Services(connection, migrate: false, ct).GetAwaiter().GetResult();
                    var scope = Terminal.System(services, "restore");
                    contexts.Add((scope, services));
                    return scope.ServiceProvider.GetRequiredService<VakaDb>();
                }
                return await Vaka.Kernel.Operations.Restore.From(parsed.GetValue(file)!, shared.Connection(parsed), Open, Progress, ct);
            }
            try
            {
                Print("cli.restored", await Run(), parsed.GetValue(file)!, parsed.GetValue(shared.Json));
                return 0;
            }
            finally
            {
                foreach (var (scope, services) in contexts)
                {
                    await scope.DisposeAsync();
                    await services.DisposeAsync();
                }
            }
        });
        return command;
    }

    private static Command Export(SharedOptions shared)
    {
        var command = shared.AddTo(new Command("export", "Write every table as CSV and JSON lines into a new folder, for whoever leaves."));
        var folder = new Argument<string>("dir") { Description = "Folder to make; must not exist" };
        var personal = new Option<bool>("--with-personal") { Description = "Take tables about persons along (accounts, grants)." };
        command.Add(folder);
        command.Add(personal);
        command.Add(shared.Json);
        command.SetAction(async (parsed, ct) =>
        {
            await using var services = await Terminal.Services(shared.Connection(parsed), migrate: false, ct);
            await using var scope = Terminal.System(services, "export");
            var now = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
            var tables = await Vaka.Kernel.Operations.Export.Write(scope.ServiceProvider.GetRequiredService<VakaDb>(), parsed.GetValue(folder)!, parsed.GetValue(personal), now, Progress, ct);
            Console.WriteLine(parsed.GetValue(shared.Json)
                ? JsonSerializer.Serialize(new { folder = parsed.GetValue(folder), tables }, DataAddress.Json)
                : Terminal.Say("cli.exported", tables.Count, tables.Sum(t => t.Rows), parsed.GetValue(folder)));
            return 0;
        });
        return command;
    }

    private static void Progress(string table, long rows) => Console.Error.WriteLine($"  {table,-36} {rows,10}");

    private static void Print(string key, BackupManifest manifest, string file, bool json) => Console.WriteLine(json
        ? JsonSerializer.Serialize(new { file, manifest.Product, manifest.Provider, manifest.Migration, manifest.Created, tables = manifest.Tables.Select(t => new { t.Name, t.Rows }) }, DataAddress.Json)
        : Terminal.Say(key, manifest.Tables.Count, manifest.Tables.Sum(t => t.Rows), file));
}
