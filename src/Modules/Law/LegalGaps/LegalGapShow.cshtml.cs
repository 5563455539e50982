using Vaka.Kernel.Chain;
using Vaka.Kernel.Data;
using Vaka.Kernel.Permissions;

namespace Vaka.Law.LegalGaps;

/// <summary>One legal gap.</summary>
[Public, Writes(LawPermissions.GapWrite)]
internal sealed class LegalGapShowModel(VakaDb db, IChain chain) : ChainShowPage<LegalGap>(db, chain)
{
    protected override string WritePermission => LawPermissions.GapWrite;
}
