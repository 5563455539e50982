using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Vaka.Kernel.Data;
using Vaka.Kernel.Importing;
using Vaka.Kernel.Ownership;
using Vaka.Kernel.Words;

namespace Vaka.Programme.Pages;

/// <summary><c>vaka import pages DIR</c>: a file per page and language. The languages of a page make one row, and are remembered together.</summary>
internal sealed class PageImporter(VakaDb db, ImportMemory memory, States states) : IImporter
{
    public string Name => "pages";

    public bool TakesFolder => true;

    public async Task Read(string path, string? owner, ImportReport report, CancellationToken ct)
    {
        owner ??= "PACIFIC";
        var files = Directory.GetFiles(path, "*.md").Order(StringComparer.Ordinal).ToList();
        var folder = Path.GetFileName(path.TrimEnd('/'));
        if (files.Count == 0) report.Add(new(true, folder, 0, null, "pages.no-files"));
        if (!(await states.All(ct)).ContainsKey(owner)) report.Add(new(true, folder, 0, null, "import.unknown-owner", owner));
        var read = new List<PageFile>();
        foreach (var file in files)
        {
            if (await TextFile.Read(file, report, ct) is not { } text) continue;
            if (PageFile.Parse(Path.GetFileName(file), text, report) is { } page) read.Add(page);
        }
        if (report.Errors > 0) return;
        var pages = await db.Set<ContentPage>().ToDictionaryAsync(p => p.Slug, StringComparer.Ordinal, ct);
        foreach (var page in read.GroupBy(p => p.Slug, StringComparer.Ordinal))
        {
            var languages = page.OrderBy(p => p.Language, StringComparer.Ordinal).ToList();
            if (languages.Find(l => l.Section != languages[0].Section || l.Order != languages[0].Order) is { } other)
                report.Add(new(true, other.File, 1, null, "pages.differ", languages[0].File));
            else await Write(pages.GetValueOrDefault(page.Key), owner, languages, report, ct);
        }
    }

    private async Task Write(ContentPage? row, string owner, List<PageFile> languages, ImportReport report, CancellationToken ct)
    {
        var first = languages[0];
        var hash = LocalText.HashOf(string.Join('\u001F', languages.Select(l => $"{l.Language}\n{l.Title}\n{l.Summary}\n{l.Section}\n{l.Order}\n{l.Body}")));
        var fate = await memory.Weigh("page", owner, first.Slug, hash, row, ct);
        ImportMemory.Count(fate, report);
        if (fate == ImportFate.Keep) report.Add(new(false, first.File, 0, null, "import.kept", first.Slug));
        if (fate is not (ImportFate.Create or ImportFate.Update)) return;
        if (row is null) db.Add(row = new() { Owner = owner, Slug = first.Slug, Audience = Audience.Public });
        (row.Section, row.Order) = (first.Section, first.Order);
        row.Title = languages.Aggregate(LocalText.Empty, (t, l) => t.With(l.Language, l.Title));
        row.Summary = languages.Aggregate(LocalText.Empty, (t, l) => t.With(l.Language, l.Summary));
        row.Body = languages.Aggregate(LocalText.Empty, (t, l) => t.With(l.Language, l.Body));
        await memory.Remember("page", owner, first.Slug, hash, row, ct);
    }
}

/// <summary>One file of a page: front matter between two <c>---</c> lines, then Markdown.</summary>
internal sealed record PageFile(string File, string Slug, string Language, string Title, string Summary, string Section, int Order, string Body)
{
    private const int LongestBody = 200_000;

    private static readonly string[] Fields = ["title", "summary", "order", "section"];

    /// <summary>Reads a file's text; null, with an error for each problem in the report, when it is not such a file.</summary>
    public static PageFile? Parse(string file, string text, ImportReport report)
    {
        var before = report.Errors;
        void Error(int line, string key, params object?[] arguments) => report.Add(new(true, file, line, null, key, arguments));
        var parts = file.Split('.');
        if (parts.Length != 3 || !ContentPage.IsSlug(parts[0]) || !Languages.Offered.Any(o => o.Code == parts[1])) Error(0, "pages.bad-name");
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var end = lines[0].Trim() == "---" ? Array.FindIndex(lines, 1, l => l.Trim() == "---") : -1;
        if (end < 0)
        {
            Error(1, "pages.no-front-matter");
            return null;
        }
        var values = new Dictionary<string, (string Value, int Line)>(StringComparer.Ordinal);
        for (var i = 1; i < end; i++)
        {
            var (name, value) = lines[i].Split(':', 2) is [var n, var v] ? (n.Trim(), v.Trim()) : (lines[i].Trim(), "");
            if (name.Length == 0) continue;
            if (!Fields.Contains(name)) Error(i + 1, "pages.bad-field", name, string.Join(", ", Fields));
            else if (!values.TryAdd(name, (value, i + 1))) Error(i + 1, "pages.field-twice", name);
        }
        foreach (var missing in Fields.Where(f => !values.TryGetValue(f, out var v) || v.Value.Length == 0))
            Error(values.TryGetValue(missing, out var v) ? v.Line : end + 1, "pages.field-missing", missing);
        if (report.Errors > before) return null;
        if (!int.TryParse(values["order"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var order)) Error(values["order"].Line, "import.not-a-number", values["order"].Value);
        var section = values["section"].Value;
        if (!ContentPage.Sections.Contains(section)) Error(values["section"].Line, "import.not-in-list", section, string.Join(", ", ContentPage.Sections));
        var body = string.Join('\n', lines[(end + 1)..]).Trim();
        if (body.Length == 0) Error(end + 1, "pages.no-body");
        if (body.Length > LongestBody) Error(end + 2, "import.too-long", body.Length, LongestBody);
        return report.Errors > before ? null : new(file, parts[0], parts[1], values["title"].Value, values["summary"].Value, section, order, body);
    }
}
