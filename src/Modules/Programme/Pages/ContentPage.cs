using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Vaka.Kernel.Data;
using Vaka.Kernel.Words;

namespace Vaka.Programme.Pages;

/// <summary>A page of text that the office running this copy keeps: who we are, contact, privacy. Everyone may read it.</summary>
internal sealed partial class ContentPage : Row
{
    /// <summary>The sections in the order in which the index shows them; files name them so.</summary>
    public static IReadOnlyList<string> Sections { get; } =
        ["about", "structure", "work", "what-we-do", "partnerships", "where", "act", "data", "agenda-2030", "contact", "legal"];

    /// <summary>Last part of the address: lower-case letters, digits and single hyphens (<see cref="IsSlug"/>).</summary>
    [MaxLength(80)]
    public required string Slug { get; set; }

    public LocalText Title { get; set; } = LocalText.Empty;

    public LocalText Summary { get; set; } = LocalText.Empty;

    /// <summary>Markdown without raw HTML.</summary>
    public LocalText Body { get; set; } = LocalText.Empty;

    /// <summary>One of <see cref="Sections"/>.</summary>
    [MaxLength(40)]
    public string Section { get; set; } = "about";

    /// <summary>Place within its section, from 1.</summary>
    public int Order { get; set; } = 1;

    /// <summary>The body with the reader's language before every link to an address of this site: a text is written once for all addresses.</summary>
    public LocalText BodyFor(string language) => WithLinks(Body, language);

    /// <summary><c>[board](/board)</c> becomes <c>[board](/fr/board)</c>; addresses of other sites and of files stay.</summary>
    public static LocalText WithLinks(LocalText markdown, string language) =>
        markdown.Languages.Aggregate(LocalText.Empty, (text, t) => text.With(t.Key, InternalLink().Replace(t.Value.Text, $"${{before}}/{language}/")));

    /// <summary>Can it be the last part of an address?</summary>
    public static bool IsSlug(string? slug) => slug is { Length: <= 80 } && slug != "new" && SlugForm().IsMatch(slug);

    public static void Map(ModelBuilder model) => model.Entity<ContentPage>(p =>
    {
        p.ToTable("pages");
        p.HasIndex(x => x.Slug).IsUnique();
    });

    // Inline links and link definitions that begin with one slash; two would be another host. Pages of this site only, so no dot-underscore folders.
    [GeneratedRegex(@"(?<before>\]\(<?|^ {0,3}\[[^\]\n]+\]:\s*<?)/(?![/_])(?!(?:en|fr)(?:/|\)))", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex InternalLink();

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SlugForm();
}
