using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vaka.Contracts.Evidence;
using Vaka.Kernel.Permissions;

namespace Vaka.Programme.Groups;

/// <summary>Registers working groups, their meetings and decisions.</summary>
internal static class GroupsFeature
{
    public const string DecisionWrite = "programme.decision.write", GroupShare = "programme.group.share";

    public static IReadOnlyList<Permission> Permissions { get; } = [new(DecisionWrite, Roles.ProjectManager, Roles.FocalPoint), new(GroupShare, Roles.ProjectManager, Roles.FocalPoint)];

    public static void AddServices(IServiceCollection services) =>
        services.AddScoped<IPackFile, GroupFile>().AddScoped<IPackFile, MemberFile>().AddScoped<IPackFile, MeetingFile>().AddScoped<IPackFile, DecisionFile>();

    public static void Configure(ModelBuilder model) => WorkingGroup.Map(model);
}
