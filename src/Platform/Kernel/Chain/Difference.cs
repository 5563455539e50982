using System.Globalization;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Vaka.Kernel.Data;
using Vaka.Kernel.Ownership;
using Vaka.Kernel.Ui;
using Vaka.Kernel.Words;

namespace Vaka.Kernel.Chain;

/// <summary>A field on which the form and the row in the database differ.</summary>
/// <param name="Field">Words key of the field's name.</param>
/// <param name="Mine">What the form says, as a reader understands it.</param>
/// <param name="Theirs">What the database says now, likewise.</param>
public sealed record Difference(string Field, string Mine, string Theirs)
{
    private static readonly string[] Kept = [nameof(IEditable.Revision), nameof(Row.ChangedAt), nameof(ChainRow.PublishedVersion)];

    /// <summary>What differs between a tracked row and the database, in words; null when the row is no longer there.</summary>
    /// <param name="db">Titles of other rows are read from it, as far as its viewer may see them.</param>
    /// <param name="row">The row as the form would have it.</param>
    /// <param name="words">The reader's words.</param>
    /// <param name="field">Words key of a property's name.</param>
    /// <param name="ct">Stops it.</param>
    public static async Task<(IReadOnlyList<Difference> Differences, int Revision)?> Of(VakaDb db, object row, Words.Words words, Func<IReadOnlyProperty, string> field, CancellationToken ct)
    {
        var entry = db.Entry(row);
        if (await entry.GetDatabaseValuesAsync(ct) is not { } theirs) return null;
        var differences = new List<Difference>();
        foreach (var property in entry.Properties.Where(p => !Kept.Contains(p.Metadata.Name) && !Equals(p.CurrentValue, theirs[p.Metadata])).ToList())
            differences.Add(new(field(property.Metadata), await Shown(db, property, property.CurrentValue, words, ct), await Shown(db, property, theirs[property.Metadata], words, ct)));
        return (differences, theirs.GetValue<int>(nameof(IEditable.Revision)));
    }

    private static async Task<string> Shown(VakaDb db, PropertyEntry property, object? value, Words.Words words, CancellationToken ct) => value switch
    {
        null => "",
        LocalText text => string.Join(" / ", text.Languages.OrderBy(l => l.Key == Words.Words.Language ? 0 : 1).Select(l => l.Value.Text)),
        Enum e => words.Of(e.GetType().GetCustomAttribute<WordsPrefixAttribute>()?.Prefix ?? Words.Words.KeyOf(e.GetType().Name), e),
        bool b => words[b ? "form.yes" : "form.no"],
        DateOnly day => Formats.Day(day),
        Guid id => await Titled(db, property, id, ct) ?? words["edit-conflict.unseen"],
        string codes when codes.StartsWith('|') => string.Join(", ", Codes.Split(codes)),
        _ => Convert.ToString(value, CultureInfo.CurrentCulture) ?? "",
    };

    // The row that the id means: by the foreign key, with the filters of the viewer.
    private static async Task<string?> Titled(VakaDb db, PropertyEntry property, Guid id, CancellationToken ct) =>
        property.Metadata.GetContainingForeignKeys().FirstOrDefault()?.PrincipalEntityType.ClrType is { } type && await db.FindAsync(type, [id], ct) is ChainRow other
            ? other.Title.For(Words.Words.Language).Text : null;
}
