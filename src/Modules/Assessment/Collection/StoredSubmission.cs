using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Vaka.Kernel.Audit;
using Vaka.Kernel.Data;
using Vaka.Kernel.Outbox;
using Vaka.Kernel.Ownership;

namespace Vaka.Assessment.Collection;

/// <summary>How far a submission has come. Words: <c>submission-state.received</c> and so on.</summary>
internal enum SubmissionState
{
    /// <summary>Stored; no rule is broken, or none has been checked yet.</summary>
    Received,
    /// <summary>Breaks a rule of its form.</summary>
    Flagged,
    /// <summary>Somebody is at it.</summary>
    UnderReview,
    /// <summary>Counts.</summary>
    Approved,
    /// <summary>Does not count.</summary>
    Rejected,
}

/// <summary>
/// Answers exactly as a device sent them: stored first and judged later, never changed. Person-level: owner only, which the database itself holds
/// to, and read with the permission alone.
/// </summary>
[ReadBy(AssessmentPermissions.SubmissionRead)]
internal sealed class StoredSubmission : Row
{
    public Guid VersionId { get; set; }

    public Guid? DeviceId { get; set; }

    /// <summary>Identifier that the device gave it, unique for its owner.</summary>
    [MaxLength(250), Personal]
    public string InstanceId { get; set; } = "";

    /// <summary>The newer version of the same answers; null for the newest.</summary>
    public Guid? ReplacedById { get; set; }

    [Personal]
    public byte[] Xml { get; set; } = [];

    public bool Encrypted { get; set; }

    public SubmissionState State { get; set; }

    /// <summary>JSON array of the rules it breaks; null before it was checked.</summary>
    [Personal]
    public string? Flags { get; set; }

    /// <summary>JSON array of what looks odd though no rule is broken; null before it was checked.</summary>
    [Personal]
    public string? Signs { get; set; }

    /// <summary>Filled on a device for testing: never counts.</summary>
    public bool Test { get; set; }

    /// <summary>The person did not consent: counted as a refusal, and as nothing else.</summary>
    public bool Refused { get; set; }

    /// <summary>The stratum, as answered; empty for none.</summary>
    [MaxLength(200)]
    public string Stratum { get; set; } = "";

    /// <summary>Seconds between the form's start and its end on the device; null when it does not say.</summary>
    public int? Seconds { get; set; }

    /// <summary>SHA-256 of the answers without what differs anyhow (meta, times, device); null before it was checked.</summary>
    [MaxLength(64), Personal]
    public string? Fingerprint { get; set; }

    /// <summary>Place of the first geopoint in hundredths of a degree, which is about a kilometre: a community, not a house.</summary>
    [Personal]
    public int? Latitude { get; set; }

    /// <summary>Likewise.</summary>
    [Personal]
    public int? Longitude { get; set; }

    public static void Map(ModelBuilder model)
    {
        model.Entity<StoredSubmission>(s =>
        {
            s.ToTable("submissions", t => t.HasCheckConstraint("ck_submissions_owner_only", "audience = 0 and shared_with = ''"));
            s.HasIndex(x => new { x.Owner, x.InstanceId }).IsUnique();
            s.HasIndex(x => new { x.VersionId, x.State });
            s.HasIndex(x => x.Fingerprint);
            s.HasOne<FormVersion>().WithMany().HasForeignKey(x => x.VersionId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<SubmissionFile>(f =>
        {
            f.ToTable("submission_files", t => t.HasCheckConstraint("ck_submission_files_owner_only", "audience = 0 and shared_with = ''"));
            f.HasIndex(x => new { x.SubmissionId, x.Name }).IsUnique();
            f.HasOne<StoredSubmission>().WithMany().HasForeignKey(x => x.SubmissionId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<SubmissionComment>(c =>
        {
            c.ToTable("submission_comments", t => t.HasCheckConstraint("ck_submission_comments_owner_only", "audience = 0 and shared_with = ''"));
            c.HasIndex(x => x.SubmissionId);
            c.HasOne<StoredSubmission>().WithMany().HasForeignKey(x => x.SubmissionId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<CollectDevice>(d =>
        {
            d.ToTable("devices");
            d.HasIndex(x => x.TokenHash).IsUnique();
            d.HasIndex(x => x.UserName).IsUnique();
        });
    }
}

/// <summary>A file that came with a submission.</summary>
[ReadBy(AssessmentPermissions.SubmissionRead)]
internal sealed class SubmissionFile : Row
{
    public Guid SubmissionId { get; set; }

    /// <summary>Last segment of the name that the device gave it.</summary>
    [MaxLength(255), Personal]
    public string Name { get; set; } = "";

    [Personal]
    public byte[] Content { get; set; } = [];
}

/// <summary>What somebody wrote about a submission, or that its state was changed.</summary>
[ReadBy(AssessmentPermissions.SubmissionRead)]
internal sealed class SubmissionComment : Row
{
    public Guid SubmissionId { get; set; }

    /// <summary>Who; the account, not a name.</summary>
    public Guid? AuthorId { get; set; }

    [MaxLength(2000), Personal]
    public string Text { get; set; } = "";

    /// <summary>State that it was given; null for a comment alone.</summary>
    public SubmissionState? State { get; set; }
}

/// <summary>A phone or tablet that may fetch the forms of its owner and send answers, by a token in its address.</summary>
internal sealed class CollectDevice : Row
{
    /// <summary>What people call it; never a person's name.</summary>
    [MaxLength(120)]
    public string Label { get; set; } = "";

    /// <summary>SHA-256 of the token; the token itself is kept nowhere.</summary>
    [MaxLength(64)]
    public string TokenHash { get; set; } = "";

    /// <summary>Its name at <c>/openrosa</c>, where the token is its secret. Lower case.</summary>
    [MaxLength(40)]
    public string UserName { get; set; } = "";

    /// <summary>What HTTP Digest knows the secret by and what equals it: protected, and only where the operator allows Digest.</summary>
    [MaxLength(400), Personal]
    public string? DigestSecret { get; set; }

    public bool Revoked { get; set; }

    /// <summary>Gets versions that are being tested; what it sends never counts.</summary>
    public bool ForTesting { get; set; }

    /// <summary>Stands for a device that nobody can name; never saved.</summary>
    public static CollectDevice Unknown(string owner) => new() { Owner = owner, Id = Guid.Empty };
}

/// <summary>A submission was stored: it is to be checked.</summary>
[EventName("assessment.submission-received")]
internal sealed record SubmissionReceived(Guid SubmissionId, string Owner) : IEvent;
