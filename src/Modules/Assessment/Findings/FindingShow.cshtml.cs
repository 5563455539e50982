using Vaka.Kernel.Chain;
using Vaka.Kernel.Data;
using Vaka.Kernel.Permissions;

namespace Vaka.Assessment.Findings;

/// <summary>One finding.</summary>
[Public, Writes(AssessmentPermissions.FindingWrite)]
internal sealed class FindingShowModel(VakaDb db, IChain chain) : ChainShowPage<Finding>(db, chain)
{
    protected override string WritePermission => AssessmentPermissions.FindingWrite;
}
