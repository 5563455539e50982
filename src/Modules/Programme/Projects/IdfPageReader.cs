using System.Globalization;
using Vaka.Kernel.Data;
using Vaka.Kernel.Importing;
using Vaka.Kernel.Words;

namespace Vaka.Programme.Projects;

/// <summary>A state by one of its names, folded.</summary>
internal sealed record StateName(string Folded, string Code);

/// <summary>What was read of a page: the draft, and remarks on each line.</summary>
/// <param name="Draft">The fields.</param>
/// <param name="Language">Language of the labels.</param>
/// <param name="Fields">Field and line of each value read.</param>
/// <param name="NotUnderstood">Lines that are neither navigation, nor label, nor value.</param>
/// <param name="Navigation">Number of lines taken for navigation.</param>
internal sealed record IdfPage(ProjectDraft Draft, string Language, IReadOnlyList<(string Field, int Line)> Fields, IReadOnlyList<int> NotUnderstood, int Navigation);

/// <summary>
/// Reads the text of a project page of the IOM Development Fund as a browser copies it: navigation, the title, a list of label and value
/// on lines of their own, and the narrative. The labels are the page's, in French or English; some stay English on the French page.
/// </summary>
internal static class IdfPageReader
{
    private static readonly (string Field, string Language, string[] Labels)[] Labels =
    [
        ("start", "fr", ["date de debut"]), ("start", "en", ["start date"]),
        ("end", "fr", ["date de fin"]), ("end", "en", ["end date"]),
        ("status", "fr", ["statut du projet"]), ("status", "en", ["project status"]),
        ("type", "fr", ["type de projet"]), ("type", "en", ["project type"]),
        ("budget", "", ["budget amount (usd)"]), ("budget", "fr", ["montant du budget (usd)"]),
        ("coverage", "fr", ["couverture"]), ("coverage", "en", ["coverage"]),
        ("year", "fr", ["annee"]), ("year", "en", ["year"]),
        ("region", "", ["idf region"]), ("region", "fr", ["region idf"]),
        ("prima-id", "", ["prima id"]),
        ("project-id", "fr", ["projet id"]), ("project-id", "en", ["projects id", "project id"]),
        ("states", "fr", ["etat(s) membre(s) beneficiaires remplissant les conditions requises", "etats membres beneficiaires"]),
        ("states", "en", ["benefiting member states", "benefiting member state(s)", "benefiting eligible member state(s)", "eligible benefiting member state(s)"]),
    ];

    // A page has some hundred lines, and none of its values a paragraph; a narrative may have several.
    private const int MostLines = 10_000, LongestValue = 500;

    /// <summary>Reads a page; errors go to the report with their lines.</summary>
    public static IdfPage Read(string file, string text, IReadOnlyCollection<StateName> states, ImportReport report)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        if (lines.Length > MostLines)
        {
            report.Add(new(true, file, MostLines + 1, null, "idf.too-many-lines", MostLines));
            return new(new(), "en", [], [], 0);
        }
        var labelled = Enumerable.Range(0, lines.Length).Select(i => (Line: i, Label: LabelOf(lines[i]))).Where(l => l.Label is not null).ToList();
        var draft = new ProjectDraft();
        if (labelled.Count == 0)
        {
            report.Add(new(true, file, 0, null, "idf.no-label"));
            return new(draft, "en", [], [], 0);
        }
        var language = labelled.Count(l => l.Label!.Value.Language == "fr") >= labelled.Count(l => l.Label!.Value.Language == "en") ? "fr" : "en";
        var fields = new List<(string, int)>();
        var used = new HashSet<int>();

        var title = Enumerable.Range(0, labelled[0].Line).Reverse().FirstOrDefault(i => !IsBlank(lines[i]), -1);
        if (title < 0) report.Add(new(true, file, labelled[0].Line + 1, null, "idf.no-title"));
        else Set("title", title, lines[title].Trim());

        for (var n = 0; n < labelled.Count; n++)
        {
            var (line, label) = (labelled[n].Line, labelled[n].Label!.Value);
            used.Add(line);
            if (fields.Exists(f => f.Item1 == label.Field))
            {
                report.Add(new(true, file, line + 1, null, "idf.label-twice", lines[line].Trim()));
                continue;
            }
            var value = line + 1;
            while (value < lines.Length && IsBlank(lines[value])) value++;
            if (value >= lines.Length || LabelOf(lines[value]) is not null)
            {
                report.Add(new(true, file, line + 1, null, "idf.label-without-value", lines[line].Trim()));
                continue;
            }
            Set(label.Field, value, lines[value].Trim());
        }

        var rest = Enumerable.Range(used.Max() + 1, lines.Length - used.Max() - 1).Where(i => !IsBlank(lines[i])).ToList();
        ReadNarrative();
        if (draft.ProjectId is null && draft.PrimaId is null) report.Add(new(true, file, 0, null, "idf.no-id"));
        var navigation = title < 0 ? 0 : Enumerable.Range(0, title).Count(i => !IsBlank(lines[i]));
        var ignored = Enumerable.Range(Math.Max(title, 0), lines.Length - Math.Max(title, 0)).Where(i => !IsBlank(lines[i]) && !used.Contains(i)).Select(i => i + 1).ToList();
        draft.Found.AddRange(fields.Select(f => f.Item1));
        return new(draft, language, fields, ignored, navigation);

        void Set(string field, int line, string value)
        {
            used.Add(line);
            var before = report.Errors;
            if (value.Length > LongestValue) report.Add(new(true, file, line + 1, null, "import.too-long", value.Length, LongestValue));
            else Store(field, line + 1, value);
            if (report.Errors == before) fields.Add((field, line + 1));
        }

        void Store(string field, int line, string value)
        {
            LocalText Said() => LocalText.Empty.With(language, value);
            switch (field)
            {
                case "title": draft.Title = Said(); break;
                case "status": draft.Status = Said(); break;
                case "type": draft.Type = Said(); break;
                case "coverage": draft.Coverage = Said(); break;
                case "region": draft.IdfRegion = Said(); break;
                case "prima-id": draft.PrimaId = Identifier(value, line); break;
                case "project-id": draft.ProjectId = Identifier(value, line); break;
                case "start": draft.Start = Date(value, line); break;
                case "end": draft.End = Date(value, line); break;
                case "year":
                    if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1951 and <= 2200) draft.Year = year;
                    else Bad("idf.not-a-year", value, line);
                    break;
                case "budget":
                    if (decimal.TryParse(value, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var money) && money is >= 0 and <= 1_000_000_000) draft.Budget = (long)(money * 100);
                    else Bad("idf.not-money", value, line);
                    break;
                case "states": draft.States = StatesIn(value, line); break;
            }
        }

        string? Identifier(string value, int line)
        {
            if (value.Length <= 40 && value.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-') && value.Any(char.IsAsciiLetterOrDigit)) return value;
            Bad("idf.not-an-id", value, line);
            return null;
        }

        PartialDate? Date(string value, int line)
        {
            if (PartialDate.TryParse(value, CultureInfo.InvariantCulture, out var date) && date.Year >= 1951) return date;
            Bad("idf.not-a-date", value, line);
            return null;
        }

        // Names stand one after the other with nothing between: the longest name that fits is taken each time.
        List<string> StatesIn(string value, int line)
        {
            var left = Folding.Fold(value).Replace(',', ' ').Replace(';', ' ').Trim();
            var found = new List<string>();
            while (left.Length > 0)
            {
                var name = states.Where(s => left.StartsWith(s.Folded, StringComparison.Ordinal) && (left.Length == s.Folded.Length || left[s.Folded.Length] == ' ')).MaxBy(s => s.Folded.Length);
                if (name is null)
                {
                    Bad("idf.unknown-state", left, line);
                    return found;
                }
                if (!found.Contains(name.Code)) found.Add(name.Code);
                left = left[name.Folded.Length..].TrimStart();
            }
            return found;
        }

        void ReadNarrative()
        {
            if (rest.Count == 0) return;
            var body = string.Join("\n\n", rest.Select(i => lines[i].Trim()));
            var open = body[0] is '"' or '«' or '“';
            var closed = body.Length > (open ? 1 : 0) && body[^1] is '"' or '»' or '”';
            if (open != closed)
            {
                report.Add(new(true, file, open ? rest[^1] + 1 : rest[0] + 1, null, "idf.narrative-cut"));
                return;
            }
            foreach (var line in rest) used.Add(line);
            draft.Narrative = LocalText.Empty.With(language, open ? body[1..^1] : body);
            fields.Add(("narrative", rest[0] + 1));
        }

        void Bad(string key, string value, int line) => report.Add(new(true, file, line, null, key, value.Length > 60 ? value[..60] + "…" : value));
    }

    // A hyphen alone is what remains of a list's bullet.
    private static bool IsBlank(string line) => line.Trim() is "" or "-" or "–" or "•";

    private static (string Field, string Language)? LabelOf(string line)
    {
        var folded = Folding.Fold(line.Trim().TrimEnd(':').TrimEnd());
        foreach (var (field, language, labels) in Labels)
            if (labels.Contains(folded)) return (field, language);
        return null;
    }
}
