using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vaka.Assessment.Answers;
using Vaka.Assessment.Assess;
using Vaka.Assessment.Collect;
using Vaka.Assessment.Collection;
using Vaka.Assessment.Findings;
using Vaka.Assessment.KnowledgeGaps;
using Vaka.Assessment.Needs;
using Vaka.Assessment.Register;
using Vaka.Contracts.Evidence;
using Vaka.Kernel.Modules;
using Vaka.Kernel.Permissions;

namespace Vaka.Assessment;

/// <summary>The Assessment module: the only type it shows.</summary>
public sealed class AssessmentModule : IModule
{
    /// <inheritdoc/>
    public string Name => "assessment";

    /// <inheritdoc/>
    public IReadOnlyList<Permission> Permissions { get; } = AssessmentPermissions.All;

    /// <inheritdoc/>
    public void AddServices(IServiceCollection services) =>
        services.AddScoped<IPackFile, EvidenceFile>().AddScoped<IPackFile, AnswerFile>().AddScoped<IPackFile, FindingFile>()
            .AddScoped<IPackFile, NeedFile>().AddScoped<IPackFile, KnowledgeGapFile>().AddCollection().AddCollect();

    /// <inheritdoc/>
    public void Configure(ModelBuilder model)
    {
        EvidenceItem.Map(model);
        AnswerTable.Map(model);
        Respondent.Map(model);
        Finding.Map(model);
        Need.Map(model);
        KnowledgeGap.Map(model);
        CollectionFeature.Configure(model);
        CollectFeature.Configure(model);
    }

    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes)
    {
        AssessmentApi.Map(routes);
        CollectionFeature.Map(routes);
        CollectFeature.Map(routes);
    }
}

/// <summary>What may be done here.</summary>
internal static class AssessmentPermissions
{
    /// <summary>Keep the evidence register and the texts of tabulated answers.</summary>
    public const string EvidenceWrite = "assessment.evidence.write";
    /// <summary>Read the respondents behind tabulated answers, and so the exact counts.</summary>
    public const string AnswersReadRows = "assessment.answers.read-rows";
    /// <summary>Read submissions: answers as single people gave them.</summary>
    public const string SubmissionRead = "assessment.submission.read";
    /// <summary>Upload, test, publish and retire forms, and keep the devices that collect with them.</summary>
    public const string FormWrite = "assessment.form.write";
    /// <summary>Decide whether a submission counts, and comment on it.</summary>
    public const string SubmissionReview = "assessment.submission.review";
    /// <summary>Decide contradictions about an entity, and say that one is no more.</summary>
    public const string EntityResolve = "assessment.entity.resolve";
    /// <summary>Write findings.</summary>
    public const string FindingWrite = "assessment.finding.write";
    /// <summary>Write needs.</summary>
    public const string NeedWrite = "assessment.need.write";
    /// <summary>Write knowledge gaps.</summary>
    public const string KnowledgeGapWrite = "assessment.knowledge-gap.write";

    public static IReadOnlyList<Permission> All { get; } =
    [
        new(EvidenceWrite, Roles.Analyst),
        new(AnswersReadRows, Roles.Analyst),
        new(SubmissionRead, Roles.Analyst),
        new(FormWrite, Roles.Analyst),
        new(SubmissionReview, Roles.Analyst),
        new(EntityResolve, Roles.Analyst),
        new(FindingWrite, Roles.Analyst),
        new(NeedWrite, Roles.Analyst),
        new(KnowledgeGapWrite, Roles.Analyst, Roles.FocalPoint),
    ];
}
