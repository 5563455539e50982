using System.ComponentModel.DataAnnotations;
using Vaka.Kernel.Words;

namespace Vaka.Kernel.Ownership;

/// <summary>A country or region that can own rows, or be named in them. Reference data: readable by all, written by importers.</summary>
public sealed class State
{
    /// <summary>ISO 3166-1 alpha-2 for a country, a user-assigned <c>X?</c> for a fictional one, a longer word for a region (<c>PACIFIC</c>).</summary>
    [Key, MaxLength(16)]
    public required string Code { get; init; }

    /// <summary>Name in each language.</summary>
    public LocalText Name { get; set; } = LocalText.Empty;

    /// <summary>Code of the region it lies in; null for a region or when it belongs to none here.</summary>
    [MaxLength(16)]
    public string? Region { get; set; }

    /// <summary>An invented state.</summary>
    public bool Fictional { get; set; }

    /// <summary>True for a region rather than a country.</summary>
    public bool IsRegion { get; set; }
}
