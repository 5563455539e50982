using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Vaka.Kernel.Data;
using Vaka.Kernel.Words;

namespace Vaka.Assessment.Collection;

/// <summary>How far a form has come. Words: <c>form-state.draft</c> and so on.</summary>
internal enum FormState
{
    /// <summary>Not yet on any device.</summary>
    Draft,
    /// <summary>On the devices of its owner.</summary>
    Published,
    /// <summary>No longer on devices; what they still hold is taken.</summary>
    Retired,
}

/// <summary>A form with which answers are collected; its versions never change.</summary>
internal sealed class SurveyForm : Row
{
    /// <summary>Identifier that its submissions carry, unique for its owner.</summary>
    [MaxLength(200)]
    public string FormId { get; set; } = "";

    public LocalText Title { get; set; } = LocalText.Empty;

    public FormState State { get; set; }

    /// <summary>The version on devices; null before the first.</summary>
    public Guid? CurrentVersionId { get; set; }

    /// <summary>The version on devices for testing; null for none.</summary>
    public Guid? TestVersionId { get; set; }

    /// <summary>Name of the question by which a person consents; empty for none.</summary>
    [MaxLength(200)]
    public string ConsentQuestion { get; set; } = "";

    /// <summary>Answer to <see cref="ConsentQuestion"/> that is a refusal.</summary>
    [MaxLength(80)]
    public string RefusalAnswer { get; set; } = "";

    /// <summary>Name of the question that says the stratum; empty for none.</summary>
    [MaxLength(200)]
    public string StratumQuestion { get; set; } = "";

    /// <summary>Name of the question that says a person's sex, by which figures are broken down; empty for none.</summary>
    [MaxLength(200)]
    public string SexQuestion { get; set; } = "";

    /// <summary>JSON object: stratum → how many answers are wanted.</summary>
    public string Targets { get; set; } = "{}";

    public static void Map(ModelBuilder model)
    {
        model.Entity<SurveyForm>(f =>
        {
            f.ToTable("forms");
            f.HasIndex(x => new { x.Owner, x.FormId }).IsUnique();
        });
        model.Entity<FormVersion>(v =>
        {
            v.ToTable("form_versions");
            v.HasIndex(x => new { x.FormId, x.Version }).IsUnique();
            v.HasOne<SurveyForm>().WithMany().HasForeignKey(x => x.FormId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<FormFile>(m =>
        {
            m.ToTable("form_files");
            m.HasIndex(x => new { x.VersionId, x.Name }).IsUnique();
            m.HasOne<FormVersion>().WithMany().HasForeignKey(x => x.VersionId).OnDelete(DeleteBehavior.Restrict);
        });
    }
}

/// <summary>A version of a form: the XForm exactly as devices get it.</summary>
internal sealed class FormVersion : Row
{
    public Guid FormId { get; set; }

    /// <summary>As the XForm says; empty for none.</summary>
    [MaxLength(200)]
    public string Version { get; set; } = "";

    public byte[] Xml { get; set; } = [];

    /// <summary>MD5 of <see cref="Xml"/>, 32 hexadecimal digits: OpenRosa asks for no other hash.</summary>
    [MaxLength(32)]
    public string Md5 { get; set; } = "";

    /// <summary>Names of the files that the form reads lists from, between bars: those that entity lists are given as are found here.</summary>
    [MaxLength(4000)]
    public string ListFiles { get; set; } = "";

    /// <summary>UTC; null while it was never on devices for real answers.</summary>
    public DateTime? PublishedAt { get; set; }

    /// <summary>The file that it was made from, as it was uploaded; empty when the XForm itself was.</summary>
    public byte[] Source { get; set; } = [];

    /// <summary>Name of the file that it was made from.</summary>
    [MaxLength(255)]
    public string SourceName { get; set; } = "";

    /// <summary>JSON array of what the compiler said of it without refusing it.</summary>
    public string Warnings { get; set; } = "[]";

    /// <summary>How far it has come.</summary>
    public VersionStage StageIn(SurveyForm form) =>
        form.TestVersionId == Id ? VersionStage.Test
        : PublishedAt is null ? VersionStage.Draft
        : form.CurrentVersionId != Id ? VersionStage.Replaced
        : form.State == FormState.Retired ? VersionStage.Retired : VersionStage.Published;
}

/// <summary>How far a version of a form has come. Words: <c>version-stage.draft</c> and so on.</summary>
internal enum VersionStage
{
    /// <summary>On no device.</summary>
    Draft,
    /// <summary>On devices for testing; what they send never counts.</summary>
    Test,
    /// <summary>On devices.</summary>
    Published,
    /// <summary>Another version took its place; what devices still hold of it is taken.</summary>
    Replaced,
    /// <summary>Taken off devices; what they still hold is taken.</summary>
    Retired,
}

/// <summary>A picture, recording or list of choices beside a version of a form.</summary>
internal sealed class FormFile : Row
{
    public Guid VersionId { get; set; }

    [MaxLength(255)]
    public string Name { get; set; } = "";

    public byte[] Content { get; set; } = [];

    [MaxLength(32)]
    public string Md5 { get; set; } = "";
}
