using System.Buffers;
using System.Globalization;
using System.Reflection;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Vaka.Kernel.Audit;
using Vaka.Kernel.Data;
using Vaka.Kernel.Failures;
using Vaka.Kernel.Identity;

namespace Vaka.Kernel.Operations;

/// <summary>Rows of this kind are secrets of the server: they are backed up with it, and never exported.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NeverExportedAttribute : Attribute;

/// <summary>One exported table.</summary>
public sealed record ExportedTable(string Name, long Rows, long Fictional, long Synthetic, IReadOnlyList<string> Columns);

/// <summary>
/// Everything, for whoever leaves: per table a CSV file for spreadsheets and JSON lines without loss, and a README that lists them. Tables
/// about persons only when asked for; secrets (password hashes, keys, codes, sessions) never.
/// </summary>
public static class Export
{
    private static readonly Type[] Secret = [typeof(DataProtectionKey), typeof(RecoveryCode), typeof(Session), typeof(IdentityUserToken<Guid>)];
    private static readonly string[] SecretColumns = ["password_hash", "security_stamp", "concurrency_stamp"];

    /// <summary>Writes the folder, which must not exist; it appears when it is complete.</summary>
    /// <exception cref="PlainException">The folder exists.</exception>
    public static async Task<IReadOnlyList<ExportedTable>> Write(VakaDb db, string folder, bool withPersonal, DateTime now, Action<string, long>? says = null, CancellationToken ct = default)
    {
        folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        if (Path.Exists(folder)) throw new PlainException("export.exists", folder);
        var building = folder + ".tmp";
        if (Directory.Exists(building)) Directory.Delete(building, true);
        Directory.CreateDirectory(building);
        try
        {
            var (tables, left) = (new List<ExportedTable>(), new List<string>());
            await using (var snapshot = await Snapshot.Open(db, ct))
                foreach (var table in Table.Of(db).OrderBy(t => t.Name, StringComparer.Ordinal))
                {
                    if (table.Entities.Any(e => Secret.Contains(e.ClrType) || e.ClrType.GetCustomAttribute<NeverExportedAttribute>() is not null)) continue;
                    if (!withPersonal && IsPersonal(table)) left.Add(table.Name);
                    else
                    {
                        tables.Add(await Add(snapshot, table, building, ct));
                        says?.Invoke(table.Name, tables[^1].Rows);
                    }
                }
            await File.WriteAllTextAsync(Path.Combine(building, "README.md"), Readme(tables, left, now), ct);
            Directory.Move(building, folder);
            return tables;
        }
        catch
        {
            if (Directory.Exists(building)) Directory.Delete(building, true);
            throw;
        }
    }

    /// <summary>A table with personal values, or one that says something of one account.</summary>
    private static bool IsPersonal(Table table) => table.Entities.Any(e =>
        e.GetProperties().Any(p => p.PropertyInfo?.GetCustomAttribute<PersonalAttribute>() is not null || p.PropertyInfo?.GetCustomAttribute<PersonalDataAttribute>() is not null)
        || e.GetForeignKeys().Any(f => f.PrincipalEntityType.ClrType == typeof(User)));

    private static async Task<ExportedTable> Add(Snapshot snapshot, Table table, string folder, CancellationToken ct)
    {
        var shown = Enumerable.Range(0, table.Columns.Count).Where(i => !SecretColumns.Contains(table.Columns[i].Name)).ToArray();
        var cut = table with { Columns = [.. shown.Select(i => table.Columns[i])] };
        var (fictional, synthetic) = (cut.Columns.ToList().FindIndex(c => c.Name == "fictional"), cut.Columns.ToList().FindIndex(c => c.Name == "synthetic"));
        var (rows, invented, made, line) = (0L, 0L, 0L, new ArrayBufferWriter<byte>());
        await using var lines = File.Create(Path.Combine(folder, $"{table.Name}.jsonl"));
        await using var text = new StreamWriter(Path.Combine(folder, $"{table.Name}.csv"), false, new UTF8Encoding(true));
        await using var csv = new CsvWriter(text, new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\r\n", InjectionOptions = InjectionOptions.Escape });
        foreach (var column in cut.Columns) csv.WriteField(column.Name);
        await csv.NextRecordAsync();
        await foreach (var full in snapshot.Rows(table, ct))
        {
            var row = Array.ConvertAll(shown, i => full[i]);
            Backup.WriteLine(line, cut, row);
            await lines.WriteAsync(line.WrittenMemory, ct);
            foreach (var cell in row) csv.WriteField(cell is null ? "" : Cells.Text(cell));
            await csv.NextRecordAsync();
            rows++;
            if (fictional >= 0 && row[fictional] is true) invented++;
            if (synthetic >= 0 && row[synthetic] is true) made++;
        }
        return new(table.Name, rows, invented, made, [.. cut.Columns.Select(c => c.Name)]);
    }

    private static string Readme(List<ExportedTable> tables, List<string> left, DateTime now)
    {
        var text = new StringBuilder($"""
            # Export from Vaka

            Made {now:yyyy-MM-dd HH:mm} UTC by Vaka {Backup.Version()}. Each table is here twice: `NAME.jsonl` has one JSON object a line, without loss;
            `NAME.csv` is for spreadsheets (UTF-8; a cell that a spreadsheet would take for a formula begins with an apostrophe). Times are UTC,
            money is in minor units, texts in several languages are JSON: language to text.

            Rows marked *fictional* belong to an invented example, rows marked *synthetic* were made by a computer: take the columns `fictional`
            and `synthetic` along wherever the rows go. This is not an export of the International Organization for Migration.

            | Table | Rows | Fictional | Synthetic | Columns |
            |---|---:|---:|---:|---|

            """);
        foreach (var table in tables)
            text.AppendLine(CultureInfo.InvariantCulture, $"| {table.Name} | {table.Rows} | {table.Fictional} | {table.Synthetic} | {string.Join(", ", table.Columns)} |");
        if (left.Count > 0) text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"Left out, because they say something of persons (`--with-personal` takes them along): {string.Join(", ", left)}.");
        text.AppendLine().AppendLine("Never exported: password hashes, keys, one-time codes and sessions.");
        return text.ToString();
    }
}
