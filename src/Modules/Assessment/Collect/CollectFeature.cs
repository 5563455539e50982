using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vaka.Contracts.Assessment;

namespace Vaka.Assessment.Collect;

/// <summary>Registers the browser client and the way in for what it seals.</summary>
internal static class CollectFeature
{
    public static IServiceCollection AddCollect(this IServiceCollection services) =>
        services.AddScoped<SealKeys>().AddScoped<SealedAnswers>().AddScoped<IReceiveAnswers>(s => s.GetRequiredService<SealedAnswers>()).AddScoped<SealedUploads>();

    public static void Configure(ModelBuilder model)
    {
        SealKey.Map(model);
        SealedUpload.Map(model);
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        CollectPage.Map(routes);
        SealedApi.Map(routes);
    }
}
