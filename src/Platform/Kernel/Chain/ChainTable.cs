using Microsoft.AspNetCore.Html;
using Vaka.Kernel.Words;

namespace Vaka.Kernel.Chain;

/// <summary>A column that one kind has in its list, between title and owner.</summary>
/// <param name="Label">Words key of the column's head.</param>
/// <param name="Cell">What a row shows there: a <see cref="LocalText"/> or HTML (<see cref="IHtmlContent"/>) as it is, anything else as words already in the reader's language.</param>
public sealed record ChainColumn(string Label, Func<ChainRow, object?> Cell);

/// <summary>A list of rows of one kind, as <c>/Chain/_Table.cshtml</c> shows it.</summary>
/// <param name="Prefix">Words prefix of the kind: <c>finding</c> for <c>finding.list</c> and <c>finding.empty</c>.</param>
/// <param name="Index">The page's rows, their number in all, and the pages.</param>
/// <param name="Columns">Columns of the kind's own.</param>
public sealed record ChainTable(string Prefix, IChainIndex Index, params ChainColumn[] Columns);

/// <summary>A facet of one kind: a closed list of values, one of which narrows the list.</summary>
/// <param name="Name">Query parameter, lower case.</param>
/// <param name="Label">Words key of its label.</param>
/// <param name="Values">Value in the address and words key of what it is called.</param>
/// <param name="Chosen">The value chosen; null for all.</param>
public sealed record ChainFacet(string Name, string Label, IReadOnlyList<(string Value, string Words)> Values, string? Chosen)
{
    /// <summary>All values of an enumeration, called <c>{words}.{value}</c>.</summary>
    public static ChainFacet Of<T>(string name, string label, string words, T? chosen) where T : struct, Enum =>
        new(name, label, [.. Enum.GetValues<T>().Select(v => ($"{v}", $"{words}.{Kernel.Words.Words.KeyOf(v)}"))], chosen?.ToString());
}
