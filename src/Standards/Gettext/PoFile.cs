using System.Text;

namespace Vaka.Gettext;

/// <summary>One message of a PO file.</summary>
/// <param name="Context">The <c>msgctxt</c>; null when there is none.</param>
/// <param name="Id">The <c>msgid</c>.</param>
/// <param name="Plural">The <c>msgid_plural</c>; null for a message without plural forms.</param>
/// <param name="Forms">The translations: one, or one per plural form in order. Empty strings where not translated.</param>
/// <param name="Fuzzy">Marked <c>fuzzy</c>: a guess that a person has yet to confirm.</param>
/// <param name="Line">Line of the <c>msgid</c>, from 1.</param>
public sealed record PoMessage(string? Context, string Id, string? Plural, IReadOnlyList<string> Forms, bool Fuzzy, int Line);

/// <summary>A mistake in a PO file.</summary>
/// <param name="line">Line, from 1.</param>
/// <param name="what">What is wrong there.</param>
public sealed class PoFormatException(int line, string what) : FormatException($"line {line}: {what}")
{
    /// <summary>Line, from 1.</summary>
    public int Line { get; } = line;
}

/// <summary>
/// A gettext PO file as the GNU gettext manual describes it ("The Format of PO Files"): entries of keywords and quoted C strings,
/// the header in the entry with the empty id, obsolete entries (<c>#~</c>) left out.
/// </summary>
public sealed class PoFile
{
    private PoFile(IReadOnlyDictionary<string, string> header, IReadOnlyList<PoMessage> messages, PluralRule plurals) =>
        (Header, Messages, Plurals) = (header, messages, plurals);

    /// <summary>Header fields, e.g. <c>Language</c>, <c>Plural-Forms</c>; names are compared without case.</summary>
    public IReadOnlyDictionary<string, string> Header { get; }

    /// <summary>The messages in file order, without the header.</summary>
    public IReadOnlyList<PoMessage> Messages { get; }

    /// <summary>Which plural form a number takes; from <c>Plural-Forms</c>, else the two Germanic forms.</summary>
    public PluralRule Plurals { get; }

    /// <summary>Reads a PO file.</summary>
    /// <exception cref="PoFormatException">The text is not a PO file; says the line.</exception>
    public static PoFile Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var header = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var messages = new List<PoMessage>();
        var seen = new HashSet<(string?, string)>();
        var entry = new Entry();
        var (number, headerLine) = (0, 0);
        foreach (var raw in text.AsSpan().TrimStart('\uFEFF').EnumerateLines())
        {
            number++;
            var line = raw.Trim();
            if (line.IsEmpty)
            {
                Finish();
                continue;
            }
            if (line[0] == '#')
            {
                if (entry.HasText) Finish();
                if (line.StartsWith("#,", StringComparison.Ordinal) && line.Contains("fuzzy", StringComparison.Ordinal)) entry.Fuzzy = true;
                continue;
            }
            if (line[0] == '"')
            {
                entry.Continue(Unquote(line, number), number);
                continue;
            }
            var blank = line.IndexOfAny(' ', '\t', '"');
            if (blank < 0) throw new PoFormatException(number, $"'{line}' is neither a keyword with a quoted text, nor a comment.");
            var keyword = line[..blank].ToString();
            if (entry.StartsAnew(keyword)) Finish();
            entry.Start(keyword, Unquote(line[blank..].Trim(), number), number);
        }
        Finish();
        return new(header, messages, header.TryGetValue("Plural-Forms", out var rule) ? Plural(rule) : PluralRule.Germanic);

        PluralRule Plural(string text)
        {
            try
            {
                return PluralRule.Parse(text);
            }
            catch (FormatException e)
            {
                throw new PoFormatException(headerLine, e.Message);
            }
        }

        void Finish()
        {
            if (entry.Build() is { } message)
            {
                if (message is { Id: "", Context: null })
                {
                    ReadHeader(message.Forms[0], header);
                    headerLine = message.Line;
                }
                else if (seen.Add((message.Context, message.Id))) messages.Add(message);
                else throw new PoFormatException(message.Line, $"'{message.Id}' stands in this file twice.");
            }
            entry = new();
        }
    }

    private static void ReadHeader(string text, Dictionary<string, string> header)
    {
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0) header[line[..colon].Trim()] = line[(colon + 1)..].Trim();
        }
    }

    private static string Unquote(ReadOnlySpan<char> quoted, int line)
    {
        if (quoted.Length < 2 || quoted[0] != '"' || quoted[^1] != '"') throw new PoFormatException(line, "a text must stand between double quotes on one line.");
        var inner = quoted[1..^1];
        var text = new StringBuilder(inner.Length);
        for (var i = 0; i < inner.Length; i++)
        {
            var c = inner[i];
            if (c == '"') throw new PoFormatException(line, "a double quote inside a text must be written \\\".");
            if (c != '\\')
            {
                text.Append(c);
                continue;
            }
            if (++i == inner.Length) throw new PoFormatException(line, "the text ends in a lone backslash.");
            text.Append(inner[i] switch
            {
                'n' => '\n',
                't' => '\t',
                'r' => '\r',
                '"' => '"',
                '\\' => '\\',
                var other => throw new PoFormatException(line, $"'\\{other}' is not an escape that PO files know."),
            });
        }
        return text.ToString();
    }

    private sealed class Entry
    {
        private readonly SortedDictionary<int, StringBuilder> _forms = [];
        private StringBuilder? _context, _id, _plural, _open;
        private int _line;

        public bool Fuzzy { get; set; }

        public bool HasText => _open is not null;

        // A new entry begins with msgctxt or msgid once the one before has its translation.
        public bool StartsAnew(string keyword) => _forms.Count > 0 && keyword is ("msgctxt" or "msgid");

        public void Start(string keyword, string text, int line)
        {
            _open = new(text);
            switch (keyword)
            {
                case "msgctxt" when _context is null && _id is null: _context = _open; break;
                case "msgid" when _id is null: (_id, _line) = (_open, line); break;
                case "msgid_plural" when _id is not null && _plural is null && _forms.Count == 0: _plural = _open; break;
                case "msgstr" when _id is not null && _plural is null && _forms.TryAdd(0, _open): break;
                default:
                    if (_plural is null || !keyword.StartsWith("msgstr[", StringComparison.Ordinal) || !keyword.EndsWith(']')
                        || !int.TryParse(keyword.AsSpan(7, keyword.Length - 8), out var form) || form != _forms.Count || !_forms.TryAdd(form, _open))
                        throw new PoFormatException(line, $"'{keyword}' cannot stand here.");
                    break;
            }
        }

        public void Continue(string text, int line) =>
            (_open ?? throw new PoFormatException(line, "a quoted text stands here without a keyword before it.")).Append(text);

        public PoMessage? Build()
        {
            if (_id is null)
                return _open is null ? null : throw new PoFormatException(_line, "an entry has no msgid.");
            if (_forms.Count == 0) throw new PoFormatException(_line, $"'{_id}' has no msgstr.");
            return new(_context?.ToString(), _id.ToString(), _plural?.ToString(), [.. _forms.Values.Select(f => f.ToString())], Fuzzy, _line);
        }
    }
}
