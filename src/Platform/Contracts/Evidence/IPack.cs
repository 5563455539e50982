using Vaka.Kernel.Chain;
using Vaka.Kernel.Data;
using Vaka.Kernel.Importing;

namespace Vaka.Contracts.Evidence;

/// <summary>Reads one file of a pack, the folder of CSV files that <c>vaka import pack</c> takes. Each module registers one per file it owns.</summary>
public interface IPackFile
{
    /// <summary>File name, e.g. <c>findings.csv</c>.</summary>
    string File { get; }

    /// <summary>Place in the reading order; a file comes after all that its rows may follow from.</summary>
    int Order { get; }

    /// <summary>Columns besides <see cref="PackColumns.Common"/> when <see cref="IsChain"/>; those with a star are required.</summary>
    IReadOnlyList<string> Columns { get; }

    /// <summary>True when the rows are rows of the chain and so have the common columns.</summary>
    bool IsChain => true;

    /// <summary>Adds the rows to the context. Problems go to the sheet's report.</summary>
    Task Read(Sheet sheet, IPack pack, CancellationToken ct);
}

/// <summary>Columns that all rows of the chain have in a pack.</summary>
public static class PackColumns
{
    /// <summary>With a star: required.</summary>
    public static IReadOnlyList<string> Common { get; } =
        ["key*", "owner", "audience", "themes", "title_en*", "title_fr", "summary_en", "summary_fr", "fictional", "synthetic", "because"];
}

/// <summary>A pack being imported, as its files' readers use it.</summary>
public interface IPack
{
    /// <summary>Folder of the pack, for files named in cells.</summary>
    string Folder { get; }

    /// <summary>Problems and counts.</summary>
    ImportReport Report { get; }

    /// <summary>The row's owner: its own column, else the one given with the command. An error, and an empty string, when there is none or it is unknown.</summary>
    ValueTask<string> OwnerOf(SheetRow row, string column = "owner");

    /// <summary>
    /// Makes or updates a row of the chain by owner and key: common columns are read here (title, summary, themes, audience, fictional,
    /// synthetic), <paramref name="apply"/> reads the rest; then a version is published with edges from <c>because</c> and <paramref name="alsoBecause"/>.
    /// A row that is unchanged, or that people have edited, is left alone.
    /// </summary>
    /// <param name="row">The row of the file.</param>
    /// <param name="create">Makes an empty row for an owner and key.</param>
    /// <param name="apply">Sets the row's own fields.</param>
    /// <param name="alsoBecause">Further references as <c>kind:key</c>, each with the column to blame when it does not resolve.</param>
    /// <param name="keyColumn">Column that holds the key.</param>
    /// <param name="ct">Stops it.</param>
    /// <returns>The row; null when the file's row has errors.</returns>
    Task<T?> Upsert<T>(SheetRow row, Func<string, string, T> create, Action<T> apply, IEnumerable<(string Column, string Reference)>? alsoBecause = null, string keyColumn = "key", CancellationToken ct = default)
        where T : ChainRow;

    /// <summary>Makes or updates a row that is not in the chain. <paramref name="key"/> is unique per <paramref name="kind"/> and owner.</summary>
    /// <param name="existing">The row in the database; null when there is none.</param>
    Task<T?> UpsertPlain<T>(SheetRow row, string kind, string owner, string key, T? existing, Func<T> create, Action<T> apply, CancellationToken ct = default)
        where T : Row;

    /// <summary>Publishes a row's next version because of these, unless its newest version follows from exactly them already.</summary>
    Task Follow(ChainRow row, IReadOnlyCollection<Ref> because, CancellationToken ct = default);

    /// <summary>A row of the chain of this pack, or of an earlier import, by owner and key; an error against the column when there is none.</summary>
    Task<T?> Find<T>(SheetRow row, string column, string owner, string key, CancellationToken ct = default) where T : ChainRow;
}
