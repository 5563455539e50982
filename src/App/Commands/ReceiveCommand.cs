using System.CommandLine;
using System.Text.Json;
using Vaka.Contracts.Assessment;
using Vaka.Kernel.Failures;
using Vaka.Kernel.Outbox;
using Vaka.Kernel.Web;

namespace Vaka.App.Commands;

/// <summary><c>vaka receive FILE</c>: answers that came on a memory stick.</summary>
internal static class ReceiveCommand
{
    public static Command Make(SharedOptions shared)
    {
        var command = shared.AddTo(new Command("receive", "Store the sealed answers of a .vakaqueue file that a browser saved, as if it had sent them. Again is harmless."));
        var file = new Argument<string>("file") { Description = "The file" };
        command.Add(file);
        command.Add(shared.Json);
        command.SetAction(async (parsed, ct) =>
        {
            var path = parsed.GetValue(file)!;
            if (!File.Exists(path)) throw new PlainException("cli.no-file", path);
            await using var services = await Terminal.Services(shared.Connection(parsed), ct: ct);
            await using var scope = Terminal.System(services, "cli");
            var report = await scope.ServiceProvider.GetRequiredService<IReceiveAnswers>().Receive(path, ct);
            while (await services.GetRequiredService<Deliveries>().Pass(ct) > 0) { }
            if (parsed.GetValue(shared.Json)) Console.WriteLine(JsonSerializer.Serialize(report, DataAddress.Json));
            else
            {
                foreach (var refused in report.Refused) await Console.Error.WriteLineAsync(refused);
                if (report.CutShort) await Console.Error.WriteLineAsync(Terminal.Say("cli.queue-cut-short"));
                Console.WriteLine(Terminal.Say("cli.received", report.Stored, report.Refused.Count));
            }
            return report.Refused.Count == 0 && !report.CutShort ? 0 : 1;
        });
        return command;
    }
}
