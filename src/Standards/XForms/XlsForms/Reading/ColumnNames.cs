namespace Vaka.XForms.XlsForms;

/// <summary>What headings of a sheet mean: a path such as <c>bind, relevant</c> or <c>label, French (fr)</c>.</summary>
internal sealed class ColumnNames
{
    private readonly Dictionary<string, string[]> paths = new(StringComparer.Ordinal);

    public ColumnNames(Sheet sheet, IReadOnlyDictionary<string, string[]> aliases, IReadOnlySet<string> known)
    {
        var doubled = sheet.Headings.Any(h => h.Contains("::", StringComparison.Ordinal));
        var taken = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var heading in sheet.Headings)
        {
            var path = PathOf(heading, doubled, aliases, known, out var first);
            var key = string.Join('\n', path);
            if (taken.TryGetValue(key, out var other) && first != heading)
                throw new FormRefusedException($"The columns '{other}' and '{heading}' mean the same. Keep one of them.", sheet.Name, 1, heading);
            taken[key] = heading;
            paths[heading] = path;
        }
    }

    /// <summary>Paths of all columns, in order.</summary>
    public IEnumerable<string[]> All => paths.Values;

    public string[] this[string heading] => paths[heading];

    /// <summary>A row's cells as nested fields. Later columns of one path join those before: <c>label</c> and <c>label::fr</c> become one label.</summary>
    public OrderedDictionary<string, Field> Read(SheetRow row, string language, bool oneSpace)
    {
        var fields = new OrderedDictionary<string, Field>(StringComparer.Ordinal);
        foreach (var (heading, cell) in row.Cells)
        {
            var value = new Field(CellText.StraightQuotes(oneSpace ? CellText.OneSpace(cell) : cell));
            var path = paths[heading];
            for (var i = path.Length - 1; i > 0; i--) value = new Field(path[i], value);
            fields[path[0]] = path.Length > 1 && fields.TryGetValue(path[0], out var before) ? Field.Join(before, value, language) : value;
        }
        return fields;
    }

    private static string[] PathOf(string heading, bool doubled, IReadOnlyDictionary<string, string[]> aliases, IReadOnlySet<string> known, out string first)
    {
        first = heading;
        if (known.Contains(heading) && !aliases.ContainsKey(heading)) return [heading];
        first = Snake(heading);
        if (known.Contains(first) && !aliases.ContainsKey(first)) return [first];
        var tokens = doubled ? Split(heading, "::") : WithPrefix(Split(heading, ":"));
        var head = Snake(tokens[0]);
        if (aliases.TryGetValue(head, out var meant))
        {
            first = string.Join("::", meant);
            return [.. meant, .. tokens[1..]];
        }
        first = known.Contains(head) ? head : heading;
        return known.Contains(head) ? [head, .. tokens[1..]] : tokens;
    }

    // A single colon divides too, but not in names such as jr:count.
    private static string[] WithPrefix(string[] tokens)
    {
        var at = Array.IndexOf(tokens, "jr");
        return at < 0 || at + 1 >= tokens.Length ? tokens : [.. tokens[..at], $"jr:{tokens[at + 1]}", .. tokens[(at + 2)..]];
    }

    private static string[] Split(string heading, string by) => [.. heading.Split(by).Select(t => t.Trim())];

    private static string Snake(string text) => string.Join('_', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToLowerInvariant();
}
