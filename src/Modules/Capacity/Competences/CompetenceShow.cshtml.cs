using Vaka.Disclosure;
using Vaka.Kernel.Chain;
using Vaka.Kernel.Data;
using Vaka.Kernel.Permissions;

namespace Vaka.Capacity.Competences;

/// <summary>One competence.</summary>
[Public, Writes(CapacityPermissions.LessonWrite)]
internal sealed class CompetenceShowModel(VakaDb db, IChain chain, ObservedCounts counts) : ChainShowPage<Competence>(db, chain)
{
    protected override string WritePermission => CapacityPermissions.LessonWrite;

    public PublishedCount Officers { get; private set; }

    public bool MayRead => Db.Viewer.May(CapacityPermissions.ObservationRead, Row.Owner);

    public bool MayRecord => Db.Viewer.May(CapacityPermissions.ObservationRecord, Row.Owner);

    protected override async Task Load(CancellationToken ct) => Officers = await counts.Competent(Row.Id, ct);
}
