using System.CommandLine;
using System.Text.Json;
using Vaka.Contracts.Assessment;
using Vaka.Kernel.Failures;
using Vaka.Kernel.Ownership;
using Vaka.Kernel.Web;

namespace Vaka.App.Commands;

/// <summary><c>vaka device …</c>: the phones and tablets that collect answers with ODK Collect, KoboCollect or a browser.</summary>
internal static class DeviceCommand
{
    public static Command Make(SharedOptions shared)
    {
        var command = new Command("device", "Let devices in that collect answers: add, list, revoke.");
        var owner = new Option<string>("--owner") { Description = "Country or region code", Required = true, HelpName = "CODE" };
        var url = new Option<string>("--url") { Description = "Address under which devices reach this server", HelpName = "URL", DefaultValueFactory = _ => "http://localhost:5080" };
        var qr = new Option<string?>("--qr") { Description = "Write the code that a client photographs, as SVG; whoever has it is let in", HelpName = "FILE.svg" };
        var label = new Argument<string>("label") { Description = "What people call the device; not a person's name" };

        command.Add(One(shared, "add", "Let a device in and print the address to type into Collect and the link to open in a browser, this once.", [label, owner, url, qr], async (devices, code, parsed, ct) =>
        {
            var name = parsed.GetValue(label)!.Trim();
            if (name.Length is 0 or > 120) throw new PlainException("cli.device-label");
            var server = parsed.GetValue(url)!.TrimEnd('/');
            var made = await devices.Introduce(code, name, ct);
            var (address, browser) = ($"{server}/key/{made.Secret}", $"{server}/collect/#{made.Secret}");
            if (parsed.GetValue(qr) is { } file) await File.WriteAllTextAsync(file, devices.Qr(address, $"Vaka {code}"), ct);
            Console.WriteLine(parsed.GetValue(shared.Json) ? JsonSerializer.Serialize(new { label = name, owner = code, address, browser, server = $"{server}/openrosa", made.UserName, made.Secret, made.Digest }, DataAddress.Json)
                : Terminal.Say("cli.device-added", name, address, browser) + "\n" + Terminal.Say(made.Digest ? "cli.device-secret-digest" : "cli.device-secret", $"{server}/openrosa", made.UserName, made.Secret));
        }));
        command.Add(One(shared, "list", "List the devices of an owner.", [owner], async (devices, code, parsed, ct) =>
        {
            var all = await devices.All(code, ct);
            if (parsed.GetValue(shared.Json)) Console.WriteLine(JsonSerializer.Serialize(all, DataAddress.Json));
            else foreach (var device in all) Console.WriteLine($"{device.Label,-40} {Terminal.Say(device.Revoked ? "cli.device-revoked" : "cli.device-open")}");
        }));
        command.Add(One(shared, "revoke", "Let the devices of a label in no longer. What they sent stays.", [label, owner], async (devices, code, parsed, ct) =>
        {
            if (await devices.Revoke(code, parsed.GetValue(label)!.Trim(), ct) == 0) throw new PlainException("cli.no-device", parsed.GetValue(label));
            Console.WriteLine(parsed.GetValue(shared.Json) ? JsonSerializer.Serialize(new { done = "revoke" }, DataAddress.Json) : Terminal.Say("cli.user-done"));
        }));
        return command;

        Command One(SharedOptions options, string verb, string description, Symbol[] symbols, Func<ICollectDevices, string, ParseResult, CancellationToken, Task> act)
        {
            var made = options.AddTo(new Command(verb, description));
            foreach (var symbol in symbols)
                if (symbol is Argument argument) made.Add(argument);
                else made.Add((Option)symbol);
            made.Add(options.Json);
            made.SetAction(async (parsed, ct) =>
            {
                await using var services = await Terminal.Services(options.Connection(parsed), ct: ct);
                await using var scope = Terminal.System(services, "cli");
                var code = parsed.GetValue(owner)!.Trim().ToUpperInvariant();
                if (!(await scope.ServiceProvider.GetRequiredService<States>().All(ct)).ContainsKey(code)) throw new PlainException("cli.unknown-owner", code);
                await act(scope.ServiceProvider.GetRequiredService<ICollectDevices>(), code, parsed, ct);
                return 0;
            });
            return made;
        }
    }
}
