using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vaka.Contracts.Evidence;
using Vaka.Contracts.Law;
using Vaka.Contracts.Programme;
using Vaka.Kernel.Importing;
using Vaka.Kernel.Modules;
using Vaka.Kernel.Permissions;
using Vaka.Law.Amendments;
using Vaka.Law.Consultation;
using Vaka.Law.Instruments;
using Vaka.Law.LegalGaps;
using Vaka.Law.Matrix;
using Vaka.Law.Norms;
using Vaka.Law.PathToLaw;
using Vaka.Law.Validations;

namespace Vaka.Law;

/// <summary>The Law module: the only type it shows.</summary>
public sealed class LawModule : IModule
{
    /// <inheritdoc/>
    public string Name => "law";

    /// <inheritdoc/>
    public IReadOnlyList<Permission> Permissions { get; } = LawPermissions.All;

    /// <inheritdoc/>
    public void AddServices(IServiceCollection services)
    {
        services.AddScoped<IImporter, NormImporter>().AddScoped<IImporter, TreatyImporter>();
        services.AddScoped<IPackFile, NormStatusFile>().AddScoped<IPackFile, InstrumentFile>().AddScoped<IPackFile, ProvisionFile>().AddScoped<IPackFile, RatingFile>()
            .AddScoped<IPackFile, LegalGapFile>().AddScoped<IPackFile, AmendmentFile>().AddScoped<IPackFile, CommentFile>().AddScoped<IPackFile, ValidationFile>()
            .AddScoped<IPackFile, StepFile>().AddScoped<IPackFile, ProgressFile>();
        services.AddScoped<ITreaties, Treaties>().AddScoped<IMeasure, AmendmentsCommenced>().AddScoped<IChronicle, LawChronicle>();
        services.AddScoped<StandingReader>().AddScoped<NormMatrix>().AddScoped<AmendmentPaths>();
    }

    /// <inheritdoc/>
    public void Configure(ModelBuilder model)
    {
        Norm.Map(model);
        NormStatus.Map(model);
        TreatyStatus.Map(model);
        Instrument.Map(model);
        Provision.Map(model);
        Rating.Map(model);
        LegalGap.Map(model);
        Amendment.Map(model);
        Comment.Map(model);
        Validation.Map(model);
        PathStep.Map(model);
        AmendmentStep.Map(model);
        Commencement.Map(model);
    }

    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes)
    {
        NormApi.Map(routes);
        InstrumentApi.Map(routes);
        MatrixApi.Map(routes);
        AmendmentApi.Map(routes);
    }
}
