using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Vaka.Kernel.Data;
using Vaka.Kernel.Ownership;

namespace Vaka.Kernel.Outbox;

/// <summary>Delivers stored events to their handlers. One pass is a unit that tests and the command line call directly.</summary>
public sealed partial class Deliveries(IServiceScopeFactory scopes, TimeProvider clock, ILogger<Deliveries> log) : BackgroundService
{
    internal const int Most = 8;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(2), clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                while (await Pass(stoppingToken) > 0) { }
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                PassFailed(e);
            }
        }
    }

    /// <summary>Tries every delivery that is due, oldest event first, 100 at the most.</summary>
    /// <returns>How many succeeded.</returns>
    public async Task<int> Pass(CancellationToken ct)
    {
        List<(Guid Event, string Handler)> due;
        var now = clock.GetUtcNow().UtcDateTime;
        await using (var scope = scopes.CreateSystemScope("deliveries"))
        {
            due = (await scope.ServiceProvider.GetRequiredService<VakaDb>().Set<Delivery>().AsNoTracking()
                .Where(d => d.DeliveredAt == null && d.Attempts < Most && (d.NotBefore == null || d.NotBefore <= now))
                .OrderBy(d => d.EventId).ThenBy(d => d.Handler).Take(100).Select(d => new { d.EventId, d.Handler }).ToListAsync(ct))
                .ConvertAll(d => (d.EventId, d.Handler));
        }
        var done = 0;
        foreach (var (id, handler) in due)
            if (await Deliver(id, handler, ct)) done++;
        return done;
    }

    private async Task<bool> Deliver(Guid id, string handlerName, CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateSystemScope($"event {handlerName}");
            var db = scope.ServiceProvider.GetRequiredService<VakaDb>();
            await using var write = await db.BeginWrite(ct);
            var delivery = await Claim(db, id, handlerName, ct);
            if (delivery is null or { DeliveredAt: not null }) return false;
            var record = await db.Set<EventRecord>().AsNoTracking().SingleAsync(e => e.Id == id, ct);
            var subscription = scope.ServiceProvider.GetServices<Subscription>().SingleOrDefault(s => s.Handler.FullName == handlerName && s.EventName == record.Name);
            if (subscription is not null)
            {
                var happened = JsonSerializer.Deserialize(record.Body, subscription.Event)!;
                var handler = scope.ServiceProvider.GetRequiredService(subscription.Handler);
                await (Task)typeof(IHandle<>).MakeGenericType(subscription.Event).GetMethod("Handle")!.Invoke(handler, [happened, ct])!;
            }
            delivery.DeliveredAt = clock.GetUtcNow().UtcDateTime;
            delivery.Attempts++;
            await db.SaveChangesAsync(ct);
            await write.Commit(ct);
            return true;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            DeliveryFailed(e, id, handlerName);
            await Failed(id, handlerName, e, ct);
            return false;
        }
    }

    // On PostgreSQL several nodes deliver: the row is locked, and one that another node holds is left to it.
    private static Task<Delivery?> Claim(VakaDb db, Guid id, string handler, CancellationToken ct) => db.Database.IsNpgsql()
        ? db.Set<Delivery>().FromSql($"select * from kernel.deliveries where event_id = {id} and handler = {handler} for update skip locked").SingleOrDefaultAsync(ct)
        : db.Set<Delivery>().SingleOrDefaultAsync(d => d.EventId == id && d.Handler == handler, ct);

    private async Task Failed(Guid id, string handler, Exception e, CancellationToken ct)
    {
        await using var scope = scopes.CreateSystemScope("deliveries");
        var db = scope.ServiceProvider.GetRequiredService<VakaDb>();
        var delivery = await db.Set<Delivery>().SingleAsync(d => d.EventId == id && d.Handler == handler, ct);
        delivery.Attempts++;
        delivery.NotBefore = clock.GetUtcNow().UtcDateTime.AddSeconds(Math.Pow(4, delivery.Attempts));
        var text = $"{e.GetType().Name}: {e.Message}";
        delivery.Error = text.Length > 400 ? text[..400] : text;
        await db.SaveChangesAsync(ct);
    }

    [LoggerMessage(LogLevel.Error, "A pass over the deliveries failed")]
    private partial void PassFailed(Exception e);

    [LoggerMessage(LogLevel.Warning, "Event {Id} could not be delivered to {Handler}")]
    private partial void DeliveryFailed(Exception e, Guid id, string handler);
}
