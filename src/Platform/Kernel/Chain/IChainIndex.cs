using Vaka.Kernel.Ownership;

namespace Vaka.Kernel.Chain;

/// <summary>What the shared parts of a list of chain rows show (<c>_Facets</c>, <c>_Table</c>, <c>_Pager</c>).</summary>
public interface IChainIndex
{
    /// <summary>Owner code chosen.</summary>
    string? Owner { get; }
    /// <summary>Theme chosen.</summary>
    string? Theme { get; }
    /// <summary>Words searched.</summary>
    string? Q { get; }
    /// <summary>Page from 1.</summary>
    int PageNumber { get; }
    /// <summary>The rows of this page.</summary>
    IReadOnlyList<ChainRow> Items { get; }
    /// <summary>Rows in all.</summary>
    int Total { get; }
    /// <summary>The kind's own facets.</summary>
    IReadOnlyList<ChainFacet> Facets { get; }
    /// <summary>Number of pages.</summary>
    int Pages { get; }
    /// <summary>Themes to choose from.</summary>
    IReadOnlyList<ThemeItem> AllThemes { get; }
    /// <summary>Owners to choose from: those that own any row the viewer sees.</summary>
    IReadOnlyList<State> AllOwners { get; }
}
