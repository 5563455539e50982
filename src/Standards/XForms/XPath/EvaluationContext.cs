using System.Globalization;
using System.Xml.Linq;

namespace Vaka.XForms.XPath;

/// <summary>
/// Everything that an evaluation may know. Nothing is read from the machine: clock, time zone, chance and other instances are the caller's.
/// The document must not change while an expression is evaluated.
/// </summary>
/// <param name="node">The context node; it belongs to a document, whose root is what absolute paths begin from.</param>
/// <param name="timeZone">Zone of dates without an offset, and of dates as text.</param>
/// <param name="clock">Tells now() and today().</param>
public sealed class EvaluationContext(XObject node, TimeZoneInfo timeZone, TimeProvider clock)
{
    /// <summary>The context node.</summary>
    public XObject Node { get; } = node;

    /// <summary>Zone of dates without an offset, and of dates as text.</summary>
    public TimeZoneInfo TimeZone { get; } = timeZone;

    /// <summary>Tells now() and today().</summary>
    public TimeProvider Clock { get; } = clock;

    /// <summary>What current() is; the context node when null.</summary>
    public XObject? Current { get; init; }

    /// <summary>Namespace of a prefix, or null; declarations in the document and the prefixes of OpenRosa are known anyway.</summary>
    public Func<string, string?>? Namespaces { get; init; }

    /// <summary>
    /// True when a name without prefix shall match in any namespace, as in the instances of XLSForms, which inherit the default namespace of XForms.
    /// False is XPath 1.0: no prefix means no namespace.
    /// </summary>
    public bool UnprefixedMatchesAnyNamespace { get; init; }

    /// <summary>The node above the root element of a secondary instance, by id; null when there is none.</summary>
    public Func<string, XObject?>? Instances { get; init; }

    /// <summary>jr:choice-name(value, path of the question): the label of a choice; null when there is none.</summary>
    public Func<string, string, string?>? ChoiceName { get; init; }

    /// <summary>jr:itext(id): a text in the language of the form; null when there is none.</summary>
    public Func<string, string?>? Texts { get; init; }

    /// <summary>pulldata(instance, wanted column, key column, key); null means the instances are searched.</summary>
    public Func<string, string, string, string, string?>? PullData { get; init; }

    /// <summary>Functions of the caller by name; they come before those built in.</summary>
    public IReadOnlyDictionary<string, Func<IReadOnlyList<XPathValue>, XPathValue>>? Functions { get; init; }

    /// <summary>Source of chance for random(), uuid() and randomize() without seed; a good one of the system when null.</summary>
    public Random? Random { get; init; }

    /// <summary>Names of months and weekdays in format-date().</summary>
    public CultureInfo Culture { get; init; } = CultureInfo.InvariantCulture;

    /// <summary>How long one regular expression may take.</summary>
    public TimeSpan RegexTimeout { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>How many nodes and operators one evaluation may visit before it ends in an error.</summary>
    public long StepLimit { get; init; } = 50_000_000;
}
