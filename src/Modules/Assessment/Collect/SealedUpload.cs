using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Vaka.Kernel.Audit;
using Vaka.Kernel.Data;
using Vaka.Kernel.Ownership;

namespace Vaka.Assessment.Collect;

/// <summary>An envelope on its way in, in chunks. Not audited: the submission that comes of it is.</summary>
internal sealed class SealedUpload : IOwned
{
    public Guid Id { get; set; } = Ids.New();

    [MaxLength(16)]
    public required string Owner { get; set; }

    public Audience Audience { get; set; }

    [MaxLength(400)]
    public string SharedWith { get; set; } = "";

    public Guid DeviceId { get; set; }

    /// <summary>SHA-256 of the whole envelope, 64 hexadecimal digits.</summary>
    [MaxLength(64)]
    public string Sha256 { get; set; } = "";

    /// <summary>Bytes of the whole envelope.</summary>
    public int Size { get; set; }

    /// <summary>Bytes that are here.</summary>
    public int Received { get; set; }

    /// <summary>UTC.</summary>
    public DateTime StartedAt { get; set; }

    /// <summary>True when the answers are stored: remembered for a while, in case the device did not hear it.</summary>
    public bool Stored { get; set; }

    public static void Map(ModelBuilder model)
    {
        model.Entity<SealedUpload>(u =>
        {
            u.ToTable("sealed_uploads");
            u.HasIndex(x => new { x.DeviceId, x.Sha256 }).IsUnique();
        });
        model.Entity<SealedPart>(p =>
        {
            p.ToTable("sealed_parts");
            p.HasIndex(x => new { x.UploadId, x.Position }).IsUnique();
            p.HasOne<SealedUpload>().WithMany().HasForeignKey(x => x.UploadId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}

/// <summary>A chunk of an envelope.</summary>
internal sealed class SealedPart : IOwned
{
    public Guid Id { get; set; } = Ids.New();

    [MaxLength(16)]
    public required string Owner { get; set; }

    public Audience Audience { get; set; }

    [MaxLength(400)]
    public string SharedWith { get; set; } = "";

    public Guid UploadId { get; set; }

    /// <summary>Of its first byte in the envelope.</summary>
    public int Position { get; set; }

    [Personal]
    public byte[] Content { get; set; } = [];
}
