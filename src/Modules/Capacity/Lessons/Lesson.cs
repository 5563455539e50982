using Microsoft.EntityFrameworkCore;
using Vaka.Contracts.Evidence;
using Vaka.Kernel.Chain;
using Vaka.Kernel.Importing;
using Vaka.Kernel.Words;

namespace Vaka.Capacity.Lessons;

/// <summary>A situation to read and one question on it. A right answer shows learning; competence is what a supervisor observes at work.</summary>
internal sealed class Lesson : ChainRow
{
    /// <summary>Markdown without raw HTML.</summary>
    public LocalText Body { get; set; } = LocalText.Empty;

    public LocalText Question { get; set; } = LocalText.Empty;

    /// <summary>The answers to choose from, one a line, in the same order in every language.</summary>
    public LocalText Options { get; set; } = LocalText.Empty;

    /// <summary>Which option is right, from 1.</summary>
    public int Correct { get; set; }

    /// <summary>Shown beside the choice, right or wrong.</summary>
    public LocalText Feedback { get; set; } = LocalText.Empty;

    public override string Kind => Kinds.Lesson;

    public override string Path => $"/lessons/{Id}";

    public override IEnumerable<(string Field, LocalText Value)> Facts() =>
        [("lesson.body", Body), ("lesson.question", Question), ("lesson.options", Options), ("lesson.feedback", Feedback)];

    /// <summary>The options, each in every language that has it.</summary>
    public IReadOnlyList<LocalText> Choices()
    {
        var lines = Options.Languages.ToDictionary(l => l.Key, l => Lines(l.Value.Text));
        var number = lines.Count == 0 ? 0 : lines.Values.Max(l => l.Length);
        return [.. Enumerable.Range(0, number).Select(i => lines.Where(l => i < l.Value.Length).Aggregate(LocalText.Empty, (text, l) => text.With(l.Key, l.Value[i])))];
    }

    /// <summary>What is wrong with options and the right answer: a words key; null when nothing is.</summary>
    public static string? Problem(LocalText options, int correct)
    {
        var counts = options.Languages.Values.Select(t => Lines(t.Text).Length).Distinct().ToList();
        return counts.Count == 0 || counts.Min() < 2 ? "lesson.too-few-options"
            : counts.Count > 1 ? "lesson.options-differ"
            : correct < 1 || correct > counts[0] ? "lesson.correct-outside" : null;
    }

    /// <summary>Options as files separate them (<c>;</c>), one a line.</summary>
    public static LocalText OnePerLine(LocalText separated) =>
        separated.Languages.Aggregate(separated, (text, l) => text.With(l.Key, string.Join('\n', l.Value.Text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)), l.Value.State, l.Value.SourceHash));

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    public static void Map(ModelBuilder model) => model.Entity<Lesson>().ToTable("lessons");
}

/// <summary><c>lessons.csv</c> of a pack.</summary>
internal sealed class LessonFile : IPackFile
{
    public string File => "lessons.csv";

    public int Order => 330;

    public IReadOnlyList<string> Columns { get; } =
        ["body_en*", "body_fr", "question_en*", "question_fr", "options_en*", "options_fr", "correct*", "feedback_en", "feedback_fr"];

    public async Task Read(Sheet sheet, IPack pack, CancellationToken ct)
    {
        foreach (var row in sheet.Rows)
            await pack.Upsert(row, (owner, key) => new Lesson { Owner = owner, Key = key }, lesson =>
            {
                lesson.Body = row.Text("body", true);
                lesson.Question = row.Text("question", true);
                lesson.Options = Lesson.OnePerLine(row.Text("options", true));
                lesson.Feedback = row.Text("feedback");
                if (row.Number("correct", true, 1, 100) is not { } correct) return;
                lesson.Correct = (int)correct;
                if (!lesson.Options.IsEmpty && Lesson.Problem(lesson.Options, lesson.Correct) is { } problem)
                    row.Error(problem == "lesson.correct-outside" ? "correct" : problem == "lesson.options-differ" ? "options_fr" : "options_en", problem);
            }, ct: ct);
    }
}
