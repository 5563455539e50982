using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;
using Vaka.Kernel.Chain;
using Vaka.Kernel.Data;
using Vaka.Kernel.Words;

namespace Vaka.Assessment.Answers;

/// <summary>
/// One question of a survey, tabulated. The counts are the system's, never typed in, and the row keeps them only as they may be published:
/// exact counts are made from the respondents each time somebody who may see those asks.
/// </summary>
internal sealed class AnswerTable : ChainRow
{
    /// <summary>File name of the dataset, which names it: <c>answers-survey.csv</c>.</summary>
    [MaxLength(120)]
    public string Dataset { get; set; } = "";

    /// <summary>Column of the dataset.</summary>
    [MaxLength(120)]
    public string Column { get; set; } = "";

    /// <summary>The question as it was asked.</summary>
    public LocalText Question { get; set; } = LocalText.Empty;

    /// <summary>The answer counted, as the dataset writes it.</summary>
    [MaxLength(200)]
    public string Answer { get; set; } = "";

    public PartialDate? Date { get; set; }

    public LocalText Method { get; set; } = LocalText.Empty;

    /// <summary>JSON of <see cref="PublicCounts"/>.</summary>
    public string Counts { get; set; } = "";

    /// <summary>The counts that everyone may know.</summary>
    [NotMapped]
    public Tally PublicCounts => Tally.FromJson(Counts);

    public override string Kind => Kinds.Answer;

    public override string Path => $"/answers/{Id}";

    public override IEnumerable<(string Field, LocalText Value)> Facts() =>
    [
        ("answers.question", Question),
        ("answers.answer", LocalText.Same(Answer)),
        .. PublicCounts.Lines.Where(l => !l.IsWithheld).Select(l => ($"answers.group.{l.Group}", LocalText.Same($"{l.Counted}/{l.Asked}"))),
        ("answers.date", LocalText.Same($"{Date}")),
        ("answers.method", Method),
    ];

    /// <summary>Counts anew.</summary>
    /// <returns>True when the published counts changed.</returns>
    public bool Count(IEnumerable<(string Sex, string Answer)> answers)
    {
        var counts = Tally.Of(answers, Answer).Publishable().ToJson();
        if (counts == Counts) return false;
        Counts = counts;
        return true;
    }

    public static void Map(ModelBuilder model) => model.Entity<AnswerTable>(a =>
    {
        a.ToTable("answers");
        a.HasIndex(x => new { x.Owner, x.Dataset });
    });
}
