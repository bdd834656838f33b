namespace TorchLite.Jit;

/// <summary>A class, function or dtype that a pickle names.</summary>
/// <param name="Name">Its name with its module.</param>
internal sealed record PickledName(string Name)
{
    // Dtypes of storages are values of their own; the rest is there to be called.
    internal bool IsClass => !Name.StartsWith("torch.", StringComparison.Ordinal)
        || (Name.Contains('_', StringComparison.Ordinal) && !Name.StartsWith("torch.per_", StringComparison.Ordinal));
}
