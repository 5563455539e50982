using Microsoft.EntityFrameworkCore;
using Vaka.Contracts.Evidence;
using Vaka.Kernel.Chain;
using Vaka.Kernel.Importing;
using Vaka.Kernel.Words;
using Vaka.Law.Amendments;

namespace Vaka.Law.Consultation;

/// <summary>What an institution said about a released amendment, and what it was answered.</summary>
internal sealed class Comment : ChainRow
{
    public Guid AmendmentId { get; set; }

    /// <summary>An institution, never a person.</summary>
    public LocalText From { get; set; } = LocalText.Empty;

    public LocalText Text { get; set; } = LocalText.Empty;

    /// <summary>What became of it; empty until answered.</summary>
    public LocalText Answer { get; set; } = LocalText.Empty;

    public DateOnly On { get; set; }

    public override string Kind => Kinds.Comment;

    public override string Path => $"/comments/{Id}";

    public override IEnumerable<(string Field, LocalText Value)> Facts() => [("comment.from", From), ("comment.text", Text), ("comment.answer", Answer)];

    public static void Map(ModelBuilder model) => model.Entity<Comment>(c =>
    {
        c.ToTable("comments");
        c.HasIndex(x => x.AmendmentId);
    });
}

/// <summary><c>comments.csv</c> of a pack.</summary>
internal sealed class CommentFile : IPackFile
{
    public string File => "comments.csv";

    public int Order => 255;

    public IReadOnlyList<string> Columns { get; } = ["amendment*", "from_en*", "from_fr", "text_en*", "text_fr", "answer_en", "answer_fr", "date*"];

    public async Task Read(Sheet sheet, IPack pack, CancellationToken ct)
    {
        foreach (var row in sheet.Rows)
        {
            var (owner, key) = (await pack.OwnerOf(row), row.Required("amendment"));
            if (owner.Length == 0 || key.Length == 0 || await pack.Find<Amendment>(row, "amendment", owner, key, ct) is not { } amendment) continue;
            if (!amendment.Released)
            {
                row.Error("amendment", "amendment.not-released", key);
                continue;
            }
            await pack.Upsert(row, (o, k) => new Comment { Owner = o, Key = k }, comment =>
            {
                comment.AmendmentId = amendment.Id;
                comment.From = row.Text("from", true);
                comment.Text = row.Text("text", true);
                comment.Answer = row.Text("answer");
                comment.On = row.Day("date", true) ?? default;
            }, [("amendment", $"{Kinds.Amendment}:{key}")], ct: ct);
        }
    }
}
