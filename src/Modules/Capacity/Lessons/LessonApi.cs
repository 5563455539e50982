using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Vaka.Kernel.Data;
using Vaka.Kernel.Ownership;
using Vaka.Kernel.Permissions;
using Vaka.Kernel.Web;

namespace Vaka.Capacity.Lessons;

/// <summary>The lessons as data.</summary>
internal static class LessonApi
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapData("/lessons", async (string? owner, VakaDb db, CancellationToken ct) =>
        {
            var rows = await db.Set<Lesson>().AsNoTracking().Where(r => string.IsNullOrEmpty(owner) || r.Owner == owner).OrderBy(r => r.Owner).ThenBy(r => r.Key).ToListAsync(ct);
            return new DataSheet(
                rows.Select(r => new { r.Key, r.Owner, r.Title, r.Body, r.Question, options = r.Choices(), r.Correct, r.Feedback, themes = Codes.Split(r.Themes), r.PublishedVersion, r.Fictional, r.Synthetic }),
                ["key", "owner", "title", "body", "question", "options", "correct", "feedback", "themes", "version", "fictional", "synthetic"],
                rows.Select(r => (IReadOnlyList<object?>)[r.Key, r.Owner, r.Title, r.Body, r.Question, r.Options, r.Correct, r.Feedback, string.Join(';', Codes.Split(r.Themes)), r.PublishedVersion, r.Fictional, r.Synthetic]));
        }).Public().WithTags("capacity").WithSummary("The lessons.");
}
