using Vaka.Contracts.Evidence;
using Vaka.Kernel.Importing;
using Vaka.Law.Amendments;

namespace Vaka.Law.PathToLaw;

/// <summary><c>progress.csv</c> of a pack: which steps amendments have taken, in the order of the file. The last one makes a commencement.</summary>
internal sealed class ProgressFile(AmendmentPaths paths) : IPackFile
{
    public string File => "progress.csv";

    public int Order => 265;

    public bool IsChain => false;

    public IReadOnlyList<string> Columns { get; } = ["amendment*", "step*", "date*", "note_en", "note_fr"];

    public async Task Read(Sheet sheet, IPack pack, CancellationToken ct)
    {
        foreach (var row in sheet.Rows)
        {
            var (owner, key, step) = (await pack.OwnerOf(row), row.Required("amendment"), row.Required("step"));
            if (owner.Length == 0 || key.Length == 0 || step.Length == 0 || row.Day("date", true) is not { } on) continue;
            if (await pack.Find<Amendment>(row, "amendment", owner, key, ct) is not { } amendment) continue;
            var existing = (await paths.Of(amendment, ct)).Taken(step);
            if (existing?.On != on && await paths.Refuse(amendment, step, on, ct) is { } refused)
            {
                row.Error("step", refused, key, step);
                continue;
            }
            await pack.UpsertPlain(row, "amendment-step", owner, $"{key}/{step}", existing, () => new AmendmentStep { Owner = owner, AmendmentId = amendment.Id, Step = step }, taken =>
            {
                (taken.On, taken.Note) = (on, row.Text("note"));
                taken.Follow(amendment);
            }, ct);
            if (step == PathStep.Commencement && pack.Report.Errors == 0) await paths.Commence(amendment, on, ct);
        }
    }
}
