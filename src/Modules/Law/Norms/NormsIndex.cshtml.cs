using Vaka.Kernel.Chain;
using Vaka.Kernel.Data;
using Vaka.Kernel.Permissions;

namespace Vaka.Law.Norms;

/// <summary>The norms that the viewer may see.</summary>
[Public]
internal sealed class NormsIndexModel(VakaDb db) : ChainIndexPage<Norm>(db);
