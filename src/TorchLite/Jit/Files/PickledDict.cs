namespace TorchLite.Jit;

/// <summary>A dictionary of a pickle.</summary>
internal sealed class PickledDict
{
    internal List<KeyValuePair<object?, object?>> Items { get; } = [];
}
