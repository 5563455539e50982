using Vaka.Kernel.Chain;
using Vaka.Kernel.Data;
using Vaka.Kernel.Permissions;

namespace Vaka.Capacity.Manual;

/// <summary>One manual block.</summary>
[Public, Writes(CapacityPermissions.ManualWrite)]
internal sealed class ManualBlockShowModel(VakaDb db, IChain chain) : ChainShowPage<ManualBlock>(db, chain)
{
    protected override string WritePermission => CapacityPermissions.ManualWrite;
}
