namespace TorchLite.Jit;

/// <summary>An object of a class of the archive.</summary>
/// <param name="Class">The class's name.</param>
internal sealed record PickledObject(string Class)
{
    internal bool IsBuilt { get; private set; }

    /// <summary>Its attributes, or what its class makes them of.</summary>
    internal object? State { get; private set; }

    internal PickledObject Built(object? state)
    {
        (IsBuilt, State) = (true, state);
        return this;
    }
}
