using System.Globalization;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Vaka.Kernel.Data;
using Vaka.Kernel.Ownership;

namespace Vaka.Kernel.Audit;

/// <summary>Turns tracked changes into audit entries.</summary>
internal static class AuditTrail
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // Values that only repeat what the entry says itself.
    private static readonly HashSet<string> Silent = ["Id", "Revision", "CreatedAt", "ChangedAt", "ConcurrencyStamp", "SecurityStamp", "PasswordHash", "NormalizedUserName", "NormalizedEmail"];

    public static AuditEntry Entry(EntityEntry entry, Viewer viewer, DateTime now)
    {
        var changes = new SortedDictionary<string, object?[]>(StringComparer.Ordinal);
        foreach (var property in entry.Properties)
        {
            if (property.Metadata.IsShadowProperty() || Silent.Contains(property.Metadata.Name)) continue;
            if (entry.State == EntityState.Modified && !property.IsModified) continue;
            var from = entry.State == EntityState.Added ? null : property.OriginalValue;
            var to = entry.State == EntityState.Deleted ? null : property.CurrentValue;
            if (from is null && to is null) continue;
            // A store that marks the whole row as modified (ASP.NET Core Identity's does) has not changed every value.
            if (entry.State == EntityState.Modified && property.Metadata.GetValueComparer().Equals(from, to)) continue;
            var personal = property.Metadata.PropertyInfo?.GetCustomAttribute<PersonalAttribute>() is not null
                || property.Metadata.PropertyInfo?.GetCustomAttribute<Microsoft.AspNetCore.Identity.PersonalDataAttribute>() is not null;
            changes[property.Metadata.Name] = personal ? [from is null ? null : "•", to is null ? null : "•"] : [Shown(from), Shown(to)];
        }
        return new()
        {
            At = now,
            ActorId = viewer.UserId,
            Actor = viewer.UserId is null ? viewer.Name : "user",
            Owner = (entry.Entity as IOwned)?.Owner ?? (entry.Entity as Identity.Grant)?.Owner ?? "",
            Kind = KindOf(entry.Metadata.ClrType),
            RowId = string.Join('/', entry.Metadata.FindPrimaryKey()!.Properties.Select(p => Convert.ToString(entry.Property(p.Name).CurrentValue, CultureInfo.InvariantCulture))),
            Revision = (entry.Entity as IEditable)?.Revision ?? 0,
            Action = entry.State switch
            {
                EntityState.Added => "created",
                EntityState.Deleted => "deleted",
                _ when entry.Entity is IOwned && entry.Property(nameof(IOwned.Audience)).IsModified => "shared",
                _ => "changed",
            },
            Changes = JsonSerializer.Serialize(changes, Readable),
        };
    }

    /// <summary><c>LegalGap</c> is <c>legal-gap</c>.</summary>
    public static string KindOf(Type type) =>
        string.Concat(type.Name.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : c.ToString()));

    private static object? Shown(object? value) => value switch
    {
        null or string or bool or int or long => value,
        Enum e => e.ToString(),
        byte[] b => $"sha256:{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(b))}",
        DateTime t => t.ToString("O", CultureInfo.InvariantCulture),
        IFormattable f => f.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
