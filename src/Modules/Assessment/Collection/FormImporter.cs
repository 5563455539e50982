using Vaka.Assessment.Forms;
using Vaka.Kernel.Importing;
using Vaka.Kernel.Ownership;
using Vaka.XForms.Forms;

namespace Vaka.Assessment.Collection;

/// <summary><c>vaka import form FILE --owner CODE</c>: publishes an XForm or an XLSForm, with the files of the folder <c>FILE-media</c> beside it.</summary>
internal sealed class FormImporter(FormIntake intake, States states) : IImporter
{
    public string Name => "form";

    public async Task Read(string path, string? owner, ImportReport report, CancellationToken ct)
    {
        var name = Path.GetFileName(path);
        void Error(string key, params object?[] arguments) => report.Add(new(true, name, 0, null, key, arguments));
        if (owner is null || !(await states.All(ct)).TryGetValue(owner, out var state)) Error("import.unknown-owner", owner ?? "");
        else if (new FileInfo(path).Length > XForm.MostBytes) Error("form.too-large", XForm.MostBytes / 1024 / 1024);
        else if (Media(path, Error) is { } media) await intake.Take(owner, state.Fictional, name, await File.ReadAllBytesAsync(path, ct), media, true, report, ct);
    }

    private static List<SentFile>? Media(string path, Action<string, object?[]> error)
    {
        var folder = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, Path.GetFileNameWithoutExtension(path) + "-media");
        if (!Directory.Exists(folder)) return [];
        var paths = Directory.GetFiles(folder).Order(StringComparer.Ordinal).ToList();
        foreach (var large in paths.Where(f => new FileInfo(f).Length > FormIntake.MostFile)) error("form.file-too-large", [Path.GetFileName(large), FormIntake.MostFile / 1024 / 1024]);
        return paths.Exists(f => new FileInfo(f).Length > FormIntake.MostFile) ? null : paths.ConvertAll(f => new SentFile(Path.GetFileName(f), File.ReadAllBytes(f)));
    }
}
