using System.CommandLine;
using System.Text.Json;
using Vaka.Kernel.Importing;
using Vaka.Kernel.Outbox;
using Vaka.Kernel.Web;

namespace Vaka.App.Commands;

/// <summary><c>vaka import KIND PATH</c>: everything a file or folder says, or nothing.</summary>
internal static class ImportCommand
{
    public static Command Make(SharedOptions shared)
    {
        var command = shared.AddTo(new Command("import", "Read a file or folder into the database, whole or not at all. See docs/guides/import-formats.md."));
        var kind = new Argument<string>("kind") { Description = "What it is: idf, idf-records, pack, norms, facts, …" };
        var path = new Argument<string>("path") { Description = "File or folder" };
        var owner = new Option<string?>("--owner") { Description = "Country or region that owns rows naming no owner", HelpName = "CODE" };
        command.Add(kind);
        command.Add(path);
        command.Add(owner);
        command.Add(shared.Json);
        command.SetAction(async (parsed, ct) =>
        {
            await using var services = await Terminal.Services(shared.Connection(parsed), ct: ct);
            await using var scope = Terminal.System(services, "import");
            var imports = scope.ServiceProvider.GetRequiredService<Imports>();
            var name = parsed.GetValue(kind)!;
            if (imports.TakesFolder(name) is null)
            {
                await Console.Error.WriteLineAsync(Terminal.Say("cli.import-kinds", name, string.Join(", ", imports.Names)));
                return 2;
            }
            var report = await imports.Run(name, parsed.GetValue(path)!, parsed.GetValue(owner), ct);
            if (report.Applied)
                while (await services.GetRequiredService<Deliveries>().Pass(ct) > 0) { }
            await Print(report, parsed.GetValue(shared.Json));
            return report.Applied ? 0 : 1;
        });
        return command;
    }

    /// <summary>Problems to stderr, what was done to stdout.</summary>
    public static async Task Print(ImportReport report, bool json)
    {
        var words = Terminal.Words;
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(new
            {
                report.Applied, report.Created, report.Updated, report.Unchanged, report.Kept, report.Errors, report.Notes,
                problems = report.Problems.Select(p => new { error = p.IsError, p.File, line = p.Line, p.Column, code = p.Key, message = p.Say(words) }),
            }, DataAddress.Json));
            return;
        }
        foreach (var problem in report.Problems)
            await Console.Error.WriteLineAsync($"{words[problem.IsError ? "cli.error" : "cli.warning"]} {problem.Say(words)}");
        if (report.Errors > report.Problems.Count(p => p.IsError)) await Console.Error.WriteLineAsync(words["cli.more-errors", report.Errors]);
        foreach (var note in report.Notes) Console.WriteLine(note);
        Console.WriteLine(report.Applied
            ? words["cli.imported", report.Created, report.Updated, report.Unchanged, report.Kept]
            : words["cli.not-imported", report.Errors]);
    }
}
