using Microsoft.EntityFrameworkCore;
using Vaka.Kernel.Data;

namespace Vaka.Kernel.Importing;

/// <summary>
/// Do texts fit their columns? SQLite takes texts of any length and PostgreSQL refuses with an exception: importers ask here first, so that
/// both say the same, with file and line.
/// </summary>
public static class Widths
{
    /// <summary>An error against the row for each text of the entity that its column has no room for.</summary>
    /// <returns>True when all fit.</returns>
    public static bool Fits(this SheetRow row, VakaDb db, object entity)
    {
        var fits = true;
        foreach (var (property, length, most) in TooLong(db, entity))
        {
            row.Error(ColumnOf(property), "import.too-long", length, most);
            fits = false;
        }
        return fits;
    }

    /// <summary>The same for everything about to be saved, against a file and line: what no row has answered for.</summary>
    /// <returns>True when all fit.</returns>
    public static bool Fits(this ImportReport report, VakaDb db, string file, int line = 0)
    {
        var fits = true;
        foreach (var entry in db.ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified))
            foreach (var (property, length, most) in TooLong(db, entry.Entity))
            {
                report.Add(new(true, file, line, ColumnOf(property), "import.too-long", length, most));
                fits = false;
            }
        return fits;
    }

    private static IEnumerable<(string Property, int Length, int Most)> TooLong(VakaDb db, object entity)
    {
        foreach (var property in db.Model.FindEntityType(entity.GetType())?.GetProperties() ?? [])
            if (property.ClrType == typeof(string) && property.GetMaxLength() is { } most && property.PropertyInfo?.GetValue(entity) is string text && text.Length > most)
                yield return (property.Name, text.Length, most);
    }

    // Files name columns as the database does.
    private static string ColumnOf(string property) => Words.Words.KeyOf(property).Replace('-', '_');
}
