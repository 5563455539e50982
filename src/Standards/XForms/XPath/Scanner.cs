using System.Globalization;
using System.Xml;

namespace Vaka.XForms.XPath;

/// <summary>
/// Reads the text of an expression piece by piece. The parser says what it expects, because XPath's words depend on their place:
/// <c>div</c> and <c>*</c> are names where an operand stands and operators behind one.
/// </summary>
internal sealed class Scanner(string text)
{
    public int Position { get; private set; }

    public bool AtEnd
    {
        get
        {
            SkipSpace();
            return Position >= text.Length;
        }
    }

    public void SkipSpace()
    {
        while (Position < text.Length && text[Position] is ' ' or '\t' or '\r' or '\n') Position++;
    }

    public char Peek(int ahead = 0) => Position + ahead < text.Length ? text[Position + ahead] : '\0';

    public char PeekBefore => Position > 0 ? text[Position - 1] : '\0';

    public bool Take(string symbol)
    {
        SkipSpace();
        if (string.CompareOrdinal(text, Position, symbol, 0, symbol.Length) != 0) return false;
        Position += symbol.Length;
        return true;
    }

    /// <summary>An operator that is a word; digits may follow without a space (<c>1div2</c>), letters may not.</summary>
    public bool TakeWord(string word)
    {
        SkipSpace();
        if (string.CompareOrdinal(text, Position, word, 0, word.Length) != 0) return false;
        var next = Peek(word.Length);
        if (next == ':' || (next != '\0' && XmlConvert.IsStartNCNameChar(next))) return false;
        Position += word.Length;
        return true;
    }

    /// <summary>A name without prefix, or null when none stands here.</summary>
    public string? TakeName()
    {
        SkipSpace();
        var start = Position;
        if (!XmlConvert.IsStartNCNameChar(Peek())) return null;
        while (Position < text.Length && XmlConvert.IsNCNameChar(text[Position])) Position++;
        return text[start..Position];
    }

    public bool AtNumber => char.IsAsciiDigit(Peek()) || (Peek() == '.' && char.IsAsciiDigit(Peek(1)));

    public double TakeNumber()
    {
        var start = Position;
        SkipDigits();
        if (Peek() == '.')
        {
            Position++;
            SkipDigits();
        }
        // An exponent is no XPath 1.0, but what clients write into forms; "1e" without digits stays a mistake.
        var sign = Peek(1) is '+' or '-' ? 2 : 1;
        if (Peek() is 'e' or 'E' && char.IsAsciiDigit(Peek(sign)))
        {
            Position += sign;
            SkipDigits();
        }
        return double.Parse(text.AsSpan(start, Position - start), NumberStyles.Float, CultureInfo.InvariantCulture);
    }

    public string TakeQuoted()
    {
        var (start, quote) = (Position, Peek());
        var end = text.IndexOf(quote, start + 1);
        if (end < 0) throw new XPathException($"The text that begins with {quote} has no closing {quote}.", start);
        Position = end + 1;
        return text[(start + 1)..end];
    }

    public string Here => Position < text.Length ? $"“{text.Substring(Position, Math.Min(12, text.Length - Position))}”" : "the end";

    private void SkipDigits()
    {
        while (char.IsAsciiDigit(Peek())) Position++;
    }
}
