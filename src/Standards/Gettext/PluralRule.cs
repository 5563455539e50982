using System.Globalization;

namespace Vaka.Gettext;

/// <summary>
/// Which plural form a number takes, from a header such as <c>nplurals=2; plural=(n &gt; 1);</c>. The expression is the subset of C that
/// gettext defines ("Plural forms"): <c>?: || &amp;&amp; == != &lt; &gt; &lt;= &gt;= + - * / % !</c>, brackets, <c>n</c> and whole numbers.
/// </summary>
public sealed class PluralRule
{
    // Every operator nests a call when the form is chosen; the rules of real languages have fewer than 300 characters.
    private const int Deepest = 64, Longest = 1000;
    private readonly Func<ulong, ulong> _form;

    private PluralRule(int forms, Func<ulong, ulong> form) => (Forms, _form) = (forms, form);

    /// <summary>Number of forms, 1 to 10.</summary>
    public int Forms { get; }

    /// <summary>Two forms, singular for 1 only: English and its like.</summary>
    public static PluralRule Germanic { get; } = new(2, n => n == 1 ? 0UL : 1UL);

    /// <summary>Index of the form for a number (its size counts, not its sign); never outside 0 to <see cref="Forms"/> − 1.</summary>
    public int FormOf(long number)
    {
        var form = _form((ulong)Math.Abs(number == long.MinValue ? long.MaxValue : number));
        return form < (ulong)Forms ? (int)form : 0;
    }

    /// <summary>Reads a <c>Plural-Forms</c> value.</summary>
    /// <exception cref="FormatException">It is not one.</exception>
    public static PluralRule Parse(string header)
    {
        ArgumentNullException.ThrowIfNull(header);
        if (header.Length > Longest) throw new FormatException("Plural-Forms is too long.");
        var fields = header.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(f => f.Split('=', 2, StringSplitOptions.TrimEntries)).Where(f => f.Length == 2).ToLookup(f => f[0], f => f[1], StringComparer.Ordinal);
        if (!int.TryParse(One("nplurals"), NumberStyles.None, CultureInfo.InvariantCulture, out var forms) || forms is < 1 or > 10)
            throw new FormatException("Plural-Forms needs one nplurals from 1 to 10.");
        var parser = new Parser(One("plural") ?? throw new FormatException("Plural-Forms needs one plural=…."));
        return new(forms, parser.Whole());

        string? One(string name) => fields[name].ToList() is [var only] ? only : null;
    }

    private sealed class Parser(string text)
    {
        private int _at;
        private int _depth;

        public Func<ulong, ulong> Whole()
        {
            var all = Ternary();
            return Peek() == '\0' ? all : throw Bad();
        }

        private Func<ulong, ulong> Ternary()
        {
            if (++_depth > Deepest) throw new FormatException("The plural expression is nested too deep.");
            var test = Binary(0);
            if (Take("?"))
            {
                var yes = Ternary();
                if (!Take(":")) throw Bad();
                var no = Ternary();
                var condition = test;
                test = n => condition(n) != 0 ? yes(n) : no(n);
            }
            _depth--;
            return test;
        }

        // Loosest first; two-character operators before their one-character beginnings.
        private static readonly string[][] Levels = [["||"], ["&&"], ["==", "!="], ["<=", ">=", "<", ">"], ["+", "-"], ["*", "/", "%"]];

        private Func<ulong, ulong> Binary(int level)
        {
            if (level == Levels.Length) return Unary();
            var left = Binary(level + 1);
            while (Array.Find(Levels[level], Take) is { } op)
            {
                var (a, b) = (left, Binary(level + 1));
                left = Apply(op, a, b);
            }
            return left;
        }

        private static Func<ulong, ulong> Apply(string op, Func<ulong, ulong> a, Func<ulong, ulong> b) => op switch
        {
            "||" => n => a(n) != 0 || b(n) != 0 ? 1UL : 0,
            "&&" => n => a(n) != 0 && b(n) != 0 ? 1UL : 0,
            "==" => n => a(n) == b(n) ? 1UL : 0,
            "!=" => n => a(n) != b(n) ? 1UL : 0,
            "<=" => n => a(n) <= b(n) ? 1UL : 0,
            ">=" => n => a(n) >= b(n) ? 1UL : 0,
            "<" => n => a(n) < b(n) ? 1UL : 0,
            ">" => n => a(n) > b(n) ? 1UL : 0,
            "+" => n => unchecked(a(n) + b(n)),
            "-" => n => unchecked(a(n) - b(n)),
            "*" => n => unchecked(a(n) * b(n)),
            "/" => n => b(n) is var d and not 0 ? a(n) / d : 0,
            _ => n => b(n) is var d and not 0 ? a(n) % d : 0,
        };

        private Func<ulong, ulong> Unary()
        {
            if (Take("!"))
            {
                if (++_depth > Deepest) throw new FormatException("The plural expression is nested too deep.");
                var inner = Unary();
                _depth--;
                return n => inner(n) == 0 ? 1UL : 0;
            }
            if (Take("("))
            {
                var inner = Ternary();
                return Take(")") ? inner : throw Bad();
            }
            if (Take("n")) return n => n;
            var start = _at;
            while (_at < text.Length && char.IsAsciiDigit(text[_at])) _at++;
            if (start == _at || !ulong.TryParse(text.AsSpan(start, _at - start), NumberStyles.None, CultureInfo.InvariantCulture, out var value)) throw Bad();
            return _ => value;
        }

        private char Peek()
        {
            while (_at < text.Length && text[_at] is (' ' or '\t'))
                _at++;
            return _at < text.Length ? text[_at] : '\0';
        }

        private bool Take(string token)
        {
            Peek();
            if (!text.AsSpan(_at).StartsWith(token, StringComparison.Ordinal)) return false;
            // "!" must not eat the beginning of "!=".
            if (token == "!" && text.AsSpan(_at).StartsWith("!=", StringComparison.Ordinal)) return false;
            _at += token.Length;
            return true;
        }

        private FormatException Bad() => new($"The plural expression cannot be read at character {_at + 1}.");
    }
}
