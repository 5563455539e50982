using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using System.Text.Json;
using System.Text.Encodings.Web;
using Microsoft.EntityFrameworkCore;
using Vaka.Kernel.Audit;
using Vaka.Kernel.Data;

namespace Vaka.Assessment.Answers;

/// <summary>
/// One respondent of a dataset. Person-level: always owner only, which the database itself holds to; no page shares it, no data address gives
/// it out, and the audit trail keeps none of its values.
/// </summary>
internal sealed class Respondent : Row
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>File name of the dataset.</summary>
    [MaxLength(120)]
    public string Dataset { get; set; } = "";

    /// <summary>The respondent's code in the dataset, never a name.</summary>
    [MaxLength(80), Personal]
    public string Code { get; set; } = "";

    /// <summary>JSON object: column → answer, in the order of the columns' names.</summary>
    [Personal]
    public string Values { get; set; } = "{}";

    public bool Synthetic { get; set; }

    /// <summary>Column → answer.</summary>
    [NotMapped]
    public IReadOnlyDictionary<string, string> Answers => JsonSerializer.Deserialize<Dictionary<string, string>>(Values)!;

    public static string ToJson(IReadOnlyDictionary<string, string> answers) =>
        JsonSerializer.Serialize(new SortedDictionary<string, string>(answers.ToDictionary(), StringComparer.Ordinal), Json);

    public static void Map(ModelBuilder model) => model.Entity<Respondent>(r =>
    {
        r.ToTable("respondents", t => t.HasCheckConstraint("ck_respondents_owner_only", "audience = 0 and shared_with = ''"));
        r.HasIndex(x => new { x.Owner, x.Dataset, x.Code }).IsUnique();
    });
}
