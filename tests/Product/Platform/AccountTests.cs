using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using Vaka.Kernel.Audit;
using Vaka.Kernel.Data;
using Vaka.Kernel.Identity;
using Vaka.Kernel.Ownership;
using Vaka.Kernel.Permissions;

namespace Vaka.Product.Tests.Platform;

public sealed class AccountTests(Databases databases)
{
    private const string New = "another password here";
    private readonly FakeTimeProvider _clock = new(TimeProvider.System.GetUtcNow());

    public static TheoryData<string> Providers => Databases.Providers;

    // Without the hosted service: its timer would fire 43,200 times when the clock is put forward by a day.
    private Task<TestApp> App(string provider) => TestApp.Start(databases, provider, services: s => s.Replace(ServiceDescriptor.Singleton<TimeProvider>(_clock)).RemoveAll<IHostedService>());

    private static async Task<string> Issue(TestApp app, Guid user)
    {
        await using var scope = app.System();
        return await scope.ServiceProvider.GetRequiredService<OneTimeCodes>().Issue(user);
    }

    private static Task<IHtmlDocument> Recover(TestBrowser browser, string name, string code, string password) =>
        browser.Submit("/en/account/recover", ("Form.UserName", name), ("Form.Code", code), ("Form.Password", password));

    [Theory, MemberData(nameof(Providers))]
    public async Task Five_wrong_passwords_lock_the_account_even_for_the_right_one(string provider)
    {
        await using var app = await App(provider);
        await app.MakeUser("ana", (Roles.Analyst, "TO"));
        var browser = await app.Browser();
        for (var i = 0; i < 5; i++)
        {
            await browser.Submit("/en/account/sign-in", ("Form.UserName", "ana"), ("Form.Password", "not the password"));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        }
        var page = await browser.Submit("/en/account/sign-in", ("Form.UserName", "ana"), ("Form.Password", TestApp.Password));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Contains("locked", page.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task A_revoked_session_ends_at_its_next_request_and_a_new_password_ends_all_others(string provider)
    {
        await using var app = await App(provider);
        await app.MakeUser("ana", (Roles.Analyst, "TO"));
        var (desk, phone, lost) = (await app.Browser(), await app.Browser(), await app.Browser());
        foreach (var browser in (TestBrowser[])[desk, phone, lost]) await browser.SignIn("ana", TestApp.Password);
        await desk.Submit("/en/account", "Revoke");
        var signedIn = 0;
        foreach (var browser in (TestBrowser[])[phone, lost])
        {
            await browser.Open("/en/account");
            if (!browser.Address.Contains("sign-in", StringComparison.Ordinal)) signedIn++;
        }
        Assert.Equal(1, signedIn);
        await desk.Submit("/en/account", ("Change.Current", TestApp.Password), ("Change.New", New));
        Assert.Contains("done=password", desk.Address, StringComparison.Ordinal);
        await phone.Open("/en/account");
        await lost.Open("/en/account");
        Assert.All([phone.Address, lost.Address], a => Assert.Contains("sign-in", a, StringComparison.Ordinal));
        await (await app.Browser()).SignIn("ana", New);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Nobody_ends_the_session_of_somebody_else(string provider)
    {
        await using var app = await App(provider);
        var (ana, ben) = (await app.MakeUser("ana", (Roles.Analyst, "TO")), await app.MakeUser("ben", (Roles.Analyst, "TO")));
        var (hers, his) = (await app.Browser(), await app.Browser());
        await hers.SignIn("ana", TestApp.Password);
        await his.SignIn("ben", TestApp.Password);
        await (await app.Browser()).SignIn("ana", TestApp.Password);
        await using (var scope = app.System())
        {
            var session = await scope.ServiceProvider.GetRequiredService<VakaDb>().Set<Session>().SingleAsync(s => s.UserId == ben);
            await hers.Submit("/en/account", "Revoke", ("session", session.Id.ToString()));
        }
        await his.Open("/en/account");
        Assert.EndsWith("/account", his.Address, StringComparison.Ordinal);
        Assert.NotEqual(ana, ben);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Signing_out_asks_and_ends_the_session_itself_not_only_the_cookie(string provider)
    {
        await using var app = await App(provider);
        var id = await app.MakeUser("ana", (Roles.Analyst, "TO"));
        var browser = await app.Browser();
        await browser.SignIn("ana", TestApp.Password);
        Assert.Contains("Sign out?", (await browser.Open("/en/account/sign-out")).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        var after = await browser.Submit("/en/account/sign-out");
        Assert.Contains("signed out", after.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        await using var scope = app.System();
        Assert.NotNull((await scope.ServiceProvider.GetRequiredService<VakaDb>().Set<Session>().SingleAsync(s => s.UserId == id)).RevokedAt);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task A_code_works_once_ends_sessions_and_is_kept_only_as_a_hash(string provider)
    {
        await using var app = await App(provider);
        var id = await app.MakeUser("ana", (Roles.Analyst, "TO"));
        var before = await app.Browser();
        await before.SignIn("ana", TestApp.Password);
        var code = await Issue(app, id);
        await using (var scope = app.System())
            Assert.DoesNotContain(code.Replace("-", "", StringComparison.Ordinal), (await scope.ServiceProvider.GetRequiredService<VakaDb>().Set<RecoveryCode>().SingleAsync()).CodeHash, StringComparison.OrdinalIgnoreCase);
        var browser = await app.Browser();
        await Recover(browser, "ana", code.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal), New);
        Assert.Equal(HttpStatusCode.OK, browser.Status);
        await before.Open("/en/account");
        Assert.Contains("sign-in", before.Address, StringComparison.Ordinal);
        await Recover(browser, "ana", code, "yet another password");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        await browser.SignIn("ana", New);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task A_code_ends_after_a_day_and_when_a_newer_one_is_issued(string provider)
    {
        await using var app = await App(provider);
        var id = await app.MakeUser("ana", (Roles.Analyst, "TO"));
        var browser = await app.Browser();
        var old = await Issue(app, id);
        var newer = await Issue(app, id);
        await Recover(browser, "ana", old, New);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        _clock.Advance(TimeSpan.FromHours(24));
        await Recover(browser, "ana", newer, New);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        var last = await Issue(app, id);
        _clock.Advance(TimeSpan.FromHours(23));
        await Recover(browser, "ana", last, New);
        Assert.Equal(HttpStatusCode.OK, browser.Status);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Recovery_says_the_same_whatever_is_wrong_and_wrong_codes_lock(string provider)
    {
        await using var app = await App(provider);
        var id = await app.MakeUser("ana", (Roles.Analyst, "TO"));
        var browser = await app.Browser();
        async Task<string> Says(string name, string code) => (await Recover(browser, name, code, New)).QuerySelector(".error-summary")!.TextContent;
        var unknown = await Says("nobody", "AAAAA-AAAAA-AAAAA-AAAAA");
        for (var i = 0; i < 5; i++) Assert.Equal(unknown, await Says("ana", $"AAAAA-AAAAA-AAAAA-AAAA{i}"));
        Assert.Equal(unknown, await Says("ana", await Issue(app, id)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task An_administrator_creates_a_user_who_chooses_the_password_with_the_code(string provider)
    {
        await using var app = await App(provider);
        var admin = await app.Browser((Roles.Administrator, "TO"));
        var page = await admin.Submit("/en/admin/users", ("Form.UserName", "new@to"), ("Form.DisplayName", "Somebody New"), ("Form.Role", Roles.Analyst), ("Form.Owner", "TO"));
        Assert.Equal(HttpStatusCode.OK, admin.Status);
        var code = page.QuerySelector(".notice code")!.TextContent;
        Assert.Null((await admin.Open("/en/admin/users")).QuerySelector(".notice code"));
        var browser = await app.Browser();
        await Recover(browser, "new@to", code, New);
        await browser.SignIn("new@to", New);
        Assert.Contains("Analyst", (await browser.Open("/en/account")).QuerySelector("#grants ~ .table-wrap")!.TextContent, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task An_administrator_gives_takes_locks_and_issues_only_within_their_owners(string provider)
    {
        await using var app = await App(provider);
        var wide = await app.MakeUser("wide", (Roles.Analyst, "TO"), (Roles.Administrator, "PACIFIC"));
        var foreign = await app.MakeUser("foreign", (Roles.Analyst, "FJ"));
        var own = await app.MakeUser("own", (Roles.Analyst, "TO"));
        var admin = await app.Browser((Roles.Administrator, "TO"));
        var list = (await admin.Open("/en/admin/users")).QuerySelector("main table")!.TextContent;
        Assert.Contains("wide", list, StringComparison.Ordinal);
        Assert.DoesNotContain("foreign", list, StringComparison.Ordinal);
        await admin.Open($"/en/admin/users/{foreign}");
        Assert.Equal(HttpStatusCode.NotFound, admin.Status);

        async Task<HttpStatusCode> Post(Guid id, string handler, params (string, string)[] fields)
        {
            await admin.Submit($"/en/admin/users/{own}", "Give", [.. fields]); // the form's token serves any handler of the page
            return admin.Status;
        }
        Assert.Equal(HttpStatusCode.Forbidden, await Post(own, "Give", ("Form.Role", Roles.Administrator), ("Form.Owner", "PACIFIC")));
        Assert.Equal(HttpStatusCode.BadRequest, await Post(own, "Give", ("Form.Role", "superuser"), ("Form.Owner", "TO")));
        Assert.Equal(HttpStatusCode.OK, await Post(own, "Give", ("Form.Role", Roles.Trainer), ("Form.Owner", "TO")));

        var viewer = Viewer.Person(Guid.CreateVersion7(), "admin", [new(Roles.Administrator, "TO", null, KernelPermissions.All.Select(p => p.Name).ToHashSet())], ["PACIFIC"]);
        await using var scope = app.As(viewer, KernelPermissions.UserAdminister);
        var administration = scope.ServiceProvider.GetRequiredService<Administration>();
        var theirs = (await administration.Grants(wide)).Single(g => g.Owner == "PACIFIC");
        Assert.Equal("admin.not-your-owner", await administration.Take(wide, theirs.Id));
        Assert.Equal("admin.no-grant", await administration.Take(own, theirs.Id));
        Assert.Equal("admin.holds-elsewhere", await administration.Lock(wide));
        Assert.Equal("admin.holds-elsewhere", (await administration.IssueCode(wide)).Refusal);
        Assert.Equal("admin.holds-elsewhere", await administration.Unlock(foreign));
        Assert.Equal("admin.not-your-owner", await administration.Give(own, Roles.Administrator, "PACIFIC", null));
        Assert.Equal("admin.not-your-owner", (await administration.Create("x", "x", "en", Roles.Analyst, "FJ", null)).Refusal);
        Assert.Null(await administration.Lock(own));
        Assert.Equal(2, (await administration.Grants(wide)).Count);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Locking_ends_sessions_and_a_taken_grant_is_gone_at_the_next_request(string provider)
    {
        await using var app = await App(provider);
        var id = await app.MakeUser("ana", (Roles.Administrator, "TO"));
        var browser = await app.Browser();
        await browser.SignIn("ana", TestApp.Password);
        var admin = await app.Browser((Roles.Administrator, "TO"));
        await browser.Open("/en/admin/users");
        Assert.Equal(HttpStatusCode.OK, browser.Status);
        await admin.Submit($"/en/admin/users/{id}", "Take");
        await browser.Open("/en/admin/users");
        Assert.Equal(HttpStatusCode.Forbidden, browser.Status);
        await admin.Submit($"/en/admin/users/{id}", "Lock");
        await browser.Open("/en/account");
        Assert.Contains("sign-in", browser.Address, StringComparison.Ordinal);
        await browser.Submit("/en/account/sign-in", ("Form.UserName", "ana"), ("Form.Password", TestApp.Password));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        await admin.Submit($"/en/admin/users/{id}", "Unlock");
        await browser.SignIn("ana", TestApp.Password);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task The_trail_shows_ones_own_owners_and_no_personal_values(string provider)
    {
        await using var app = await App(provider);
        var admin = await app.Browser((Roles.Administrator, "TO"));
        await admin.Submit("/en/admin/users", ("Form.UserName", "login-of-mele"), ("Form.DisplayName", "Mele Fifita"), ("Form.Role", Roles.Analyst), ("Form.Owner", "TO"));
        await app.ImportPack("TO", ("findings.csv", "key,audience,themes,title_en,strength\nf-1,owner,shelter,Of Tonga,weak\n"));
        await app.ImportPack("FJ", ("findings.csv", "key,audience,themes,title_en,strength\nf-1,public,shelter,Of Fiji,weak\n"));
        var trail = (await admin.Open("/en/admin/audit")).QuerySelector("main")!;
        Assert.Contains("Of Tonga", trail.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Of Fiji", trail.TextContent, StringComparison.Ordinal);
        Assert.Contains("grant", trail.TextContent, StringComparison.Ordinal);
        foreach (var secret in (string[])["login-of-mele", "Mele Fifita", "LOGIN-OF-MELE"]) Assert.DoesNotContain(secret, trail.InnerHtml, StringComparison.Ordinal);
        await using var scope = app.System();
        var all = string.Join('\n', await scope.ServiceProvider.GetRequiredService<VakaDb>().Set<AuditEntry>().Select(e => e.Changes + e.RowId + e.Actor).ToListAsync());
        foreach (var secret in (string[])["login-of-mele", "Mele Fifita", "LOGIN-OF-MELE"]) Assert.DoesNotContain(secret, all, StringComparison.Ordinal);
        Assert.Empty((await admin.Open("/en/admin/audit?owner=FJ")).QuerySelectorAll("tbody tr"));
        await (await app.Browser((Roles.Analyst, "TO"))).Open("/en/admin/audit");
        var stranger = await app.Browser((Roles.Analyst, "TO"));
        await stranger.Open("/en/admin/audit");
        Assert.Equal(HttpStatusCode.Forbidden, stranger.Status);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task The_database_itself_refuses_to_change_or_delete_the_trail(string provider)
    {
        await using var app = await App(provider);
        await app.MakeUser("ana", (Roles.Analyst, "TO"));
        var table = provider == Databases.Sqlite ? "kernel_audit_entries" : "kernel.audit_entries";
        foreach (var statement in (string[])[$"update {table} set action = 'nothing'", $"delete from {table}"])
        {
            await using var scope = app.System();
            await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => scope.ServiceProvider.GetRequiredService<VakaDb>().Database.ExecuteSqlRawAsync(statement));
        }
        if (provider != Databases.Postgres) return;
        // The owner of the table, whom no privilege stops, is stopped by the trigger.
        await using var owner = new Npgsql.NpgsqlConnection(app.Services.GetRequiredService<Vaka.App.HostOptions>().Connection);
        await owner.OpenAsync();
        await using var command = new Npgsql.NpgsqlCommand($"delete from {table}", owner);
        Assert.Contains("append-only", (await Assert.ThrowsAsync<Npgsql.PostgresException>(() => command.ExecuteNonQueryAsync())).Message, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task A_demonstration_user_cannot_sign_in_outside_a_demonstration(string provider)
    {
        await using var app = await App(provider);
        var id = await app.MakeUser("analyst@motu.demo", (Roles.Analyst, "XM"));
        await using (var scope = app.System())
        {
            var db = scope.ServiceProvider.GetRequiredService<VakaDb>();
            (await db.Users.SingleAsync(u => u.Id == id)).IsDemo = true;
            await db.SaveChangesAsync();
        }
        var browser = await app.Browser();
        await browser.Submit("/en/account/sign-in", ("Form.UserName", "analyst@motu.demo"), ("Form.Password", TestApp.Password));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
    }
}
