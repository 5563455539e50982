using System.Text;

namespace Vaka.Fuzz;

/// <summary>Damages valid inputs as disks, editors, spreadsheets and people do, and as somebody with bad intent would. The same random numbers give the same input.</summary>
internal sealed class Mutator(int seed, IReadOnlyList<byte[]> seeds)
{
    private const int Longest = 200_000;

    private readonly Random _random = new(seed);

    private static readonly byte[][] Tokens =
    [
        .. ((string[])[
            "", "\"", "\"\"", "'", ",", ";", ";;", "|", ":", "\n", "\r", "\r\n", "\n\n\n", "\t", "\f", "\0", "\u0001", "\u001F", "\u007F", "\u0085", "\u2028", "\uFEFF", "\uFFFD", "\uFFFE",
            "0", "-1", "1.5", "1e400", "99999999999", "9223372036854775807", "9223372036854775808", "-9223372036854775809", "79228162514264337593543950336", "00000000001", "1,000", "NaN",
            "0000", "9999-99-99", "2021-02-30", "0001-01-01", "9999-12-31", "2021-3", "--", "-", "---", "\n---\n", "{", "}", "[", "]", "[]", "{}", "null", "true", "\\", "\\\"", "\\n", "\\u0000", "\\ud800", "\\udfff\\ud800",
            "{0}", "{99}", "}{", "%00", "../", "/", "C:\\", "javascript:alert(1)", "<script>", "&#0;", "=cmd|' /C calc'!A0", "NULL", "yes", "no", "é", "e\u0301", "ʻokina", "ā", "\U0001F6A3", "\u202E", "ﬃ", "İ",
            "PACIFIC", "XM", "finding:", ":f-1", "finding:none", "key", "en", "fr", "msgid \"a\"", "msgstr[9] \"\"", "nplurals=2; nplurals=2", "n%0", "|a|b|\n|-|-|\n", "[a](/b)", "- - - - ", "> > > ",
        ]).Select(Encoding.UTF8.GetBytes),
        [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF], [0xF4, 0x90, 0x80, 0x80], [0xE9], [0x93, 0x94], [0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF], [0x50, 0x4B, 3, 4], [0x80],
    ];

    private static readonly Encoding[] Encodings = [Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32, Encoding.Latin1, new UTF8Encoding(true)];

    /// <summary>The next input.</summary>
    public byte[] Next()
    {
        if (_random.Next(25) == 0) return Noise(_random.Next(400));
        var bytes = seeds[_random.Next(seeds.Count)];
        // One damage shows the message it should; several at once find the rest.
        for (var n = _random.Next(3) == 0 ? 1 + _random.Next(6) : 1; n > 0; n--) bytes = Once(bytes);
        return bytes.Length > Longest ? bytes[..Longest] : bytes;
    }

    private byte[] Once(byte[] b)
    {
        var (at, end) = Range(b);
        switch (_random.Next(20))
        {
            case 0 when b.Length > 0:
                var flipped = (byte[])b.Clone();
                flipped[_random.Next(b.Length)] ^= (byte)(1 << _random.Next(8));
                return flipped;
            case 1 when b.Length > 0:
                var set = (byte[])b.Clone();
                set[_random.Next(b.Length)] = (byte)_random.Next(256);
                return set;
            case 2: return b[..at];
            case 3: return [.. b[..at], .. b[end..]];
            case 4: return [.. b[..end], .. b[at..end], .. b[end..]];
            case 5:
                var other = seeds[_random.Next(seeds.Count)];
                var (from, to) = Range(other);
                return [.. b[..at], .. other[from..to], .. b[at..]];
            case 6:
                var tail = seeds[_random.Next(seeds.Count)];
                return [.. b[..at], .. tail[_random.Next(tail.Length + 1)..]];
            case 7: return Recode(b);
            case 8: return Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(b).ReplaceLineEndings(_random.Next(2) == 0 ? "\r\n" : "\r"));
            case 9: return [.. b[..at], .. Noise(_random.Next(40)), .. b[end..]];
            case 10:
                var token = Token();
                return token.Length == 0 ? b : [.. b[..at], .. Enumerable.Repeat(token, 1 + _random.Next(_random.Next(2) == 0 ? 100 : Math.Max(1, 60_000 / token.Length))).SelectMany(t => t), .. b[at..]];
            case 11 or 12: return [.. b[..at], .. Token(), .. b[at..]];
            case 13: return SwapLines(b);
            default: return ReplaceCell(b);
        }
    }

    private byte[] Token() => Tokens[_random.Next(Tokens.Length)];

    private byte[] Noise(int length)
    {
        var noise = new byte[length];
        _random.NextBytes(noise);
        return noise;
    }

    private (int At, int End) Range(byte[] b)
    {
        var at = _random.Next(b.Length + 1);
        return (at, Math.Min(b.Length, at + _random.Next(_random.Next(3) == 0 ? b.Length + 1 : 30)));
    }

    private byte[] Recode(byte[] b)
    {
        var encoding = Encodings[_random.Next(Encodings.Length)];
        return [.. _random.Next(2) == 0 ? encoding.GetPreamble() : [], .. encoding.GetBytes(Encoding.UTF8.GetString(b))];
    }

    private byte[] SwapLines(byte[] b)
    {
        var lines = Encoding.UTF8.GetString(b).Split('\n');
        var (i, j) = (_random.Next(lines.Length), _random.Next(lines.Length));
        (lines[i], lines[j]) = (lines[j], lines[i]);
        return Encoding.UTF8.GetBytes(string.Join('\n', lines));
    }

    // What stands between two separators: a cell, a value, a word. Replaced by a token, by another cell of the file, or by a very long one.
    private byte[] ReplaceCell(byte[] b)
    {
        if (b.Length == 0) return Token();
        var (at, end) = Cell(b);
        var (from, to) = Cell(b);
        byte[] with = _random.Next(4) switch
        {
            0 => b[from..to],
            1 => [.. Enumerable.Repeat((byte)('a' + _random.Next(26)), _random.Next(3) == 0 ? 2_000 : 20 + _random.Next(200))],
            _ => Token(),
        };
        return [.. b[..at], .. with, .. b[end..]];
    }

    private (int At, int End) Cell(byte[] b)
    {
        var (at, end) = (_random.Next(b.Length), 0);
        end = at;
        while (at > 0 && !IsSeparator(b[at - 1])) at--;
        while (end < b.Length && !IsSeparator(b[end])) end++;
        return (at, end);
    }

    private static bool IsSeparator(byte b) => b is (byte)',' or (byte)'\n' or (byte)'"' or (byte)';' or (byte)':';
}
