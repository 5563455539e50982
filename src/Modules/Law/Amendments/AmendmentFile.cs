using Vaka.Contracts.Evidence;
using Vaka.Kernel.Chain;
using Vaka.Kernel.Importing;
using Vaka.Law.Instruments;
using Vaka.Law.LegalGaps;

namespace Vaka.Law.Amendments;

/// <summary>
/// <c>amendments.csv</c> of a pack. A file has no drafting team, and a draft without a team would be seen by nobody, so that amendments
/// from a file are released: their audience, the owner's people by default, says who reads them.
/// </summary>
internal sealed class AmendmentFile : IPackFile
{
    public string File => "amendments.csv";

    public int Order => 250;

    public IReadOnlyList<string> Columns { get; } =
        ["provision*", "before_en*", "before_fr", "after_en*", "after_fr", "reason_en*", "reason_fr", "priority*"];

    public async Task Read(Sheet sheet, IPack pack, CancellationToken ct)
    {
        foreach (var row in sheet.Rows)
        {
            var (owner, key) = (await pack.OwnerOf(row), row.Required("provision"));
            if (owner.Length == 0 || key.Length == 0 || await pack.Find<Provision>(row, "provision", owner, key, ct) is not { } provision) continue;
            await pack.Upsert(row, (o, k) => new Amendment { Owner = o, Key = k, Released = true }, amendment =>
            {
                if (amendment.CommencedOn is not null) row.Warn("after_en", "amendment.words-fixed");
                else (amendment.ProvisionId, amendment.Before, amendment.After) = (provision.Id, row.Text("before", true), row.Text("after", true));
                amendment.Reason = row.Text("reason", true);
                amendment.Priority = row.Choice<LegalPriority>("priority");
            }, [("provision", $"{Kinds.Provision}:{key}")], ct: ct);
        }
    }
}
