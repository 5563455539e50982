using System.Globalization;
using System.Text;
using System.Text.Json;
using Vaka.Kernel.Data;
using Vaka.Kernel.Importing;
using Vaka.Kernel.Words;

namespace Vaka.Programme.Projects;

/// <summary>Reads project records as JSON: an object with <c>records</c>, each with the fields of the public page; nulls and missing fields are blank.</summary>
internal static class IdfRecordsReader
{
    private static readonly HashSet<string> Known =
    [
        "url", "title", "title_fr", "start", "end", "status", "status_fr", "type", "type_fr", "budgetUsd", "coverage", "coverage_fr", "year", "region", "region_fr",
        "primaId", "projectId", "states", "edge", "narrative", "retrieved", "source",
    ];

    /// <summary>The records with the line each begins on; errors go to the report.</summary>
    public static IReadOnlyList<(ProjectDraft Draft, int Line)> Read(string file, string text, IReadOnlyCollection<StateName> states, ImportReport report)
    {
        var drafts = new List<(ProjectDraft, int)>();
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 16 });
        }
        catch (JsonException e)
        {
            report.Add(new(true, file, (int)(e.LineNumber ?? 0) + 1, null, "idf-records.not-json"));
            return drafts;
        }
        using (document)
        {
            if (!Texts(file, text, report)) return drafts;
            if (document.RootElement.ValueKind != JsonValueKind.Object || !document.RootElement.TryGetProperty("records", out var records) || records.ValueKind != JsonValueKind.Array)
            {
                report.Add(new(true, file, 1, null, "idf-records.no-records"));
                return drafts;
            }
            var starts = Lines(text);
            var index = 0;
            var keys = new HashSet<string>(StringComparer.Ordinal);
            foreach (var record in records.EnumerateArray())
            {
                var line = index < starts.Count ? starts[index] : 0;
                index++;
                if (record.ValueKind != JsonValueKind.Object)
                {
                    report.Add(new(true, file, line, null, "idf-records.not-a-record", index));
                    continue;
                }
                var draft = One(record, file, line, states, report);
                if (draft.Key.Length == 0) report.Add(new(true, file, line, null, "idf.no-id"));
                else if (!keys.Add(draft.Key)) report.Add(new(true, file, line, null, "import.key-twice", draft.Key));
                else drafts.Add((draft, line));
            }
        }
        return drafts;
    }

    private static ProjectDraft One(JsonElement record, string file, int line, IReadOnlyCollection<StateName> states, ImportReport report)
    {
        var draft = new ProjectDraft();
        foreach (var unknown in record.EnumerateObject().Where(p => !Known.Contains(p.Name))) report.Add(new(false, file, line, unknown.Name, "idf-records.unknown-field"));
        draft.Url = Text("url");
        // The address becomes a link: nothing but a web page may stand there.
        if (draft.Url is { } address && (address.Length > 400 || !(Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http"))) Bad("url", "services.bad-url", address);
        draft.PrimaId = Id("primaId", "prima-id");
        draft.ProjectId = Id("projectId", "project-id");
        draft.Title = Said("title", "title");
        draft.Status = Said("status", "status");
        draft.Type = Said("type", "type");
        draft.Coverage = Said("coverage", "coverage");
        draft.IdfRegion = Said("region", "region");
        draft.Retrieved = Text("retrieved");
        draft.Source = Text("source");
        if (draft.Title is null) Bad("title", "import.blank");
        draft.Start = Date("start", "start");
        draft.End = Date("end", "end");
        if (Number("year") is { } year)
        {
            if (year is >= 1951 and <= 2200 && year == decimal.Truncate(year)) (draft.Year, _) = ((int)year, Found("year"));
            else Bad("year", "idf.not-a-year", year);
        }
        if (Number("budgetUsd") is { } money)
        {
            if (money is >= 0 and <= 1_000_000_000) (draft.Budget, _) = ((long)(money * 100), Found("budget"));
            else Bad("budgetUsd", "idf.not-money", money);
        }
        if (record.TryGetProperty("states", out var named) && named.ValueKind != JsonValueKind.Null) draft.States = States(named);
        if (record.TryGetProperty("narrative", out var narrative) && narrative.ValueKind == JsonValueKind.Object)
        {
            foreach (var language in narrative.EnumerateObject().Where(l => l.Name.Length is not (2 or 3) || !l.Name.All(char.IsAsciiLetterLower))) Bad("narrative", "idf-records.not-a-language", language.Name);
            draft.Narrative = narrative.EnumerateObject().Where(l => l.Value.ValueKind == JsonValueKind.String).Aggregate(LocalText.Empty, (t, l) => t.With(l.Name, l.Value.GetString()));
            Found("narrative");
        }
        return draft;

        bool Found(string field)
        {
            draft.Found.Add(field);
            return true;
        }

        string? Text(string name)
        {
            if (!record.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null) return null;
            if (value.ValueKind == JsonValueKind.String && value.GetString() is { Length: <= 500 } text) return text.Trim() is { Length: > 0 } t ? t : null;
            Bad(name, "idf-records.not-text");
            return null;
        }

        string? Id(string name, string field)
        {
            var text = Text(name);
            if (text is null) return null;
            if (text.Length <= 40 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-') && text.Any(char.IsAsciiLetterOrDigit)) return Found(field) ? text : null;
            Bad(name, "idf.not-an-id", text);
            return null;
        }

        // Records are in English unless a column says otherwise, whatever the language of their address.
        LocalText? Said(string name, string field)
        {
            var text = LocalText.Of(Text(name), Text(name + "_fr"));
            return text.IsEmpty ? null : Found(field) ? text : null;
        }

        PartialDate? Date(string name, string field)
        {
            if (!record.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null) return null;
            var text = value.ValueKind == JsonValueKind.Number ? value.GetRawText() : value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
            if (PartialDate.TryParse(text, CultureInfo.InvariantCulture, out var date)) return Found(field) ? date : null;
            Bad(name, "idf.not-a-date", text);
            return null;
        }

        decimal? Number(string name)
        {
            if (!record.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null) return null;
            if (value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number)) return number;
            Bad(name, "import.not-a-number", value.GetRawText());
            return null;
        }

        List<string> States(JsonElement list)
        {
            var codes = new List<string>();
            if (list.ValueKind != JsonValueKind.Array)
            {
                Bad("states", "idf-records.not-text");
                return codes;
            }
            foreach (var name in list.EnumerateArray())
            {
                var folded = name.ValueKind == JsonValueKind.String ? Folding.Fold(name.GetString()!) : "";
                if (states.FirstOrDefault(s => s.Folded == folded) is { } state) codes.Add(state.Code);
                else Bad("states", "idf.unknown-state", name.GetRawText());
            }
            Found("states");
            return codes;
        }

        void Bad(string field, string key, params object?[] arguments) => report.Add(new(true, file, line, field, key, arguments));
    }

    // An escape can say what no file could hold: half a character, or a control character that a database does not take.
    private static bool Texts(string file, string text, ImportReport report)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var reader = new Utf8JsonReader(bytes);
        var sound = true;
        while (reader.Read())
        {
            if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName) || !reader.ValueIsEscaped) continue;
            try
            {
                if (!reader.GetString()!.Any(c => c < ' ' && c is not ('\t' or '\n' or '\r' or '\f'))) continue;
            }
            catch (InvalidOperationException)
            {
                // half a surrogate pair
            }
            report.Add(new(true, file, 1 + bytes.AsSpan(0, (int)reader.TokenStartIndex).Count((byte)'\n'), null, "idf-records.not-characters"));
            sound = false;
        }
        return sound;
    }

    // Lines on which the records begin: the objects at depth two of the file.
    private static List<int> Lines(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var reader = new Utf8JsonReader(bytes);
        var lines = new List<int>();
        var records = false;
        while (reader.Read())
        {
            if (reader is { TokenType: JsonTokenType.PropertyName, CurrentDepth: 1 }) records = reader.ValueTextEquals("records");
            else if (records && reader.CurrentDepth == 2 && reader.TokenType is not (JsonTokenType.EndObject or JsonTokenType.EndArray))
                lines.Add(1 + bytes.AsSpan(0, (int)reader.TokenStartIndex).Count((byte)'\n'));
        }
        return lines;
    }
}
