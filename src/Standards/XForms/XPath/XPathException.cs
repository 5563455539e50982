namespace Vaka.XForms.XPath;

/// <summary>An expression cannot be read or evaluated. The message is a sentence for the author of the form.</summary>
/// <param name="message">What is wrong.</param>
/// <param name="position">Where in the expression, as a 0-based count of UTF-16 units.</param>
/// <param name="inner">The cause, where there is one.</param>
public sealed class XPathException(string message, int position, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Where in the expression, as a 0-based count of UTF-16 units.</summary>
    public int Position { get; } = position;
}
