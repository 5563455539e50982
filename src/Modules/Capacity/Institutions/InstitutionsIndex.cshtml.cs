using Vaka.Kernel.Chain;
using Vaka.Kernel.Data;
using Vaka.Kernel.Permissions;

namespace Vaka.Capacity.Institutions;

/// <summary>The institutions that the viewer may see.</summary>
[Public]
internal sealed class InstitutionsIndexModel(VakaDb db) : ChainIndexPage<Institution>(db);
