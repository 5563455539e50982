using Microsoft.AspNetCore.Mvc;
using Vaka.Kernel.Chain;
using Vaka.Kernel.Data;
using Vaka.Kernel.Permissions;

namespace Vaka.Capacity.Lessons;

/// <summary>One lesson.</summary>
[Public, Writes(CapacityPermissions.LessonWrite)]
internal sealed class LessonShowModel(VakaDb db, IChain chain) : ChainShowPage<Lesson>(db, chain)
{
    protected override string WritePermission => CapacityPermissions.LessonWrite;

    /// <summary>The option chosen, from 1; null before an answer.</summary>
    public int? Choice { get; private set; }

    public bool IsRight => Choice == Row.Correct;

    /// <summary>Shows the feedback. Nothing is stored, so everyone may answer.</summary>
    [Public]
    public async Task<IActionResult> OnPostAnswerAsync(Guid id, int? choice, CancellationToken ct)
    {
        Choice = choice;
        return await Show(id, choice is null ? "lesson.choose" : null, ct);
    }
}
