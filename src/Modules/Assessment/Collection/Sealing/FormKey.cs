using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Vaka.Kernel.Audit;
using Vaka.Kernel.Data;

namespace Vaka.Assessment.Collection;

/// <summary>The key that the server keeps for a form whose owner asked for it: devices encrypt with its public half, and the server reads with the other.</summary>
internal sealed class FormKey : Row
{
    public Guid FormId { get; set; }

    /// <summary>SubjectPublicKeyInfo, base64: as forms carry it.</summary>
    [MaxLength(1000)]
    public string Public { get; set; } = "";

    /// <summary>PKCS#8, protected: without the keys of the house it is noise.</summary>
    [Personal]
    public string Private { get; set; } = "";

    public static void Map(ModelBuilder model) => model.Entity<FormKey>(k =>
    {
        k.ToTable("form_keys", t => t.HasCheckConstraint("ck_form_keys_owner_only", "audience = 0 and shared_with = ''"));
        k.HasIndex(x => x.FormId).IsUnique();
        k.HasOne<SurveyForm>().WithMany().HasForeignKey(x => x.FormId).OnDelete(DeleteBehavior.Restrict);
    });
}
