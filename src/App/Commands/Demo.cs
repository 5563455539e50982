using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Vaka.Kernel.Data;
using Vaka.Kernel.Failures;
using Vaka.Kernel.Identity;
using Vaka.Kernel.Importing;
using Vaka.Kernel.Outbox;
using Vaka.Kernel.Ownership;
using Vaka.Kernel.Permissions;

namespace Vaka.App.Commands;

/// <summary>Loads content and demonstration through the importers that users have, and makes the demonstration's sign-ins.</summary>
internal static class Demo
{
    /// <summary>Password of every demonstration user; printed at start and shown on every page as a demonstration.</summary>
    public const string Password = "demo-only-password";

    private static readonly (string Kind, string Path, string? Owner)[] Content =
    [
        ("themes", "reference/themes.csv", null), ("states", "reference/states.csv", null), ("pages", "pages", null),
        ("norms", "reference/norms.csv", "PACIFIC"), ("treaties", "reference/treaties.csv", null), ("facts", "reference/facts.csv", null), ("services", "reference/services.csv", null), ("targets", "reference/targets.csv", null),
        ("idf-records", "demo/px0220/records.json", "PACIFIC"), ("pack", "reference/paths-to-law", "PACIFIC"), ("pack", "reference/vanuatu-law", "VU"),
        ("pack", "demo/px0220", "PACIFIC"), ("pack", "demo/motu", "XM"),
        ("form", "demo/motu-listening/listening-1.md", "XM"), ("form", "demo/motu-listening/listening-2.md", "XM"), ("submissions", "demo/motu-listening/motu-listening.csv", "XM"),
        ("entity-list", "demo/motu-services.json", "XM"), ("form", "forms/needs-assessment.xlsx", "XM"),
    ];

    private static readonly (string Name, string Shown, string Language, (string Role, string Owner, string? Organisation)[] Grants)[] People =
    [
        ("analyst@motu.demo", "Analyst (Motu)", "en", [(Roles.Analyst, "XM", null)]),
        ("drafter@motu.demo", "Drafter (Motu)", "en", [(Roles.LegalDrafter, "XM", "State Law Office (fictional)")]),
        ("validator@motu.demo", "Validator (Motu)", "fr", [(Roles.Validator, "XM", null)]),
        ("trainer@motu.demo", "Trainer (Motu)", "en", [(Roles.Trainer, "XM", null)]),
        ("focal@motu.demo", "Focal point (Motu)", "en", [(Roles.FocalPoint, "XM", null)]),
        ("focal@vanuatu.demo", "Focal point (demo user for Vanuatu)", "fr", [(Roles.FocalPoint, "VU", null), (Roles.Analyst, "VU", null)]),
        ("manager@pacific.demo", "Project manager (region)", "en", [(Roles.ProjectManager, "PACIFIC", null), (Roles.ProjectManager, "XM", null)]),
        ("admin@pacific.demo", "Administrator", "en", [(Roles.Administrator, "PACIFIC", null), (Roles.Administrator, "XM", null)]),
    ];

    /// <summary>Imports what changed and makes the users that are missing. A second start keeps what is there.</summary>
    public static async Task Load(IServiceProvider services, TextWriter says, CancellationToken ct)
    {
        var root = ContentFolder() ?? throw new PlainException("cli.no-content");
        foreach (var (kind, path, owner) in Content)
        {
            var full = Path.Combine(root, path);
            await says.WriteAsync($"  {kind,-12} {path} … ");
            await using var scope = Terminal.System(services, "demo");
            var report = await scope.ServiceProvider.GetRequiredService<Imports>().Run(kind, full, owner, ct);
            if (!report.Applied)
            {
                await says.WriteLineAsync();
                await ImportCommand.Print(report, json: false);
                throw new PlainException("cli.demo-failed", path);
            }
            await says.WriteLineAsync(Terminal.Say("cli.imported", report.Created, report.Updated, report.Unchanged, report.Kept));
        }
        while (await services.GetRequiredService<Deliveries>().Pass(ct) > 0) { }
        await MakePeople(services, ct);
    }

    /// <summary>Says who can sign in.</summary>
    public static void PrintSignIns(TextWriter says)
    {
        says.WriteLine(Terminal.Say("cli.demo-sign-ins", Password));
        foreach (var person in People)
            says.WriteLine($"  {person.Name,-22} {string.Join(", ", person.Grants.Select(g => $"{g.Role} · {g.Owner}"))}");
    }

    private static async Task MakePeople(IServiceProvider services, CancellationToken ct)
    {
        await using var scope = Terminal.System(services, "demo");
        var (users, db) = (scope.ServiceProvider.GetRequiredService<UserManager<User>>(), scope.ServiceProvider.GetRequiredService<VakaDb>());
        var now = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        foreach (var (name, shown, language, grants) in People)
        {
            if (await users.FindByNameAsync(name) is not null) continue;
            var user = new User { UserName = name, DisplayName = shown, Language = language, IsDemo = true };
            var made = await users.CreateAsync(user, Password);
            if (!made.Succeeded) throw new InvalidOperationException(string.Join(' ', made.Errors.Select(e => e.Description)));
            foreach (var (role, owner, organisation) in grants)
                db.Add(new Grant { UserId = user.Id, Role = role, Owner = owner, Organisation = organisation, GivenAt = now });
            await db.SaveChangesAsync(ct);
        }
    }

    // In a checkout the folder stands at the root; published, beside the program.
    private static string? ContentFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Directory.Exists(Path.Combine(folder.FullName, "content", "reference"))) return Path.Combine(folder.FullName, "content");
        return null;
    }
}
