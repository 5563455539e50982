using Vaka.XForms.Forms;

namespace Vaka.XForms.Programs;

/// <summary>Why a form cannot be filled with the light client.</summary>
/// <param name="Node">Path of the node that is meant; empty for the whole form.</param>
/// <param name="Expression">The expression, or whatever it is that the client does not know.</param>
/// <param name="Why">A sentence for the author of the form.</param>
public sealed record ProgramRefusal(string Node, string Expression, string Why)
{
    /// <summary>Where, what, why.</summary>
    public override string ToString() => (Node.Length, Expression.Length) switch
    {
        (0, 0) => Why,
        (0, _) => $"{Expression}: {Why}",
        (_, 0) => $"{Node}: {Why}",
        _ => $"{Node}: {Expression}: {Why}",
    };
}

/// <summary>
/// A form as one ES module for the light client: everything that it asks, with each expression as a function of JavaScript, so that the browser
/// needs neither an XPath engine nor <c>eval</c>. The same form gives the same text.
/// </summary>
public sealed class FormProgram
{
    private FormProgram(string text, IReadOnlyList<ProgramRefusal> refusals) => (Text, Refusals) = (text, refusals);

    /// <summary>The module; empty when the form is refused.</summary>
    public string Text { get; }

    /// <summary>What the light client does not do; empty when it can do all of the form.</summary>
    public IReadOnlyList<ProgramRefusal> Refusals { get; }

    /// <summary>Writes the program of a form.</summary>
    public static FormProgram Of(XForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        var refusals = new List<ProgramRefusal>();
        var text = new ProgramWriter(form, refusals).Write();
        return new(refusals.Count > 0 ? "" : text, [.. refusals.Distinct()]);
    }
}
