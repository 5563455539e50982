using Vaka.Kernel.Chain;
using Vaka.Kernel.Data;
using Vaka.Kernel.Permissions;

namespace Vaka.Law.Matrix;

/// <summary>The ratings that the viewer may see.</summary>
[Public]
internal sealed class RatingsIndexModel(VakaDb db) : ChainIndexPage<Rating>(db);
