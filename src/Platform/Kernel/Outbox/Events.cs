using System.ComponentModel.DataAnnotations;

namespace Vaka.Kernel.Outbox;

/// <summary>Something that happened and that other modules may hear of. Its record type carries <see cref="EventNameAttribute"/>.</summary>
public interface IEvent
{
    /// <summary>Owner of the row it happened to.</summary>
    string Owner { get; }
}

/// <summary>The stable name under which an event is stored (<c>law.amendment-commenced</c>): renaming the type does not lose deliveries.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class EventNameAttribute(string name) : Attribute
{
    /// <summary>The name.</summary>
    public string Name { get; } = name;
}

/// <summary>Hears one kind of event. Called at least once per event, on the system's behalf, in a transaction of its own: must be idempotent.</summary>
public interface IHandle<in T> where T : IEvent
{
    /// <summary>Does what follows.</summary>
    Task Handle(T happened, CancellationToken ct);
}

/// <summary>An event as stored, in the transaction of the change that caused it. Never changed.</summary>
public sealed class EventRecord
{
    /// <summary>UUID version 7.</summary>
    public Guid Id { get; init; }
    /// <summary>Stable name.</summary>
    [MaxLength(80)]
    public required string Name { get; init; }
    /// <summary>JSON of the event; no personal values.</summary>
    public required string Body { get; init; }
    /// <summary>Owner of the row.</summary>
    [MaxLength(16)]
    public required string Owner { get; init; }
    /// <summary>The person who caused it; null for the system.</summary>
    public Guid? ActorId { get; init; }
    /// <summary>UTC.</summary>
    public DateTime At { get; init; }
}

/// <summary>One handler's delivery of one event.</summary>
public sealed class Delivery
{
    /// <summary>The event.</summary>
    public Guid EventId { get; init; }
    /// <summary>Full name of the handler's type.</summary>
    [MaxLength(160)]
    public required string Handler { get; init; }
    /// <summary>UTC; null until done.</summary>
    public DateTime? DeliveredAt { get; set; }
    /// <summary>How often it was tried; given up after 8.</summary>
    public int Attempts { get; set; }
    /// <summary>UTC; not tried again before.</summary>
    public DateTime? NotBefore { get; set; }
    /// <summary>Type and message of the last failure.</summary>
    [MaxLength(400)]
    public string? Error { get; set; }
}
