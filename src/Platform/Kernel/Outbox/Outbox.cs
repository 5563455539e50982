using System.Reflection;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Vaka.Kernel.Data;

namespace Vaka.Kernel.Outbox;

/// <summary>A handler and the event it hears, found when the application starts.</summary>
internal sealed record Subscription(string EventName, Type Event, Type Handler);

/// <summary>Writes events into the transaction of the change that caused them.</summary>
public interface IPublish
{
    /// <summary>Adds the event and one delivery per handler; they are saved with the next SaveChanges.</summary>
    void Publish<T>(T happened) where T : IEvent;
}

internal sealed class Outbox(VakaDb db, IEnumerable<Subscription> subscriptions, TimeProvider clock) : IPublish
{
    public void Publish<T>(T happened) where T : IEvent
    {
        var name = EventNames.Of(typeof(T));
        var record = new EventRecord
        {
            Id = Ids.New(), Name = name, Body = JsonSerializer.Serialize(happened), Owner = happened.Owner,
            ActorId = db.Viewer.UserId, At = clock.GetUtcNow().UtcDateTime,
        };
        db.Set<EventRecord>().Add(record);
        foreach (var handler in subscriptions.Where(s => s.EventName == name))
            db.Set<Delivery>().Add(new() { EventId = record.Id, Handler = handler.Handler.FullName! });
    }
}

/// <summary>Names and registration of events.</summary>
public static class EventNames
{
    /// <summary>The stable name of an event type.</summary>
    /// <exception cref="InvalidOperationException">The type has no <see cref="EventNameAttribute"/>.</exception>
    public static string Of(Type type) => type.GetCustomAttribute<EventNameAttribute>()?.Name
        ?? throw new InvalidOperationException($"{type.Name} has no event name.");

    /// <summary>Registers a handler of an event.</summary>
    public static IServiceCollection AddHandler<TEvent, THandler>(this IServiceCollection services)
        where TEvent : IEvent where THandler : class, IHandle<TEvent> =>
        services.AddScoped<THandler>().AddSingleton(new Subscription(Of(typeof(TEvent)), typeof(TEvent), typeof(THandler)));
}
