using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Vaka.App.Commands;
using Vaka.Kernel.Permissions;

namespace Vaka.Product.Tests.Platform;

/// <summary>Commands write to the process's console, of which there is one.</summary>
[CollectionDefinition("console", DisableParallelization = true)]
public sealed class ConsoleCollection;

/// <summary>The command line as scripts see it: exit codes, what goes to which stream, and JSON.</summary>
[Collection("console")]
public sealed class CommandTests(Databases databases)
{
    private const string Themes = "id,name_en,name_fr\n";

    private readonly string _folder = databases.Folder();

    private string Db => Path.Combine(_folder, "vaka.db");

    private async Task<(int Code, string Out, string Error)> Vaka(params string[] args)
    {
        var (was, wasError) = (Console.Out, Console.Error);
        using StringWriter output = new(), error = new();
        Console.SetOut(output);
        Console.SetError(error);
        try
        {
            return (await CommandLine.Run([.. args, .. args.Length > 1 || args is ["doctor"] ? (string[])["--data", _folder] : []]), output.ToString(), error.ToString());
        }
        finally
        {
            Console.SetOut(was);
            Console.SetError(wasError);
        }
    }

    private async Task<string> Themed(string text)
    {
        var file = Path.Combine(_folder, "themes.csv");
        await File.WriteAllTextAsync(file, text);
        return file;
    }

    private async Task<JsonElement> Json(params string[] args)
    {
        var (_, output, _) = await Vaka([.. args, "--json"]);
        using var document = JsonDocument.Parse(output);
        return document.RootElement.Clone();
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("import")]
    [InlineData("import facts")]
    [InlineData("import no-such-kind file.csv")]
    [InlineData("import facts file.csv extra")]
    [InlineData("doctor --no-such-option")]
    [InlineData("backup")]
    [InlineData("restore")]
    [InlineData("user")]
    [InlineData("user add")]
    [InlineData("user add ana --role nobody --owner XM")]
    public async Task Misuse_is_2_and_said_on_stderr(string line)
    {
        var (code, _, error) = await Vaka(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(2, code);
        Assert.NotEmpty(error.Trim());
    }

    [Fact]
    public async Task Bad_input_is_1_and_named_on_stderr_and_in_json()
    {
        var file = await Themed(Themes + "one,One,Un\none,Two,Deux\n");
        var (code, output, error) = await Vaka("import", "themes", file);
        Assert.Equal(1, code);
        Assert.Contains("themes.csv", error, StringComparison.Ordinal);
        Assert.Contains("3", error, StringComparison.Ordinal);
        Assert.DoesNotContain("themes.csv", output, StringComparison.Ordinal);
        var said = await Json("import", "themes", file);
        Assert.False(said.GetProperty("applied").GetBoolean());
        var problem = said.GetProperty("problems").EnumerateArray().Single();
        Assert.Equal((3, "id", "import.key-twice"), (problem.GetProperty("line").GetInt32(), problem.GetProperty("column").GetString(), problem.GetProperty("code").GetString()));

        Assert.Equal(1, (await Vaka("import", "themes", Path.Combine(_folder, "absent.csv"))).Code);
        Assert.Equal(1, (await Vaka("restore", Path.Combine(_folder, "absent.vaka"))).Code);
        Assert.Equal(1, (await Vaka("user", "code", "nobody")).Code);
        var good = await Json("import", "themes", await Themed(Themes + "one,One,Un\n"));
        Assert.Equal((true, 1), (good.GetProperty("applied").GetBoolean(), good.GetProperty("created").GetInt32()));
    }

    [Fact]
    public async Task The_doctor_tells_healthy_from_tampered_from_newer_from_no_database()
    {
        Assert.Equal(0, (await Vaka("import", "themes", await Themed(Themes + "one,One,Un\n"))).Code);
        Assert.Equal("ana", (await Json("user", "add", "ana", "--role", Roles.Administrator, "--owner", "XM")).GetProperty("name").GetString());
        Assert.Empty(await Problems(0));
        await Sql("delete from kernel_grants");
        Assert.Equal(["doctor.behind-the-back", "doctor.no-administrator"], await Problems(1));
        await Sql("insert into kernel_migrations (migration_id, product_version) values ('29990101000000_Later', '10.0.0')");
        Assert.Equal(["doctor.newer"], await Problems(1));
        var before = await Sum();
        var (code, _, error) = await Vaka("import", "themes", await Themed(Themes + "two,Two,Deux\n"));
        Assert.Equal(1, code);
        Assert.Contains("Later", error, StringComparison.Ordinal);
        Assert.Equal(before, await Sum());

        SqliteConnection.ClearAllPools();
        foreach (var file in Directory.GetFiles(_folder, "vaka.db*")) File.Delete(file);
        Assert.Equal(["doctor.no-database"], await Problems(1));
        await File.WriteAllTextAsync(Db, string.Concat(Enumerable.Repeat("this is a letter and no database. ", 200)));
        Assert.Equal(["doctor.unreachable"], await Problems(1));
        foreach (var args in (string[][])[["backup", Path.Combine(_folder, "b.vaka")], ["import", "themes", Path.Combine(_folder, "themes.csv")]])
        {
            (code, _, error) = await Vaka(args);
            Assert.Equal(1, code);
            Assert.Contains("vaka.db", error, StringComparison.Ordinal);
        }
        Assert.False(File.Exists(Path.Combine(_folder, "b.vaka")));

        async Task<string[]> Problems(int expected)
        {
            var (exit, output, _) = await Vaka("doctor", "--json");
            using var document = JsonDocument.Parse(output);
            var codes = document.RootElement.EnumerateArray().Where(c => !c.GetProperty("ok").GetBoolean()).Select(c => c.GetProperty("code").GetString()!).ToList();
            // A test machine may be short of space, which is no fault of the database.
            var full = codes.Remove("doctor.little-space");
            Assert.Equal(full ? 1 : expected, exit);
            return [.. codes];
        }
    }

    [Fact]
    public async Task A_damaged_backup_is_refused_before_anything_is_replaced()
    {
        await Vaka("import", "themes", await Themed(Themes + "one,One,Un\n"));
        var file = Path.Combine(_folder, "all.vaka");
        var made = await Json("backup", file);
        Assert.Equal("sqlite", made.GetProperty("provider").GetString());
        Assert.Equal(1, (await Vaka("backup", file)).Code);
        await Vaka("import", "themes", await Themed(Themes + "two,Two,Deux\n"));
        var (whole, before, damaged) = (await File.ReadAllBytesAsync(file), await Sum(), Path.Combine(_folder, "damaged.vaka"));
        var flipped = (byte[])whole.Clone();
        flipped[whole.Length / 2] ^= 1;
        foreach (var bytes in (byte[][])[flipped, whole[..(whole.Length / 2)], whole[..^1], [.. whole, 0], [], "a letter"u8.ToArray(), new byte[100_000]])
        {
            await File.WriteAllBytesAsync(damaged, bytes);
            var (code, output, error) = await Vaka("restore", damaged);
            Assert.Equal(1, code);
            Assert.Contains("damaged.vaka", error, StringComparison.Ordinal);
            Assert.Empty(output);
            Assert.Equal(before, await Sum());
        }
        Assert.Empty(Directory.GetFiles(_folder, "*restor*"));
        Assert.Equal(0, (await Vaka("restore", file)).Code);
        Assert.NotEqual(before, await Sum());
        Assert.Equal(1L, await Sql("select count(*) from evidence_themes"));
        Assert.True(File.Exists(Db + ".before-restore"));
    }

    [Fact]
    public async Task A_disk_that_fills_during_a_backup_is_said_and_leaves_nothing()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "no /dev/full here");
        await Vaka("import", "themes", await Themed(Themes + "one,One,Un\n"));
        var file = Path.Combine(_folder, "all.vaka");
        // What is written beside first goes to a device that is always full.
        File.CreateSymbolicLink(file + ".tmp", "/dev/full");
        var (code, output, error) = await Vaka("backup", file);
        Assert.Equal(1, code);
        Assert.Contains(Terminal.Say("data.disk-full"), error, StringComparison.Ordinal);
        Assert.Empty(output);
        Assert.Empty(Directory.GetFileSystemEntries(_folder, "all.vaka*"));
        Assert.True(File.Exists("/dev/full"));
    }

    private async Task<object?> Sql(string sql)
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Db, Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync();
    }

    // What the database holds: its file, once all is written into it.
    private async Task<string> Sum()
    {
        await Sql("pragma wal_checkpoint(truncate)");
        return Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(Db)));
    }
}
