using System.CommandLine;
using System.Text.Json;
using Vaka.Contracts.Assessment;
using Vaka.Kernel.Failures;
using Vaka.Kernel.Web;

namespace Vaka.App.Commands;

/// <summary><c>vaka form …</c>: what is done with forms on devices.</summary>
internal static class FormCommand
{
    public static Command Make(SharedOptions shared)
    {
        var encrypt = shared.AddTo(new Command("encrypt", "Have devices encrypt the answers to a form from now on, with a key that this server keeps. They get a new version of it."));
        var form = new Argument<string>("form") { Description = "Id of the form" };
        var owner = new Option<string>("--owner") { Description = "Country or region code", Required = true, HelpName = "CODE" };
        encrypt.Add(form);
        encrypt.Add(owner);
        encrypt.Add(shared.Json);
        encrypt.SetAction(async (parsed, ct) =>
        {
            await using var services = await Terminal.Services(shared.Connection(parsed), ct: ct);
            await using var scope = Terminal.System(services, "cli");
            var (id, code) = (parsed.GetValue(form)!, parsed.GetValue(owner)!.Trim().ToUpperInvariant());
            var made = await scope.ServiceProvider.GetRequiredService<ICollectForms>().Encrypt(code, id, ct);
            if (made.Fate == FormEncryptionFate.NoForm) throw new PlainException("cli.no-form", id, code);
            if (made.Fate == FormEncryptionFate.Already) throw new PlainException("cli.form-encrypted-already", id);
            if (made.Fate == FormEncryptionFate.HasItsOwn) throw new PlainException("cli.form-has-its-own-key", id);
            Console.WriteLine(parsed.GetValue(shared.Json) ? JsonSerializer.Serialize(made, DataAddress.Json) : Terminal.Say("cli.form-encrypted", id, made.Version));
            return 0;
        });
        return new Command("form", "What is done with forms on devices: encrypt.") { encrypt };
    }
}
