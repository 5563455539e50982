using Vaka.Kernel.Permissions;

namespace Vaka.Law;

/// <summary>What may be done here.</summary>
internal static class LawPermissions
{
    public const string NormWrite = "law.norm.write", InstrumentWrite = "law.instrument.write", RatingWrite = "law.rating.write", GapWrite = "law.gap.write",
        AmendmentDraft = "law.amendment.draft", AmendmentRelease = "law.amendment.release", CommentWrite = "law.comment.write",
        AmendmentValidate = "law.amendment.validate", PathRecord = "law.path.record";

    public static IReadOnlyList<Permission> All { get; } =
    [
        new(NormWrite, Roles.LegalDrafter),
        new(InstrumentWrite, Roles.LegalDrafter),
        new(RatingWrite, Roles.LegalDrafter),
        new(GapWrite, Roles.LegalDrafter),
        new(AmendmentDraft, Roles.LegalDrafter),
        new(AmendmentRelease, Roles.LegalDrafter, Roles.FocalPoint),
        new(CommentWrite, Roles.LegalDrafter, Roles.FocalPoint),
        new(AmendmentValidate, Roles.Validator),
        new(PathRecord, Roles.LegalDrafter, Roles.FocalPoint),
    ];
}
