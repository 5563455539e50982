using Microsoft.AspNetCore.Mvc.RazorPages;
using Vaka.Kernel.Data;
using Vaka.Kernel.Permissions;

namespace Vaka.Programme.Projects;

/// <summary>The list of projects with facets, counts and search.</summary>
[Public]
internal sealed class ProjectIndexModel(ProjectCatalogue catalogue, VakaDb db, TimeProvider clock) : PageModel
{
    public CatalogueQuestion Question { get; private set; } = null!;

    public CatalogueAnswer Answer { get; private set; } = null!;

    public IReadOnlyList<Project> Projects { get; private set; } = [];

    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    public int PageNumber => Question.Skip / ProjectQuestions.PageSize + 1;

    public int Pages => Math.Max(1, (Answer.Total + ProjectQuestions.PageSize - 1) / ProjectQuestions.PageSize);

    public async Task OnGetAsync(CancellationToken ct)
    {
        Question = ProjectQuestions.From(Request.Query);
        Answer = await catalogue.Ask(Question, db.Viewer, ct);
        Projects = await ProjectRows.InOrder(db, Answer.Ids, ct);
    }

    /// <summary>The same question with one thing changed, as a query string.</summary>
    public string With(string name, string value)
    {
        var query = Request.Query.Where(q => q.Key != name && q.Key != "page" && q.Value.ToString().Length > 0).Select(q => KeyValuePair.Create(q.Key, q.Value.ToString()));
        return "?" + string.Join('&', query.Append(KeyValuePair.Create(name, value)).Where(q => q.Value.Length > 0).Select(q => $"{q.Key}={Uri.EscapeDataString(q.Value)}"));
    }
}
