using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vaka.Assessment.Forms;
using Vaka.Assessment.Review;
using Vaka.Contracts.Assessment;
using Vaka.Kernel.Importing;
using Vaka.Kernel.Outbox;

namespace Vaka.Assessment.Collection;

/// <summary>Registers forms, devices and submissions.</summary>
internal static class CollectionFeature
{
    public static IServiceCollection AddCollection(this IServiceCollection services) =>
        services.AddScoped<IImporter, FormImporter>().AddScoped<IImporter, SubmissionImporter>().AddScoped<FormIntake>().AddScoped<SubmissionSigns>().AddScoped<Devices>().AddScoped<ICollectDevices>(s => s.GetRequiredService<Devices>()).AddScoped<SubmissionStore>().AddScoped<ICollectedAnswers, CollectedAnswers>().AddSingleton<FormChecks>().AddSingleton(CollectOptions.Read()).AddSingleton<Nonces>().AddSingleton<Guesses>().AddScoped<DeviceGate>().AddSingleton<LightPrograms>().AddHandler<SubmissionReceived, SubmissionCheck>()
            .AddSingleton<EntityForms>().AddSingleton<EntityHashes>().AddScoped<EntityBook>().AddScoped<EntityFiles>().AddScoped<FormFiles>().AddScoped<EntityDecision>().AddScoped<IImporter, EntityListImporter>().AddScoped<FormKeys>().AddScoped<ICollectForms>(s => s.GetRequiredService<FormKeys>()).AddScoped<SubmissionReader>().AddHandler<SubmissionReceived, EntityWriter>();

    public static void Configure(ModelBuilder model)
    {
        SurveyForm.Map(model);
        StoredSubmission.Map(model);
        EntityList.Map(model);
        FormKey.Map(model);
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        OpenRosaApi.Map(routes);
        FormsApi.Map(routes);
        SubmissionFilesApi.Map(routes);
    }
}
