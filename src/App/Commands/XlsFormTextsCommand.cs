using System.CommandLine;
using Vaka.Kernel.Failures;
using Vaka.XForms.XlsForms;

namespace Vaka.App.Commands;

/// <summary><c>vaka xlsform texts</c>: writes the register of translations of a folder of forms. Needs no database.</summary>
internal static class XlsFormTextsCommand
{
    private const string Register = "translations.csv", Heading = "form,language,text,state";

    public static Command Make()
    {
        var command = new Command("texts", $"Write {Register}, which says for each text of the forms of a folder how far it is translated. What stands there as {TranslationRegister.Complete} stays so.");
        var folder = new Argument<string>("folder") { Description = "Folder with forms (.xlsx)" };
        command.Add(folder);
        command.SetAction(async (parsed, ct) => await Write(parsed.GetValue(folder)!, ct));
        return command;
    }

    private static async Task<int> Write(string folder, CancellationToken ct)
    {
        if (!Directory.Exists(folder)) throw new PlainException("cli.xlsform-no-file", folder);
        var path = Path.Combine(folder, Register);
        // No cell of the register holds a comma: names and states are codes, languages are names with a code.
        var before = File.Exists(path) ? (await File.ReadAllLinesAsync(path, ct)).Skip(1).Select(l => l.Split(',')).Where(l => l.Length == 4).Select(l => new TranslationState(l[0], l[1], l[2], l[3])).ToList() : [];
        var rows = Directory.GetFiles(folder, "*.xlsx").Order(StringComparer.Ordinal).SelectMany(form => Read(form, before)).ToList();
        await File.WriteAllTextAsync(path, string.Concat(rows.Select(r => $"{r.Form},{r.Language},{r.Text},{r.State}\n").Prepend(Heading + "\n")), ct);
        Console.WriteLine(Terminal.Say("cli.xlsform-texts", rows.Count, path));
        return 0;
    }

    private static IReadOnlyList<TranslationState> Read(string form, IReadOnlyList<TranslationState> before)
    {
        using var file = File.OpenRead(form);
        return TranslationRegister.Of(Path.GetFileNameWithoutExtension(form), WorkbookReader.Read(file, form), before);
    }
}
