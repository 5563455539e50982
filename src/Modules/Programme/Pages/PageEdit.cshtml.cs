using System.Globalization;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vaka.Kernel.Data;
using Vaka.Kernel.Permissions;
using Vaka.Kernel.Words;
using Vaka.Programme.Editing;

namespace Vaka.Programme.Pages;

/// <summary>What the form of a page posts.</summary>
public sealed class PageForm : RowForm
{
    /// <summary>Title per language.</summary>
    public Dictionary<string, string?> Title { get; set; } = [];
    /// <summary>Summary per language.</summary>
    public Dictionary<string, string?> Summary { get; set; } = [];
    /// <summary>Markdown per language.</summary>
    public Dictionary<string, string?> Body { get; set; } = [];
    /// <summary>Section of the index.</summary>
    public string? Section { get; set; }
    /// <summary>Place within the section.</summary>
    public string? Order { get; set; }
}

/// <summary>Edits a page, both languages side by side, with a preview that saves nothing.</summary>
[Permit(PagesFeature.PageWrite)]
internal sealed class PageEditModel(VakaDb db) : RowEditPage<ContentPage, PageForm>(db)
{
    private const int MostCharacters = 60_000;

    protected override string WritePermission => PagesFeature.PageWrite;

    protected override string FieldPrefix => "page.field";

    public override string Back => $"/pages/{Row.Slug}";

    /// <summary>The page as it would be; null unless a preview was asked for.</summary>
    public ContentPage? Preview { get; private set; }

    /// <summary>Shows what the page would look like.</summary>
    public async Task<IActionResult> OnPostPreviewAsync(CancellationToken ct)
    {
        if (await Load(ct) is { } refused) return refused;
        Apply(Form, Row);
        Preview = Row;
        return Again(ModelState.IsValid ? 200 : 422);
    }

    protected override Task<ContentPage?> Find(CancellationToken ct)
    {
        var slug = RouteData.Values["slug"] as string;
        return Db.Set<ContentPage>().FirstOrDefaultAsync(p => p.Slug == slug, ct);
    }

    protected override void Fill(PageForm form, ContentPage row)
    {
        (form.Title, form.Summary, form.Body) = (All(row.Title), All(row.Summary), All(row.Body));
        (form.Section, form.Order) = (row.Section, row.Order.ToString(CultureInfo.InvariantCulture));
    }

    protected override void Apply(PageForm form, ContentPage row)
    {
        (row.Title, row.Summary, row.Body) = (Merge(row.Title, form.Title), Merge(row.Summary, form.Summary), Merge(row.Body, form.Body));
        foreach (var (name, text) in new[] { ("Title", row.Title), ("Summary", row.Summary), ("Body", row.Body) })
            if (text.IsEmpty) ModelState.AddModelError($"Form.{name}", "form.required");
        foreach (var (_, text) in row.Body.Languages)
        {
            if (text.Text.Length > MostCharacters) ModelState.AddModelError("Form.Body", "form.too-long");
            else if (HasHtml(text.Text)) ModelState.AddModelError("Form.Body", "page.no-html");
        }
        if (ContentPage.Sections.Contains(form.Section ?? "")) row.Section = form.Section!;
        else ModelState.AddModelError("Form.Section", "form.required");
        if (int.TryParse(form.Order, NumberStyles.None, CultureInfo.InvariantCulture, out var order) && order is >= 1 and <= 1000) row.Order = order;
        else ModelState.AddModelError("Form.Order", "form.number");
    }

    // It would be shown as text, which nobody means.
    private static bool HasHtml(string markdown) => Markdig.Markdown.Parse(markdown).Descendants().Any(d => d is HtmlBlock or HtmlInline);
}
