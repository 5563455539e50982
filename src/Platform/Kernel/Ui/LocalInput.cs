using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Vaka.Kernel.Words;

namespace Vaka.Kernel.Ui;

/// <summary><c>&lt;local-input name="Form.Title" label="field.title" value="@Model.Form.Title" /&gt;</c>: one field per language of the pages, posted as <c>Form.Title[fr]</c>.</summary>
[HtmlTargetElement("local-input", TagStructure = TagStructure.WithoutEndTag)]
public sealed class LocalInputTagHelper(Words.Words words) : TagHelper
{
    /// <summary>Name of the dictionary in the form.</summary>
    public string Name { get; set; } = "";
    /// <summary>Words key of the label.</summary>
    public string Label { get; set; } = "";
    /// <summary>Words key of the hint; null for none.</summary>
    public string? Hint { get; set; }
    /// <summary>Text per language.</summary>
    public IReadOnlyDictionary<string, string?> Value { get; set; } = new Dictionary<string, string?>();
    /// <summary>Lines of a text area; 0 for one line.</summary>
    public int Lines { get; set; }

    /// <summary>For the errors of the form.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        static string E(string text) => HtmlEncoder.Default.Encode(text);
        var id = Name.Replace('.', '-').ToLowerInvariant();
        var errors = ViewContext.ModelState.TryGetValue(Name, out var state) ? state.Errors.Select(e => words[e.ErrorMessage]).ToList() : [];
        var html = new StringBuilder($"<legend>{E(words[Label])}</legend>");
        if (Hint is not null) html.Append($"<p class=\"hint\">{E(words[Hint])}</p>");
        if (errors.Count > 0) html.Append($"<p class=\"error-text\" id=\"{id}-error\">{E(string.Join(' ', errors))}</p>");
        foreach (var (code, language) in Languages.Offered)
        {
            Value.TryGetValue(code, out var text);
            var common = $"id=\"{id}-{code}\" name=\"{E(Name)}[{code}]\" lang=\"{code}\"{(errors.Count > 0 ? $" aria-invalid=\"true\" aria-describedby=\"{id}-error\"" : "")}";
            html.Append($"<div class=\"field\"><label for=\"{id}-{code}\">{E(words[$"language.{code}"])}</label>");
            html.Append(Lines > 0 ? $"<textarea {common} rows=\"{Lines}\">{E(text ?? "")}</textarea></div>" : $"<input {common} value=\"{E(text ?? "")}\"></div>");
            _ = language;
        }
        output.TagName = "fieldset";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "field");
        output.Content.SetHtmlContent(html.ToString());
    }
}

/// <summary><c>&lt;field-errors for="Form.Key" /&gt;</c>: the errors of a field beside it.</summary>
[HtmlTargetElement("field-errors", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FieldErrorsTagHelper(Words.Words words) : TagHelper
{
    /// <summary>Name of the field in the form.</summary>
    public string For { get; set; } = "";

    /// <summary>For the errors of the form.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (!ViewContext.ModelState.TryGetValue(For, out var state) || state.Errors.Count == 0)
        {
            output.SuppressOutput();
            return;
        }
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "error-text");
        output.Attributes.SetAttribute("id", $"{For.Replace('.', '-').ToLowerInvariant()}-error");
        output.Content.SetContent(string.Join(' ', state.Errors.Select(e => words[e.ErrorMessage])));
    }
}
