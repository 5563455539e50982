using System.CommandLine;
using Vaka.Kernel.Failures;
using Vaka.XForms;
using Vaka.XForms.XlsForms;

namespace Vaka.App.Commands;

/// <summary><c>vaka xlsform convert</c>: an XLSForm becomes an ODK XForm. Needs no database.</summary>
internal static class XlsFormCommand
{
    public static Command Make()
    {
        var command = new Command("xlsform", "Work on XLSForms.");
        command.Add(Convert());
        command.Add(XlsFormTextsCommand.Make());
        return command;
    }

    private static Command Convert()
    {
        var command = new Command("convert", "Compile an XLSForm (.xlsx, .xls, .csv, .md) into an ODK XForm. Problems go to stderr.");
        var file = new Argument<string?>("file") { Description = "The XLSForm", Arity = ArgumentArity.ZeroOrOne };
        var output = new Option<string?>("--output", "-o") { Description = "File to write. Default: stdout", HelpName = "OUT.xml" };
        var manifest = new Option<string?>("--manifest") { Description = "Many forms: lines NUMBER<TAB>ROOTNAME; NUMBER.xlsx of --in becomes NUMBER.xml, or NUMBER.err, in --out", HelpName = "FILE" };
        var from = new Option<string?>("--in") { Description = "Folder with the forms of the manifest", HelpName = "DIR" };
        var to = new Option<string?>("--out") { Description = "Folder to write them to", HelpName = "DIR" };
        command.Add(file);
        foreach (var option in (Option[])[output, manifest, from, to]) command.Add(option);
        command.SetAction(async (parsed, ct) => (parsed.GetValue(file), parsed.GetValue(output), parsed.GetValue(manifest), parsed.GetValue(from), parsed.GetValue(to)) switch
        {
            ({ } one, var into, null, null, null) => await One(one, into, ct),
            (null, null, { } list, { } source, { } target) => await Many(list, source, target, ct),
            _ => await Misuse(),
        });
        return command;
    }

    private static async Task<int> Misuse()
    {
        await Console.Error.WriteLineAsync(Terminal.Say("cli.xlsform-usage"));
        return 2;
    }

    private static async Task<int> One(string path, string? output, CancellationToken ct)
    {
        if (!File.Exists(path)) throw new PlainException("cli.xlsform-no-file", path);
        var result = Compile(path, "data");
        foreach (var problem in result.Problems)
            await Console.Error.WriteLineAsync($"{Terminal.Words[problem.IsError ? "cli.error" : "cli.warning"]} {problem}");
        if (result.Form is null)
        {
            await Console.Error.WriteLineAsync(Terminal.Say("cli.xlsform-refused", result.Problems.Count(p => p.IsError)));
            return 1;
        }
        if (output is not null) await File.WriteAllBytesAsync(output, result.ToXml(), ct);
        else
        {
            await using var stdout = Console.OpenStandardOutput();
            await stdout.WriteAsync(result.ToXml(), ct);
        }
        return 0;
    }

    private static async Task<int> Many(string manifest, string source, string target, CancellationToken ct)
    {
        Directory.CreateDirectory(target);
        var (made, refused) = (0, 0);
        foreach (var line in await File.ReadAllLinesAsync(manifest, ct))
        {
            if (line.Split('\t') is not [{ Length: > 0 } number, var root]) continue;
            var result = Compile(Path.Combine(source, number + ".xlsx"), root);
            if (result.Form is not null) await File.WriteAllBytesAsync(Path.Combine(target, number + ".xml"), result.ToXml(), ct);
            await Write(Path.Combine(target, number + ".err"), result.Form is null ? result.Problems.Where(p => p.IsError) : [], ct);
            await Write(Path.Combine(target, number + ".warn"), result.Problems.Where(p => !p.IsError), ct);
            if (result.Form is null) refused++;
            else made++;
        }
        Console.WriteLine(Terminal.Say("cli.xlsform-many", made, refused));
        return 0;
    }

    private static async Task Write(string path, IEnumerable<FormProblem> problems, CancellationToken ct)
    {
        var lines = problems.Select(p => p.ToString()).ToList();
        if (lines.Count > 0) await File.WriteAllLinesAsync(path, lines, ct);
    }

    private static XlsFormResult Compile(string path, string root)
    {
        try
        {
            using var file = File.OpenRead(path);
            return XlsFormCompiler.Compile(WorkbookReader.Read(file, path), root);
        }
        catch (FormRefusedException refused)
        {
            return new(null, [refused.Problem]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new(null, [new(true, e.Message)]);
        }
    }
}
