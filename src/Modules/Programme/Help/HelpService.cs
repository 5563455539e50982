using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Vaka.Kernel.Data;
using Vaka.Kernel.Words;

namespace Vaka.Programme.Help;

/// <summary>Kind of a service, in the order of the page. Words: <c>help.kind.emergency</c> and so on.</summary>
[WordsPrefix("help.kind")]
internal enum ServiceKind
{
    Emergency,
    Police,
    Shelter,
    Counselling,
    Health,
    Children,
    Legal,
    Migrants,
    Consular,
}

/// <summary>Where somebody in need can turn in a country. Public; owned by the country; changed by import.</summary>
internal sealed class HelpService : Row
{
    [MaxLength(80)]
    public required string Key { get; set; }

    public LocalText Name { get; set; } = LocalText.Empty;

    public ServiceKind Kind { get; set; }

    /// <summary>Whom it serves and how.</summary>
    public LocalText What { get; set; } = LocalText.Empty;

    /// <summary>As its source writes it; empty when none is known. To readers show <see cref="ShownPhone"/>.</summary>
    [MaxLength(60)]
    public string Phone { get; set; } = "";

    [MaxLength(400)]
    public string Url { get; set; } = "";

    [MaxLength(600)]
    public string Source { get; set; } = "";

    /// <summary>When the source said so.</summary>
    public PartialDate AsAt { get; set; }

    public bool IsVerified { get; set; }

    /// <summary>The number to show: none unless it was checked. A wrong number costs somebody in danger the call.</summary>
    public string? ShownPhone => IsVerified && Phone.Length > 0 ? Phone : null;

    /// <summary>There is a number, and it is withheld because nobody has checked it: the page says so.</summary>
    public bool IsPhoneWithheld => !IsVerified && Phone.Length > 0;

    /// <summary>The text to show: none when it repeats a number that is withheld.</summary>
    public LocalText ShownWhat => IsPhoneWithheld && What.Languages.Any(t => t.Value.Text.Contains(Phone, StringComparison.Ordinal)) ? LocalText.Empty : What;

    /// <summary><see cref="ShownPhone"/> as the address of a link, <c>tel:+6793308577</c>: a country code in brackets becomes an international number.</summary>
    public string? PhoneLink => ShownPhone is not { } phone ? null
        : $"tel:{(phone.StartsWith('(') || phone.StartsWith('+') ? "+" : "")}{string.Concat(phone.Where(char.IsAsciiDigit))}";

    public static void Map(ModelBuilder model) => model.Entity<HelpService>(s =>
    {
        s.ToTable("help_services");
        s.HasIndex(x => new { x.Owner, x.Key }).IsUnique();
    });
}
