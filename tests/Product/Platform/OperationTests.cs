using System.Data.Common;
using System.IO.Compression;
using System.Net;
using System.Text;
using CsCheck;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vaka.App;
using Vaka.Kernel.Data;
using Vaka.Kernel.Failures;
using Vaka.Kernel.Identity;
using Vaka.Kernel.Operations;
using Vaka.Kernel.Outbox;
using Vaka.Kernel.Ownership;
using Vaka.Kernel.Permissions;

namespace Vaka.Product.Tests.Platform;

public sealed class OperationTests(Databases databases)
{
    private static readonly DateTime Now = new(2026, 3, 1, 8, 0, 0, DateTimeKind.Utc);

    public static TheoryData<string> Providers => Databases.Providers;

    public static TheoryData<string, string> FromAndTo => new()
    {
        { Databases.Sqlite, Databases.Sqlite }, { Databases.Sqlite, Databases.Postgres }, { Databases.Postgres, Databases.Sqlite }, { Databases.Postgres, Databases.Postgres },
    };

    private static VakaDb Open(string connection) => Databases.Open(connection);

    private async Task<TestApp> Filled(string provider)
    {
        var app = await TestApp.Start(databases, provider);
        await app.MakeUser("ana", (Roles.Administrator, "TO"));
        await app.ImportPack("TO", ("findings.csv", "key,audience,themes,title_en,title_fr,strength\nf-1,public,shelter,\"Of Tonga, “Haʻatolu”\",\"Des Tonga :\n deux lignes\",weak\nf-2,FJ,shelter,Named,,strong\n"));
        await app.DeliverEvents();
        var ana = await app.Browser();
        await ana.SignIn("ana", TestApp.Password);
        return app;
    }

    private static string ConnectionOf(TestApp app) => app.Services.GetRequiredService<HostOptions>().Connection;

    // Every row of every table, as the archive writes them, to the microsecond that PostgreSQL keeps.
    private static async Task<string> Content(string connection)
    {
        await using var db = Open(connection);
        await using var snapshot = await Snapshot.Open(db, CancellationToken.None);
        var lines = new List<string>();
        foreach (var table in Table.Of(db))
            await foreach (var row in snapshot.Rows(table, CancellationToken.None))
                lines.Add(table.Name + " " + string.Join('|', row.Select(c => c switch
                {
                    null => "∅",
                    DateTime t => Cells.Text(t.AddTicks(-(t.Ticks % 10))),
                    DateTimeOffset t => Cells.Text(t.AddTicks(-(t.Ticks % 10))),
                    _ => Cells.Text(c),
                })));
        lines.Sort(StringComparer.Ordinal);
        return string.Join('\n', lines);
    }

    private async Task<string> BackedUp(TestApp app)
    {
        var file = Path.Combine(databases.Folder(), "all.vaka");
        await using var db = Open(ConnectionOf(app));
        await Backup.Write(db, file, Now);
        return file;
    }

    [Theory, MemberData(nameof(FromAndTo))]
    public async Task A_backup_beside_a_running_server_restores_every_row_into_either_database(string from, string to)
    {
        string content, file;
        await using (var app = await Filled(from))
        {
            file = await BackedUp(app);
            content = await Content(ConnectionOf(app));
        }
        var target = await databases.New(to);
        await using (var db = Open(target))
        {
            db.Add(new State { Code = "ZZ" }); // what was there before is replaced, not merged
            await db.SaveChangesAsync();
        }
        await Restore.From(file, target, Open);
        Assert.Equal(content, await Content(target));
        if (to == Databases.Sqlite) Assert.True(File.Exists(target + ".before-restore"));

        // The guards are in place, new entries follow the old ones, and the doctor agrees.
        await using (var db = Open(target))
        {
            var delete = to == Databases.Sqlite ? "delete from kernel_audit_entries" : "delete from kernel.audit_entries";
            await Assert.ThrowsAnyAsync<DbException>(() => db.Database.ExecuteSqlRawAsync(delete));
            db.Add(new Grant { UserId = (await db.Users.FirstAsync()).Id, Role = Roles.Analyst, Owner = "FJ" });
            await db.SaveChangesAsync();
            Assert.DoesNotContain(await Doctor.Examine(db, databases.Folder()), c => c.Problem is not null and not "doctor.little-space");
        }
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task A_damaged_archive_is_refused_whatever_bit_it_is_and_nothing_changes(string provider)
    {
        byte[] whole;
        await using (var app = await Filled(provider)) whole = await File.ReadAllBytesAsync(await BackedUp(app));
        var target = await databases.New(provider);
        var before = await Content(target);
        var damaged = Path.Combine(databases.Folder(), "damaged.vaka");
        async Task<string> Refusal(byte[] bytes)
        {
            await File.WriteAllBytesAsync(damaged, bytes);
            return (await Assert.ThrowsAsync<PlainException>(() => Restore.From(damaged, target, Open))).Message;
        }
        await Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Int[0, 7]).SampleAsync(async at =>
        {
            var bytes = (byte[])whole.Clone();
            bytes[at.Item1] ^= (byte)(1 << at.Item2);
            Assert.StartsWith("restore.", await Refusal(bytes), StringComparison.Ordinal);
        }, seed: "0N0XIzNsQ0O2", iter: 200, threads: 1);
        await Gen.Int[0, whole.Length - 1].SampleAsync(async length => Assert.StartsWith("restore.", await Refusal(whole[..length]), StringComparison.Ordinal), seed: "0N0XIzNsQ0O2", iter: 60, threads: 1);
        await Gen.Byte.Array[0, 4000].SampleAsync(async bytes => Assert.StartsWith("restore.", await Refusal(bytes), StringComparison.Ordinal), seed: "0N0XIzNsQ0O2", iter: 40, threads: 1);
        Assert.Equal(before, await Content(target));
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(damaged)!, "*.restoring"));
    }

    // Sealed again after the change, so that only the check inside can refuse it.
    [Theory]
    [InlineData("newer format", "restore.newer")]
    [InlineData("newer migration", "restore.newer")]
    [InlineData("a table missing", "restore.other-tables")]
    [InlineData("a row missing", "restore.damaged")]
    [InlineData("a value of another type", "restore.damaged")]
    [InlineData("a stray file", "restore.damaged")]
    public async Task A_well_formed_archive_that_does_not_fit_is_refused_and_nothing_changes(string change, string key)
    {
        string file;
        await using (var app = await Filled(Databases.Sqlite)) file = await BackedUp(app);
        await using (var zip = await ZipFile.OpenAsync(file, ZipArchiveMode.Update))
        {
            switch (change)
            {
                case "newer format": await Edit(zip, "manifest.json", t => t.Replace("\"format\": 1", "\"format\": 2", StringComparison.Ordinal)); break;
                case "newer migration": await Edit(zip, "manifest.json", t => t.Replace("\"migration\": \"", "\"migration\": \"Not", StringComparison.Ordinal)); break;
                case "a table missing":
                    zip.GetEntry("tables/evidence_themes.jsonl")!.Delete();
                    await Edit(zip, "manifest.json", t =>
                    {
                        var manifest = System.Text.Json.Nodes.JsonNode.Parse(t)!;
                        var tables = manifest["tables"]!.AsArray();
                        tables.Remove(tables.Single(x => (string?)x!["name"] == "evidence_themes"));
                        return manifest.ToJsonString();
                    });
                    break;
                case "a row missing": await Edit(zip, "tables/kernel_states.jsonl", t => t[(t.IndexOf('\n', StringComparison.Ordinal) + 1)..]); break;
                case "a value of another type": await Edit(zip, "tables/kernel_states.jsonl", t => t.Replace("\"fictional\":false", "\"fictional\":\"no\"", StringComparison.Ordinal)); break;
                default: zip.CreateEntry("../stray"); break;
            }
            zip.Comment = Backup.Seal + new string('0', 64);
        }
        await using (var stream = new FileStream(file, FileMode.Open))
        {
            var digest = await Backup.Digest(stream, CancellationToken.None);
            stream.Position = stream.Length - 64;
            await stream.WriteAsync(Encoding.ASCII.GetBytes(digest));
        }
        var target = await databases.New(Databases.Sqlite);
        var before = await Content(target);
        Assert.Equal(key, (await Assert.ThrowsAsync<PlainException>(() => Restore.From(file, target, Open))).Message);
        Assert.Equal(before, await Content(target));
    }

    private static async Task Edit(ZipArchive zip, string name, Func<string, string> change)
    {
        var entry = zip.GetEntry(name)!;
        string text;
        using (var reader = new StreamReader(await entry.OpenAsync())) text = await reader.ReadToEndAsync();
        var changed = change(text);
        Assert.NotEqual(text, changed);
        entry.Delete();
        await using var writer = new StreamWriter(await zip.CreateEntry(name).OpenAsync());
        await writer.WriteAsync(changed);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task A_backup_overwrites_nothing(string provider)
    {
        await using var app = await Filled(provider);
        var file = await BackedUp(app);
        var before = await File.ReadAllBytesAsync(file);
        await using var db = Open(ConnectionOf(app));
        Assert.Equal("backup.exists", (await Assert.ThrowsAsync<PlainException>(() => Backup.Write(db, file, Now))).Message);
        Assert.Equal(before, await File.ReadAllBytesAsync(file));
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task The_doctor_finds_what_was_changed_behind_the_back(string provider)
    {
        await using var app = await Filled(provider);
        await using var db = Open(ConnectionOf(app));
        async Task<string[]> Problems() => [.. (await Doctor.Examine(db, databases.Folder())).Where(c => c.Problem is not null and not "doctor.little-space").Select(c => $"{c.Problem} {c.Arguments.FirstOrDefault()}".Trim())];
        Assert.Empty(await Problems());
        var (findings, grants, audit) = provider == Databases.Sqlite
            ? ("assessment_findings", "kernel_grants", "kernel_audit_entries") : ("assessment.findings", "kernel.grants", "kernel.audit_entries");
        await using DbConnection raw = provider == Databases.Sqlite ? new SqliteConnection(Vaka.Kernel.Data.Databases.Complete(ConnectionOf(app))) : new Npgsql.NpgsqlConnection(ConnectionOf(app));
        await raw.OpenAsync();
        async Task Do(string sql)
        {
            await using var command = raw.CreateCommand();
            command.CommandText = sql;
            await command.ExecuteNonQueryAsync();
        }
        await Do($"update {findings} set revision = revision + 1 where key = 'f-1'");
        Assert.Equal(["doctor.behind-the-back finding"], await Problems());
        await Do($"update {findings} set revision = revision - 1 where key = 'f-1'");
        Assert.Empty(await Problems());
        await Do($"delete from {grants}");
        Assert.Equal(["doctor.behind-the-back grant", "doctor.no-administrator"], await Problems());
        await Do(provider == Databases.Sqlite ? "drop trigger audit_entries_never_deleted" : $"alter table {audit} disable trigger audit_entries_never_deleted");
        Assert.Contains("doctor.no-trigger audit_entries_never_deleted", await Problems());
        db.Add(new EventRecord { Id = Ids.New(), Name = "test", Body = "{}", Owner = "TO", At = Now });
        await db.SaveChangesAsync();
        db.Add(new Delivery { EventId = Ids.New(), Handler = "gone", Attempts = 8 });
        await db.SaveChangesAsync();
        Assert.Contains("doctor.given-up 1", await Problems());
        if (provider == Databases.Postgres)
        {
            await Do("drop policy vaka_read on assessment.findings");
            Assert.Contains("doctor.no-policy assessment.findings", await Problems());
        }
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task An_export_has_every_row_and_no_secret_and_persons_only_when_asked(string provider)
    {
        await using var app = await Filled(provider);
        await using var db = Open(ConnectionOf(app));
        var parent = databases.Folder();
        await Export.Write(db, Path.Combine(parent, "plain"), false, Now);
        Assert.Contains("Of Tonga", await File.ReadAllTextAsync(Path.Combine(parent, "plain", "assessment_findings.jsonl")), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(parent, "plain", "assessment_findings.csv")));
        var readme = await File.ReadAllTextAsync(Path.Combine(parent, "plain", "README.md"));
        Assert.Contains("| assessment_findings | 2 | 0 | 0 |", readme, StringComparison.Ordinal);
        Assert.Contains("kernel_users", readme[readme.IndexOf("Left out", StringComparison.Ordinal)..], StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(parent, "plain", "kernel_users.csv")));
        Assert.False(File.Exists(Path.Combine(parent, "plain", "kernel_grants.csv")));
        await Export.Write(db, Path.Combine(parent, "all"), true, Now);
        Assert.Contains("ana", await File.ReadAllTextAsync(Path.Combine(parent, "all", "kernel_users.csv")), StringComparison.Ordinal);
        foreach (var file in Directory.GetFiles(Path.Combine(parent, "all")))
        {
            Assert.DoesNotContain("password_hash", (await File.ReadAllTextAsync(file)).Split('\n')[0], StringComparison.Ordinal);
            Assert.DoesNotMatch("protection_keys|recovery_codes|sessions|user_tokens", Path.GetFileName(file));
        }
        Assert.Equal("export.exists", (await Assert.ThrowsAsync<PlainException>(() => Export.Write(db, Path.Combine(parent, "all"), true, Now))).Message);
    }

    [Fact]
    public void A_second_server_on_one_data_folder_is_refused()
    {
        var folder = databases.Folder();
        using (DataFolderLock.Take(folder))
            Assert.Equal("cli.folder-in-use", Assert.Throws<PlainException>(() => DataFolderLock.Take(folder)).Message);
        DataFolderLock.Take(folder).Dispose();
    }

    [Fact]
    public async Task A_full_disk_is_said_with_507_and_nothing_is_half_saved()
    {
        var disk = new SmallDisk();
        await using var app = await TestApp.Start(databases, Databases.Sqlite, services: s => s.ConfigureDbContext<VakaDb>(o => o.AddInterceptors(disk)));
        var analyst = await app.Browser((Roles.Analyst, "TO"));
        disk.IsFull = true;
        var page = await analyst.Submit("/en/findings/new", ("Form.Key", "f-1"), ("Form.Title[en]", new string('x', 100_000)), ("Form.Strength", "Weak"));
        Assert.Equal(HttpStatusCode.InsufficientStorage, analyst.Status);
        Assert.Contains("disk is full", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        disk.IsFull = false;
        Assert.Empty((await analyst.Open("/en/findings")).QuerySelectorAll("tbody tr"));
        await analyst.Submit("/en/findings/new", ("Form.Key", "f-1"), ("Form.Title[en]", "Again"), ("Form.Strength", "Weak"));
        Assert.Equal(HttpStatusCode.OK, analyst.Status);
    }
}
