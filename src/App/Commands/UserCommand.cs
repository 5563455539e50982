using System.CommandLine;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Vaka.Kernel.Data;
using Vaka.Kernel.Failures;
using Vaka.Kernel.Identity;
using Vaka.Kernel.Ownership;
using Vaka.Kernel.Permissions;
using Vaka.Kernel.Web;
using Vaka.Kernel.Words;

namespace Vaka.App.Commands;

/// <summary><c>vaka user …</c>: the first administrator, and accounts where no administrator can sign in. No command sets or prints a password.</summary>
internal static class UserCommand
{
    public static Command Make(SharedOptions shared)
    {
        var command = new Command("user", "Keep accounts: add, list, grant, revoke, code, lock, unlock.");
        var role = new Option<string>("--role") { Description = $"Role: {string.Join(", ", Roles.Grantable)}", Required = true, HelpName = "ROLE" };
        role.AcceptOnlyFromAmong([.. Roles.Grantable]);
        var owner = new Option<string>("--owner") { Description = "Country or region code", Required = true, HelpName = "CODE" };
        var organisation = new Option<string?>("--organisation") { Description = "Institution the person acts for", HelpName = "NAME" };
        var shown = new Option<string?>("--display-name") { Description = "How colleagues know them. Default: the name", HelpName = "TEXT" };
        var language = new Option<string>("--language") { Description = "Language of their pages: en, fr", DefaultValueFactory = _ => "en" };
        language.AcceptOnlyFromAmong([.. Languages.Offered.Select(l => l.Code)]);

        command.Add(One(shared, "add", "Make a user with a first grant and print the one-time code with which they set a password.", [shown, language, role, owner, organisation], async (name, parsed, services, ct) =>
        {
            var code = await Code(parsed.GetValue(owner)!, services, ct);
            var (user, secret, refusal) = await services.GetRequiredService<Administration>().Create(
                name, parsed.GetValue(shown) ?? name, parsed.GetValue(language)!, parsed.GetValue(role)!, code, parsed.GetValue(organisation), ct);
            Refuse(refusal);
            PrintCode(user!.UserName!, secret!, parsed.GetValue(shared.Json));
        }));
        command.Add(One(shared, "grant", "Give a grant.", [role, owner, organisation], async (name, parsed, services, ct) =>
            Refuse(await services.GetRequiredService<Administration>().Give(await IdOf(name, services, ct), parsed.GetValue(role)!, await Code(parsed.GetValue(owner)!, services, ct), parsed.GetValue(organisation), ct))));
        command.Add(One(shared, "revoke", "Take a grant back.", [role, owner, organisation], Revoke(role, owner, organisation)));
        command.Add(One(shared, "code", "Print a new one-time code; earlier ones end.", [], async (name, parsed, services, ct) =>
        {
            var (code, refusal) = await services.GetRequiredService<Administration>().IssueCode(await IdOf(name, services, ct), ct);
            Refuse(refusal);
            PrintCode(name, code!, parsed.GetValue(shared.Json));
        }));
        command.Add(One(shared, "lock", "Lock an account and end its sessions.", [], async (name, _, services, ct) => Refuse(await services.GetRequiredService<Administration>().Lock(await IdOf(name, services, ct), ct))));
        command.Add(One(shared, "unlock", "Unlock an account.", [], async (name, _, services, ct) => Refuse(await services.GetRequiredService<Administration>().Unlock(await IdOf(name, services, ct), ct))));
        command.Add(List(shared));
        return command;
    }

    private static Command One(SharedOptions shared, string verb, string description, Option[] options, Func<string, ParseResult, IServiceProvider, CancellationToken, Task> act)
    {
        var command = shared.AddTo(new Command(verb, description));
        var name = new Argument<string>("name") { Description = "User name" };
        command.Add(name);
        foreach (var option in options) command.Add(option);
        command.Add(shared.Json);
        command.SetAction(async (parsed, ct) =>
        {
            await using var services = await Terminal.Services(shared.Connection(parsed), ct: ct);
            await using var scope = Terminal.System(services, "cli");
            await act(parsed.GetValue(name)!, parsed, scope.ServiceProvider, ct);
            if (verb is not ("add" or "code")) Console.WriteLine(parsed.GetValue(shared.Json) ? JsonSerializer.Serialize(new { done = verb }, DataAddress.Json) : Terminal.Say("cli.user-done"));
            return 0;
        });
        return command;
    }

    private static Func<string, ParseResult, IServiceProvider, CancellationToken, Task> Revoke(Option<string> role, Option<string> owner, Option<string?> organisation) => async (name, parsed, services, ct) =>
    {
        var (id, administration) = (await IdOf(name, services, ct), services.GetRequiredService<Administration>());
        var found = (await administration.Grants(id, ct)).FindAll(g => g.Role == parsed.GetValue(role) && string.Equals(g.Owner, parsed.GetValue(owner), StringComparison.OrdinalIgnoreCase)
            && (parsed.GetValue(organisation) is not { } within || g.Organisation == within));
        if (found.Count == 0) Refuse("admin.no-grant");
        foreach (var grant in found) Refuse(await administration.Take(id, grant.Id, ct));
    };

    private static Command List(SharedOptions shared)
    {
        var command = shared.AddTo(new Command("list", "List the accounts and their grants."));
        command.Add(shared.Json);
        command.SetAction(async (parsed, ct) =>
        {
            await using var services = await Terminal.Services(shared.Connection(parsed), ct: ct);
            await using var scope = Terminal.System(services, "cli");
            var db = scope.ServiceProvider.GetRequiredService<VakaDb>();
            var grants = (await db.Set<Grant>().AsNoTracking().OrderBy(g => g.Owner).ThenBy(g => g.Role).ToListAsync(ct)).ToLookup(g => g.UserId);
            var now = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow();
            var users = (await db.Users.AsNoTracking().OrderBy(u => u.NormalizedUserName).ToListAsync(ct)).ConvertAll(u => new UserRow(u, [.. grants[u.Id]], 0, now));
            if (parsed.GetValue(shared.Json))
                Console.WriteLine(JsonSerializer.Serialize(users.Select(r => new
                {
                    name = r.User.UserName, r.User.DisplayName, r.User.Language, locked = r.User.LockoutEnd > now, hasPassword = r.User.PasswordHash is not null, demo = r.User.IsDemo,
                    grants = r.Grants.Select(g => new { g.Role, g.Owner, g.Organisation }),
                }), DataAddress.Json));
            else
                foreach (var row in users)
                    Console.WriteLine($"{row.User.UserName,-28} {Terminal.Say(row.StatusKey),-24} {string.Join(", ", row.Grants.Select(g => $"{g.Role} · {g.Owner}"))}");
            return 0;
        });
        return command;
    }

    private static void PrintCode(string name, string code, bool json) =>
        Console.WriteLine(json ? JsonSerializer.Serialize(new { name, code, hours = OneTimeCodes.Lasts.TotalHours }, DataAddress.Json) : Terminal.Say("cli.user-code", name, code));

    // Before the states are imported, the first administrator's country cannot be looked up.
    private static async Task<string> Code(string owner, IServiceProvider services, CancellationToken ct)
    {
        var (code, known) = (owner.Trim().ToUpperInvariant(), await services.GetRequiredService<States>().All(ct));
        return code.Length is > 0 and <= 16 && (known.Count == 0 || known.ContainsKey(code)) ? code : throw new PlainException("cli.unknown-owner", owner);
    }

    private static async Task<Guid> IdOf(string name, IServiceProvider services, CancellationToken ct) =>
        (await services.GetRequiredService<Microsoft.AspNetCore.Identity.UserManager<User>>().FindByNameAsync(name))?.Id ?? throw new PlainException("cli.no-user", name);

    private static void Refuse(string? key)
    {
        if (key is not null) throw new PlainException(key);
    }
}
