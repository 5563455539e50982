using System.Text;
using System.Text.RegularExpressions;

namespace Vaka.Law.Amendments;

/// <summary>What became of a piece of text.</summary>
internal enum PieceKind
{
    Same,
    Deleted,
    Inserted,
}

/// <summary>A run of text with one fate.</summary>
internal readonly record struct Piece(PieceKind Kind, string Text);

/// <summary>
/// What changed between two texts, by words. Leaving out what was inserted gives the first text, leaving out what was deleted the second,
/// to the letter.
/// </summary>
internal static partial class Redline
{
    // A word with its marks and apostrophes (Haʻatolu), a surrogate pair, or one character: numbers and punctuation stand alone.
    [GeneratedRegex(@"[\p{L}\p{M}\p{N}'’ʻ]+|[\uD800-\uDBFF][\uDC00-\uDFFF]|.", RegexOptions.Singleline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Token();

    /// <summary>Cells of the table above which the changed middle is shown as replaced whole: about 5,000 words against 5,000.</summary>
    private const long MostCells = 30_000_000;

    /// <summary>The pieces, in order; adjacent ones differ in kind. A longest common subsequence of words (Wagner and Fischer, 1974).</summary>
    public static IReadOnlyList<Piece> Of(string before, string after)
    {
        var (a, b) = (Tokens(before), Tokens(after));
        var start = 0;
        while (start < a.Count && start < b.Count && a[start] == b[start]) start++;
        var end = 0;
        while (end < a.Count - start && end < b.Count - start && a[^(end + 1)] == b[^(end + 1)]) end++;
        var pieces = new List<Piece>();
        pieces.AddRange(a.Take(start).Select(t => new Piece(PieceKind.Same, t)));
        pieces.AddRange(Middle(a.GetRange(start, a.Count - start - end), b.GetRange(start, b.Count - start - end)));
        pieces.AddRange(a.Skip(a.Count - end).Select(t => new Piece(PieceKind.Same, t)));
        return Gather(pieces);
    }

    /// <summary>The pieces cut into the lines of the texts, for paragraphs on a page; blank lines are left out.</summary>
    public static IReadOnlyList<IReadOnlyList<Piece>> Lines(IReadOnlyList<Piece> pieces)
    {
        var lines = new List<List<Piece>> { new() };
        foreach (var piece in pieces)
        {
            var parts = piece.Text.Split('\n');
            for (var i = 0; i < parts.Length; i++)
            {
                if (i > 0) lines.Add([]);
                if (parts[i].Length > 0) lines[^1].Add(piece with { Text = parts[i] });
            }
        }
        return lines.FindAll(l => l.Exists(p => !string.IsNullOrWhiteSpace(p.Text)));
    }

    private static List<string> Tokens(string text) => [.. Token().Matches(text).Select(m => m.Value)];

    private static List<Piece> Middle(List<string> a, List<string> b)
    {
        var pieces = new List<Piece>();
        var (i, j) = (0, 0);
        if (a.Count > 0 && b.Count > 0 && (long)a.Count * b.Count <= MostCells)
        {
            var longest = new int[a.Count + 1, b.Count + 1];
            for (var x = a.Count - 1; x >= 0; x--)
                for (var y = b.Count - 1; y >= 0; y--)
                    longest[x, y] = a[x] == b[y] ? longest[x + 1, y + 1] + 1 : Math.Max(longest[x + 1, y], longest[x, y + 1]);
            while (i < a.Count && j < b.Count)
            {
                if (a[i] == b[j]) (_, i, j) = (Add(PieceKind.Same, a[i]), i + 1, j + 1);
                else if (longest[i + 1, j] >= longest[i, j + 1]) Add(PieceKind.Deleted, a[i++]);
                else Add(PieceKind.Inserted, b[j++]);
            }
        }
        for (; i < a.Count; i++) Add(PieceKind.Deleted, a[i]);
        for (; j < b.Count; j++) Add(PieceKind.Inserted, b[j]);
        return pieces;

        bool Add(PieceKind kind, string text)
        {
            pieces.Add(new(kind, text));
            return true;
        }
    }

    // Between two changes a lone blank or comma that happens to be the same in both would only break the reading: it is deleted and inserted again.
    private static List<Piece> Gather(List<Piece> tokens)
    {
        var pieces = new List<Piece>();
        StringBuilder deleted = new(), inserted = new(), same = new(), between = new();
        foreach (var token in tokens)
        {
            var changing = deleted.Length > 0 || inserted.Length > 0;
            if (token.Kind == PieceKind.Same)
            {
                if (changing && between.Length + token.Text.Length <= 2 && !token.Text.Any(c => char.IsLetterOrDigit(c) || c == '\n')) between.Append(token.Text);
                else
                {
                    Close();
                    same.Append(token.Text);
                }
                continue;
            }
            if (changing)
            {
                deleted.Append(between);
                inserted.Append(between);
                between.Clear();
            }
            else Emit(PieceKind.Same, same);
            (token.Kind == PieceKind.Deleted ? deleted : inserted).Append(token.Text);
        }
        Close();
        Emit(PieceKind.Same, same);
        return pieces;

        void Close()
        {
            Emit(PieceKind.Deleted, deleted);
            Emit(PieceKind.Inserted, inserted);
            same.Append(between);
            between.Clear();
        }

        void Emit(PieceKind kind, StringBuilder text)
        {
            if (text.Length > 0) pieces.Add(new(kind, text.ToString()));
            text.Clear();
        }
    }
}
