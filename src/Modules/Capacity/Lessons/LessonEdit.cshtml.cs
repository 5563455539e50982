using Vaka.Kernel.Chain;
using Vaka.Kernel.Data;
using Vaka.Kernel.Permissions;

namespace Vaka.Capacity.Lessons;

/// <summary>What the form of a lesson posts.</summary>
public sealed class LessonForm : ChainForm
{
    /// <summary>Markdown per language.</summary>
    public Dictionary<string, string?> Body { get; set; } = [];
    /// <summary>Question per language.</summary>
    public Dictionary<string, string?> Question { get; set; } = [];
    /// <summary>Options per language, one a line.</summary>
    public Dictionary<string, string?> Options { get; set; } = [];
    /// <summary>The right option, from 1.</summary>
    public int? Correct { get; set; }
    /// <summary>Feedback per language.</summary>
    public Dictionary<string, string?> Feedback { get; set; } = [];
}

/// <summary>Makes or edits a lesson.</summary>
[Permit(CapacityPermissions.LessonWrite)]
internal sealed class LessonEditModel(VakaDb db, IChain chain, IThemes themes) : ChainEditPage<Lesson, LessonForm>(db, chain, themes)
{
    protected override string WritePermission => CapacityPermissions.LessonWrite;

    protected override string Kind => Kinds.Lesson;

    protected override Lesson Create(string owner, string key) => new() { Owner = owner, Key = key };

    protected override void Fill(LessonForm form, Lesson row)
    {
        form.Body = row.Body.Languages.ToDictionary(t => t.Key, t => (string?)t.Value.Text);
        form.Question = row.Question.Languages.ToDictionary(t => t.Key, t => (string?)t.Value.Text);
        form.Options = row.Options.Languages.ToDictionary(t => t.Key, t => (string?)t.Value.Text);
        form.Feedback = row.Feedback.Languages.ToDictionary(t => t.Key, t => (string?)t.Value.Text);
        form.Correct = row.Correct;
    }

    protected override Task Apply(LessonForm form, Lesson row, CancellationToken ct)
    {
        row.Body = Merge(row.Body, form.Body);
        row.Question = Merge(row.Question, form.Question);
        row.Options = Merge(row.Options, form.Options);
        row.Feedback = Merge(row.Feedback, form.Feedback);
        row.Correct = form.Correct ?? 0;
        if (row.Body.IsEmpty) ModelState.AddModelError("Form.Body", "form.required");
        if (row.Question.IsEmpty) ModelState.AddModelError("Form.Question", "form.required");
        if (Lesson.Problem(row.Options, row.Correct) is { } problem) ModelState.AddModelError(problem == "lesson.correct-outside" ? "Form.Correct" : "Form.Options", problem);
        return Task.CompletedTask;
    }
}
