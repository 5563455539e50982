using Vaka.Kernel.Chain;
using Vaka.Kernel.Data;
using Vaka.Kernel.Permissions;

namespace Vaka.Capacity.Lessons;

/// <summary>The lessons that the viewer may see.</summary>
[Public]
internal sealed class LessonsIndexModel(VakaDb db) : ChainIndexPage<Lesson>(db);
