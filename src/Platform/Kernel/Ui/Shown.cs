using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Vaka.Kernel.Data;
using Vaka.Kernel.Words;

namespace Vaka.Kernel.Ui;

/// <summary><c>&lt;local-text value="@row.Title" /&gt;</c>: content in the reader's language; another language is marked with <c>lang</c> and a note.</summary>
[HtmlTargetElement("local-text", TagStructure = TagStructure.WithoutEndTag)]
public sealed class LocalTextTagHelper(Words.Words words) : TagHelper
{
    /// <summary>The content.</summary>
    public LocalText Value { get; set; } = LocalText.Empty;

    /// <summary>Shown when no language has a text: a words key.</summary>
    public string? Otherwise { get; set; }

    /// <summary>The text is Markdown.</summary>
    public bool Markdown { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var shown = Value.For(Words.Words.Language);
        output.TagMode = TagMode.StartTagAndEndTag;
        output.TagName = Markdown ? "div" : "span";
        if (Markdown) output.Attributes.SetAttribute("class", "prose");
        if (shown.Text.Length == 0)
        {
            output.TagName = null;
            if (Otherwise is not null) output.Content.SetContent(words[Otherwise]);
            return;
        }
        if (shown.Language == "mul") output.Attributes.SetAttribute("translate", "no");
        else if (shown.IsFallback) output.Attributes.SetAttribute("lang", shown.Language);
        if (Markdown) output.Content.SetHtmlContent(Ui.Markdown.ToHtml(shown.Text));
        else output.Content.SetContent(shown.Text);
        if (shown.IsFallback)
            output.PostElement.SetHtmlContent($" <small class=\"fallback\">({HtmlEncoder.Default.Encode(words[$"text.only-in.{shown.Language}"])})</small>");
    }
}

/// <summary>Ways of writing numbers, money and dates for the reader's culture.</summary>
public static class Formats
{
    /// <summary>Whole units of a currency by its ISO 4217 code, from minor units: <c>USD 400,000</c> or <c>400 000 USD</c>.</summary>
    public static string Money(long? minor, string currency = "USD")
    {
        if (minor is not { } cents) return "";
        var amount = (cents / 100m).ToString(cents % 100 == 0 ? "N0" : "N2", CultureInfo.CurrentCulture);
        return Words.Words.Language == "fr" ? $"{amount}\u00A0{currency}" : $"{currency}\u00A0{amount}";
    }

    /// <summary>A day in full: <c>3 September 2024</c>.</summary>
    public static string Day(DateOnly day) => PartialDate.Of(day).ToString(CultureInfo.CurrentCulture);

    /// <summary>A date at its own precision.</summary>
    public static string Date(PartialDate? date) => date?.ToString(CultureInfo.CurrentCulture) ?? "";

    /// <summary>A moment, in UTC and said so.</summary>
    public static string Moment(DateTime utc) => $"{utc.ToString("d MMMM yyyy HH:mm", CultureInfo.CurrentCulture)} UTC";

    /// <summary>A share as a percentage with one decimal; empty when there is nothing to divide by.</summary>
    public static string Share(long numerator, long denominator) =>
        denominator == 0 ? "" : (numerator / (decimal)denominator).ToString("P1", CultureInfo.CurrentCulture);

    /// <summary>A whole number.</summary>
    public static string Number(long number) => number.ToString("N0", CultureInfo.CurrentCulture);
}

/// <summary>Markdown as people write it in content: no raw HTML, and sanitised again after rendering.</summary>
public static class Markdown
{
    private static readonly Markdig.MarkdownPipeline Pipeline = Markdig.MarkdownExtensions.UsePipeTables(
        Markdig.MarkdownExtensions.DisableHtml(new Markdig.MarkdownPipelineBuilder())).Build();

    private static readonly Ganss.Xss.HtmlSanitizer Sanitizer = Make();

    /// <summary>Safe HTML. A text nested deeper than Markdig goes (only a damaged one is) is shown as it was written.</summary>
    public static string ToHtml(string markdown)
    {
        try
        {
            return Sanitizer.Sanitize(Markdig.Markdown.ToHtml(markdown, Pipeline));
        }
        catch (ArgumentException)
        {
            return $"<pre>{HtmlEncoder.Default.Encode(markdown)}</pre>";
        }
    }

    private static Ganss.Xss.HtmlSanitizer Make()
    {
        var sanitizer = new Ganss.Xss.HtmlSanitizer();
        sanitizer.AllowedTags.Clear();
        foreach (var tag in (string[])["p", "h2", "h3", "h4", "ul", "ol", "li", "a", "em", "strong", "code", "pre", "blockquote", "table", "thead", "tbody", "tr", "th", "td", "hr", "br"])
            sanitizer.AllowedTags.Add(tag);
        sanitizer.AllowedAttributes.Clear();
        sanitizer.AllowedAttributes.Add("href");
        sanitizer.AllowedSchemes.Clear();
        foreach (var scheme in (string[])["http", "https", "mailto", "tel"]) sanitizer.AllowedSchemes.Add(scheme);
        return sanitizer;
    }
}

/// <summary><c>&lt;icon name="search" /&gt;</c>: an icon of the sprite, decoration only.</summary>
[HtmlTargetElement("icon", TagStructure = TagStructure.WithoutEndTag)]
public sealed class IconTagHelper : TagHelper
{
    /// <summary>Name of a symbol in <c>icons.svg</c>, without <c>i-</c>.</summary>
    public string Name { get; set; } = "";

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "icon");
        output.Attributes.SetAttribute("aria-hidden", "true");
        output.Attributes.SetAttribute("focusable", "false");
        output.Content.SetHtmlContent($"<use href=\"/_content/Vaka.Kernel/icons.svg#i-{HtmlEncoder.Default.Encode(Name)}\"></use>");
    }
}

/// <summary>Puts the reader's language before a link's address: <c>&lt;a to="/projects"&gt;</c> becomes <c>href="/fr/projects"</c>.</summary>
[HtmlTargetElement("a", Attributes = "to"), HtmlTargetElement("form", Attributes = "to")]
public sealed class LocalLinkTagHelper : TagHelper
{
    /// <summary>Address without a language.</summary>
    public string To { get; set; } = "";

    /// <summary>The request, for nothing but the framework's wish to know it.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output) =>
        output.Attributes.SetAttribute(output.TagName == "form" ? "action" : "href", Links.Local(To));
}

/// <summary>Addresses.</summary>
public static class Links
{
    /// <summary>The address in the reader's language.</summary>
    public static string Local(string path) => $"/{Words.Words.Language}{path}";
}
