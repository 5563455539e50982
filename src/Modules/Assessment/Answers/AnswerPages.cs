using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Vaka.Kernel.Chain;
using Vaka.Kernel.Data;
using Vaka.Kernel.Permissions;

namespace Vaka.Assessment.Answers;

/// <summary>The tabulated questions that the viewer may see.</summary>
[Public]
internal sealed class AnswersIndexModel(VakaDb db) : ChainIndexPage<AnswerTable>(db);

/// <summary>One tabulated question: exact counts for those who may see the respondents, published ones for everyone else.</summary>
[Public, Writes(AssessmentPermissions.EvidenceWrite)]
internal sealed class AnswerShowModel(VakaDb db, IChain chain) : ChainShowPage<AnswerTable>(db, chain)
{
    protected override string WritePermission => AssessmentPermissions.EvidenceWrite;

    /// <summary>May the viewer see the respondents, and so the exact counts?</summary>
    public bool SeesRows { get; private set; }

    /// <summary>The counts shown.</summary>
    public Tally Tally { get; private set; } = Tally.None;

    protected override async Task Load(CancellationToken ct)
    {
        SeesRows = Db.Viewer.May(AssessmentPermissions.AnswersReadRows, Row.Owner);
        Tally = SeesRows ? Tally.Of((await AnswerRows.Of(Db, Row, ct)).Select(r => (r.Answers["sex"], r.Answers.GetValueOrDefault(Row.Column, ""))), Row.Answer) : Row.PublicCounts;
    }
}

/// <summary>The respondents behind a tabulated question, for those whom the owner lets read them. Never as data, never kept by a browser.</summary>
[Permit(AssessmentPermissions.AnswersReadRows)]
internal sealed class AnswerRowsModel(VakaDb db) : PageModel
{
    public AnswerTable Table { get; private set; } = null!;

    public IReadOnlyList<Respondent> Respondents { get; private set; } = [];

    /// <summary>Columns of the dataset, the question's first.</summary>
    public IReadOnlyList<string> Columns { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await db.Set<AnswerTable>().AsNoTracking().FirstOrDefaultAsync(a => a.Id == id, ct) is not { } table) return NotFound();
        if (!db.Viewer.May(AssessmentPermissions.AnswersReadRows, table.Owner)) return Forbid();
        Response.Headers.CacheControl = "no-store";
        Table = table;
        Respondents = await AnswerRows.Of(db, table, ct);
        Columns = [table.Column, .. Respondents.SelectMany(r => r.Answers.Keys).Distinct().Where(c => c != table.Column).Order(StringComparer.Ordinal)];
        return Page();
    }
}

/// <summary>What the form of a tabulated question posts: its texts. What is counted comes with the dataset.</summary>
public sealed class AnswerForm : ChainForm
{
    /// <summary>Question per language.</summary>
    public Dictionary<string, string?> Question { get; set; } = [];
    /// <summary>A date, month or year.</summary>
    public string? Date { get; set; }
    /// <summary>Method per language.</summary>
    public Dictionary<string, string?> Method { get; set; } = [];
}

/// <summary>Edits the texts of a tabulated question.</summary>
[Permit(AssessmentPermissions.EvidenceWrite)]
internal sealed class AnswerEditModel(VakaDb db, IChain chain, IThemes themes) : ChainEditPage<AnswerTable, AnswerForm>(db, chain, themes)
{
    protected override string WritePermission => AssessmentPermissions.EvidenceWrite;

    protected override string Kind => Kinds.Answer;

    protected override string FieldPrefix => "answers";

    protected override AnswerTable Create(string owner, string key) => throw new InvalidOperationException("Tabulated questions come with their dataset.");

    protected override void Fill(AnswerForm form, AnswerTable row)
    {
        form.Question = row.Question.Languages.ToDictionary(t => t.Key, t => (string?)t.Value.Text);
        form.Method = row.Method.Languages.ToDictionary(t => t.Key, t => (string?)t.Value.Text);
        form.Date = row.Date?.ToString();
    }

    protected override Task Apply(AnswerForm form, AnswerTable row, CancellationToken ct)
    {
        row.Question = Merge(row.Question, form.Question);
        row.Method = Merge(row.Method, form.Method);
        if (row.Question.IsEmpty) ModelState.AddModelError("Form.Question", "form.required");
        if (string.IsNullOrWhiteSpace(form.Date)) row.Date = null;
        else if (PartialDate.TryParse(form.Date, CultureInfo.InvariantCulture, out var date)) row.Date = date;
        else ModelState.AddModelError("Form.Date", "form.date");
        return Task.CompletedTask;
    }
}

/// <summary>The respondents of a table's dataset, as far as the viewer's owners go. Callers check <see cref="AssessmentPermissions.AnswersReadRows"/>.</summary>
internal static class AnswerRows
{
    public static Task<List<Respondent>> Of(VakaDb db, AnswerTable table, CancellationToken ct) =>
        db.Set<Respondent>().AsNoTracking().Where(r => r.Owner == table.Owner && r.Dataset == table.Dataset).OrderBy(r => r.Code).ToListAsync(ct);
}
