using System.CommandLine;
using System.Security.Cryptography;
using System.Text.Json;
using Vaka.Contracts.Assessment;
using Vaka.Kernel.Failures;
using Vaka.Kernel.Web;

namespace Vaka.App.Commands;

/// <summary><c>vaka answers FORM</c>: writes what devices sent as CSV tables.</summary>
internal static class AnswersCommand
{
    public static Command Make(SharedOptions shared)
    {
        var command = shared.AddTo(new Command("answers", "Write the answers that devices sent as CSV: a table for the form, one for each repeat, one of broken rules."));
        var form = new Argument<string>("form") { Description = "Id of the form" };
        var owner = new Option<string>("--owner") { Description = "Country or region code", Required = true, HelpName = "CODE" };
        var to = new Option<string>("--to") { Description = "Folder to write into; files that are there are not overwritten", Required = true, HelpName = "DIR" };
        var key = new Option<string?>("--key") { Description = "Private key (PEM) of a form that carries its author's public key: what devices encrypted is decrypted here", HelpName = "FILE.pem" };
        command.Add(key);
        command.Add(form);
        command.Add(owner);
        command.Add(to);
        command.Add(shared.Json);
        command.SetAction(async (parsed, ct) =>
        {
            await using var services = await Terminal.Services(shared.Connection(parsed), ct: ct);
            await using var scope = Terminal.System(services, "cli");
            using var rsa = parsed.GetValue(key) is { } file ? await Key(file, ct) : null;
            CollectedAnswersReport? report;
            try
            {
                report = await scope.ServiceProvider.GetRequiredService<ICollectedAnswers>().Write(parsed.GetValue(owner)!.Trim().ToUpperInvariant(), parsed.GetValue(form)!, parsed.GetValue(to)!, rsa, ct);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw new PlainException("cli.answers-not-written", parsed.GetValue(to), e.Message);
            }
            if (report is null) throw new PlainException("cli.no-form", parsed.GetValue(form), parsed.GetValue(owner));
            Console.WriteLine(parsed.GetValue(shared.Json) ? JsonSerializer.Serialize(report, DataAddress.Json)
                : Terminal.Say("cli.answers-written", report.Submissions, report.Flagged, report.Encrypted, string.Join(", ", report.Files)));
            return 0;
        });
        return command;
    }

    private static async Task<RSA> Key(string file, CancellationToken ct)
    {
        var rsa = RSA.Create();
        try
        {
            rsa.ImportFromPem(await File.ReadAllTextAsync(file, ct));
            // A public key is read without a word, and reads nothing.
            _ = rsa.ExportParameters(includePrivateParameters: true);
            return rsa;
        }
        catch (Exception e) when (e is ArgumentException or CryptographicException or IOException or UnauthorizedAccessException)
        {
            rsa.Dispose();
            throw new PlainException("cli.no-private-key", file);
        }
    }
}
