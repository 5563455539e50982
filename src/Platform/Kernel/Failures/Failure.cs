namespace Vaka.Kernel.Failures;

/// <summary>An expected failure: a value from a module's catalogue, not an exception.</summary>
/// <param name="Code">Stable name, which is also the words key of what to say and do: <c>law.amendment-not-validated</c>.</param>
/// <param name="Status">HTTP status, 400 to 499.</param>
/// <param name="Arguments">Fill the message's placeholders.</param>
public sealed record Failure(string Code, int Status, params object?[] Arguments);

/// <summary>Stops a command or a start with a message for people. <see cref="Exception.Message"/> is the words key.</summary>
public sealed class PlainException(string key, params object?[] arguments) : Exception(key)
{
    /// <summary>Fill the message's placeholders.</summary>
    public IReadOnlyList<object?> Arguments { get; } = arguments;
}
